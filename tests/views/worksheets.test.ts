// Proves that tables worked from the catalogue hold the right arithmetic, with expected values worked by hand.
import { expect, test } from 'vitest';
import { cpuReach, cpuTable } from '../../src/views/cpu-table.ts';
import { memoryTable } from '../../src/views/memory-table.ts';
import { operationsTable } from '../../src/views/operations-table.ts';

const words = (row: readonly { text: string }[] | undefined) => row?.map(({ text }) => text);

test('Llama 2 7B: 2 · 32 · 4096² = 1.07, two for each of 6.61 B = 13.2, 12.3 times as much', () => {
  const row = words(operationsTable('llama-2-7b').rows[0]);
  expect(row?.slice(1, 8)).toEqual([
    '6.74\u00a0B',
    '6.61\u00a0B',
    '32',
    '4,096',
    '1.07',
    '13.2',
    '12.3',
  ]);
});

test('a model that takes less than 8,192 tokens says so instead of a number', () => {
  const row = operationsTable('llama-2-7b').rows[0];
  expect(row?.at(-1)).toMatchObject({ known: false });
});

test('all models are listed, the smallest first', () => {
  const { rows } = operationsTable('all');
  expect(rows.length).toBeGreaterThan(100);
  const sizes = rows.map((row) => row[1]?.sort ?? 0);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
});

test('two channels of DDR5-5600 make 2 · 8 · 5.6 = 89.6 GB/s, ten times a file of nine gigabytes', () => {
  const row = words(memoryTable('ryzen-9-9950x').rows[0]);
  expect(row?.slice(2)).toEqual([
    '2',
    '5,600\u00a0MT/s',
    '89.6\u00a0GB/s',
    '89.6\u00a0GB/s',
    '10\u00a0tok/s',
  ]);
});

test('the i5-1335U reads 6 tokens of Llama 3.1 8B a second: 12 % of 730 GFLOPS', () => {
  const cpu = cpuReach().find(({ id }) => id === 'i5-1335u');
  expect(cpu?.pp).toBe(6);
  // 6 · 2 · 6.98 B (7.505 B less the output table of 0.525 B) = 83.8 GFLOPS; of 730 that is 11.5 %.
  expect(cpu?.peakShare).toBeCloseTo(0.115, 2);
  const row = words(cpuTable().rows.find(([name]) => name?.text === cpu?.name));
  expect(row?.[2]).toBe('0.73\u00a0TFLOPS');
});

test('processors stand once each, the fastest reader first', () => {
  const ids = cpuReach().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const speeds = cpuTable().rows.map((row) => row[3]?.sort ?? 0);
  expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
});
