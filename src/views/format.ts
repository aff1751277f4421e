/**
 * All wording of numbers: digits, separators, units, ranges, and what stands where a value is
 * unknown. Plain English and deterministic: no `Intl`, no locale of the machine that builds.
 *
 * Only characters of the fonts' Latin subset are used: the en dash for ranges, the comma for
 * thousands, no-break spaces before units.
 */
import type { Interval, Quantity, Unknown } from '../estimation/types.ts';
import { isUnknown } from '../estimation/types.ts';

/** Between a number and its unit, so that a line never ends in between. */
const SPACE = '\u00a0';
const DASH = '\u2013';

export const BYTES_PER_GB = 1e9;
export const BYTES_PER_GIB = 2 ** 30;

const withSeparators = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `value` with a fixed number of decimals, thousands separated by commas: `1,234.5`. */
export function formatFixed(value: number, decimals: number): string {
  requireFinite(value);
  const rounded = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = rounded.split('.');
  const sign = value < 0 && Number(rounded) !== 0 ? '-' : '';
  return sign + withSeparators(whole) + (fraction ? `.${fraction}` : '');
}

/**
 * `value` to so many significant digits, without exponent and without idle zeros after the point:
 * `1,850`, `0.45`, `12`.
 */
export function formatSignificant(value: number, digits = 3): string {
  requireFinite(value);
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)));
  const decimals = Math.min(20, Math.max(0, digits - 1 - magnitude));
  return formatFixed(rounded, decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

function requireFinite(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`cannot word the number ${value}`);
}

/** A catalogue figure as its source gives it: up to six digits, nothing rounded away that was said. */
export const formatExact = (value: number): string => formatSignificant(value, 6);

/** An integer count: `4,096`. */
export const formatCount = (value: number): string => formatFixed(value, 0);

export const withUnit = (text: string, unit: string): string => (unit ? text + SPACE + unit : text);

/** Digits of a speed: one decimal below ten, whole numbers below a thousand, then three digits. */
export function rateDigits(tokensPerSecond: number): string {
  if (tokensPerSecond < 1) return formatSignificant(tokensPerSecond, 2);
  if (tokensPerSecond < 9.95) return formatFixed(tokensPerSecond, 1);
  return tokensPerSecond < 999.5
    ? formatFixed(tokensPerSecond, 0)
    : formatSignificant(tokensPerSecond, 3);
}

/** `8.3 tok/s`, `41 tok/s`, `1,850 tok/s`. */
export const formatRate = (tokensPerSecond: number): string =>
  withUnit(rateDigits(tokensPerSecond), 'tok/s');

/** Digits of seconds: two significant below ten seconds (`0.45`, `3.5`), whole seconds above. */
export const secondDigits = (seconds: number): string =>
  seconds < 9.95 ? formatSignificant(seconds, 2) : formatFixed(seconds, 0);

/** `0.45 s`, `12 s`, `394 s`: always seconds. */
export const formatSeconds = (seconds: number): string => withUnit(secondDigits(seconds), 's');

/** Seconds to the millisecond, for sums a reader wants to check: `12.190 s`. */
export const formatSecondsExactly = (seconds: number): string =>
  withUnit(formatFixed(seconds, 3), 's');

const LONGER_UNITS: readonly (readonly [number, string])[] = [
  [365.25 * 86400, 'years'],
  [86400, 'days'],
  [3600, 'h'],
  [60, 'min'],
];

type Unit = readonly [seconds: number, name: string];

/** Seconds up to ten minutes, then the largest unit of which there are two. */
const unitOfDuration = (seconds: number): Unit =>
  seconds < 599.5
    ? [1, 's']
    : (LONGER_UNITS.find(([size]) => seconds >= 2 * size) ?? ([60, 'min'] as const));

const durationDigits = (seconds: number, [size]: Unit): string =>
  size === 1
    ? secondDigits(seconds)
    : formatSignificant(seconds / size, seconds / size < 9.95 ? 2 : 3);

/** A time a person waits: seconds up to ten minutes, then `25 min`, `3.4 h`, `2.1 days`. */
export function formatDuration(seconds: number): string {
  const unit = unitOfDuration(seconds);
  return withUnit(durationDigits(seconds, unit), unit[1]);
}

/** Decimal gigabytes, 10^9 bytes: `25.1 GB`, `0.45 GB`. */
export const formatGigabytes = (bytes: number): string =>
  withUnit(formatSignificant(bytes / BYTES_PER_GB, bytes < 999.5e9 ? 3 : 4), 'GB');

/** Binary gibibytes, 2^30 bytes: `8.37 GiB`. */
export const formatGibibytes = (bytes: number): string =>
  withUnit(formatSignificant(bytes / BYTES_PER_GIB, 3), 'GiB');

/** Small amounts in MB or kB, large in GB or TB, all decimal. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size >= 999.5e9) return withUnit(formatSignificant(bytes / 1e12, 3), 'TB');
  if (size >= 99.95e6) return formatGigabytes(bytes);
  if (size >= 999.5e3) return withUnit(formatSignificant(bytes / 1e6, 3), 'MB');
  return size >= 1000
    ? withUnit(formatSignificant(bytes / 1e3, 3), 'kB')
    : withUnit(formatFixed(bytes, 0), size === 1 ? 'byte' : 'bytes');
}

/** `1,792 GB/s`. */
export const formatBandwidth = (bytesPerSecond: number): string =>
  withUnit(formatSignificant(bytesPerSecond / BYTES_PER_GB, 4), 'GB/s');

/** `209.5 TFLOPS`, or another unit name such as `TOPS`. */
export const formatTera = (perSecond: number, unit = 'TFLOPS'): string =>
  withUnit(formatSignificant(perSecond / 1e12, 4), unit);

/** `4.3 GHz`. */
export const formatGigahertz = (hertz: number): string =>
  withUnit(formatSignificant(hertz / 1e9, 3), 'GHz');

/** `575 W`, `2.8 W`. */
export const formatWatts = (watts: number): string => withUnit(formatSignificant(watts, 3), 'W');

/** A part of one as a percentage: `0.072` gives `7.2 %`. */
export const formatPercent = (part: number): string =>
  withUnit(formatSignificant(part * 100, Math.abs(part) < 0.1 ? 2 : 3), '%');

/**
 * How far a prediction is off: `+12 %` promises more than was measured, `-8 %` less; from three times
 * upward in times, `4.2 times`.
 */
export function formatDeviation(deviation: number): string {
  if (deviation >= 2) return `${formatSignificant(deviation + 1, 2)} times`;
  // Nobody measures a speed to a thousandth.
  const rounded = Math.abs(deviation) < 5e-4 ? 0 : deviation;
  const words = withUnit(formatSignificant(rounded * 100, 2), '%');
  return rounded > 0 ? `+${words}` : words;
}

/** Parameters: `14.8 B`, `350 M`, `1.04 T`. */
export function formatParameters(parameters: number): string {
  if (parameters >= 999.5e9) return withUnit(formatSignificant(parameters / 1e12, 3), 'T');
  if (parameters >= 999.5e6) return withUnit(formatSignificant(parameters / 1e9, 3), 'B');
  return withUnit(formatSignificant(parameters / 1e6, 3), 'M');
}

/** `4,096 tokens`, `1 token`. */
export const formatTokens = (tokens: number): string =>
  withUnit(formatCount(tokens), tokens === 1 ? 'token' : 'tokens');

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** `$1,999`, `€6,980`; other currencies keep their code: `CHF 1,200`. */
export function formatMoney(amount: number, currency: string): string {
  const digits =
    Number.isInteger(amount) || amount >= 100 ? formatCount(amount) : formatFixed(amount, 2);
  const sign = CURRENCY_SIGNS[currency];
  return sign ? sign + digits : `${currency}${SPACE}${digits}`;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `2026-08` becomes `August 2026`, `2025-10-22` becomes `22 October 2025`; a year stays. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (!name) return year;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** What a number is, so that value and range are worded alike. */
export type QuantityKind = 'rate' | 'seconds' | 'duration' | 'gigabytes' | 'watts';

const WORDING: Readonly<Record<QuantityKind, (value: number) => string>> = {
  rate: formatRate,
  seconds: formatSeconds,
  duration: formatDuration,
  gigabytes: formatGigabytes,
  watts: formatWatts,
};

const DIVISOR: Readonly<Record<QuantityKind, number>> = {
  rate: 1,
  seconds: 1,
  duration: 1,
  gigabytes: BYTES_PER_GB,
  watts: 1,
};

/** Two significant digits, away from the middle, so that the words never promise a narrower range. */
function outward(value: number, direction: 'down' | 'up'): string {
  if (value <= 0) return '0';
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  const steps = Number((value / step).toPrecision(9));
  return formatSignificant((direction === 'down' ? Math.floor(steps) : Math.ceil(steps)) * step, 2);
}

/** The bare range, `29–47`; one number where both ends read the same. */
export function formatRange(interval: Interval, kind: QuantityKind = 'rate'): string {
  if (kind === 'duration' && interval.high >= 599.5) return durationRange(interval);
  const low = outward(interval.low / DIVISOR[kind], 'down');
  const high = outward(interval.high / DIVISOR[kind], 'up');
  return low === high ? low : low + DASH + high;
}

/** Both ends in the unit of the longer one, `8.8–21 min`; where that would read below a half, each in its own. */
function durationRange({ low, high }: Interval): string {
  const unit = unitOfDuration(high);
  if (low < unit[0] / 2) return `${formatDuration(low)} ${DASH} ${formatDuration(high)}`;
  const [from, to] = [durationDigits(low, unit), durationDigits(high, unit)];
  return withUnit(from === to ? from : from + DASH + to, unit[1]);
}

/** A quantity in words: value, bare range, and why it is missing where it is. */
export type WordedQuantity =
  | { known: true; value: string; range: string }
  | { known: false; reason: string };

/** `{known, value: '41 tok/s', range: '29–47'}`, or the reason why there is none. */
export function wordQuantity(quantity: Quantity, kind: QuantityKind): WordedQuantity {
  if (isUnknown(quantity)) return { known: false, reason: quantity.unknown };
  // A value and its range are told in one unit, and nobody thinks in thousands of seconds.
  const long = (kind === 'seconds' || kind === 'duration') && quantity.high >= 599.5;
  if (!long)
    return {
      known: true,
      value: WORDING[kind](quantity.central),
      range: formatRange(quantity, kind),
    };
  const unit = unitOfDuration(quantity.high);
  const alike = quantity.central >= unit[0] / 2;
  return {
    known: true,
    value: alike
      ? withUnit(durationDigits(quantity.central, unit), unit[1])
      : formatDuration(quantity.central),
    range: durationRange(quantity),
  };
}

/** One phrase for prose: `about 41 tok/s (29–47)`, or `unknown: no sourced INT8 rate`. */
export function phraseQuantity(quantity: Quantity, kind: QuantityKind): string {
  const words = wordQuantity(quantity, kind);
  return words.known ? `about ${words.value} (${words.range})` : formatUnknown(quantity as Unknown);
}

/** `unknown: no sourced INT8 rate`. */
export const formatUnknown = ({ unknown }: Unknown): string => `unknown: ${unknown}`;
