// Proves that sliders reach both ends, never turn back, and stand where the value is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf, type SliderScale, STEPS, valueAt } from '../../src/islands/scale.ts';

const scales: [string, SliderScale][] = [
  ['tokens from 1', { low: 1, high: 131_072, log: true, step: 1 }],
  ['tokens from 0', { low: 0, high: 131_072, log: true, step: 1 }],
  ['bandwidth', { low: 10, high: 10_000, log: true, step: 1 }],
  ['linear', { low: 0, high: 100, step: 0.5 }],
];

test.each(scales)('%s: the ends are the ends', (_, scale) => {
  expect(valueAt(0, scale)).toBe(scale.low);
  expect(valueAt(STEPS, scale)).toBe(scale.high);
  expect(positionOf(scale.low, scale)).toBe(0);
  expect(positionOf(scale.high, scale)).toBe(STEPS);
});

test.each(scales)('%s: moving right never lowers the value', (_, scale) => {
  const values = Array.from({ length: STEPS + 1 }, (_unused, position) => valueAt(position, scale));
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test.each(scales)('%s: values beyond the ends stand at the ends', (_, scale) => {
  expect(positionOf(scale.high * 10, scale)).toBe(STEPS);
  expect(positionOf(-5, scale)).toBe(0);
});

test.each(scales)(
  '%s: a value taken from the slider stays within a step or rounding of it',
  (_, scale) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: STEPS }), (position) => {
        const value = valueAt(position, scale);
        const back = valueAt(positionOf(value, scale), scale);
        // Two digits: neighbours differ by at most a tenth.
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(scale.step, value * 0.1));
      }),
    );
  },
);

test('logarithmic sliders stop at two-digit values', () => {
  const scale: SliderScale = { low: 1, high: 131_072, log: true, step: 1 };
  for (let position = 1; position < STEPS; position += 1) {
    const value = valueAt(position, scale);
    expect(Number(value.toPrecision(2))).toBe(value);
  }
});
