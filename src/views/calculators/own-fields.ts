/** Numbers of a reader's own: what each may be, and the part of the address that carries them. */
import type { Own } from './panel.ts';

export interface OwnField {
  /** In the address: lower-case letters. */
  key: string;
  label: string;
  unit: string;
  /** Inclusive. */
  low: number;
  high: number;
  whole?: true;
  /** A slider's ends and step; without it a number field alone. */
  slider?: { low: number; high: number; log?: boolean; step: number };
  /** What holds until the reader says otherwise. */
  usual?: number;
  /** May be left empty: what needs it is then asked for. */
  optional?: true;
}

/** Named sets of numbers to begin from. */
export interface Presets {
  label: string;
  list: { name: string; values: Own }[];
}

export const usualOf = (fields: readonly OwnField[]): Own =>
  Object.fromEntries(fields.map(({ key, usual }) => [key, usual]));

/** The number a text stands for, nothing for an empty one, or why it stands for none. */
export function readOwn(
  field: OwnField,
  text: string,
): { value: number | undefined } | { message: string } {
  const { label, unit, low, high, whole, optional } = field;
  const trimmed = text.trim();
  if (trimmed === '' && optional) return { value: undefined };
  const value = trimmed === '' ? Number.NaN : Number(trimmed);
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return { value };
  const kind = whole ? ' (a whole number)' : '';
  const bound = `${low} to ${high}${unit && ` ${unit}`}${kind}`;
  return { message: `${label} must be ${bound}, got ${trimmed.slice(0, 20) || 'nothing'}` };
}

/** What differs from the usual, as `key=value&…`; empty where nothing does. */
export const formatOwn = (own: Own, fields: readonly OwnField[]): string =>
  fields
    .filter(({ key, usual }) => own[key] !== usual)
    .map(({ key }) => `${key}=${own[key] ?? ''}`)
    .join('&');

/** Reads what `formatOwn` wrote; what cannot be understood is named, the rest applies. */
export function parseOwn(
  text: string,
  fields: readonly OwnField[],
): { own: Own; problems: string[] } {
  const own: Record<string, number | undefined> = { ...usualOf(fields) };
  const problems: string[] = [];
  for (const [key, value] of new URLSearchParams(text)) {
    const field = fields.find((one) => one.key === key);
    if (!field) {
      const known = fields.map((one) => one.key).join(', ');
      problems.push(`${key.slice(0, 20)} is none of this calculator’s numbers: ${known}`);
      continue;
    }
    const read = readOwn(field, value);
    if ('value' in read) own[key] = read.value;
    else problems.push(read.message);
  }
  return { own, problems };
}
