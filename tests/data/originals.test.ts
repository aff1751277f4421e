// Proves that the tables and quotations of the original documents are whole, unchanged and readable as numbers.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadOriginals } from '../../src/catalogue/originals.ts';
import { readCell } from '../../src/schema/original-cell.ts';
import { originalNumber, originalTable } from '../../src/views/originals.ts';

const { tables, quotations, documents } = loadOriginals();
const rowsOf = (id: string) => tables.get(id)?.rows ?? [];

test('the three CPU tables have 9, 8 and 6 processors, the matrix of devices 15 by 5 with 57 numbers', () => {
  const counts = ['cpu-llama-3.1-8b', 'cpu-qwen2.5-14b', 'cpu-qwen3-32b'].map(
    (id) => rowsOf(id).length,
  );
  expect(counts).toEqual([9, 8, 6]);
  const cells = rowsOf('ollama-speed').flatMap((row) => row.slice(1));
  expect(cells).toHaveLength(75);
  expect(cells.filter((cell) => 'value' in cell)).toHaveLength(57);
  expect(cells.filter((cell) => cell.words === '-')).toHaveLength(4);
});

test('counts of the other lists agree with the documents', () => {
  const counts = {
    'machine-learning-suite': 26,
    'localscore-models': 3,
    'openbenchmarking-files': 4,
    'batch-sizes': 4,
    'prompt-lengths': 5,
    'gpu-parameters': 8,
    'tinybox-prototype': 12,
    'memory-tiers': 3,
    'memory-statements': 8,
    'reported-speeds': 12,
    'reported-prices': 4,
    'apple-speed': 18,
    'llama-3-accuracy': 16,
    'gpu-prices-2025-07': 50,
  };
  const found = Object.keys(counts).map((id) => [id, rowsOf(id).length]);
  expect(Object.fromEntries(found)).toEqual(counts);
  const lowEnd = [...quotations.values()].filter(({ id }) => id.startsWith('low-end-'));
  expect(lowEnd).toHaveLength(33);
  expect(new Set(lowEnd.map(({ url }) => url)).size).toBeGreaterThanOrEqual(9);
});

test.each([
  ['246', { value: 246 }],
  ['5660 +/- 2', { value: 5660, plusMinus: 2 }],
  ['56,061 +/- 3,460', { value: 56061, plusMinus: 3460 }],
  ['~13 GB', { value: 13e9, marks: ['approximate'] }],
  ['295?', { value: 295, marks: ['doubtful'] }],
  ['200–1000+', { value: 600, low: 200, high: 1000, marks: ['open'] }],
  ['~10-15 minutes', { value: 12.5, low: 10, high: 15, marks: ['approximate'] }],
  ['.9 tokens/s', { value: 0.9 }],
  ['up to 57', { value: 57, marks: ['at most'] }],
  ['-36.4', { value: -36.4 }],
  ['', { missing: 'empty' }],
  ['-', { missing: 'dash' }],
])('a cell "%s" is read without changing its words', (words, expected) => {
  expect(readCell(words)).toMatchObject({ ...expected, words });
});

test('words that are no number stay words', () => {
  expect(readCell('about half of that')).toEqual({ words: 'about half of that' });
});

test('TG times file size of the Ryzen 9 9950X is about 71 GB/s on all three models', () => {
  // 14.5 · 4.920739 = 71.35; 7.93 · 8.988111 = 71.28; 3.60 · 19.762150 = 71.14
  const row = 'AMD Ryzen 9 9950X 16-Core';
  const models = [
    ['cpu-llama-3.1-8b', 'Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf'],
    ['cpu-qwen2.5-14b', 'Qwen2.5-14B-Instruct-Q4_K_M.gguf'],
    ['cpu-qwen3-32b', 'Qwen3-32B-Q4_K_M.gguf'],
  ] as const;
  const rates = models.map(
    ([table, file]) =>
      (originalNumber(table, row, 'Token generation') *
        originalNumber('openbenchmarking-files', file, 'Size')) /
      1e9,
  );
  expect(rates.map((rate) => rate.toFixed(2))).toEqual(['71.35', '71.28', '71.14']);
});

test('a note stands at the cell it is about, and columns can be chosen', () => {
  const { rows, notes } = originalTable('ollama-speed', ['llama3.1:70b']);
  expect(rows[1]?.map(({ marks }) => marks)).toEqual([[], [1]]);
  expect(notes[0]?.text).toMatch(/24 GB/);
  expect(() => originalTable('ollama-speed', ['llama4'])).toThrow('has no column "llama4"');
});

test('every document is used', () => {
  const used = new Set(
    [...tables.values(), ...quotations.values()].map(({ document }) => document),
  );
  expect([...documents.keys()].filter((id) => !used.has(id))).toEqual([]);
});

const table = (change: (text: string) => string) => {
  const root = mkdtempSync(join(tmpdir(), 'originals-'));
  mkdirSync(join(root, 'tables'));
  writeFileSync(join(root, 'documents.yaml'), '- {id: d, title: D, licence: MIT}\n');
  writeFileSync(join(root, 'quotations.yaml'), '[]\n');
  const good =
    'id: t\ntitle: T\ndocument: d\ncolumns:\n  - { name: A }\n  - { name: B, cells: numbers }\nrows:\n  - ["x", "1"]\nnotes:\n  - { row: x, column: B, text: N }\n';
  writeFileSync(join(root, 'tables', 't.yaml'), change(good));
  return () => loadOriginals(root);
};

test.each([
  [
    'a word where a number belongs',
    (t: string) => t.replace('"1"', '"one"'),
    'rows.0.1: "one" is no number',
  ],
  ['a row that is too short', (t: string) => t.replace(', "1"', ''), 'rows.0: has 1 cells'],
  ['a note on no row', (t: string) => t.replace('row: x', 'row: y'), 'there is no row "y"'],
  [
    'a note on no column',
    (t: string) => t.replace('column: B', 'column: C'),
    'there is no column "C"',
  ],
  [
    'a document nobody listed',
    (t: string) => t.replace('document: d', 'document: e'),
    'no document "e"',
  ],
  ['an unknown key', (t: string) => `${t}colour: red\n`, 'colour'],
])('%s is refused with file and field', (_, change, message) => {
  expect(table((text) => text)).not.toThrow();
  expect(table(change)).toThrow('tables/t.yaml');
  expect(table(change)).toThrow(message);
});
