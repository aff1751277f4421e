// Proves that the chapters' tables and charts say what the catalogue, the estimates and the measured runs say.
import { expect, test } from 'vitest';
import { chooseRuns, runsTable } from '../../src/views/chapter-runs.ts';
import {
  devicesTable,
  expertsTable,
  imageAudioTable,
  kvTable,
  pricesTable,
} from '../../src/views/chapter-tables.ts';
import type { DataTable } from '../../src/views/data-table.ts';
import { appleGeneration, ollamaBars, ollamaSizes } from '../../src/views/original-charts.ts';
import { effectiveColumns } from '../../src/views/originals.ts';
import { reckon } from '../../src/views/reckon.ts';
import { depthChart, usersChart } from '../../src/views/run-charts.ts';
import { sweep } from '../../src/views/sweep.ts';

const texts = ({ rows }: DataTable) =>
  rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' ')));

test('a cache table: Llama 3.1 8B keeps 2 · 32 · 8 · 128 · 2 = 131,072 bytes a token', () => {
  const [llama, qwen] = texts(kvTable(['llama-3.1-8b', 'qwen3-32b'], [8192, 131072], 'f16'));
  // 8,192 · 131,072 = 1,073,741,824 bytes; Qwen3 32B was made for 40,960 tokens.
  expect(llama).toEqual([
    'Llama 3.1 8B',
    'heads share keys and values',
    '131 kB',
    '1.07 GB',
    '17.2 GB',
  ]);
  expect(qwen?.at(-1)).toBe('at most 40,960 tokens');
});

test('an experts table: gpt-oss-120b chooses 4 of 128 and reads less than a tenth of its file', () => {
  const [dense, experts] = expertsTable(['qwen2.5-14b:q4_k_m', 'gpt-oss-120b:mxfp4']).rows;
  expect(dense?.[2]).toEqual({ text: 'dense', known: false });
  expect(experts?.[2]?.text).toBe('4 of 128');
  expect(experts?.at(-1)?.sort).toBeLessThan(0.1);
});

test('a device table gives operations per byte: RTX 4090, 165.2 TFLOPS over 1,008 GB/s, is 164', () => {
  const [row] = devicesTable(['rtx-4090']).rows;
  expect(row?.[5]?.sort).toBeCloseTo(163.9, 1);
});

test('prices stand in order of date, pictures and speech are found by model', () => {
  const dates = pricesTable(['ram-ddr5-64gb']).rows.map((row) => row[2]?.sort ?? 0);
  expect(dates).toEqual([...dates].sort((a, b) => a - b));
  expect(imageAudioTable('image', ['FLUX.1-schnell']).rows.length).toBeGreaterThan(10);
  expect(() => imageAudioTable('image', ['no such model'])).toThrow('FLUX.1-schnell');
});

test('a sweep has a row for each value and never gets faster for one user when more users come', () => {
  const table = sweep(
    'hw=rtx-4090&model=qwen2.5-14b&quant=q4_k_m&prompt=1024',
    'users',
    ['1', '8', '32'],
    ['tg', 'throughput'],
  );
  const each = table.rows.map((row) => row[1]?.sort ?? 0);
  expect(each).toEqual([...each].sort((a, b) => b - a));
  expect(texts(table)[1]?.[0]).toBe('8 users');
  expect(() => sweep('', 'colour', ['red'], ['tg'])).toThrow('vary must be one of');
});

test('runs are chosen by key and value, and a filter that fits nothing stops', () => {
  const [pi] = runsTable(
    'source=geerlingguy-ai-benchmarks-readme model=deepseek-r1-distill-qwen-14b processor=cpu has=power',
    ['machine', 'tg', 'power', 'joules'],
    'tg',
  ).table.rows;
  // 13 W / 1.2 tok/s = 10.8 J
  expect(pi?.map(({ text }) => text.replace('\u00a0', ' '))).toEqual([
    'Raspberry Pi 5 16GB',
    '1.2 tok/s',
    '13 W',
    '10.8 J',
  ]);
  expect(() => chooseRuns('device=rtx-9999')).toThrow('no measured run fits');
  expect(() => chooseRuns('colour=red')).toThrow('runs are chosen by');
});

const chart = { id: 'c', title: 'T', description: 'D' };
const spark = 'source=llama.cpp-benches device=nvidia-gb10';

test('a depth chart sets measured points of the DGX Spark beside a falling curve', () => {
  const { series } = depthChart(
    { ...chart, where: `${spark} test=bench`, models: ['gpt-oss-20b'] },
    'tg',
  );
  expect(series[0]?.measured?.points).toContainEqual({ x: 32768, y: 61.65 });
  const curve = series[0]?.curve.map(({ y }) => y) ?? [];
  expect(curve.at(-1)).toBeLessThan(curve[0] ?? 0);
});

test('a users chart rises with users and keeps the measured totals', () => {
  const { series } = usersChart({
    ...chart,
    where: `${spark} test=batched prompt=512`,
    models: ['qwen2.5-7b'],
  });
  expect(series[0]?.measured?.points).toContainEqual({ x: 32, y: 589.21 });
  const curve = series[0]?.curve.map(({ y }) => y) ?? [];
  expect(curve.at(-1)).toBeGreaterThan(10 * (curve[0] ?? 0));
});

test('Apple’s ceiling at 800 GB/s in F16 is 800 / 13.5 = 59 tok/s, above every measured point', () => {
  const f16 = appleGeneration('a').series.find(({ id }) => id === 'f16');
  expect(f16?.curve.at(-1)?.y).toBeCloseTo(59.4, 0);
  for (const { x, y } of f16?.measured?.points ?? []) expect(y).toBeLessThan((x / 800) * 59.5);
});

test('bars leave out devices without a value and put the fastest first', () => {
  const { rows } = ollamaBars('b', 'llama3.1:70b');
  expect(rows.map(({ name }) => name)[0]).toBe('RTX A6000 Ada');
  expect(rows).toHaveLength(8);
  expect(ollamaSizes('s').table?.rows).toHaveLength(5);
});

test('computed columns beside the CPU results: 14.5 tok/s of 4.92 GB are 71.4 GB/s, empty cells stay so', () => {
  const [bandwidth, length] = effectiveColumns(
    'cpu-llama-3.1-8b',
    'Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf',
  );
  expect(bandwidth?.cells[0]?.text).toBe('71.4');
  expect(length?.cells[0]?.text).toBe('1,392');
  expect(bandwidth?.cells.at(-2)).toBeUndefined();
});

test('a sum with named numbers follows the data: RTX 4090 over a 10 GB model, 1,008 / 10', () => {
  expect(reckon('bw:rtx-4090 / 10')).toEqual({ value: 100.8, words: '1,008 / 10' });
  // 2 · 32 · 8 · 128 · 2 bytes of 8,192 tokens are 1.073741824 GB
  expect(reckon('kv:llama-3.1-8b:8192').value).toBeCloseTo(1.073741824, 9);
  expect(() => reckon('speed:rtx-4090')).toThrow('must be one of');
  expect(() => reckon('bw:rtx-4090 /')).toThrow('not a whole sum');
});
