// Proves that sums shown in articles are worked by the usual rules and that anything else is refused.
import { expect, test } from 'vitest';
import { evaluate, wordExpression } from '../../src/views/arithmetic.ts';

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['2 * 4.6 * 32 + 8 * 3.4 * 16', 729.6],
  ['10 - 3 - 2', 5],
  ['100 / 10 / 2', 5],
  ['2 * 32 * 4096^2', 1_073_741_824],
  ['2^3^2', 512],
])('%s is %d', (expression, value) => {
  expect(evaluate(expression)).toBeCloseTo(value, 9);
});

test.each(['', '2 +', '(2', '2)', '1 / 0', 'process', '2 ** 3', '1,000'])(
  '“%s” is refused',
  (expression) => {
    expect(() => evaluate(expression)).toThrow(/“/);
  },
);

test('sums are worded with a multiplication sign, a minus sign and separators', () => {
  expect(wordExpression('2 * 32 * 4096^2 - 10000 / 4')).toBe('2 × 32 × 4096² − 10,000 / 4');
});

test('separates thousands before the point only', () => {
  expect(wordExpression('560 * 1.048576 / 1000')).toBe('560 × 1.048576 / 1000');
  expect(wordExpression('10000.12345 + 99999')).toBe('10,000.12345 + 99,999');
});
