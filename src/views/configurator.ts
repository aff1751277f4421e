/** Everything about one configuration, as plain objects: what `/configure/` draws. */
import { assumptionsOf } from '../configuration/assumptions.ts';
import { format } from '../configuration/codec.ts';
import { lookUp } from '../configuration/rows.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { estimate, localScore } from '../estimation/index.ts';
import {
  type Estimate,
  type EstimationInput,
  isUnknown,
  type MemoryEstimate,
  type Switch,
  type Term,
  type WorkflowThresholds,
} from '../estimation/types.ts';
import { type BarView, formatShortTime, memoryBar, promptBar, tokenBar } from './bars.ts';
import { classOf, estimateOrProblems, frameOf, named, type ResultWords } from './calculator.ts';
import {
  formatBytes,
  formatCount,
  formatFixed,
  formatPercent,
  formatRange,
  formatRate,
  formatTokens,
  wordQuantity,
} from './format.ts';
import {
  type FormulaLine,
  firstTokenFormula,
  generationFormula,
  promptFormula,
  sizeFormula,
} from './formulas.ts';
import { type InputGroup, inputGroups } from './inputs.ts';
import { lazily } from './lazily.ts';
import { wordLongestContext, wordMemory } from './memory.ts';
import type { Provenance } from './provenance.ts';
import { reachOf } from './reach.ts';
import type { Verdict } from './verdict.ts';

export interface TermRow {
  phase: string;
  name: string;
  value: string;
  share: string;
}

export interface UseCaseRow {
  id: string;
  name: string;
  description: string;
  workload: string;
  verdict: Verdict & { spread: string };
  firstToken: string;
  total: string;
  speed: string;
  /** The same configuration with this workload. */
  query: string;
}

/** What is there when there is an estimate. */
export interface Figures {
  results: ResultWords[];
  verdict: Verdict & { spread: string };
  bound: string;
  time: BarView[];
  memory: { bar: BarView[]; facts: { name: string; value: string }[] };
  formulas: FormulaLine[];
  reach: string[];
  terms: TermRow[];
  useCases: UseCaseRow[];
  localScore: string;
  inputs: InputGroup[];
  assumptions: { basis: string; text: string }[];
  switches: string[];
}

export interface ConfiguratorView {
  names: { hw: string; model: string };
  query: string;
  caption: string;
  /** What the fields show in grey where the reader has set nothing. */
  usual: Record<string, string>;
  figures?: Figures;
  problems: string[];
}

export function configuratorView(
  configuration: Configuration,
  tables: Tables,
  provenance: Provenance,
): ConfiguratorView {
  const frame = frameOf(configuration, tables);
  const outcome = estimateOrProblems(configuration, tables);
  if ('problems' in outcome) return { ...frame, usual: {}, problems: outcome.problems };
  const { input, result } = outcome;
  return {
    ...frame,
    usual: usualOf(input),
    figures: figuresOf(configuration, tables, provenance, input, result),
    problems: [],
  };
}

function figuresOf(
  configuration: Configuration,
  tables: Tables,
  provenance: Provenance,
  input: EstimationInput,
  result: Estimate,
): Figures {
  return lazily<Figures>({
    results: () => resultsOf(input, result),
    verdict: () => classOf(result),
    bound: () => `The prompt is bound by ${result.bound.pp}, the answer by ${result.bound.tg}.`,
    time: () => [...promptBar(result), ...tokenBar(result)],
    memory: () => ({ bar: memoryBar(result), facts: memoryFacts(result) }),
    formulas: () => [
      ...promptFormula(input, result),
      ...firstTokenFormula(input, result),
      ...generationFormula(result),
      ...sizeFormula(input, result),
    ],
    reach: () => reachOf(input, result),
    terms: () => result.terms.map(termRow),
    useCases: () => useCaseRows(configuration, tables, input),
    localScore: () => scoreOf(input),
    inputs: () => inputsOf(configuration, tables, input, provenance),
    assumptions: () =>
      [...assumptionsOf(configuration, tables), ...result.assumptions].map(({ basis, text }) => ({
        basis: BASES[basis],
        text,
      })),
    switches: () => result.switches.map(switchWords),
  });
}

function inputsOf(
  configuration: Configuration,
  tables: Tables,
  input: EstimationInput,
  provenance: Provenance,
): InputGroup[] {
  const system = lookUp(tables.systems, configuration.hw);
  const names = { hw: system?.name ?? '', isSystem: system !== undefined };
  return inputGroups(configuration, input, names, provenance);
}

const BASES = {
  fitted: 'fitted to measured runs',
  prior: 'set by hand',
  default: 'usual case',
  override: 'your value',
  switch: 'a switch',
} as const;

function resultsOf({ workload }: EstimationInput, result: Estimate): ResultWords[] {
  const several = workload.concurrentUsers > 1;
  return [
    named('Prompt processing', result, 'pp', 'rate'),
    named('Time to first token', result, 'ttft', 'seconds'),
    named(several ? 'Token generation, each user' : 'Token generation', result, 'tg', 'rate'),
    ...(several ? [named('All users together', result, 'throughput', 'rate')] : []),
    named('Prompt and answer', result, 'total', 'duration'),
  ];
}

const PHASES: Record<Term['phase'], string> = {
  pp: 'Prompt',
  tg: 'One token',
  memory: 'Memory',
};

const termRow = ({ phase, name, seconds, bytes, share }: Term): TermRow => ({
  phase: PHASES[phase],
  name,
  value: [
    ...(seconds === undefined ? [] : [formatShortTime(seconds)]),
    ...(bytes === undefined ? [] : [formatBytes(bytes)]),
  ].join(', '),
  share: formatPercent(share),
});

function memoryFacts(result: Estimate): { name: string; value: string }[] {
  const { placement }: MemoryEstimate = result.memory;
  const { fit, use, detail } = wordMemory(result);
  return [
    { name: 'Fit', value: [fit, use, detail].filter(Boolean).join(', ') },
    {
      name: 'Layers',
      value: `${formatCount(placement.gpuLayers)} on the GPU, ${formatCount(placement.cpuLayers)} on the CPU`,
    },
    { name: 'On the GPU', value: formatBytes(placement.gpuBytes) },
    { name: 'In RAM', value: formatBytes(placement.cpuBytes) },
    { name: 'Longest context beside the weights', value: wordLongestContext(result) },
  ];
}

/** Every named workload on this machine, one user at a time and from an empty cache. */
function useCaseRows(
  configuration: Configuration,
  tables: Tables,
  input: EstimationInput,
): UseCaseRow[] {
  return tables.useCases.map((one) => {
    const { promptTokens, generatedTokens } = one;
    const workload = { promptTokens, generatedTokens, depthTokens: 0, concurrentUsers: 1 };
    const result = estimate({ ...input, workload });
    const word = (key: 'ttft' | 'total' | 'tg', kind: 'seconds' | 'duration' | 'rate') => {
      const words = wordQuantity(result[key], kind);
      return words.known ? words.value : `unknown: ${words.reason}`;
    };
    const same = {
      ...configuration,
      prompt: promptTokens,
      gen: generatedTokens,
      depth: 0,
      users: 1,
    };
    return {
      id: one.id.toUpperCase(),
      name: one.name,
      description: one.description,
      workload: `${formatCount(promptTokens)} + ${formatTokens(generatedTokens)}`,
      verdict: classOf(result),
      firstToken: word('ttft', 'seconds'),
      total: word('total', 'duration'),
      speed: word('tg', 'rate'),
      query: format(same),
    };
  });
}

function scoreOf(input: EstimationInput): string {
  const score = localScore(input);
  if (isUnknown(score)) return `unknown: ${score.unknown}`;
  const { low, central, high } = score.score;
  const points = (value: number) => formatFixed(value, 0);
  return `${points(central)} (${points(low)}\u2013${points(high)})`;
}

function switchWords({ text, pp, tg }: Switch): string {
  const other = [
    ...(pp ? [`prompt ${formatRate(pp.central)} (${formatRange(pp)})`] : []),
    ...(tg ? [`generation ${formatRate(tg.central)} (${formatRange(tg)})`] : []),
  ];
  return other.length > 0 ? `${text} Then: ${other.join(', ')}.` : text;
}

/** Values of the catalogue, to stand in fields the reader has left empty. */
function usualOf({ machine, thresholds, gpuLayers }: EstimationInput): Record<string, string> {
  const gigabytes = (bytes: number | undefined) =>
    bytes === undefined ? 'unknown' : String(Number((bytes / 1e9).toPrecision(6)));
  const onGpu = machine.accelerator && gpuLayers !== 0;
  const bandwidth = onGpu
    ? machine.accelerator?.bandwidthBytesPerSecond
    : machine.ramBandwidthBytesPerSecond;
  return {
    count: String(machine.acceleratorCount),
    cpu: machine.host?.name ?? 'none',
    ram: gigabytes(machine.ramBytes),
    bw: gigabytes(bandwidth),
    vram: machine.accelerator ? gigabytes(machine.acceleratorMemoryBytes) : 'no GPU',
    ...thresholdWords(thresholds),
  };
}

const thresholdWords = (thresholds: WorkflowThresholds) => ({
  maxinput: String(thresholds.interactivePromptSeconds),
  mintg: String(thresholds.interactiveTokensPerSecond),
  maxbackground: String(thresholds.backgroundSeconds),
  maxoffline: String(thresholds.offlineSeconds),
});
