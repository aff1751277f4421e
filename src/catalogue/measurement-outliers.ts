/**
 * Finds runs that a broken install, a spill into system memory or a slip of the pen explains better
 * than the hardware. Rows are marked, never dropped: a reader shall see that such results exist.
 */
import { siOf } from '../schema/quantity.ts';
import type { Measurement } from './measurement-row.ts';
import type { MeasurementJoin } from './measurements.ts';

export interface Outlier {
  quantity: 'pp' | 'tg';
  rule: 'below-bandwidth' | 'above-bandwidth' | 'below-peers' | 'above-peers' | 'warm-up';
  /** The figure that broke the rule: share of bandwidth, ratio to the peers' median, or time of two prompts over that of one. */
  ratio: number;
}

/**
 * Share of memory bandwidth that decoding one sequence must reach. Dense models of 7 B and more
 * reach 0.4 to 1 on every engine measured; below 0.15 something is wrong. Mixtures read scattered
 * experts and get a lower floor. Above 1.15 weights cannot have been read once a token.
 */
const FLOOR_DENSE = 0.15;
const FLOOR_MIXTURE = 0.05;
const CEILING = 1.15;
const LEAST_DENSE_PARAMETERS = 7e9;
/** Deeper contexts read a cache as well, so the floor says nothing there. */
const MOST_DEPTH = 4096;

/**
 * Two prompts of 512 tokens or more take at least a tenth longer than one. Where they do not, the
 * first run of a series also measured the loading of kernels and weights.
 */
const LEAST_TIME_OF_TWO = 1.1;
const LEAST_LONG_PROMPT = 512;

/** A run half or twice as fast as the median of its peers is not the same configuration. */
const PEER_FACTOR = 2;
const LEAST_PEERS = 3;

function weightBytes(row: Measurement, catalogue: MeasurementJoin): number | undefined {
  if (row.fileBytes !== undefined) return row.fileBytes;
  const format =
    row.quantizationId === undefined ? undefined : catalogue.quantizations.get(row.quantizationId);
  const bits = siOf(format?.effective_llama31_8b) ?? siOf(format?.nominal);
  return row.parameters === undefined || bits === undefined
    ? undefined
    : (row.parameters * bits) / 8;
}

function isMixture(row: Measurement, catalogue: MeasurementJoin): boolean {
  if (row.activeParameters !== undefined) return true;
  return row.modelId !== undefined && catalogue.models.get(row.modelId)?.experts !== undefined;
}

/** Bytes read for one token: the file, or the active share of a mixture's. */
function bytesPerToken(row: Measurement, catalogue: MeasurementJoin): number | undefined {
  const bytes = weightBytes(row, catalogue);
  if (bytes === undefined || !isMixture(row, catalogue)) return bytes;
  const model = row.modelId === undefined ? undefined : catalogue.models.get(row.modelId);
  const active = row.activeParameters ?? siOf(model?.active_parameters);
  const total = row.parameters ?? siOf(model?.parameters);
  return active === undefined || total === undefined ? undefined : (bytes * active) / total;
}

function bandwidth(row: Measurement, catalogue: MeasurementJoin): number | undefined {
  if (row.deviceId === undefined || row.processor !== 'gpu') return undefined;
  return siOf(catalogue.devices.get(row.deviceId)?.bandwidth);
}

/**
 * Bytes per second one sequence's decoding reads, as a share of one GPU's bandwidth, where the row
 * tells enough. CPUs are left to their peers: their memory is seldom stated and small types keep
 * their cores busy.
 */
function bandwidthShare(row: Measurement, catalogue: MeasurementJoin): number | undefined {
  if (row.tgTokensPerSecond === undefined || row.tgBasis !== 'decode') return undefined;
  const bytes = bytesPerToken(row, catalogue);
  const peak = bandwidth(row, catalogue);
  if (bytes === undefined || peak === undefined) return undefined;
  return (row.tgTokensPerSecond * bytes) / peak;
}

/** Cards that may read at once: all, unless layers are known to run one after the other. */
const mostAtOnce = (row: Measurement): number => (row.split === 'layer' ? 1 : (row.gpuCount ?? 1));
const leastAtOnce = (row: Measurement): number =>
  row.split === 'tensor' ? (row.gpuCount ?? 1) : 1;

function bandwidthOutliers(row: Measurement, catalogue: MeasurementJoin): Outlier[] {
  const share = bandwidthShare(row, catalogue);
  if (share === undefined) return [];
  const high = share / mostAtOnce(row);
  if (high > CEILING) return [{ quantity: 'tg', rule: 'above-bandwidth', ratio: high }];
  const mixture = isMixture(row, catalogue);
  const deep = (row.depthTokens ?? 0) > MOST_DEPTH;
  const judged = mixture || (row.parameters ?? 0) >= LEAST_DENSE_PARAMETERS;
  const low = share / leastAtOnce(row);
  if (!judged || deep || low >= (mixture ? FLOOR_MIXTURE : FLOOR_DENSE)) return [];
  return [{ quantity: 'tg', rule: 'below-bandwidth', ratio: low }];
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/** Runs of one group should agree: same machine, model, format, engine and test. */
function peerKey(row: Measurement, sequences = row.sequences): string | undefined {
  if (row.deviceId === undefined || row.modelId === undefined) return undefined;
  if (sequences === undefined) return undefined;
  const format = row.quantizationId ?? row.quantizationName;
  return JSON.stringify([
    row.deviceId,
    row.gpuCount,
    row.processor,
    row.onCpu,
    row.split,
    row.runtimeId ?? row.engine,
    row.modelId,
    format,
    row.test,
    row.promptTokens,
    row.generatedTokens,
    row.depthTokens,
    sequences,
    row.powerLimitWatts,
    row.flashAttention,
    row.microBatchTokens,
    row.kvK,
    row.switches,
  ]);
}

const rateOf = (row: Measurement, quantity: Outlier['quantity']): number | undefined =>
  quantity === 'pp' ? row.ppTokensPerSecond : row.tgTokensPerSecond;

/** Rates a median may be taken of: rows skipped for a known reason say nothing of their peers. */
function soundRates(peers: readonly Measurement[], quantity: Outlier['quantity']): number[] {
  const sound = peers.filter(({ skip }) => !skip || (skip.scope === 'tg' && quantity === 'pp'));
  return sound.map((peer) => rateOf(peer, quantity)).filter((rate) => rate !== undefined);
}

function peerOutliers(row: Measurement, peers: readonly Measurement[]): Outlier[] {
  return (['pp', 'tg'] as const).flatMap((quantity): Outlier[] => {
    const rates = soundRates(peers, quantity);
    const rate = rateOf(row, quantity);
    if (rate === undefined || rates.length < LEAST_PEERS) return [];
    const ratio = rate / median(rates);
    if (ratio < 1 / PEER_FACTOR) return [{ quantity, rule: 'below-peers', ratio }];
    if (ratio > PEER_FACTOR) return [{ quantity, rule: 'above-peers', ratio }];
    return [];
  });
}

function warmUps(row: Measurement, groups: ReadonlyMap<string, readonly Measurement[]>): Outlier[] {
  const { ppTokensPerSecond: one, promptTokens = 0 } = row;
  if (row.test !== 'batched' || row.sequences !== 1 || promptTokens < LEAST_LONG_PROMPT) return [];
  const pairs = groups.get(peerKey(row, 2) ?? '') ?? [];
  const two = median(soundRates(pairs, 'pp'));
  const ratio = one === undefined ? Number.NaN : (2 * one) / two;
  return ratio < LEAST_TIME_OF_TWO ? [{ quantity: 'pp', rule: 'warm-up', ratio }] : [];
}

/** The same rows with their marks. */
export function markOutliers(
  rows: readonly Measurement[],
  catalogue: MeasurementJoin,
): Measurement[] {
  const groups = new Map<string, Measurement[]>();
  for (const row of rows) {
    const key = peerKey(row);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return rows.map((row) => {
    const key = peerKey(row);
    const peers = key === undefined ? [] : (groups.get(key) ?? []);
    return {
      ...row,
      outliers: [
        ...bandwidthOutliers(row, catalogue),
        ...peerOutliers(row, peers),
        ...warmUps(row, groups),
      ],
    };
  });
}
