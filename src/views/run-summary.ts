/** Counts over all measured runs: what there is, what is left out and why, what is not estimated. */
import { estimateOf, markOf, RUN_QUANTITIES, type RunRecord } from './run-records.ts';

export interface Counted {
  name: string;
  count: number;
}

export interface RunSummary {
  runs: number;
  figures: number;
  estimated: number;
  sources: number;
  devices: number;
  models: number;
  /** Runs, or their generation alone, that are neither fitted nor judged. */
  skips: Counted[];
  /** Figures marked by rule. */
  outliers: number;
  /** Figures without an estimate, by reason. */
  gaps: Counted[];
}

function counted(words: readonly (string | undefined)[]): Counted[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
}

export function summarizeRuns(runs: readonly RunRecord[]): RunSummary {
  const figures = runs.flatMap((run) =>
    RUN_QUANTITIES.flatMap((quantity) => {
      const estimate = estimateOf(run, quantity);
      return estimate === undefined ? [] : [{ run, quantity, estimate }];
    }),
  );
  const distinct = (ids: readonly (string | undefined)[]) =>
    new Set(ids.filter((id) => id !== undefined)).size;
  return {
    runs: runs.length,
    figures: figures.length,
    estimated: figures.filter(({ estimate }) => !('unknown' in estimate)).length,
    sources: distinct(runs.map(({ source }) => source)),
    devices: distinct(runs.map(({ deviceId }) => deviceId)),
    models: distinct(runs.map(({ modelId }) => modelId)),
    skips: counted(
      runs.map(({ skip, skipTgOnly }) => skip ?? (skipTgOnly && `${skipTgOnly} (TG alone)`)),
    ),
    outliers: figures.filter(({ run, quantity }) => markOf(run, quantity) !== undefined).length,
    gaps: counted(
      figures.map(({ estimate }) => ('unknown' in estimate ? estimate.unknown : undefined)),
    ),
  };
}
