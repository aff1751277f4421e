// Proves that axes are right: known ticks, positions that rise and can be undone, and refusals.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearScale, logScale, percent, roundDomain, ticksOf } from '../../src/charts/scale.ts';

test('a linear axis from 0 to 100 in at least four steps is marked every 20', () => {
  // 100 / 4 = 25; the largest of 1, 2, 5 × 10ⁿ not above 25 is 20.
  expect(linearScale([0, 100]).ticks()).toEqual([0, 20, 40, 60, 80, 100]);
});

test('a linear axis from 0.1 to 0.7 is marked at clean tenths', () => {
  expect(linearScale([0.1, 0.7]).ticks()).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
});

test('a log axis over two decades is marked at 1, 2 and 5', () => {
  expect(logScale([1, 100]).ticks()).toEqual([1, 2, 5, 10, 20, 50, 100]);
});

test('a log axis over four decades is marked at powers of ten', () => {
  expect(logScale([1, 10_000]).ticks()).toEqual([1, 10, 100, 1000, 10_000]);
});

test('a log axis within one decade is marked at each digit', () => {
  expect(logScale([2, 6]).ticks()).toEqual([2, 3, 4, 5, 6]);
});

test('the middle of 1 to 100 on a log axis is 10, on a linear one from 0 it is 50', () => {
  expect(logScale([1, 100]).position(10)).toBeCloseTo(0.5, 12);
  expect(linearScale([0, 100]).position(50)).toBe(0.5);
});

const domain = fc
  .tuple(
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    fc.double({ min: 1.1, max: 1e4, noNaN: true }),
  )
  .map(([low, ratio]): [number, number] => [low, low * ratio]);

test.each([
  ['linear', linearScale],
  ['log', logScale],
] as const)('a %s position can be undone, and larger values lie further along', (_, make) => {
  fc.assert(
    fc.property(domain, fc.double({ min: 0, max: 0.99, noNaN: true }), (d, t) => {
      const scale = make(d);
      expect(scale.position(scale.value(t))).toBeCloseTo(t, 6);
      expect(scale.value(t)).toBeLessThan(scale.value(t + 0.01));
      const ticks = scale.ticks();
      expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
      for (const tick of ticks) expect(scale.position(tick)).toBeGreaterThan(-1e-6);
      for (const tick of ticks) expect(scale.position(tick)).toBeLessThan(1 + 1e-6);
    }),
  );
});

test('a round domain holds its values: 3 to 80 becomes 2 to 100 on a log axis, 0 to 80 on a linear one', () => {
  expect(roundDomain([3, 17, 80], 'log')).toEqual([2, 100]);
  expect(roundDomain([3, 17, 80], 'linear')).toEqual([0, 80]);
});

test('one value alone still makes a log domain of some width', () => {
  expect(roundDomain([10], 'log')).toEqual([10, 20]);
});

test.each([
  ['an empty domain', () => linearScale([1, 1])],
  ['a reversed domain', () => linearScale([2, 1])],
  ['a log axis from zero', () => logScale([0, 1])],
  ['an infinite bound', () => logScale([1, Number.POSITIVE_INFINITY])],
  ['no usable values', () => roundDomain([0, Number.NaN], 'log')],
])('%s is refused', (_, make) => {
  expect(make).toThrow(RangeError);
});

test('ticks carry their place and words, and percentages keep two decimals', () => {
  expect(ticksOf(linearScale([0, 3], 3), (v) => `${v} s`)[1]).toEqual({
    value: 1,
    position: 1 / 3,
    text: '1 s',
  });
  expect(percent(1 / 3)).toBe('33.33%');
});
