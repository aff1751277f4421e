/**
 * Named values an article may show: `<Number of="operations" model="llama-2-7b" />`. Each is worked
 * from the catalogue, the estimation module, measured runs or a table of the original; none is typed.
 */
import { flopPerToken } from '../estimation/flop.ts';
import { attentionFlop, kvBytes, kvBytesPerToken } from '../estimation/kv-cache.ts';
import {
  originalGenerationSpeed,
  originalOperationsPerToken,
  originalPromptSpeed,
} from '../estimation/original.ts';
import { activeParameters } from '../estimation/parameters.ts';
import { cpuPeaks } from '../estimation/processor.ts';
import { bitsPerWeight, weightBytes } from '../estimation/weights.ts';
import { EVIDENCE_QUANTITIES, FORMULAS, ORIGINAL_EFFICIENCY, summarize } from './evidence.ts';
import { shownEvidence } from './evidence-chart.ts';
import {
  formatBandwidth,
  formatBytes,
  formatCount,
  formatFixed,
  formatGibibytes,
  formatGigabytes,
  formatParameters,
  formatPercent,
  formatRate,
  formatSignificant,
  formatTera,
  withUnit,
} from './format.ts';
import { deviceById, kvTypeById, modelById, quantizationById } from './guide-data.ts';
import { originalNumber, originalWords } from './originals.ts';
import { measuredFormats } from './quality-chart.ts';
import { BITS, recovery, SIZES, scoreOf } from './quality-loss.ts';
import { sizeErrors } from './size-chart.ts';

export type NumberArguments = Readonly<Partial<Record<(typeof ARGUMENTS)[number], string>>>;

/** What values depend on; each value uses the ones it needs. */
export const ARGUMENTS = [
  'model',
  'quant',
  'kv',
  'hw',
  'tokens',
  'table',
  'row',
  'column',
  'file',
  'quantity',
  'formula',
  'bits',
  'size',
  'benchmark',
] as const;

export interface NamedValue {
  text: string;
  /** How it was got, for those who ask: shown on hover. */
  how: string;
}

const gflop = (flop: number) => withUnit(formatSignificant(flop / 1e9, 3), 'GFLOP');
const times = (ratio: number) => withUnit(formatSignificant(ratio, ratio < 9.95 ? 2 : 3), 'times');

const fileBytes = ({ model, quant }: NumberArguments) =>
  weightBytes(modelById(model), quantizationById(quant)).file;

const ruleFlop = ({ model }: NumberArguments) => {
  const { layers, hiddenSize } = modelById(model);
  return originalOperationsPerToken(layers, hiddenSize);
};

function tokensOf({ tokens }: NumberArguments): number {
  const count = Number(tokens);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`tokens must be a whole number above 0, got ${tokens}`);
  return count;
}

function bandwidthOf({ hw }: NumberArguments): number {
  const device = deviceById(hw);
  if (device.bandwidthBytesPerSecond === undefined)
    throw new Error(`${device.name} has no sourced bandwidth`);
  return device.bandwidthBytesPerSecond;
}

function peakOf({ hw }: NumberArguments): number {
  const device = deviceById(hw);
  const rate = device.fp32FlopPerSecond ?? (device.cpu && cpuPeaks(device).fp32);
  if (rate) return rate;
  throw new Error(`${device.name} has no sourced FP32 rate`);
}

function chosen<T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  name: string,
): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new Error(`${name} must be ${allowed.join(' or ')}, got ${value ?? 'nothing'}`);
  return found;
}

function summaryOf(a: NumberArguments) {
  const quantity = chosen(a.quantity, EVIDENCE_QUANTITIES, 'quantity');
  return summarize(shownEvidence(quantity), chosen(a.formula, FORMULAS, 'formula'));
}

function originalPp(a: NumberArguments): number {
  return originalPromptSpeed({
    flopPerSecond: peakOf(a),
    efficiency: ORIGINAL_EFFICIENCY,
    operationsPerToken: ruleFlop(a),
  });
}

/** Bytes per second that arrive: TG of a row of the original's tables times the file it was measured with. */
const rowBandwidth = ({ table = '', row = '', file: name = '' }: NumberArguments) =>
  originalNumber(table, row, 'Token generation') *
  originalNumber('openbenchmarking-files', name, 'Size');

/** Prompt tokens that the row's speed and time to first token imply. */
const rowPrompt = ({ table = '', row = '' }: NumberArguments) =>
  (originalNumber(table, row, 'Prompt processing') *
    originalNumber(table, row, 'Time to first token')) /
  1000;

const recoveryOf = ({ bits, size }: NumberArguments) =>
  recovery(
    chosen(bits, BITS, 'bits'),
    size === undefined ? undefined : chosen(size, SIZES, 'size'),
  );

function formatOf(quant: string) {
  const { name } = quantizationById(quant);
  const found = measuredFormats().find((format) => format.name === name);
  if (!found) throw new Error(`nobody measured the perplexity of ${name}`);
  return found;
}

type Maker = (a: NumberArguments) => NamedValue;

const VALUES = {
  parameters: (a) => ({
    text: formatParameters(modelById(a.model).totalParameters),
    how: 'parameters of the whole model, from its published configuration',
  }),
  'active-parameters': (a) => ({
    text: formatParameters(activeParameters(modelById(a.model))),
    how: 'parameters one token touches: without the input embedding and the experts not chosen',
  }),
  layers: (a) => ({ text: formatCount(modelById(a.model).layers), how: 'layers of the model' }),
  width: (a) => ({
    text: formatCount(modelById(a.model).hiddenSize),
    how: 'hidden size of the model',
  }),
  'kv-heads': (a) => {
    const { kvHeads } = modelById(a.model);
    if (kvHeads === undefined) throw new Error(`${a.model} has no published number of KV heads`);
    return { text: formatCount(kvHeads), how: 'KV heads of the model' };
  },
  operations: (a) => ({
    text: gflop(flopPerToken(modelById(a.model))),
    how: 'two operations for each parameter one token touches',
  }),
  'rule-operations': (a) => ({ text: gflop(ruleFlop(a)), how: 'the original’s rule, 2 · N · d²' }),
  'operations-ratio': (a) => ({
    text: times(flopPerToken(modelById(a.model)) / ruleFlop(a)),
    how: 'two operations a parameter, over the original’s rule',
  }),
  'attention-operations': (a) => ({
    text: gflop(attentionFlop(modelById(a.model), tokensOf(a))),
    how: `attention of one token over ${formatCount(tokensOf(a))} tokens before it`,
  }),
  file: (a) => ({
    text: formatGigabytes(fileBytes(a)),
    how: 'bytes of the weights file, by its mix of formats',
  }),
  'file-gib': (a) => ({
    text: formatGibibytes(fileBytes(a)),
    how: 'the same file in units of 1,073,741,824 bytes',
  }),
  'bits-per-weight': (a) => ({
    text: formatFixed(bitsPerWeight(modelById(a.model), quantizationById(a.quant)), 2),
    how: 'bits of the whole file over the number of parameters',
  }),
  'kv-per-token': (a) => ({
    text: formatBytes(kvBytesPerToken(modelById(a.model), kvTypeById(a.kv))),
    how: 'bytes of KV cache one more token of context takes',
  }),
  kv: (a) => ({
    text: formatGigabytes(
      kvBytes(modelById(a.model), kvTypeById(a.kv), { contextTokens: tokensOf(a) }),
    ),
    how: `KV cache of ${formatCount(tokensOf(a))} tokens`,
  }),
  bandwidth: (a) => ({
    text: formatBandwidth(bandwidthOf(a)),
    how: `memory bandwidth of the ${deviceById(a.hw).name}, as its maker gives it`,
  }),
  memory: (a) => {
    const { memoryBytes, name } = deviceById(a.hw);
    if (memoryBytes === undefined) throw new Error(`${name} has no sourced memory size`);
    return { text: formatGigabytes(memoryBytes), how: `memory of the ${name}` };
  },
  peak: (a) => ({
    text: formatTera(peakOf(a)),
    how: `FP32 rate of the ${deviceById(a.hw).name}, as its maker gives it`,
  }),
  balance: (a) => ({
    text: formatCount(Math.round(peakOf(a) / bandwidthOf(a))),
    how: `FP32 operations the ${deviceById(a.hw).name} can do for each byte it reads`,
  }),
  'original-tg': (a) => ({
    text: formatRate(originalGenerationSpeed(bandwidthOf(a), fileBytes(a))),
    how: 'the original’s formula: bandwidth over file size',
  }),
  'original-pp': (a) => ({
    text: formatRate(originalPp(a)),
    how: `the original’s formula with the FP32 peak, E_par ${ORIGINAL_EFFICIENCY} and its rule for operations`,
  }),
  'original-cell': ({ table = '', row = '', column = '' }) => ({
    text: originalWords(table, row, column),
    how: `as it stands in the table “${table}”`,
  }),
  'original-row-bandwidth': (a) => ({
    text: formatBandwidth(Number(rowBandwidth(a).toPrecision(3))),
    how: 'tokens per second times the size of the file, both from the original’s table',
  }),
  'original-row-bandwidth-share': (a) => ({
    text: formatPercent(rowBandwidth(a) / bandwidthOf(a)),
    how: 'bytes per second that arrive, over the memory’s nominal bandwidth',
  }),
  'original-row-prompt': (a) => ({
    text: withUnit(formatCount(Math.round(rowPrompt(a))), 'tokens'),
    how: 'prompt processing times time to first token, both from the original’s table',
  }),
  'evidence-count': (a) => ({
    text: formatCount(summaryOf(a).count),
    how: 'configurations in the chart',
  }),
  'evidence-error': (a) => ({
    text: formatPercent(summaryOf(a).medianError),
    how: 'median of how far predictions are off',
  }),
  'evidence-p90': (a) => ({
    text: formatPercent(summaryOf(a).p90Error),
    how: 'nine in ten predictions are off by less',
  }),
  'evidence-ratio': (a) => ({
    text: formatSignificant(summaryOf(a).medianRatio, 3),
    how: 'median of predicted over measured',
  }),
  'evidence-high': (a) => ({
    text: times(summaryOf(a).p90Ratio),
    how: 'predicted over measured, exceeded by one configuration in ten',
  }),
  'added-perplexity': ({ quant = '' }) => ({
    text: formatFixed(formatOf(quant).delta, 2),
    how: 'perplexity of Llama 3 8B in this format less that of the unquantized model, by llama.cpp',
  }),
  'format-bits': ({ quant = '' }) => ({
    text: formatFixed(formatOf(quant).bits, 2),
    how: 'bits per weight of the whole Llama 3 8B file',
  }),
  recovery: (a) => ({
    text: formatPercent(recoveryOf(a).median),
    how: `median of ${recoveryOf(a).count} published scores over those of the unquantized models`,
  }),
  'recovery-count': (a) => ({
    text: formatCount(recoveryOf(a).count),
    how: 'published comparisons of a quantized model with itself unquantized',
  }),
  'recovery-worst': (a) => ({
    text: formatPercent(recoveryOf(a).worst),
    how: 'the worst of these comparisons',
  }),
  score: ({ model = '', benchmark = '' }) => ({
    text: formatFixed(scoreOf(model, benchmark), 1),
    how: `${benchmark} of ${modelById(model).name}, as its maker published it`,
  }),
  'size-count': () => ({
    text: formatCount(sizeErrors().count),
    how: 'published files in the chart',
  }),
  'size-error': () => ({
    text: formatPercent(sizeErrors().median),
    how: 'median of how far predicted sizes are off',
  }),
} as const satisfies Record<string, Maker>;

export const NAMED_VALUES = Object.keys(VALUES) as (keyof typeof VALUES)[];

/** The value's words, or an error that lists what there is. */
export function namedValue(name: string, args: NumberArguments): NamedValue {
  const make: Maker = VALUES[chosen(name, NAMED_VALUES, 'of')];
  return make(args);
}
