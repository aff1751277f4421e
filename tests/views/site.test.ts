// Proves that the footer's date is the newest price's, and that a source that does not exist is refused.
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { siteFacts } from '../../src/views/site.ts';
import { sourceEntries, sourceEntry } from '../../src/views/sources.ts';

const catalogue = loadCatalogue();
const { tables } = catalogue;
const [price] = tables.prices;
const priced = (...dates: string[]) => ({
  tables: { ...tables, prices: dates.map((date) => ({ ...price, date }) as typeof price & {}) },
});

test('the newest price dates the site', () => {
  const facts = siteFacts(priced('2026-02-11', '2026-10-03', '2025-12-31'));
  expect(facts.dataDate).toBe('2026-10-03');
  expect(facts.dataDateWords).toBe('3 October 2026');
});

test('no dated price is refused', () => {
  expect(() => siteFacts(priced())).toThrow('prices.csv holds no date');
});

test('every source is listed once, by title, and found by its id', () => {
  const entries = sourceEntries(catalogue);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(catalogue.sources.size);
  expect(sourceEntry(catalogue, 'techpowerup').title).toBe('TechPowerUp GPU database');
  expect(() => sourceEntry(catalogue, 'no-such')).toThrow('no source “no-such”');
});
