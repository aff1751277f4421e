// Proves that the CSV of measured runs quotes what needs it and keeps one column for each name.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf, DOWNLOAD_COLUMNS, downloadRows } from '../../src/views/run-download.ts';
import { run } from './run-rows.ts';

test('commas, quotes and line feeds survive', () => {
  const rows = [{ run_id: 'a-1', notes: 'said "fast", twice\nand again', pp_estimate_low: 1.5 }];
  expect(parse(csvOf(rows), { columns: true })).toEqual([
    {
      ...Object.fromEntries(DOWNLOAD_COLUMNS.map((column) => [column, ''])),
      run_id: 'a-1',
      notes: 'said "fast", twice\nand again',
      pp_estimate_low: '1.5',
    },
  ]);
});

test('no column is named twice', () => {
  expect(new Set(DOWNLOAD_COLUMNS).size).toBe(DOWNLOAD_COLUMNS.length);
});

test('a run carries its estimate, its range in tok/s, its marks', () => {
  const measured = {
    id: 'made-up-1',
    sourceId: 'made-up',
    url: 'https://example.org/run',
    deviceName: 'CARD',
    deviceKind: 'gpu',
    processor: 'gpu',
    engine: 'llama.cpp CUDA',
    modelName: 'Small',
    test: 'bench',
    switches: [],
    outliers: [],
  } as const;
  const [row] = downloadRows([measured], [run('1', { tgMark: 'slow', ppTokensPerSecond: 3 })]);
  expect(row).toMatchObject({
    run_id: 'made-up-1',
    device_name: 'CARD',
    // 110 with parts 0.8 and 1.2.
    tg_estimate_tokens_per_second: 110,
    tg_estimate_low: 88,
    tg_estimate_high: 132,
    tg_outlier: 'slow',
    pp_estimate_gap: 'not estimated',
  });
});
