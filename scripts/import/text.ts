/** Wording of imported cells: sources, remarks, quantities and the reasons for blanks. */
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

export type Row = Record<string, string>;

/** What is written for a quantity: text with unit, with a remark, or the reason for a blank. */
export type Written =
  | string
  | { value: string; note?: string; sources?: string[] }
  | { unknown: string };

export function readRows(path: string): Row[] {
  return parseCsv(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true });
}

const aliases = parseYaml(
  readFileSync(new URL('./source-aliases.yaml', import.meta.url), 'utf8'),
) as Record<string, string>;

/** Words of the collection that mean nothing to a reader of this repository. */
const wording: [RegExp, string][] = [
  [/\s*\((stored )?index ids? [\d, and]+\)/g, ''],
  [/[;,] (stored )?index ids? \d[\d, and]*\d/g, ''],
  [/\b(stored )?index ids? \d[\d, and]*\d/g, 'a public text'],
  [/\s*\((\d{9,})\)/g, ''],
  [/^[\w-]+\/power_cost\.json.*$/, 'video-small-machines'],
  [/\b(the )?video (seed|source)\b/g, 'the video on small machines'],
  [/(are|is) not in the seed/g, '$1 not told there'],
  [/seed author/g, 'd893a'],
  [/his table/g, 'the same table'],
  [/by his total/g, 'by the total given'],
  [/power_measured\.csv/g, 'power.csv'],
  [/;? ?no row in (socs|gpus|cpus)\.csv( yet)?|;? ?N150 has no row in cpus\.csv/g, ''],
  [/, see prices\.csv/g, ''],
  [/prices_energy\.csv/g, 'gpu-purchases.csv'],
  [/power_noise\.csv/g, 'power-noise.csv'],
];

export function clean(text: string): string {
  let result = text;
  for (const [pattern, replacement] of wording) result = result.replace(pattern, replacement);
  return result.replace(/\s+/g, ' ').trim();
}

/** Remarks of a row, one a line. */
export function notesOf(cell: string | undefined, more: string[] = []): string[] {
  const parts = clean(cell ?? '')
    .split(/; (?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
  return [...parts, ...more];
}

const PRIVATE = 'https://www.techpowerup.com';
const TABLE = /^(gpus|cpus|socs)\.csv$/;
const ANONYMOUS = 'public-text-without-address';

function sourceOf(part: string): string {
  const known = aliases[part];
  if (known) return known;
  const cleaned = clean(part);
  return /^((a )?public texts?( read.*)?|)$/.test(cleaned)
    ? ANONYMOUS
    : (aliases[cleaned] ?? cleaned);
}

/**
 * Sources of a row. TechPowerUp reserves its compilation: it is named only where a figure was read
 * nowhere else.
 */
export function sourcesOf(cell: string, fallback: string[] = []): string[] {
  const parts = cell.split(' | ').map((part) => part.trim());
  const own = parts.filter((part) => !part.startsWith(PRIVATE) && !TABLE.test(part));
  const chosen = own.length > 0 ? own.map(sourceOf) : fallback;
  const all = chosen.length > 0 ? chosen : parts.filter((part) => !TABLE.test(part)).map(sourceOf);
  return [...new Set(all)];
}

/** `105.0` is `105`. */
const plain = (cell: string): string => (/^\d+\.0+$/.test(cell) ? cell.replace(/\.0+$/, '') : cell);

export function written(
  cell: string | undefined,
  unit: string,
  reason: string,
  note?: string,
): Written {
  if (cell === undefined || cell === '') return { unknown: reason };
  const value = `${plain(cell)} ${unit}`;
  return note ? { value, note } : value;
}

/** `35-115` is the upper end, with the range in a remark. */
export function power(cell: string | undefined, reason: string): Written {
  if (!cell?.includes('-')) return written(cell, 'W', reason);
  return written(cell.split('-')[1], 'W', reason, `configurable, ${cell.replace('-', ' to ')} W`);
}

/** An integer, or the reason for a blank. */
export const whole = (cell: string | undefined, reason: string): number | { unknown: string } =>
  cell === undefined || cell === '' ? { unknown: reason } : Number(cell);

export const text = (cell: string | undefined, reason: string): string | { unknown: string } =>
  cell === undefined || cell === '' ? { unknown: reason } : cell;

/** Drops keys without a value, so that what does not apply is not written. */
export function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

export const NOT_SEEN = 'not seen in a source';
