// Proves that numbers are worded the same way everywhere: digits, units, ranges, unknowns.
import { describe, expect, test } from 'vitest';
import {
  formatBandwidth,
  formatBytes,
  formatDate,
  formatDuration,
  formatFixed,
  formatGibibytes,
  formatGigabytes,
  formatMoney,
  formatParameters,
  formatPercent,
  formatRange,
  formatRate,
  formatSeconds,
  formatSecondsExactly,
  formatSignificant,
  formatTokens,
  phraseQuantity,
  wordQuantity,
} from '../../src/views/format.ts';

/** No-break spaces read as spaces, to keep the expectations legible. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('digits', () => {
  test.each([
    [0, 3, '0'],
    [1849, 3, '1,850'],
    [0.4497, 2, '0.45'],
    [12, 3, '12'],
    [9.996, 3, '10'],
    [0.000123, 2, '0.00012'],
    [1234567.8, 6, '1,234,570'],
    [-2.5, 3, '-2.5'],
  ])('%d to %d significant digits is %s', (value, digits, text) => {
    expect(formatSignificant(value, digits)).toBe(text);
  });

  test('thousands are separated and a rounded-away minus is dropped', () => {
    expect(formatFixed(1234567.891, 2)).toBe('1,234,567.89');
    expect(formatFixed(-0.001, 1)).toBe('0.0');
    expect(formatFixed(999.96, 1)).toBe('1,000.0');
  });

  test('what is not a number is refused rather than shown', () => {
    expect(() => formatSignificant(Number.NaN)).toThrow(RangeError);
    expect(() => formatFixed(Number.POSITIVE_INFINITY, 1)).toThrow(RangeError);
  });
});

describe('units', () => {
  test.each([
    [0.254, '0.25 tok/s'],
    [8.34, '8.3 tok/s'],
    [9.96, '10 tok/s'],
    [41.4, '41 tok/s'],
    [999.6, '1,000 tok/s'],
    [4787, '4,790 tok/s'],
  ])('%d tok/s reads %s', (rate, text) => expect(plain(formatRate(rate))).toBe(text));

  test.each([
    [0.447, '0.45 s'],
    [3.471, '3.5 s'],
    [12.19, '12 s'],
    [394.24, '394 s'],
  ])('%d s reads %s', (seconds, text) => expect(plain(formatSeconds(seconds))).toBe(text));

  test.each([
    [394.24, '394 s'],
    [600, '10 min'],
    [5400, '90 min'],
    [12240, '3.4 h'],
    [28800, '8 h'],
    [216000, '2.5 days'],
    [3.5e8, '11.1 years'],
  ])('waiting %d s reads %s', (seconds, text) => expect(plain(formatDuration(seconds))).toBe(text));

  test('a checked sum keeps its milliseconds', () => {
    expect(plain(formatSecondsExactly(12.19))).toBe('12.190 s');
  });

  test('GB are 10^9 bytes and GiB 2^30', () => {
    expect(plain(formatGigabytes(8.988e9))).toBe('8.99 GB');
    expect(plain(formatGibibytes(2 ** 31))).toBe('2 GiB');
    expect(plain(formatBandwidth(1792e9))).toBe('1,792 GB/s');
    expect(plain(formatBandwidth(89.6e9))).toBe('89.6 GB/s');
  });

  test.each([
    [1, '1 byte'],
    [196608, '197 kB'],
    [2621440, '2.62 MB'],
    [1536, '1.54 kB'],
    [450e6, '0.45 GB'],
    [2e12, '2 TB'],
  ])('%d bytes read %s', (bytes, text) => expect(plain(formatBytes(bytes))).toBe(text));

  test('parameters, tokens, parts, money and dates', () => {
    expect(plain(formatParameters(14.77e9))).toBe('14.8 B');
    expect(plain(formatParameters(135e6))).toBe('135 M');
    expect(plain(formatParameters(1.04e12))).toBe('1.04 T');
    expect(plain(formatTokens(4096))).toBe('4,096 tokens');
    expect(plain(formatTokens(1))).toBe('1 token');
    expect(plain(formatPercent(0.0716))).toBe('7.2 %');
    expect(plain(formatPercent(0.795))).toBe('79.5 %');
    expect(formatMoney(1999, 'USD')).toBe('$1,999');
    expect(plain(formatMoney(1200, 'CHF'))).toBe('CHF 1,200');
    expect(formatMoney(0.25, 'EUR')).toBe('€0.25');
    expect(formatDate('2026-08')).toBe('August 2026');
    expect(formatDate('2025-10-22')).toBe('22 October 2025');
    expect(formatDate('2025')).toBe('2025');
  });
});

describe('ranges', () => {
  test('two digits, rounded away from the middle', () => {
    expect(formatRange({ low: 29.4, central: 41, high: 46.1 })).toBe('29–47');
    expect(formatRange({ low: 1148, central: 1850, high: 2301 })).toBe('1,100–2,400');
    expect(formatRange({ low: 0.211, central: 0.25, high: 0.3 }, 'seconds')).toBe('0.21–0.3');
  });

  test('ends that read the same are said once', () => {
    expect(formatRange({ low: 10, central: 10, high: 10 })).toBe('10');
  });

  test('long waits carry their units', () => {
    expect(plain(formatRange({ low: 300, central: 700, high: 9000 }, 'duration'))).toBe(
      '300 s – 2.5 h',
    );
    // 530 s are 8.83 min, 1,242 s are 20.7 min.
    expect(plain(formatRange({ low: 530, central: 786, high: 1242 }, 'duration'))).toBe(
      '8.8–20.7 min',
    );
  });

  test('a quantity is value and range, or a reason', () => {
    const words = wordQuantity({ low: 29.4, central: 41.2, high: 46.1 }, 'rate');
    expect(words).toEqual({ known: true, value: '41\u00a0tok/s', range: '29–47' });
    expect(wordQuantity({ unknown: 'no sourced INT8 rate' }, 'rate')).toEqual({
      known: false,
      reason: 'no sourced INT8 rate',
    });
    expect(plain(phraseQuantity({ low: 1, central: 2, high: 3 }, 'seconds'))).toBe(
      'about 2 s (1–3)',
    );
    expect(phraseQuantity({ unknown: 'no sourced INT8 rate' }, 'rate')).toBe(
      'unknown: no sourced INT8 rate',
    );
  });
});

test('a duration and its range are told in one unit', () => {
  const told = (low: number, central: number, high: number, kind: 'seconds' | 'duration') => {
    const words = wordQuantity({ low, central, high }, kind);
    return words.known ? plain(`${words.value} (${words.range})`) : words.reason;
  };
  expect(told(60, 142, 672, 'duration')).toBe('2.4 min (1–11.2 min)');
  expect(told(2000, 7920, 14_400, 'seconds')).toBe('2.2 h (0.56–4 h)');
  expect(told(1.2, 1.5, 2.1, 'seconds')).toBe('1.5 s (1.2–2.1)');
});
