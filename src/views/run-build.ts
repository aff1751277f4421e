/** Builds the records of all measured runs: names of the catalogue, marks in words, estimates. */
import type { Measurement, Measurements, Outlier } from '../catalogue/measurements.ts';
import type { Tables } from '../configuration/tables.ts';
import { type Interval, isUnknown, type Quantity } from '../estimation/types.ts';
import { deviceOf, runModelOf } from './nearest-runs.ts';
import { chosenFirst } from './run-choice.ts';
import { estimateOfRun } from './run-estimate.ts';
import type { RunRecord, RunSet } from './run-records.ts';
import { settingsOf, wordOutlier } from './run-words.ts';

/** Every run, those chosen for the first page first, the rest as their files have them. */
export function buildRunSet({ rows, sources }: Measurements, tables: Tables): RunSet {
  const records = rows.map((row) => recordOf(row, tables));
  const ids = <Key extends 'deviceId' | 'modelId' | 'formatId'>(key: Key) =>
    [...new Set(records.map((record) => record[key]))].filter((id) => id !== undefined);
  const models = pick(ids('modelId'), (id) => {
    const model = tables.models[id];
    return model && runModelOf(model);
  });
  return {
    runs: chosenFirst(records, models),
    devices: pick(ids('deviceId'), (id) => {
      const device = tables.devices[id];
      return device && deviceOf(device);
    }),
    models,
    formatBits: pick(ids('formatId'), (id) => {
      const format = tables.quantizations[id];
      return format?.effectiveBitsPerWeight ?? format?.nominalBitsPerWeight;
    }),
    sources: Object.fromEntries([...sources].map(([id, { title }]) => [id, title])),
  };
}

function pick<T>(ids: readonly string[], of: (id: string) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    ids.flatMap((id): [string, T][] => {
      const found = of(id);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The source's name, where it says more than the catalogue's: a fine-tune, another version. */
const runAs = (model: string, name: string): string | undefined =>
  plainName(name.replace(/\b(meta|instruct|chat|it)\b/gi, '')) === plainName(model)
    ? undefined
    : name;

/** The fields of a record whose value the run tells. */
type Told = { [Key in keyof RunRecord]?: RunRecord[Key] | undefined };

const present = (told: Told): RunRecord =>
  Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as unknown as RunRecord;

function recordOf(row: Measurement, tables: Tables): RunRecord {
  const model = tables.models[row.modelId ?? '']?.name ?? row.modelName;
  const { skip } = row;
  return present({
    id: row.id,
    device: tables.devices[row.deviceId ?? '']?.name ?? row.deviceName,
    deviceId: row.deviceId,
    gpuCount: row.processor === 'cpu' ? undefined : row.gpuCount,
    processor: row.processor,
    model,
    modelId: row.modelId,
    runAs: runAs(model, row.modelName),
    format: formatOf(row, tables),
    formatId: row.quantizationId,
    engine: row.engine,
    engineVersion: row.engineVersion,
    runtimeId: row.runtimeId,
    test: row.test,
    promptTokens: row.promptTokens,
    generatedTokens: row.generatedTokens,
    depthTokens: row.depthTokens,
    sequences: row.sequences,
    flashAttention:
      row.flashAttention === undefined ? undefined : row.flashAttention ? 'on' : 'off',
    microBatchTokens: row.microBatchTokens,
    kv: kvOf(row),
    powerLimitWatts: row.powerLimitWatts,
    switches: row.switches.join(' ') || undefined,
    settings: settingsOf(row, tables) || undefined,
    ...figuresOf(row, tables),
    date: row.date,
    url: row.url,
    source: row.sourceId,
    skip: skip?.scope === 'row' ? skip.reason : undefined,
    skipTgOnly: skip?.scope === 'tg' ? skip.reason : undefined,
    ppMark: marksOf(row.outliers, 'pp'),
    tgMark: marksOf(row.outliers, 'tg'),
  });
}

/** The label of the file; the catalogue's name where they say the same. */
function formatOf(row: Measurement, tables: Tables): string | undefined {
  const own = tables.quantizations[row.quantizationId ?? '']?.name;
  if (!own || !row.quantizationName) return own ?? row.quantizationName;
  return plainName(own) === plainName(row.quantizationName) ? own : row.quantizationName;
}

const kvOf = ({ kvK, kvV = kvK }: Measurement): string | undefined =>
  kvK === undefined || kvK === kvV ? kvK : `${kvK}/${kvV}`;

const marksOf = (outliers: readonly Outlier[], quantity: Outlier['quantity']): string | undefined =>
  outliers
    .filter((outlier) => outlier.quantity === quantity)
    .map(wordOutlier)
    .join('; ') || undefined;

/** Four digits: more than any page shows, and a third of the file. */
const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toPrecision(4));

function figuresOf(row: Measurement, tables: Tables): Told {
  const { pp, tg } = estimateOfRun(row, tables);
  const of = (quantity: Quantity | undefined) =>
    quantity && !isUnknown(quantity) ? quantity : undefined;
  const gap = (quantity: Quantity | undefined) =>
    quantity && isUnknown(quantity) ? gapWords(row, quantity.unknown) : undefined;
  return {
    ppTokensPerSecond: rounded(row.ppTokensPerSecond),
    tgTokensPerSecond: rounded(row.tgTokensPerSecond),
    ttftSeconds: rounded(row.ttftSeconds),
    ppEstimate: rounded(of(pp)?.central),
    ...partsOf(of(pp), 'ppLowPart', 'ppHighPart'),
    ppGap: gap(pp),
    tgEstimate: rounded(of(tg)?.central),
    ...partsOf(of(tg), 'tgLowPart', 'tgHighPart'),
    tgGap: gap(tg),
  };
}

const partsOf = (interval: Interval | undefined, low: keyof Told, high: keyof Told): Told =>
  interval
    ? {
        [low]: Number((interval.low / interval.central).toPrecision(2)),
        [high]: Number((interval.high / interval.central).toPrecision(3)),
      }
    : {};

const PARTS = { device: 'device', runtime: 'software', model: 'model', quantization: 'format' };

/** `format: the source does not say`: the join's reason, with what it is about. */
function gapWords(row: Measurement, reason: string): string {
  const part = (Object.keys(PARTS) as (keyof typeof PARTS)[]).find(
    (one) => row[`${one}Gap`] === reason,
  );
  return part && !reason.startsWith(PARTS[part]) ? `${PARTS[part]}: ${reason}` : reason;
}
