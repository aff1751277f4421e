/**
 * Measured runs as pages show them: one flat record a run, with the module's estimate of that very
 * run. All of them travel to the browser as one file of columns, where a word that repeats is
 * written once; `packRuns` and `unpackRuns` are each other's inverse.
 */
import type { Interval, Unknown } from '../estimation/types.ts';

/** One measured run. What the source does not say is absent. */
export interface RunRecord {
  /** Source and number of the row in its file: `localscore-17`. */
  id: string;
  /** Catalogue's name, or the source's where the catalogue has no such device. */
  device: string;
  deviceId?: string;
  /** Cards; absent on a CPU. */
  gpuCount?: number;
  processor: string;
  model: string;
  modelId?: string;
  /** The source's name, where it differs: a fine-tune. */
  runAs?: string;
  format?: string;
  formatId?: string;
  engine: string;
  engineVersion?: string;
  runtimeId?: string;
  test: string;
  promptTokens?: number;
  generatedTokens?: number;
  depthTokens?: number;
  sequences?: number;
  flashAttention?: string;
  microBatchTokens?: number;
  /** Element type of the cache, where stated. */
  kv?: string;
  powerLimitWatts?: number;
  /** Drivers and build options that change speed. */
  switches?: string;
  /** Further settings in words: host, threads, split. */
  settings?: string;
  ppTokensPerSecond?: number;
  tgTokensPerSecond?: number;
  ttftSeconds?: number;
  ppEstimate?: number;
  /** Ends of the 80 % range as parts of the estimate. */
  ppLowPart?: number;
  ppHighPart?: number;
  /** Why there is no estimate. */
  ppGap?: string;
  tgEstimate?: number;
  tgLowPart?: number;
  tgHighPart?: number;
  tgGap?: string;
  date?: string;
  url: string;
  source: string;
  /** Why the run is neither fitted nor judged, in words. */
  skip?: string;
  /** The skip concerns generation alone. */
  skipTgOnly?: string;
  /** Marks set by rule, in words. */
  ppMark?: string;
  tgMark?: string;
}

/** What a distance between devices needs. */
export interface RunDevice {
  name: string;
  vendor: string;
  /** Architecture class of the GPU and of the CPU, as the estimator tells them apart. */
  gpuClass?: string;
  cpuClass?: string;
  bandwidthBytesPerSecond?: number;
}

/** What a distance between models needs. */
export interface RunModel {
  name: string;
  parameters: number;
  activeParameters: number;
  mixture: boolean;
}

export interface RunSet {
  runs: RunRecord[];
  /** By id, for the devices, models and formats that runs name. */
  devices: Record<string, RunDevice>;
  models: Record<string, RunModel>;
  /** Bits per weight by format. */
  formatBits: Record<string, number>;
  /** Title by source. */
  sources: Record<string, string>;
}

type Cell = string | number | null;
type Column = { words: string[]; at: number[] } | { values: (number | null)[] };

/** The set as one JSON file. */
export interface RunFile extends Omit<RunSet, 'runs'> {
  count: number;
  columns: Partial<Record<keyof RunRecord, Column>>;
}

/** A row's number in its file is the part of the id that the source does not tell. */
const numberOf = (run: RunRecord): number => Number(run.id.slice(run.source.length + 1));

export function packRuns({ runs, ...rest }: RunSet): RunFile {
  const keys = new Set(runs.flatMap((run) => Object.keys(run) as (keyof RunRecord)[]));
  const columns: RunFile['columns'] = {};
  for (const key of keys) {
    columns[key] =
      key === 'id'
        ? { values: runs.map(numberOf) }
        : packColumn(runs.map((run) => run[key] ?? null));
  }
  return { ...rest, count: runs.length, columns };
}

function packColumn(cells: readonly Cell[]): Column {
  const numeric = cells.every((cell) => cell === null || typeof cell === 'number');
  if (numeric) return { values: cells as (number | null)[] };
  const places = new Map<string, number>();
  // 0 is the place of what is absent.
  const at = cells.map((cell) => {
    if (cell === null) return 0;
    const word = String(cell);
    const place = places.get(word) ?? places.size + 1;
    places.set(word, place);
    return place;
  });
  return { words: [...places.keys()], at };
}

/** Absent values are `undefined` here: objects of one shape are made ten times as fast. */
export function unpackRuns({ count, columns, ...rest }: RunFile): RunSet {
  const names = Object.keys(columns) as (keyof RunRecord)[];
  const blank = Object.fromEntries(names.map((name) => [name, undefined]));
  const runs = Array.from({ length: count }, () => ({ ...blank }) as unknown as RunRecord);
  for (const name of names) {
    const column = columns[name] as Column;
    fill(runs as unknown as Record<string, Cell | undefined>[], name, column);
  }
  for (const run of runs) run.id = `${run.source}-${run.id}`;
  return { ...rest, runs };
}

function fill(runs: Record<string, Cell | undefined>[], name: string, column: Column): void {
  if ('values' in column) {
    runs.forEach((run, row) => {
      run[name] = column.values[row] ?? undefined;
    });
  } else {
    runs.forEach((run, row) => {
      run[name] = column.words[(column.at[row] ?? 0) - 1];
    });
  }
}

export const RUN_QUANTITIES = ['pp', 'tg'] as const;
export type RunQuantity = (typeof RUN_QUANTITIES)[number];

export const measuredOf = (run: RunRecord, quantity: RunQuantity): number | undefined =>
  quantity === 'pp' ? run.ppTokensPerSecond : run.tgTokensPerSecond;

export const markOf = (run: RunRecord, quantity: RunQuantity): string | undefined =>
  quantity === 'pp' ? run.ppMark : run.tgMark;

/** Why the quantity of a run says nothing of its hardware. */
export function leftOut(run: RunRecord, quantity: RunQuantity): string | undefined {
  if (run.skip !== undefined) return run.skip;
  if (quantity === 'tg' && run.skipTgOnly !== undefined) return run.skipTgOnly;
  return markOf(run, quantity);
}

/** The estimate of the run itself, or why there is none; absent where nothing was measured. */
export function estimateOf(run: RunRecord, quantity: RunQuantity): Interval | Unknown | undefined {
  if (measuredOf(run, quantity) === undefined) return undefined;
  const [central, low, high, gap] =
    quantity === 'pp'
      ? [run.ppEstimate, run.ppLowPart, run.ppHighPart, run.ppGap]
      : [run.tgEstimate, run.tgLowPart, run.tgHighPart, run.tgGap];
  if (central === undefined) return { unknown: gap ?? 'not estimated' };
  return { low: central * (low ?? 1), central, high: central * (high ?? 1) };
}

/** Estimate over measured, less one: above zero the estimate promises more than was measured. */
export function deviationOf(run: RunRecord, quantity: RunQuantity): number | undefined {
  const estimate = estimateOf(run, quantity);
  const measured = measuredOf(run, quantity);
  if (estimate === undefined || measured === undefined || 'unknown' in estimate) return undefined;
  return estimate.central / measured - 1;
}
