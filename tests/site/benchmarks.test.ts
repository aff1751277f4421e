// Proves that the page of measured runs is whole without scripts, that its downloads hold every run alike, that its file keeps to its size, and that reference pages show what was measured nearest.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { pageWeight, totalBytes } from '../../scripts/lib/weight.ts';
import { builds } from './pages.ts';

const root = builds.find(({ path }) => path === '/') ?? builds[0];
if (!root) throw new Error('no build to read');

describe.each(builds)('served under $path', ({ path, folder }) => {
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const page = read('benchmarks/index.html');
  const body = page.match(/<tbody>([\s\S]*?)<\/tbody>/)?.[1] ?? '';

  test('a hundred runs stand in the page, each with its source', () => {
    const rows = body.match(/<tr\b[\s\S]*?<\/tr>/g) ?? [];
    expect(rows.length).toBe(100);
    for (const row of rows) expect(row).toMatch(/href="https?:\/\/[^"]+" rel="external"/);
  });

  test('each names its device, with a page of its own', () => {
    const devices = [...body.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, a]) => a);
    expect(new Set(devices).size).toBe(100);
    for (const address of devices)
      expect(address?.startsWith(`${path}devices/`), address).toBe(true);
  });

  test('the file of all runs is there under the name the page gives, and under 150 KB', () => {
    const address = page.match(/data-file="([^"]+)"/)?.[1] ?? '';
    const file = address.slice(path.length);
    expect(file).toMatch(/^data\/runs-[0-9a-f]{10}\.json$/);
    expect(gzipSync(read(file), { level: 9 }).byteLength).toBeLessThan(150_000);
  });
});

describe('downloads', () => {
  const csv = parse(readFileSync(`${root.folder}/data/measured-runs.csv`, 'utf8'), {
    columns: true,
  }) as Record<string, string>[];
  const json = JSON.parse(readFileSync(`${root.folder}/data/measured-runs.json`, 'utf8')) as Record<
    string,
    string | number
  >[];

  test('hold one row for each row of the data files', () => {
    const folder = 'content/data/measurements';
    const written = readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .flatMap((name) => parse(readFileSync(`${folder}/${name}`, 'utf8'), { columns: true }));
    expect(csv.length).toBe(written.length);
    expect(json.length).toBe(written.length);
  });

  test('are the same rows, cell by cell', () => {
    csv.forEach((row, place) => {
      const filled = Object.entries(row).filter(([, cell]) => cell !== '');
      const other = Object.entries(json[place] ?? {}).map(([name, cell]) => [name, String(cell)]);
      expect(Object.fromEntries(filled), row['run_id']).toEqual(Object.fromEntries(other));
    });
  });

  test('carry an estimate with its range, or a reason, for each figure', () => {
    for (const row of json)
      for (const [quantity, measured] of [
        ['pp', row['pp_tokens_per_second']],
        ['tg', row['tg_tokens_per_second']],
      ] as const) {
        const central = row[`${quantity}_estimate_tokens_per_second`];
        const gap = row[`${quantity}_estimate_gap`];
        const count = Number(central !== undefined) + Number(gap !== undefined);
        expect(count, String(row['run_id'])).toBe(measured === undefined ? 0 : 1);
        if (central === undefined) continue;
        expect(Number(row[`${quantity}_estimate_low`])).toBeLessThanOrEqual(Number(central));
        expect(Number(row[`${quantity}_estimate_high`])).toBeGreaterThanOrEqual(Number(central));
      }
  });
});

describe('nearest runs', () => {
  const read = (file: string) => readFileSync(`${root.folder}/${file}`, 'utf8');

  test.each(['devices/rtx-3090', 'systems/desktop-r9-rtx-5090', 'models/llama-3.1-8b'])(
    '%s shows the run nearest to each estimate without scripts',
    (name) => {
      const [table = ''] =
        read(`${name}/index.html`).match(
          /<div[^>]*class="table-scroll nearest"[\s\S]*?<\/table>/,
        ) ?? [];
      expect((table.match(/<tr>/g) ?? []).length).toBeGreaterThan(5);
      expect(table).toContain('How far');
      expect(table).toMatch(/rel="external"/);
    },
  );

  test('the configurator’s default has its own, and calculators lead to them', () => {
    const page = read('configure/index.html');
    expect(page).toContain('id="nearest"');
    expect(page).toContain('id="nearest-runs"');
    expect(read('guide/token-generation/index.html')).toMatch(
      /href="\/configure\/\?[^"]+#nearest"/,
    );
  });
});

test.each(['benchmarks', 'method'])('/%s/ weighs less than 60 KB', (name) => {
  expect(totalBytes(pageWeight(root.folder, `${name}/index.html`))).toBeLessThan(60_000);
});
