/** Speed over the tokens already in the context, a curve and its range for each configuration. */
import type { LineChartProps, LineSeries } from '../charts/LineChart.tsx';
import { linearScale, logScale, roundDomain, ticksOf } from '../charts/scale.ts';
import { estimate } from '../estimation/index.ts';
import { type Interval, isUnknown } from '../estimation/types.ts';
import type { Compared } from './comparison-parts.ts';
import { formatCount, formatRange, formatSignificant } from './format.ts';

const STEPS = 8;
const DEEPEST_TOKENS = 32_768;
const LINES = ['solid', 'dashed', 'dotted', 'dash-dot'] as const;

/** Curves further apart than this are drawn over a logarithmic axis. */
const FAR_APART = 20;

interface Curve {
  one: Compared;
  at: number;
  points: ({ x: number } & Interval)[];
}

/** Estimates along the depth, as far as the model's context and the memory reach. */
function curveOf(one: Compared, at: number, key: 'pp' | 'tg', deepest: number): Curve {
  const { made } = one;
  if (!made) return { one, at, points: [] };
  const { input } = made;
  const { promptTokens, generatedTokens } = input.workload;
  const room = (input.model.maximumContextTokens ?? deepest * 2) - promptTokens - generatedTokens;
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => (deepest * step) / STEPS);
  const points = steps
    .filter((depth) => depth === 0 || depth <= room)
    .flatMap((depth) => {
      const workload = { ...input.workload, depthTokens: Math.round(depth) };
      const value = estimate({ ...input, workload })[key];
      return isUnknown(value) ? [] : [{ x: depth, ...value }];
    });
  return { one, at, points };
}

const NAMES = { pp: 'Prompt processing', tg: 'Token generation' } as const;

/** @returns nothing where none of them runs at two depths. */
export function comparedChart(
  all: readonly Compared[],
  key: 'pp' | 'tg',
): LineChartProps | undefined {
  const deepest = Math.max(DEEPEST_TOKENS, ...all.map(({ configuration }) => configuration.depth));
  const curves = all.map((one, at) => curveOf(one, at, key, deepest));
  const drawn = curves.filter(({ points }) => points.length > 1);
  if (drawn.length === 0) return undefined;
  const x = linearScale([0, deepest], 4);
  const y = heightScale(drawn);
  const left = curves.filter(({ points }) => points.length < 2);
  return {
    id: `depth-${key}`,
    title: `${NAMES[key]} over context`,
    description: [
      'Estimates, with bands that hold 8 of 10 measured runs. Curves end where context or memory does.',
      ...left.map(({ one }) => `No curve for ${one.label}.`),
      ...(y.kind === 'log' ? ['Equal distances upward are equal ratios.'] : []),
    ].join(' '),
    x: { label: 'Tokens already in the context', scale: x, ticks: ticksOf(x, formatCount) },
    y: { label: 'tok/s', scale: y, ticks: ticksOf(y, (value) => formatSignificant(value)) },
    series: drawn.map(seriesOf),
    table: tableOf(key, curves, deepest),
  };
}

function heightScale(curves: readonly Curve[]) {
  const values = curves.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high]));
  const positive = values.filter((value) => value > 0);
  const apart = Math.max(...positive) / Math.min(...positive) > FAR_APART;
  return apart
    ? logScale(roundDomain(positive, 'log'))
    : linearScale(roundDomain([0, ...values], 'linear'));
}

const seriesOf = ({ one, at, points }: Curve): LineSeries => ({
  id: one.letter.toLowerCase(),
  name: `${one.letter} ${one.label}`,
  line: LINES[at] ?? 'solid',
  curve: points.map(({ x, central }) => ({ x, y: central })),
  band: points.map(({ x, low, high }) => ({ x, low, high })),
});

function tableOf(key: 'pp' | 'tg', curves: readonly Curve[], deepest: number) {
  const depths = Array.from({ length: STEPS + 1 }, (_, step) => (deepest * step) / STEPS);
  return {
    caption: `${NAMES[key]} by context, tok/s`,
    columns: [
      { name: 'Tokens in context', numeric: true },
      ...curves.map(({ one }) => ({ name: `${one.letter} ${one.label}`, numeric: true })),
    ],
    rows: depths.map((depth) => [
      formatCount(depth),
      ...curves.map(({ points }) => {
        const point = points.find(({ x }) => x === depth);
        return point
          ? `${formatSignificant(point.central)} (${formatRange(point)})`
          : 'no estimate';
      }),
    ]),
  };
}
