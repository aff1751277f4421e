// Proves that price, watts and cost of a month are said with their date, that what is missing is named, and that a link's changes are told apart from the machine as it is sold.
import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/index.ts';
import { factSentences, factsOfConfiguration, listed } from '../../src/views/machine-facts.ts';
import { machineFacts } from '../../src/views/machine-facts-file.ts';
import { sharedData } from '../../src/views/shared.ts';

const facts = machineFacts(sharedData().catalogue);

test('a price has its kind and date, and an old one says so', () => {
  expect(facts['framework-desktop-128gb']?.price).toBe('$3,449 (list price, 30 September 2026)');
  expect(facts['mac-mini-m4-16gb']?.price).toMatch(/October 2024, old: \d+ months before/);
});

test('a month is worked from price, watts and the calculator’s usual hours', () => {
  // 3,449 · 0.8 / 48 = 57.48; (140 W · 2 h + 12.5 W · 6 h) · 365 / 12 / 1000 · 0.1648 = 1.78.
  expect(facts['framework-desktop-128gb']?.month).toMatch(/^about \$59 a month/);
});

test('what no source tells is named, never a zero', () => {
  expect(facts['dgx-spark']?.month).toBe('unknown: no source here tells the watts under load');
  const sentences = factSentences('DGX Spark', facts['dgx-spark']).join(' ');
  expect(sentences).toContain('No source here tells the watts under a model and the noise');
  expect(factSentences('Nothing', undefined).join()).toContain('No source here tells the price');
});

test('a changed machine has its facts from before the change', () => {
  const changed = { ...DEFAULT_CONFIGURATION, hw: 'framework-desktop-128gb', ram: 64 };
  expect(factsOfConfiguration(changed, facts)?.price).toMatch(/before the changes of the link$/);
  expect(factsOfConfiguration({ ...changed, hw: 'constructor' }, facts)).toBeUndefined();
});

test('lists read as people write them', () => {
  expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    'a',
    'a and b',
    'a, b and c',
  ]);
});
