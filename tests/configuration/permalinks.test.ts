// Proves that every link ever published keeps its meaning: the table of them is only added to.
import { readFileSync } from 'node:fs';
import { parse as readCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { format, parse } from '../../src/configuration/codec.ts';

const text = readFileSync(new URL('../data/permalinks.csv', import.meta.url), 'utf8');
const links = readCsv(text, { columns: true }) as {
  published: string;
  link: string;
  canonical: string;
}[];

describe('published links', () => {
  test.each(links)('$link', ({ link, canonical }) => {
    const { configuration } = parse(link);
    expect(format(configuration)).toBe(canonical);
    expect(parse(canonical)).toMatchObject({ configuration, problems: [] });
  });

  test('the table holds them all', () => {
    expect(links.length).toBeGreaterThanOrEqual(14);
  });
});
