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
import { ORIGINAL_EFFICIENCY } from './evidence.ts';
import { EVIDENCE_VALUES } from './evidence-numbers.ts';
import {
  formatBandwidth,
  formatBytes,
  formatCount,
  formatFixed,
  formatGibibytes,
  formatGigabytes,
  formatParameters,
  formatRate,
  formatSignificant,
  formatTera,
  withUnit,
} from './format.ts';
import { deviceById, kvTypeById, modelById, quantizationById } from './guide-data.ts';
import {
  bandwidthOf,
  chosen,
  type Maker,
  type NamedValue,
  type NumberArguments,
  times,
} from './number-arguments.ts';

export { ARGUMENTS, type NamedValue, type NumberArguments } from './number-arguments.ts';

const gflop = (flop: number) => withUnit(formatSignificant(flop / 1e9, 3), 'GFLOP');

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

function peakOf({ hw }: NumberArguments): number {
  const device = deviceById(hw);
  const rate = device.fp32FlopPerSecond ?? (device.cpu && cpuPeaks(device).fp32);
  if (rate) return rate;
  throw new Error(`${device.name} has no sourced FP32 rate`);
}

function originalPp(a: NumberArguments): number {
  return originalPromptSpeed({
    flopPerSecond: peakOf(a),
    efficiency: ORIGINAL_EFFICIENCY,
    operationsPerToken: ruleFlop(a),
  });
}

const VALUES = {
  ...EVIDENCE_VALUES,
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
} as const satisfies Record<string, Maker>;

export const NAMED_VALUES = Object.keys(VALUES) as (keyof typeof VALUES)[];

/** The value's words, or an error that lists what there is. */
export function namedValue(name: string, args: NumberArguments): NamedValue {
  const make: Maker = VALUES[chosen(name, NAMED_VALUES, 'of')];
  return make(args);
}
