/** The words of a measured run: its marks, its settings, its test. Safe to run in a browser. */
import type { Measurement, Outlier } from '../catalogue/measurements.ts';
import type { Tables } from '../configuration/tables.ts';
import { formatCount, formatFixed, formatPercent, formatWatts } from './format.ts';
import type { RunRecord } from './run-records.ts';

const OUTLIERS: Readonly<Record<Outlier['rule'], (ratio: number) => string>> = {
  'below-bandwidth': (ratio) => `reads only ${formatPercent(ratio)} of the memory bandwidth`,
  'above-bandwidth': (ratio) => `would need ${formatFixed(ratio, 1)} times the memory bandwidth`,
  'below-peers': (ratio) => `${formatFixed(ratio, 2)} of the median of like runs`,
  'above-peers': (ratio) => `${formatFixed(ratio, 1)} times the median of like runs`,
  'warm-up': (ratio) =>
    `two such prompts took only ${formatFixed(ratio, 2)} times as long: the first run of a series`,
};

export const wordOutlier = ({ rule, ratio }: Outlier): string => OUTLIERS[rule](ratio);

const SPLITS: Readonly<Record<string, string>> = {
  layer: 'split by layers',
  tensor: 'tensor parallel',
  pipeline: 'pipeline of cards',
  network: 'over a network',
};

/** Settings that no column of their own shows, in words. */
export function settingsOf(row: Measurement, tables: Tables): string {
  const { gpuLayers, hostId, hostName, onCpu, processor, split, threads } = row;
  const host = tables.devices[hostId ?? '']?.name ?? hostName;
  const said = [
    host && processor !== 'cpu' && `host ${host}`,
    onCpu && `on the CPU: ${onCpu}`,
    gpuLayers !== undefined && processor === 'hybrid' && `${gpuLayers} layers on the GPU`,
    split && SPLITS[split],
    threads !== undefined && processor === 'cpu' && `${formatCount(threads)} threads`,
    row.tgBasis === 'wall' && 'rate of the whole request',
  ];
  return said.filter((one) => typeof one === 'string').join(', ');
}

const tokens = (count: number): string => formatCount(count);

/** What was run: `prompt 512`, `answer 128 after 4,096`, `LocalScore, mean of 9 tests`. */
export function wordTest(run: RunRecord): string {
  if (run.test === 'localscore') return 'LocalScore, mean of 9 tests';
  const { promptTokens = 0, generatedTokens = 0, depthTokens = 0 } = run;
  const said = [
    promptTokens > 0 && `prompt ${tokens(promptTokens)}`,
    generatedTokens > 0 && `answer ${tokens(generatedTokens)}`,
  ].filter((one) => typeof one === 'string');
  const lengths = said.join(' + ') || 'lengths not stated';
  const before = depthTokens > 0 && depthTokens !== promptTokens;
  return before ? `${lengths}, after ${tokens(depthTokens)}` : lengths;
}

/** Users, cache, flash attention, micro-batch and the rest, in one line. */
export function wordSettings(run: RunRecord): string {
  const { sequences, flashAttention, microBatchTokens, kv, powerLimitWatts } = run;
  const said = [
    sequences !== undefined && sequences > 1 && `${formatCount(sequences)} at once`,
    run.test === 'serving' && sequences === undefined && 'requests as they come',
    flashAttention && `flash attention ${flashAttention}`,
    microBatchTokens !== undefined && `micro-batch ${formatCount(microBatchTokens)}`,
    kv && kv !== 'f16' && `cache ${kv}`,
    powerLimitWatts !== undefined && `limited to ${formatWatts(powerLimitWatts)}`,
    run.switches?.replaceAll(' ', ', '),
    run.settings,
  ];
  return said.filter((one) => typeof one === 'string' && one !== '').join(', ');
}
