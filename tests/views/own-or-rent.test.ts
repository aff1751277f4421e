// Proves that owning is set against renting with the right arithmetic, and that unknown prices and watts are refused.
import { expect, test } from 'vitest';
import { ownOrRent } from '../../src/views/own-or-rent.ts';

const request = {
  system: 'framework-desktop-128gb',
  model: 'gpt-oss-120b',
  quant: 'mxfp4',
  rent: 'gpt-oss-120b gpt-5',
  region: 'EU average',
};
const steps = ownOrRent(request);
const text = (part: string) => steps.find(({ name }) => name.includes(part))?.text;

test('3,449 dollars buy 20 billion tokens at 0.17 and 0.34 billion at 10 dollars a million', () => {
  // 3449 / 0.17 = 20,288 million; 3449 / 10 = 344.9 million.
  expect(text('buys of gpt-oss-120b')).toBe('20\u00a0billion tokens');
  expect(text('buys of gpt-5')).toBe('0.34\u00a0billion tokens');
});

test('every step says where it is from', () => {
  for (const { from } of steps) expect(from).not.toBe('');
  expect(steps.map(({ from }) => from)).toContain('OpenRouter, September 2026');
});

test.each([
  ['an unknown system', { system: 'no-such' }, 'there is no system'],
  [
    'a system without a price',
    { system: 'dell-pro-max-gb10' },
    'price of dell-pro-max-gb10 is not known',
  ],
  ['a model nobody rents out', { rent: 'no-such' }, 'no output price'],
  ['a region without a price', { region: 'Atlantis' }, 'no household price'],
])('%s is refused', (_, change, message) => {
  expect(() => ownOrRent({ ...request, ...change })).toThrow(message);
});
