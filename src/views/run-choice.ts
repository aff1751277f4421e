/** Which measured runs stand on the first page. */
import { deviationOf, leftOut, measuredOf, type RunModel, type RunRecord } from './run-records.ts';

export const PAGE_SIZE = 100;

/** One sequence on one processor, both rates where it can be had, nothing known to be wrong. */
const plain = (run: RunRecord): boolean =>
  (run.sequences ?? 0) === 1 &&
  (run.gpuCount ?? 1) === 1 &&
  run.processor !== 'hybrid' &&
  (run.depthTokens ?? 0) === 0 &&
  deviationOf(run, 'tg') !== undefined &&
  leftOut(run, 'tg') === undefined &&
  leftOut(run, 'pp') === undefined;

function countBy(runs: readonly RunRecord[], key: (run: RunRecord) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(key(run), (counts.get(key(run)) ?? 0) + 1);
  return counts;
}

/** How many devices were measured with each model and format: what most readers can compare. */
function spread(runs: readonly RunRecord[]): Map<string, number> {
  const pairs = new Set(runs.map((run) => `${fileOf(run)}|${run.deviceId}`));
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const file = pair.slice(0, pair.lastIndexOf('|'));
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return counts;
}

const fileOf = (run: RunRecord): string => `${run.modelId} ${run.formatId}`;

/** Models people use for work: smaller ones say little of a machine. */
const LEAST_PARAMETERS = 6e9;

interface Ranks {
  files: ReadonlyMap<string, number>;
  models: Readonly<Record<string, RunModel>>;
}

/**
 * Above zero where `a` tells more: on the GPU where there is one, a model of some size, both rates,
 * the file most devices were measured with, the newest.
 */
function compare(a: RunRecord, b: RunRecord, { files, models }: Ranks): number {
  const onGpu = (run: RunRecord) => Number(run.processor === 'gpu');
  const large = (run: RunRecord) =>
    Number((models[run.modelId ?? '']?.parameters ?? 0) >= LEAST_PARAMETERS);
  const both = (run: RunRecord) => Number(measuredOf(run, 'pp') !== undefined);
  const rank = (run: RunRecord) => files.get(fileOf(run)) ?? 0;
  return (
    onGpu(a) - onGpu(b) ||
    large(a) - large(b) ||
    both(a) - both(b) ||
    rank(a) - rank(b) ||
    (a.date ?? '').localeCompare(b.date ?? '')
  );
}

/**
 * The runs in the order of the unfiltered table: first one run for each of the devices measured most
 * often, by name, with the file most devices were measured with; then all others as their files have
 * them.
 */
export function chosenFirst(
  runs: readonly RunRecord[],
  models: Readonly<Record<string, RunModel>>,
): RunRecord[] {
  const candidates = runs.filter((run) => run.deviceId !== undefined && plain(run));
  const devices = countBy(candidates, (run) => run.deviceId as string);
  const files = spread(candidates);
  const best = new Map<string, RunRecord>();
  for (const run of candidates) {
    const known = best.get(run.deviceId as string);
    if (!known || compare(run, known, { files, models }) > 0) best.set(run.deviceId as string, run);
  }
  const chosen = [...best.values()]
    .sort((a, b) => (devices.get(b.deviceId ?? '') ?? 0) - (devices.get(a.deviceId ?? '') ?? 0))
    .slice(0, PAGE_SIZE)
    .sort((a, b) => a.device.localeCompare(b.device, 'en', { numeric: true }));
  const first = new Set(chosen);
  return [...chosen, ...runs.filter((run) => !first.has(run))];
}
