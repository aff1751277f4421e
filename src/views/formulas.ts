/** The guide's formulas with the reader's numbers put in, as data; drawn as MathML. */
import {
  type Estimate,
  type EstimationInput,
  isUnknown,
  type Quantity,
  type Term,
} from '../estimation/types.ts';
import { termsOf } from './bars.ts';
import {
  formatCount,
  formatGigabytes,
  formatParameters,
  formatRate,
  formatSeconds,
  formatSignificant,
} from './format.ts';

/** Text; a symbol with its index; a quotient; a sum in brackets with the unit of its parts; a product; anything in brackets; a cube root. */
export type Expression =
  | string
  | { symbol: string; index?: string }
  | { over: Expression; under: Expression }
  | { sum: Expression[]; unit?: string }
  | { left: Expression; right: Expression }
  | { brackets: Expression }
  | { cubeRoot: Expression };

/** `name = symbols = numbers = result`. */
export interface FormulaLine {
  name: Expression;
  symbols: Expression;
  numbers: Expression;
  result: string;
}

const symbol = (name: string, index?: string): Expression => ({
  symbol: name,
  ...(index && { index }),
});
const promptTokens = symbol('L', 'prompt');

/** Terms worth a place in a formula; what is left out is under half a percent. */
const timed = (result: Estimate, phase: 'pp' | 'tg'): Term[] =>
  termsOf(result, phase).filter((term) => term.seconds && term.share >= 0.005);

const times = (terms: Term[]): Expression => ({ sum: terms.map((term) => symbol('t', term.id)) });

/** `(812 + 31) ms`, in seconds where the largest is more than one. */
function timeValues(terms: Term[]): Expression {
  const long = terms.some((term) => (term.seconds ?? 0) >= 1);
  const value = (term: Term) => formatSignificant((term.seconds ?? 0) * (long ? 1 : 1000));
  return { sum: terms.map(value), unit: long ? 's' : 'ms' };
}

const centralOf = (quantity: Quantity): number | undefined =>
  isUnknown(quantity) ? undefined : quantity.central;

/** PP = L_prompt / (t_compute + t_attention + …). */
export function promptFormula({ workload }: EstimationInput, result: Estimate): FormulaLine[] {
  const speed = centralOf(result.pp);
  const terms = timed(result, 'pp');
  if (speed === undefined || terms.length === 0) return [];
  const tokens = formatCount(workload.promptTokens * workload.concurrentUsers);
  return [
    {
      name: symbol('PP'),
      symbols: { over: promptTokens, under: times(terms) },
      numbers: { over: tokens, under: timeValues(terms) },
      result: formatRate(speed),
    },
  ];
}

/** T_first = L_prompt / PP. */
export function firstTokenFormula(input: EstimationInput, result: Estimate): FormulaLine[] {
  const speed = centralOf(result.pp);
  const first = centralOf(result.ttft);
  if (speed === undefined || first === undefined) return [];
  const tokens = formatCount(input.workload.promptTokens * input.workload.concurrentUsers);
  return [
    {
      name: symbol('T', 'first'),
      symbols: { over: promptTokens, under: symbol('PP') },
      numbers: { over: tokens, under: formatRate(speed) },
      result: formatSeconds(first),
    },
  ];
}

/** TG = 1 / (t_weights + t_kv + …). */
export function generationFormula(result: Estimate): FormulaLine[] {
  const speed = centralOf(result.tg);
  const terms = timed(result, 'tg');
  if (speed === undefined || terms.length === 0) return [];
  return [
    {
      name: symbol('TG'),
      symbols: { over: '1', under: times(terms) },
      numbers: { over: '1', under: timeValues(terms) },
      result: formatRate(speed),
    },
  ];
}

/** S_model = P · b / 8, and the memory it is part of. */
export function sizeFormula({ model }: EstimationInput, { memory }: Estimate): FormulaLine[] {
  const { weightBytes, kvBytes, computeBytes, runtimeBytes, totalBytes } = memory;
  const bits = formatSignificant((weightBytes * 8) / model.totalParameters);
  const parts = [weightBytes, kvBytes, computeBytes, runtimeBytes];
  return [
    {
      name: symbol('S', 'model'),
      symbols: { over: { left: symbol('P'), right: symbol('b') }, under: '8' },
      numbers: { over: { left: formatParameters(model.totalParameters), right: bits }, under: '8' },
      result: formatGigabytes(weightBytes),
    },
    {
      name: symbol('M'),
      symbols: { sum: ['model', 'KV', 'buffers', 'runtime'].map((part) => symbol('S', part)) },
      numbers: { sum: parts.map((bytes) => formatSignificant(bytes / 1e9)), unit: 'GB' },
      result: formatGigabytes(totalBytes),
    },
  ];
}
