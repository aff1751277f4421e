/** Two to four configurations side by side, as plain objects: what `/compare/` draws. */
import type { LineChartProps } from '../charts/LineChart.tsx';
import { format } from '../configuration/codec.ts';
import { formatSeveral, type Several } from '../configuration/several.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { estimate } from '../estimation/index.ts';
import { type Estimate, isUnknown } from '../estimation/types.ts';
import { type BarView, memoryBar } from './bars.ts';
import { classOf } from './calculator.ts';
import { comparedChart } from './comparison-charts.ts';
import { type ComparedGroup, comparedInputs } from './comparison-inputs.ts';
import {
  type Compared,
  type ComparedRow,
  comparedOf,
  rowOf,
  withWorkload,
} from './comparison-parts.ts';
import { priceSentence } from './comparison-price.ts';
import { type PairVerdict, verdictOn } from './comparison-verdict.ts';
import { formatCount, formatTokens, type QuantityKind, wordQuantity } from './format.ts';
import { lazily } from './lazily.ts';
import { LIKELIHOOD_WORDS, standingOf, wordStanding } from './likelihood.ts';
import { FACT_NAMES, type MachineFacts } from './machine-facts.ts';
import { wordLongestContext, wordMemory } from './memory.ts';
import type { Verdict } from './verdict.ts';

type Word = Verdict & { spread: string };

export interface ComparedColumn {
  letter: string;
  label: string;
  hw: string;
  weights: string;
  /** Query of the configuration's own page. */
  query: string;
  pinned: boolean;
  problems: string[];
}

export interface ResultCell {
  /** In words; where `unknown` is set, why there is none. */
  value: string;
  unknown?: true;
  range?: string;
  /** How it stands to the pinned one. */
  standing?: string;
  verdict?: Word;
}

export interface CaseRow {
  name: string;
  description: string;
  workload: string;
  cells: ({ verdict: Word; total: string; speed: string; query: string } | { reason: string })[];
  /** `A, likely`, or `cannot be told apart`. */
  faster: string;
}

export interface ComparisonView {
  /** Canonical. */
  query: string;
  title: string;
  columns: ComparedColumn[];
  verdicts: PairVerdict[];
  results: { name: string; cells: ResultCell[] }[];
  useCases: CaseRow[];
  charts: LineChartProps[];
  memory: { letter: string; label: string; bars: BarView[] }[];
  /** Price, watts and noise where a source tells. */
  costs: ComparedRow[];
  inputs: ComparedGroup[];
}

export type FactsOf = (configuration: Configuration) => MachineFacts | undefined;

/** @param factsOf price, watts and noise of a machine; absent while they are on their way */
export function comparisonView(
  several: Several,
  tables: Tables,
  factsOf?: FactsOf,
): ComparisonView {
  const all = comparedOf(several.configurations, tables);
  const pinned = all[several.pinned] ?? all[0];
  return lazily<ComparisonView>({
    query: () => formatSeveral(several),
    title: () => all.map(({ label }) => label).join(' or '),
    columns: () => all.map((one) => columnOf(one, one === pinned)),
    verdicts: () =>
      all.flatMap((one) => (pinned && one !== pinned ? [pricedVerdict(pinned, one, factsOf)] : [])),
    results: () => resultRows(all, pinned),
    useCases: () => caseRows(all, tables),
    charts: () =>
      (['pp', 'tg'] as const).flatMap((key) => {
        const chart = comparedChart(all, key);
        return chart ? [chart] : [];
      }),
    memory: () =>
      all.flatMap(({ letter, label, made }) =>
        made ? [{ letter, label, bars: memoryBar(made.result) }] : [],
      ),
    costs: () => (factsOf ? costRows(all, factsOf) : []),
    inputs: () => comparedInputs(all, tables.systems),
  });
}

/** The verdict on two with the difference of their prices, where one machine is not the other. */
function pricedVerdict(a: Compared, b: Compared, factsOf?: FactsOf): PairVerdict {
  const verdict = verdictOn(a, b);
  if (!factsOf || a.hw === b.hw) return verdict;
  const priceOf = ({ label, configuration }: Compared) => ({
    label,
    price: factsOf(configuration)?.price,
  });
  return {
    ...verdict,
    sentences: [...verdict.sentences, ...priceSentence(priceOf(a), priceOf(b))],
  };
}

const columnOf = (
  { letter, label, hw, weights, query, problems }: Compared,
  pinned: boolean,
): ComparedColumn => ({ letter, label, hw, weights, query, pinned, problems });

const FASTER = { above: 'faster', below: 'slower' };

const RESULTS: readonly [
  name: string,
  key: 'pp' | 'ttft' | 'tg' | 'total' | 'throughput',
  kind: QuantityKind,
  words: { above: string; below: string },
][] = [
  ['Prompt processing', 'pp', 'rate', FASTER],
  ['Time to first token', 'ttft', 'seconds', { above: 'later', below: 'sooner' }],
  ['Token generation', 'tg', 'rate', FASTER],
  ['All users together', 'throughput', 'rate', FASTER],
  ['Prompt and answer', 'total', 'duration', { above: 'longer', below: 'shorter' }],
];

function resultRows(all: readonly Compared[], pinned: Compared | undefined) {
  const several = all.some(({ configuration }) => configuration.users > 1);
  const rows = RESULTS.filter(([, key]) => several || key !== 'throughput');
  const cellOf = (one: Compared, make: (result: Estimate) => ResultCell): ResultCell =>
    one.made
      ? make(one.made.result)
      : { value: `unknown: ${one.problems.join('; ')}`, unknown: true };
  const speeds = rows.map(([name, key, kind, words]) => ({
    name,
    cells: all.map((one) =>
      cellOf(one, (result) => {
        const worded = wordQuantity(result[key], kind);
        if (!worded.known) return { value: `unknown: ${worded.reason}`, unknown: true };
        const other = one === pinned ? undefined : pinned?.made?.result[key];
        const standing = other && standingOf(result[key], other);
        return {
          value: worded.value,
          range: worded.range,
          ...(standing && { standing: wordStanding(standing, words) }),
        };
      }),
    ),
  }));
  return [
    ...speeds,
    { name: 'Class', cells: all.map((one) => cellOf(one, classCell)) },
    { name: 'Memory', cells: all.map((one) => cellOf(one, memoryCell)) },
    {
      name: 'Longest context beside the weights',
      cells: all.map((one) => cellOf(one, (result) => ({ value: wordLongestContext(result) }))),
    },
  ];
}

const classCell = (result: Estimate): ResultCell => {
  const verdict = classOf(result);
  return { value: verdict.word, verdict, ...(verdict.spread && { range: `or ${verdict.spread}` }) };
};

const memoryCell = (result: Estimate): ResultCell => {
  const { fit, use, detail } = wordMemory(result);
  return { value: `${fit}, ${use}`, ...(detail && { range: detail }) };
};

/** Every use case on each, one user at a time and from an empty context. */
function caseRows(all: readonly Compared[], tables: Tables): CaseRow[] {
  return tables.useCases.map(({ id, name, description, promptTokens, generatedTokens }) => {
    const workload = { promptTokens, generatedTokens, depthTokens: 0, concurrentUsers: 1 };
    const made = all.map((one) => one.made && estimate({ ...one.made.input, workload }));
    return {
      name: `${id.toUpperCase()} ${name}`,
      description,
      workload: `${formatCount(promptTokens)} + ${formatTokens(generatedTokens)}`,
      cells: all.map(({ configuration, problems }, at) => {
        const result = made[at];
        if (!result) return { reason: problems.join('; ') };
        const total = wordQuantity(result.total, 'duration');
        const speed = wordQuantity(result.tg, 'rate');
        if (!total.known || !speed.known) return { reason: total.known ? '' : total.reason };
        const query = format(withWorkload(configuration, promptTokens, generatedTokens));
        return { verdict: classOf(result), total: total.value, speed: speed.value, query };
      }),
      faster: fastest(all, made),
    };
  });
}

/** The one that is done first, and how sure that is against the next. */
function fastest(all: readonly Compared[], made: readonly (Estimate | undefined)[]): string {
  const done = all.flatMap(({ letter }, at) => {
    const total = made[at]?.total;
    return total && !isUnknown(total) ? [{ letter, total }] : [];
  });
  const [best, next] = done.toSorted((a, b) => a.total.central - b.total.central);
  if (!best) return 'none runs it';
  if (!next) return all.length > 1 ? `only ${best.letter}` : best.letter;
  const standing = standingOf(next.total, best.total);
  if (!standing || standing.likelihood === 'open' || standing.likelihood === 'same')
    return `${best.letter} and ${next.letter} cannot be told apart`;
  return `${best.letter}, ${LIKELIHOOD_WORDS[standing.likelihood]}`;
}

function costRows(all: readonly Compared[], factsOf: FactsOf): ComparedRow[] {
  const facts = all.map(({ configuration }) => factsOf(configuration));
  return FACT_NAMES.map(([key, name]) =>
    rowOf(
      name,
      facts.map((one) => one?.[key] ?? 'unknown: no source here tells'),
    ),
  );
}
