/**
 * Predictions set beside measured runs: by the original's formula and by this guide's. One vote for
 * each device, model, format and runtime, so that a machine measured fifty times counts once.
 */
import type { Measurement } from '../catalogue/measurements.ts';
import { parse, resolve } from '../configuration/index.ts';
import {
  cpuPeaks,
  estimate,
  localScore,
  promptFlopPerToken,
  weightBytes,
} from '../estimation/index.ts';
import {
  originalGenerationSpeed,
  originalOperationsPerToken,
  originalPromptSpeed,
} from '../estimation/original.ts';
import {
  DomainError,
  type EstimationInput,
  type Interval,
  isUnknown,
} from '../estimation/types.ts';
import { guideMeasurements, guideTables } from './guide-data.ts';

export const EVIDENCE_QUANTITIES = ['pp', 'tg'] as const;
export type EvidenceQuantity = (typeof EVIDENCE_QUANTITIES)[number];

/** `corrected` is the original's form with what each token touches put right: 2·P_act, or W. */
export const FORMULAS = ['original', 'corrected', 'guide'] as const;
export type FormulaName = (typeof FORMULAS)[number];

/** The share of the peak the original's formula is given: the middle of its 0.6 to 0.85. */
export const ORIGINAL_EFFICIENCY = 0.725;

export interface Evidence {
  row: Measurement;
  query: string;
  input: EstimationInput;
  measured: number;
  guide: Interval;
  /** By the original's formula; absent where it needs a figure nobody published. */
  original?: number;
  corrected?: number;
}

export const predictedBy = (e: Evidence, formula: FormulaName): number | undefined =>
  formula === 'guide' ? e.guide.central : e[formula];

/** Runs of one sequence, on the processor one would use, that nothing is known to be wrong with. */
function usable(row: Measurement, quantity: EvidenceQuantity): boolean {
  const { skip, outliers, sequences = 1, gpuCount = 1 } = row;
  if (skip && (skip.scope === 'row' || quantity === 'tg')) return false;
  if (outliers.some((outlier) => outlier.quantity === quantity)) return false;
  if (row.split || row.onCpu || row.powerLimitWatts || sequences !== 1 || gpuCount > 1)
    return false;
  if (!row.deviceId || !row.modelId || !row.quantizationId || !row.runtimeId) return false;
  if (!Number.isFinite(rateOf(row, quantity)) || !onUsualProcessor(row)) return false;
  return row.test === 'localscore' ? row.processor === 'cpu' : lengthFits(row, quantity);
}

/** The GPU of a card or a SoC, the cores of a CPU. */
const onUsualProcessor = ({ processor, deviceKind, deviceId = '' }: Measurement): boolean =>
  deviceKind !== 'multi-gpu' &&
  processor === (guideTables().devices[deviceId]?.kind === 'cpu' ? 'cpu' : 'gpu');

/**
 * llama-bench's usual lengths from an empty cache: prompts of 512 to 2,048 tokens, answers of up to
 * 1,024. Fewer threads than half the cores measure a part of a processor.
 */
function lengthFits(row: Measurement, quantity: EvidenceQuantity): boolean {
  const { promptTokens = 0, generatedTokens = 0, threads, deviceId = '' } = row;
  if (row.test !== 'bench' || (row.depthTokens ?? 0) > 0) return false;
  const cores = guideTables().devices[deviceId]?.cpu?.cores;
  if (row.processor === 'cpu' && threads && cores && threads < cores / 2) return false;
  if (quantity === 'pp') return promptTokens >= 512 && promptTokens <= 2048;
  return promptTokens === 0 && generatedTokens >= 32 && generatedTokens <= 1024;
}

/** The link's query of the configuration a run had. */
export function queryOf(row: Measurement, quantity: EvidenceQuantity): string {
  const mean = row.test === 'localscore';
  const prompt = mean ? 1024 : quantity === 'pp' ? (row.promptTokens ?? 512) : 0;
  const gen = mean ? 1024 : quantity === 'tg' ? (row.generatedTokens ?? 128) : 0;
  const parts: [string, string | number | undefined][] = [
    ['hw', row.deviceId],
    ['model', row.modelId],
    ['quant', row.quantizationId],
    ['runtime', row.runtimeId],
    ['fa', row.flashAttention === false ? 'off' : 'on'],
    ['ubatch', row.microBatchTokens],
    ['prompt', prompt],
    ['gen', gen],
  ];
  return parts
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join('&');
}

/** Peak FP32 rate of the processor a run used: what the original calls F. */
function fp32Of({ machine }: EstimationInput): number | undefined {
  const { accelerator, host } = machine;
  if (accelerator) return accelerator.fp32FlopPerSecond;
  return host && cpuPeaks(host).fp32;
}

/** The original's form, as it stands and with the right work for a token. */
function bySimpleFormula(
  quantity: EvidenceQuantity,
  input: EstimationInput,
  fileBytes: number | undefined,
): Pick<Evidence, 'original' | 'corrected'> {
  const { machine, model, quantization } = input;
  if (quantity === 'pp') {
    const flopPerSecond = fp32Of(input);
    if (flopPerSecond === undefined) return {};
    const speed = (operationsPerToken: number) =>
      originalPromptSpeed({ flopPerSecond, efficiency: ORIGINAL_EFFICIENCY, operationsPerToken });
    const rule = originalOperationsPerToken(model.layers, model.hiddenSize);
    return { original: speed(rule), corrected: speed(promptFlopPerToken(model)) };
  }
  const bandwidth =
    machine.accelerator?.bandwidthBytesPerSecond ?? machine.ramBandwidthBytesPerSecond;
  if (bandwidth === undefined) return {};
  const bytes = weightBytes(model, quantization, fileBytes);
  const { count = 1, activePerToken = 1 } = model.experts ?? {};
  const read = bytes.dense + (bytes.experts * activePerToken) / count;
  return {
    original: originalGenerationSpeed(bandwidth, bytes.file),
    corrected: originalGenerationSpeed(bandwidth, read),
  };
}

function evidenceOf(
  row: Measurement,
  quantity: EvidenceQuantity,
  measured: number,
): Evidence | undefined {
  const query = queryOf(row, quantity);
  const { configuration, problems } = parse(query);
  if (problems.length > 0) return undefined;
  try {
    const input = resolve(configuration, guideTables());
    const result = estimate(input);
    const one = result[quantity];
    if (isUnknown(one)) return undefined;
    const guide = row.test === 'localscore' ? meanOfTests(input, quantity, one) : one;
    return {
      row,
      query,
      input,
      measured,
      guide,
      ...bySimpleFormula(quantity, input, row.fileBytes),
    };
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** LocalScore prints the mean over its nine tests; the range keeps its proportions. */
function meanOfTests(input: EstimationInput, quantity: EvidenceQuantity, one: Interval): Interval {
  const score = localScore(input);
  if (isUnknown(score)) return one;
  const { central } = score[quantity];
  const factor = central / one.central;
  return { low: one.low * factor, central, high: one.high * factor };
}

const rateOf = (row: Measurement, quantity: EvidenceQuantity): number =>
  (quantity === 'pp' ? row.ppTokensPerSecond : row.tgTokensPerSecond) ?? Number.NaN;

const known = new Map<EvidenceQuantity, Evidence[]>();

/** Every usable run's configuration once, newest engine and flash attention first, with the median of its runs. */
export function evidence(quantity: EvidenceQuantity): readonly Evidence[] {
  const before = known.get(quantity);
  if (before) return before;
  const groups = new Map<string, Measurement[]>();
  for (const row of guideMeasurements().rows) {
    if (!usable(row, quantity)) continue;
    const key = [row.deviceId, row.modelId, row.quantizationId, row.runtimeId].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const found = [...groups.values()].flatMap((rows) => vote(rows, quantity));
  known.set(quantity, found);
  return found;
}

/** One of a group's runs with the median of those that share its flash attention and length. */
function vote(rows: Measurement[], quantity: EvidenceQuantity): Evidence[] {
  const length = (row: Measurement) =>
    (quantity === 'pp' ? row.promptTokens : row.generatedTokens) ?? 0;
  const rank = (row: Measurement) => Number(row.flashAttention ?? false);
  const sorted = [...rows].sort(
    (a, b) =>
      rank(b) - rank(a) || (b.date ?? '').localeCompare(a.date ?? '') || length(a) - length(b),
  );
  const first = sorted[0];
  if (!first) return [];
  const peers = sorted.filter((row) => rank(row) === rank(first) && length(row) === length(first));
  const result = evidenceOf(first, quantity, median(peers.map((row) => rateOf(row, quantity))));
  return result ? [result] : [];
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear interpolation between the two nearest of the sorted values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined)
    throw new RangeError('a quantile needs at least one value');
  return low + (high - low) * (at - Math.floor(at));
}

export interface ErrorSummary {
  count: number;
  /** Median of |predicted / measured − 1|. */
  medianError: number;
  /** Nine in ten are off by less. */
  p90Error: number;
  /** Median of predicted / measured: above one promises too much. */
  medianRatio: number;
  p10Ratio: number;
  p90Ratio: number;
}

/** How far a formula is off over a set of evidence. */
export function summarize(list: readonly Evidence[], formula: FormulaName): ErrorSummary {
  const ratios = list.flatMap((e) => {
    const predicted = predictedBy(e, formula);
    return predicted === undefined ? [] : [predicted / e.measured];
  });
  const errors = ratios.map((ratio) => Math.abs(ratio - 1));
  return {
    count: ratios.length,
    medianError: quantile(errors, 0.5),
    p90Error: quantile(errors, 0.9),
    medianRatio: quantile(ratios, 0.5),
    p10Ratio: quantile(ratios, 0.1),
    p90Ratio: quantile(ratios, 0.9),
  };
}
