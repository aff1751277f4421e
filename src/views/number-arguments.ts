/** What named values depend on, the shape they share, and two things both kinds of them need. */
import { formatSignificant, withUnit } from './format.ts';
import { deviceById } from './guide-data.ts';

/** What values depend on; each value uses the ones it needs. */
export const ARGUMENTS = [
  'model',
  'quant',
  'kv',
  'hw',
  'tokens',
  'table',
  'row',
  'column',
  'file',
  'quantity',
  'formula',
  'bits',
  'size',
  'benchmark',
] as const;

export type NumberArguments = Readonly<Partial<Record<(typeof ARGUMENTS)[number], string>>>;

export interface NamedValue {
  text: string;
  /** How it was got, for those who ask: shown on hover. */
  how: string;
}

/** One of the allowed words, or an error that lists them. */
export function chosen<T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  name: string,
): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new Error(`${name} must be ${allowed.join(' or ')}, got ${value ?? 'nothing'}`);
  return found;
}

/** Works a named value out of what it depends on; throws where something is missing or unknown. */
export type Maker = (a: NumberArguments) => NamedValue;

/** `12.3 times`. */
export const times = (ratio: number): string =>
  withUnit(formatSignificant(ratio, ratio < 9.95 ? 2 : 3), 'times');

/** Nominal memory bandwidth of the device named by `hw`.  [byte/s] */
export function bandwidthOf({ hw }: NumberArguments): number {
  const { bandwidthBytesPerSecond, name } = deviceById(hw);
  if (bandwidthBytesPerSecond === undefined) throw new Error(`${name} has no sourced bandwidth`);
  return bandwidthBytesPerSecond;
}
