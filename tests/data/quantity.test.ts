// Proves that quantities are read into SI by their unit, and that a wrong unit, sign or size is refused in words.
import { expect, test } from 'vitest';
import { quantity, readQuantity, siOf } from '../../src/schema/quantity.ts';

test.each([
  ['1792 GB/s', 'bandwidth', 1_792_000_000_000],
  ['7.7 TB/s', 'bandwidth', 7_700_000_000_000],
  ['24 GB', 'memory', 24_000_000_000],
  ['4.58 GiB', 'memory', 4_917_737_553.92],
  ['104.8 TFLOPS', 'rate', 104_800_000_000_000],
  ['838 TOPS', 'rate', 838_000_000_000_000],
  ['575 W', 'power', 575],
  ['5.7 GHz', 'frequency', 5_700_000_000],
  ['5600 MT/s', 'transfers', 5_600_000_000],
  ['30.532 billion', 'parameters', 30_532_000_000],
  ['8 h', 'duration', 28_800],
] as const)('%s is read as %s', (text, dimension, si) => {
  expect(readQuantity(text, dimension)).toBeCloseTo(si, 0);
});

test.each([
  ['1792 GB', 'bandwidth', /unit "GB" is not one of MB\/s, GB\/s, TB\/s/],
  ['1792', 'bandwidth', /expected a number, a space and a unit/],
  ['450W', 'power', /expected a number, a space and a unit/],
  ['-450 W', 'power', /must be more than 0/],
  ['0 GB', 'memory', /must be more than 0/],
  ['1792 TB/s', 'bandwidth', /not believable/],
  ['450 kW', 'power', /not believable/],
  ['57 GHz', 'frequency', /not believable/],
] as const)('%s is refused as %s', (text, dimension, reason) => {
  expect(readQuantity(text, dimension)).toEqual({ problem: expect.stringMatching(reason) });
});

const schema = quantity('power');

test('a figure may carry its own sources and a remark', () => {
  const fact = schema.parse({ value: '450 W', note: 'measured', sources: ['https://example.org'] });
  expect(fact).toEqual({
    value: 450,
    text: '450 W',
    note: 'measured',
    sources: ['https://example.org'],
  });
});

test('a blank carries its reason, and has no SI value', () => {
  const fact = schema.parse({ unknown: 'not seen in a source' });
  expect(fact).toEqual({ unknown: 'not seen in a source' });
  expect(siOf(fact)).toBeUndefined();
});

test.each([
  undefined,
  null,
  450,
  '',
  {},
  { unknown: '' },
  { unknown: 'x', value: '1 W' },
  { value: '1 W', extra: 1 },
])('neither a bare number nor nothing passes for a figure: %j', (raw) => {
  expect(schema.safeParse(raw).success).toBe(false);
});
