/** Measured runs of one device or one model, gathered by what was run, beside the estimates. */
import type { Measurement } from '../catalogue/measurements.ts';
import { formatCount, formatDate, rateDigits } from './format.ts';

export interface MeasuredLine {
  /** The other side of the run: the model on a device's page, the device on a model's. */
  name: string;
  /** Page of it, below the site's base; empty where the catalogue lacks it. */
  href: string;
  format: string;
  engine: string;
  /** `41 (38–45)`: the middle of the runs and their ends; a reason where none measured it. */
  pp: string;
  tg: string;
  runs: number;
  /** `July 2024 to May 2025`. */
  dates: string;
  sources: { name: string; url: string }[];
}

export interface MeasuredTable {
  lines: MeasuredLine[];
  /** Runs behind the lines shown. */
  shown: number;
  /** Runs left out: outliers by rule, and what was not run at the start of a context by one user. */
  left: number;
}

/** One user, one processor, nothing in the context yet, and no reason to skip it. */
const plain = (row: Measurement): boolean =>
  row.skip === undefined &&
  row.outliers.length === 0 &&
  (row.sequences ?? 1) === 1 &&
  (row.depthTokens ?? 0) === 0 &&
  (row.gpuCount ?? 1) === 1 &&
  (row.ppTokensPerSecond !== undefined || row.tgTokensPerSecond !== undefined);

type Side = 'device' | 'model';

const OTHER = { device: 'model', model: 'device' } as const;

/** Runs of a device by model, or of a model by device: the groups with most runs, at most `most`. */
export function measuredOf(
  rows: readonly Measurement[],
  side: Side,
  id: string,
  most: number,
): MeasuredTable {
  const own = rows.filter((row) => row[`${side}Id`] === id);
  const usable = own.filter(plain);
  const groups = groupBy(usable, (row) => keyOf(row, OTHER[side]));
  const largest = [...groups.values()].toSorted((a, b) => b.length - a.length).slice(0, most);
  const lines = largest.map((group) => lineOf(group, OTHER[side]));
  const shown = largest.reduce((sum, group) => sum + group.length, 0);
  return {
    lines: lines.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)),
    shown,
    left: own.length - shown,
  };
}

const nameOf = (row: Measurement, side: Side): string =>
  side === 'model' ? row.modelName : row.deviceName;

const keyOf = (row: Measurement, side: Side): string =>
  [
    row[`${side}Id`] ?? nameOf(row, side),
    row.quantizationId ?? row.quantizationName,
    row.runtimeId ?? row.engine,
    row.processor,
  ].join('|');

function groupBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}

function lineOf(group: readonly [Measurement, ...Measurement[]], side: Side): MeasuredLine {
  const [first] = group;
  const id = first[`${side}Id`];
  const numbers = (read: (row: Measurement) => number | undefined): number[] =>
    group.map(read).filter((one): one is number => one !== undefined);
  return {
    name: nameOf(first, side),
    href: id ? `/${side}s/${id}/` : '',
    format: first.quantizationName ?? 'not stated',
    engine: first.processor === 'cpu' ? `${first.engine}, on the CPU` : first.engine,
    pp: wordRuns(numbers((row) => row.ppTokensPerSecond)),
    tg: wordRuns(numbers((row) => row.tgTokensPerSecond)),
    runs: group.length,
    dates: wordDates(group.flatMap(({ date }) => date ?? [])),
    sources: sourcesOf(group),
  };
}

/** Middle and ends of several runs: `41 (38–45)`. */
export function wordRuns(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return 'not measured';
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? low;
  const [from, to] = [rateDigits(low), rateDigits(high)];
  return from === to ? from : `${rateDigits(middle)} (${from}\u2013${to})`;
}

function wordDates(dates: readonly string[]): string {
  const sorted = [...dates].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return 'date not stated';
  const [from, to] = [formatDate(first.slice(0, 7)), formatDate(last.slice(0, 7))];
  return from === to ? from : `${from} to ${to}`;
}

/** At most three addresses; more say how many. */
function sourcesOf(group: readonly Measurement[]): MeasuredLine['sources'] {
  const byUrl = new Map(group.map((row) => [row.url, row.sourceId]));
  const all = [...byUrl].map(([url, name]) => ({ name, url }));
  const [first, second, third] = all;
  const few = [first, second, third].filter((one) => one !== undefined);
  const more = all.length - few.length;
  return more > 0 && third
    ? [...few.slice(0, 2), { name: `${third.name} and ${formatCount(more)} more`, url: third.url }]
    : few;
}
