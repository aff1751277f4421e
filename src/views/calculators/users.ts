/** Several users at once: throughput against latency, and how many of them fit. */
import { format } from '../../configuration/codec.ts';
import type { Configuration } from '../../configuration/types.ts';
import { usersInClass, usersThatFit } from '../../estimation/capacity.ts';
import { estimate } from '../../estimation/estimate.ts';
import { type Estimate, type EstimationInput, isUnknown } from '../../estimation/types.ts';
import { tokenBar } from '../bars.ts';
import { classOf, named, type ResultWords } from '../calculator.ts';
import { formatCount, formatSeconds, phraseQuantity, wordQuantity } from '../format.ts';
import { axisBetween, axisOver } from './axes.ts';
import { type Asked, type ChartView, fact, fromEstimate, type PanelView } from './panel.ts';

const COUNTS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

interface Row {
  users: number;
  result: Estimate;
}

/** All that does not depend on how many users there are at the moment. */
interface Curve {
  rows: Row[];
  fit: number;
  interactive: number;
  background: number;
}

let last: { key: string; curve: Curve } | undefined;

function curveOf(configuration: Configuration, input: EstimationInput): Curve {
  const key = format({ ...configuration, users: 1 });
  if (last?.key === key) return last.curve;
  const at = (users: number) =>
    estimate({ ...input, workload: { ...input.workload, concurrentUsers: users } });
  const fit = usersThatFit(input);
  const rows = COUNTS.filter((users) => users === 1 || users <= fit).map((users) => ({
    users,
    result: at(users),
  }));
  const curve = {
    rows,
    fit,
    interactive: usersInClass(input, 'interactive'),
    background: usersInClass(input, 'background'),
  };
  last = { key, curve };
  return curve;
}

function chartOf(rows: readonly Row[], now: number): ChartView | undefined {
  const lines = (['throughput', 'tg'] as const).map((key) =>
    rows.flatMap(({ users, result }) => {
      const value = result[key];
      return isUnknown(value) ? [] : [{ x: users, ...value }];
    }),
  );
  const [all = [], each = []] = lines;
  if (all.length < 2) return undefined;
  const curve = (points: typeof all) => points.map(({ x, central }) => ({ x, y: central }));
  const most = all.at(-1)?.x ?? 2;
  const here = [...all, ...each]
    .filter(({ x }) => x === now)
    .map(({ x, central }) => ({ x, y: central }));
  return {
    title: 'More users: more tokens in all, fewer for each',
    description:
      'All prompts are read first, then every user gets a token from each step. Shaded: the range that holds 8 of 10 measured runs.',
    x: axisBetween('Users at once', 'log', [1, most]),
    y: axisOver(
      'tok/s',
      'log',
      [...all, ...each].flatMap(({ low, high }) => [low, high]),
    ),
    series: [
      {
        id: 'all',
        name: 'All users together',
        line: 'solid',
        curve: curve(all),
        band: all,
        ...(here.length > 0 && {
          measured: { mark: 'diamond' as const, name: 'now', points: here },
        }),
      },
      { id: 'each', name: 'Each user', line: 'dashed', curve: curve(each), band: each },
    ],
  };
}

function tableOf(rows: readonly Row[]) {
  return {
    caption: 'Users at once; the first token comes when all prompts are read',
    columns: [
      { name: 'Users' },
      { name: 'Each', numeric: true },
      { name: 'Together', numeric: true },
      { name: 'First token', numeric: true },
      { name: 'Class' },
    ],
    rows: rows.map(({ users, result }) => {
      const words = (['tg', 'throughput'] as const).map((key) => phrase(result[key], 'rate'));
      const { workflowClass } = result;
      return [
        formatCount(users),
        ...words,
        isUnknown(result.ttft)
          ? `unknown: ${result.ttft.unknown}`
          : formatSeconds(result.ttft.central),
        typeof workflowClass === 'string' ? workflowClass : `unknown: ${workflowClass.unknown}`,
      ];
    }),
  };
}

const phrase = (quantity: Estimate['tg'], kind: 'rate'): string =>
  isUnknown(quantity) ? phraseQuantity(quantity, kind) : wordValue(quantity, kind);

function wordValue(quantity: Estimate['tg'], kind: 'rate'): string {
  const words = wordQuantity(quantity, kind);
  return words.known ? words.value : words.reason;
}

function fitFact({ fit, interactive, background }: Curve): ResultWords {
  if (fit === 0)
    return fact('Users that fit', 'none', 'not even one conversation beside the weights');
  const served =
    interactive > 0
      ? `interactive for up to ${formatCount(interactive)}`
      : background > 0
        ? `background for up to ${formatCount(background)}`
        : 'slower than background even for one';
  return fact('Users that fit', fit >= 10_000 ? 'over 10,000' : formatCount(fit), served);
}

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input, result) => {
    const curve = curveOf(asked.configuration, input);
    const chart = chartOf(curve.rows, input.workload.concurrentUsers);
    return {
      results: [
        named('Each user', result, 'tg', 'rate'),
        named('All together', result, 'throughput', 'rate'),
        named('Last first token', result, 'ttft', 'seconds'),
        fitFact(curve),
      ],
      verdict: classOf(result),
      bars: tokenBar(result),
      ...(chart && { chart }),
      tables: [tableOf(curve.rows)],
    };
  });
}
