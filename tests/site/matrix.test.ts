// Proves that the matrix, the original's marks and the reference pages are whole without scripts and keep to their weight.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builds } from './pages.ts';

const [build] = builds;
if (!build) throw new Error('no build to read');
const read = (file: string) => readFileSync(`${build.folder}/${file}`, 'utf8');
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');

/** Rows of a table as texts, one for each cell. */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      textOf(cell).trim(),
    ),
  );
}

const matrix = read('matrix/index.html');

test('the guide’s nine rows come first, with its figures and the seconds they give', () => {
  const rows = rowsOf(matrix).slice(2, 11);
  expect(rows.map(([name]) => name)).toEqual([
    'Ryzen AI MAX+ PRO 395 C1: PP 84, TG 11 tok/s',
    'Ryzen 9 9950X C2: PP 125, TG 8 tok/s',
    'Ryzen 9 9950X + RTX 5080 C3: PP 2,291, TG 24 tok/s',
    'Ryzen 9 9950X + RTX 5090 C4: PP 4,787, TG 65 tok/s',
    'Threadripper 7970X C5: PP 223, TG 14 tok/s',
    'Threadripper 7970X + RTX PRO 6000 Blackwell C6: PP 5,126, TG 81 tok/s',
    'Threadripper 7970X + 2 x RTX PRO 6000 Blackwell C7: PP ?, TG ? tok/s',
    'EPYC 9554P C8: PP 295?, TG 20? tok/s',
    'EPYC 9554P + 4 x RTX PRO 6000 Blackwell C9: PP ?, TG ? tok/s',
  ]);
  // 10.24 s of reading, 384 of writing: 394.24 s.
  expect(rows[1]?.[3]).toBe('off-line 10 s · 394 s from measured speeds');
  expect(rows[7]?.[1]).toBe('background 3.5 s · 4.3 s from doubtful measured speeds');
  expect(rows[6]?.slice(1, 5)).toEqual(Array(4).fill('unknown not measured'));
});

test('every other cell says class and seconds of an estimate, or why there are none', () => {
  const cells = rowsOf(matrix)
    .slice(11)
    .filter((row) => row.length === 6)
    .flatMap((row) => row.slice(1, 5));
  expect(cells.length).toBeGreaterThan(400);
  const wrong = cells.filter(
    (cell) =>
      !/^(interactive|background|off-line|non-viable)( or [a-z -]+)? [\d.]+ (s|min|h|days) · [\d.,]+ (s|min|h|days|years) est\.$/.test(
        cell,
      ) && !/^(non-viable|unknown) \S/.test(cell),
  );
  expect(wrong).toEqual([]);
});

test('each cell links to its configuration', () => {
  const links = [...matrix.matchAll(/<td class="cell[^>]*>\s*<a href="([^"]+)"/g)].map(
    ([, href]) => href ?? '',
  );
  expect(links.length).toBeGreaterThan(400);
  expect(
    links.filter(
      (href) => !/\/configure\/\?hw=[a-z0-9.-]+&(amp;|#38;)?model=qwen2\.5-14b/.test(href),
    ),
  ).toEqual([]);
});

test('the matrix page weighs at most 60 KB, its script at most 3', () => {
  const size = (text: string) => gzipSync(text, { level: 9 }).length;
  const files = [...matrix.matchAll(/\/(_astro\/[^"' ]+\.(?:css|js))/g)].map(
    ([, file]) => file ?? '',
  );
  const weights = [...new Set(files)].map((file) => [file, size(read(file))] as const);
  const sum = weights.reduce((all, [, weight]) => all + weight, size(matrix));
  expect(sum).toBeLessThanOrEqual(60_000);
  const script = weights.find(([file]) => file.includes('MatrixControls'));
  expect(script?.[1]).toBeLessThanOrEqual(3000);
});

test('at least 16 more models have a matrix, LocalScore’s three their nine tests', () => {
  const models = [...matrix.matchAll(/href="[^"]*\/matrix\/([a-z0-9.-]+)\/"/g)].map(
    ([, model]) => model,
  );
  expect(
    new Set(models.filter((one) => one !== 'original' && one !== 'localscore')).size,
  ).toBeGreaterThanOrEqual(16);
  const [, head] = rowsOf(read('matrix/localscore/index.html'));
  expect(
    rowsOf(read('matrix/localscore/index.html'))[0]
      ?.slice(2)
      .map((cell) => cell.slice(0, 3)),
  ).toEqual(['LS1', 'LS2', 'LS3', 'LS4', 'LS5', 'LS6', 'LS7', 'LS8', 'LS9']);
  expect(head).toBeDefined();
});

test('the original’s page has 36 marks, 28 classes and the arithmetic of 18 disagreements', () => {
  const html = read('matrix/original/index.html');
  const cells = rowsOf(html)
    .slice(1, 10)
    .flatMap((row) => row.slice(1));
  expect(cells).toHaveLength(36);
  expect(cells.filter((cell) => /^(check mark|cross|question mark)/.test(cell))).toHaveLength(36);
  expect(cells.filter((cell) => / unknown /.test(cell))).toHaveLength(8);
  expect(textOf(html).match(/Reading takes [\d,]+ \/ [\d,]+ =/g)).toHaveLength(18);
  expect(textOf(html)).toContain('16 cells');
  expect(textOf(html)).toContain('11 cells');
});

test('the use-case page has the exact numbers', () => {
  const rows = rowsOf(read('use-cases/index.html'));
  const numbers = rows
    .filter(([name]) => /^(UC|LS)\d/.test(name ?? ''))
    .map((row) => `${row[0]?.slice(0, 3)} ${row[2]}/${row[3]}`);
  expect(numbers).toEqual([
    'UC1 1,024/16',
    'UC2 4,096/256',
    'UC3 1,280/3,072',
    'UC4 384/1,152',
    'LS1 1,024/16',
    'LS2 4,096/256',
    'LS3 2,048/256',
    'LS4 2,048/768',
    'LS5 1,024/1,024',
    'LS6 1,280/3,072',
    'LS7 384/1,152',
    'LS8 64/1,024',
    'LS9 16/1,536',
  ]);
});

test.each(['devices/rtx-4090', 'systems/desktop-r9-rtx-5090', 'models/qwen3-32b'])(
  '%s gives figures with sources, estimates with ranges, and no empty cell',
  (page) => {
    const html = read(`${page}/index.html`);
    expect(textOf(html)).toMatch(/\d\u2013\d/);
    expect(html).toContain('id="source-1"');
    expect(
      rowsOf(html)
        .flat()
        .filter((cell) => cell === ''),
    ).toEqual([]);
  },
);
