// Proves that the three articles of the original's formulas are built whole: formulas, symbols with units, charts with their values, calculators with a right default, worked numbers, and light enough to load.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builds } from './pages.ts';

const ARTICLES: Readonly<
  Record<string, { calculators: number; charts: number; symbols: string[] }>
> = {
  'prompt-processing': { calculators: 2, charts: 3, symbols: ['FLOP/s', 'token/s', 'GB/s'] },
  'token-generation': { calculators: 1, charts: 4, symbols: ['token/s', 'GB/s', 'byte'] },
  'model-size': { calculators: 2, charts: 3, symbols: ['GB', 'bit', 'byte'] },
};

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

describe.each(builds)('served under $path', (build) => {
  test('the sheet of formulas has a rule for each step of size that formulas take', () => {
    const pages = readdirSync(build.folder, { recursive: true, encoding: 'utf8' });
    const of = (end: string) =>
      pages
        .filter((page) => page.endsWith(end))
        .map((page) => readFileSync(join(build.folder, page), 'utf8'))
        .join('');
    const rules = of('.css');
    const steps = new Set(of('.html').match(/sizing reset-size\d+ size\d+/g));
    expect(steps.size).toBeGreaterThan(0);
    for (const step of steps) expect(rules).toContain(step.replaceAll(' ', '.'));
  });

  describe.each(Object.entries(ARTICLES))('%s', (id, expected) => {
    const html = readFileSync(join(build.folder, 'guide', id, 'index.html'), 'utf8');

    test('draws its charts, each named, described and without text in the drawing', () => {
      expect(count(html, /<figure class="chart-figure"/g)).toBe(expected.charts);
      const drawings = html.match(/<svg class="plot-svg".*?<\/svg><div/gs) ?? [];
      for (const drawing of drawings) {
        expect(drawing).toMatch(/role="img" aria-label="[^"]+" aria-describedby="[^"]+"/);
        expect(drawing).not.toContain('<text');
      }
    });

    test('sets predictions beside measured runs, with the values in a table', () => {
      expect(count(html, /<use href="#/g)).toBeGreaterThan(100);
      expect(html).toMatch(/<summary>[^<]* in a table<\/summary>/);
      expect(html).toMatch(/Half of the predictions are within [\d.]+\u00a0%/);
    });

    test('has its calculators, each with an answer before any script runs', () => {
      const islands = html.match(/<astro-island[^>]*calculator.*?<\/astro-island>/gs) ?? [];
      expect(islands).toHaveLength(expected.calculators);
      for (const island of islands)
        expect(island).toMatch(/[\d.,]+\u00a0?(tok\/s|s|of [\d.]+\u00a0?GB|GB)/);
    });

    test('explains its symbols with units', () => {
      const tables = html.match(/<table class="symbols".*?<\/table>/gs) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      for (const unit of expected.symbols) expect(tables.join('')).toContain(`>${unit}<`);
    });

    test('works an example whose shares add up to the whole', () => {
      const example = /<section class="wide worked-example".*?<\/section>/s.exec(html)?.[0] ?? '';
      const shares = [...example.matchAll(/>([\d.]+)\u00a0%<\/td>/g)].map(([, share]) =>
        Number(share),
      );
      expect(shares.length).toBeGreaterThan(3);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(99);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(101);
    });

    test('links numbers to their configurations and measured ones to their sources', () => {
      expect(count(html, /<a class="estimate" href="[^"]*\/configure\/\?hw=/g)).toBeGreaterThan(1);
    });

    test('keeps its document within 35 kB, compressed', () => {
      expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(35_000);
    });
  });
});

/** Where each chapter calculator stands, beside its own page. */
const CHAPTERS: Readonly<Record<string, string[]>> = {
  'use-cases': ['localscore', 'tg'],
  'operations-per-token': ['ops'],
  'model-size': ['fit', 'size'],
  context: ['context'],
  batch: ['users'],
  'cpu-performance': ['flops', 'parallel'],
  'memory-bandwidth': ['bandwidth', 'load', 'hybrid'],
  software: ['gpus'],
  'power-and-cost': ['energy'],
};

describe.each(builds)('chapters served under $path', (build) => {
  test.each(Object.entries(CHAPTERS))('%s has its calculators', (slug, kinds) => {
    const html = readFileSync(join(build.folder, 'guide', slug, 'index.html'), 'utf8');
    const found = [...html.matchAll(/<figure class="panel calculator" id="calculator-(\w+)"/g)];
    expect(found.map(([, kind]) => kind)).toEqual(kinds);
  });
});
