// Proves the words for "which is faster" on ranges worked by hand.
import { describe, expect, test } from 'vitest';
import {
  likelihoodOf,
  ratioOf,
  standingOf,
  wordStanding,
  wordTimes,
} from '../../src/views/likelihood.ts';

const FASTER = { above: 'faster', below: 'slower' };
const range = (low: number, central: number, high: number) => ({ low, central, high });

describe('a ratio of two ranges', () => {
  test('adds their distances in logarithms as squares', () => {
    // ln 2 both times: √2 · ln 2, so 2 / 2^1.4142 = 0.7504 and 2 · 2^1.4142 = 5.3303.
    const { low, central, high } = ratioOf(range(10, 20, 40), range(5, 10, 20));
    expect(central).toBe(2);
    expect(low).toBeCloseTo(0.7504, 3);
    expect(high).toBeCloseTo(5.3303, 3);
  });

  test('takes the side that faces the other: the low end of the one, the high end of the other', () => {
    // A cannot be lower than 30, B cannot be higher than 10: nothing is left to doubt below.
    expect(ratioOf(range(30, 30, 60), range(5, 10, 10)).low).toBeCloseTo(3, 12);
  });
});

describe('in words', () => {
  test.each([
    // Distances of 10 % and 10 %: √2 · ln 1.1 = 0.1348, so 1.5 has the range 1.31 to 1.72.
    [range(1.31, 1.5, 1.72), 'likely'],
    // ln 1.2 = 0.182; the low end lies 0.3 below: 0.61 of the way, past three in four (0.526).
    [range(1.2 * Math.exp(-0.3), 1.2, 1.6), 'perhaps'],
    // 0.182 of 0.4 is 0.46 of the way: not three in four.
    [range(1.2 * Math.exp(-0.4), 1.2, 1.8), 'open'],
    [range(1, 1, 1), 'same'],
    [range(0.8, 1, 1.25), 'same'],
    // Below one the inverse counts: 1/0.5 = 2, 1/0.8 = 1.25 is its low end.
    [range(0.4, 0.5, 0.8), 'likely'],
  ])('%o is %s', (ratio, word) => {
    expect(likelihoodOf(ratio)).toBe(word);
  });

  test('the larger is said over the smaller, ends away from the middle', () => {
    expect(wordTimes(range(1.71, 2.06, 2.53))).toBe('2.1 times (1.7–2.6)');
    expect(wordTimes(range(1 / 2.53, 1 / 2.06, 1 / 1.71))).toBe('2.1 times (1.7–2.6)');
    expect(wordTimes(range(40, 50.4, 61))).toBe('50 times (40–61)');
  });

  test('which one is ahead, seen from the first', () => {
    // 100 against 40, each within 10 %: 2.5 times, the range 2.5 e^±0.1348 = 2.18 to 2.86.
    const fast = range(100 / 1.1, 100, 110);
    const slow = range(40 / 1.1, 40, 44);
    const words = (a: typeof fast, b: typeof fast) => {
      const standing = standingOf(a, b);
      return standing && wordStanding(standing, FASTER);
    };
    expect(words(fast, slow)).toBe('likely faster, 2.5 times (2.1–2.9)');
    expect(words(slow, fast)).toBe('likely slower, 2.5 times (2.1–2.9)');
    // 100 against 95: 1.05 times, the range 1.05 e^±0.1348 = 0.92 to 1.21, ln 1.05 = 0.0513 of 0.1348.
    const near = range(95 / 1.1, 95, 104.5);
    expect(words(fast, near)).toBe('cannot be told apart, 1.1 times (0.91–1.3)');
    expect(words(fast, fast)).toBe('estimated alike');
  });

  test('nothing is said of what is not known', () => {
    expect(standingOf({ unknown: 'it does not fit' }, range(1, 2, 3))).toBeUndefined();
  });
});
