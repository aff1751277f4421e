/**
 * What a calculator shows, as plain objects: made at build for the page's default and in the browser
 * for the reader's own, drawn by the same components. Nothing here is drawn and nothing is fetched.
 */
import { assumptionsOf } from '../configuration/assumptions.ts';
import { format } from '../configuration/codec.ts';
import { resolve } from '../configuration/resolve.ts';
import { lookUp } from '../configuration/rows.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { estimate } from '../estimation/index.ts';
import { DomainError, type Estimate, type EstimationInput } from '../estimation/types.ts';
import { type BarView, memoryBar, promptBar, tokenBar } from './bars.ts';
import { formatTokens, type QuantityKind, type WordedQuantity, wordQuantity } from './format.ts';
import {
  type FormulaLine,
  firstTokenFormula,
  generationFormula,
  promptFormula,
  sizeFormula,
} from './formulas.ts';
import { lazily } from './lazily.ts';
import { wordLongestContext, wordMemory } from './memory.ts';
import { RANGE_PROMISE } from './range-promise.ts';
import { reachOf } from './reach.ts';
import { spreadOf, type Verdict, verdictOf } from './verdict.ts';

export const CALCULATOR_KINDS = ['pp', 'ttft', 'tg', 'fit'] as const;
export type CalculatorKind = (typeof CALCULATOR_KINDS)[number];

/** A named value: in words, with its range or a remark; or why there is none. */
export interface ResultWords {
  name: string;
  words: WordedQuantity;
  /** True where `range` holds the 80 % range, not a remark. */
  ranged: boolean;
}

export interface CalculatorView {
  names: { hw: string; model: string };
  /** The canonical query of what is shown. */
  query: string;
  /** What is not overridden but has a slider all the same, in the link's units. */
  effective: { bw?: number; vram?: number };
  results: ResultWords[];
  verdict?: Verdict & { spread: string };
  bars: BarView[];
  formulas: FormulaLine[];
  /** What it would take to reach another class. */
  reach: string[];
  caption: string;
  assumptions: string[];
  /** Why there is no result. */
  problems: string[];
}

/** The estimate of a configuration, or the sentences that say why there is none. */
export function estimateOrProblems(
  configuration: Configuration,
  tables: Tables,
): { input: EstimationInput; result: Estimate } | { problems: string[] } {
  try {
    const input = resolve(configuration, tables);
    return { input, result: estimate(input) };
  } catch (error) {
    if (error instanceof DomainError) return { problems: error.problems.map((one) => one.message) };
    throw error;
  }
}

/** What calculators show of one configuration; the estimate is made once for all of them. */
export function present(
  configuration: Configuration,
  tables: Tables,
): (kind: CalculatorKind) => CalculatorView {
  const outcome = estimateOrProblems(configuration, tables);
  const frame = frameOf(configuration, tables);
  if ('problems' in outcome) return () => ({ ...frame, ...NOTHING, problems: outcome.problems });
  const { input, result } = outcome;
  const assumptions = [...assumptionsOf(configuration, tables), ...result.assumptions];
  const shared = {
    effective: effectiveOf(input),
    assumptions: assumptions.map((one) => one.text),
  };
  const reach = lazily({ of: () => reachOf(input, result) });
  return (kind) => {
    const parts = { ...frame, ...NOTHING, ...shared, ...PARTS[kind](input, result) };
    if (kind === 'fit') return parts;
    // Found by dozens of estimates, so only where and when it is shown.
    const costly = lazily<Pick<CalculatorView, 'reach'>>({ reach: () => reach.of });
    return Object.defineProperties(
      { ...parts, verdict: classOf(result) },
      Object.getOwnPropertyDescriptors(costly),
    );
  };
}

const NOTHING = {
  effective: {},
  results: [],
  bars: [],
  formulas: [],
  reach: [],
  assumptions: [],
  problems: [],
};

type Parts = Pick<CalculatorView, 'results' | 'bars' | 'formulas'>;

const PARTS: Record<CalculatorKind, (input: EstimationInput, result: Estimate) => Parts> = {
  pp: (input, result) => ({
    results: [
      named('Prompt processing', result, 'pp', 'rate'),
      named('The whole prompt', result, 'ttft', 'seconds'),
    ],
    bars: promptBar(result),
    formulas: promptFormula(input, result),
  }),
  ttft: (input, result) => ({
    results: [
      named('Time to first token', result, 'ttft', 'seconds'),
      named('Prompt and answer', result, 'total', 'duration'),
    ],
    bars: promptBar(result),
    formulas: firstTokenFormula(input, result),
  }),
  tg: (_, result) => ({
    results: [
      named('Token generation', result, 'tg', 'rate'),
      named('Prompt and answer', result, 'total', 'duration'),
    ],
    bars: tokenBar(result),
    formulas: generationFormula(result),
  }),
  fit: (input, result) => ({
    results: fitResults(result),
    bars: memoryBar(result),
    formulas: sizeFormula(input, result),
  }),
};

export const named = (
  name: string,
  result: Estimate,
  key: 'pp' | 'ttft' | 'tg' | 'total' | 'throughput',
  kind: QuantityKind,
): ResultWords => ({ name, words: wordQuantity(result[key], kind), ranged: true });

export const classOf = (result: Estimate): Verdict & { spread: string } => ({
  ...verdictOf(result.workflowClass),
  spread: spreadOf(result.workflowClass, result.classRange),
});

const fact = (name: string, value: string, range = ''): ResultWords => ({
  name,
  words: { known: true, value, range },
  ranged: false,
});

function fitResults(result: Estimate): ResultWords[] {
  const { fit, use, detail } = wordMemory(result);
  return [
    fact('Memory', use),
    fact('Placement', fit, detail),
    fact('Longest context beside the weights', wordLongestContext(result)),
  ];
}

const effectiveOf = ({ machine, gpuLayers }: EstimationInput): CalculatorView['effective'] => {
  const onGpu = machine.accelerator && gpuLayers !== 0;
  const bandwidth = onGpu
    ? machine.accelerator?.bandwidthBytesPerSecond
    : machine.ramBandwidthBytesPerSecond;
  const memory = machine.acceleratorMemoryBytes;
  return { ...(bandwidth && { bw: bandwidth / 1e9 }), ...(memory && { vram: memory / 1e9 }) };
};

export function frameOf(configuration: Configuration, tables: Tables) {
  const { hw, model, quant, prompt, gen, depth, users } = configuration;
  const names = {
    hw: (lookUp(tables.systems, hw) ?? lookUp(tables.devices, hw))?.name ?? hw,
    model: lookUp(tables.models, model)?.name ?? model,
  };
  const quantization = lookUp(tables.quantizations, quant)?.name ?? quant;
  const workload = [
    `prompt ${formatTokens(prompt)}`,
    `answer ${formatTokens(gen)}`,
    ...(depth > 0 ? [`${formatTokens(depth)} in context before`] : []),
    ...(users > 1 ? [`${users} users at once`] : []),
  ].join(', ');
  const caption = `Estimate for ${names.hw}, ${names.model} ${quantization}: ${workload}. ${RANGE_PROMISE}`;
  return { names, query: format(configuration), caption };
}
