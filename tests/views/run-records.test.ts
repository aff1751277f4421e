// Proves that measured runs survive the journey to the browser unchanged, that deviations are what they say, and that the file of all runs stays within its size.
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildRunSet } from '../../src/views/run-build.ts';
import { PAGE_SIZE } from '../../src/views/run-choice.ts';
import {
  deviationOf,
  estimateOf,
  leftOut,
  packRuns,
  type RunSet,
  unpackRuns,
} from '../../src/views/run-records.ts';
import { sharedData } from '../../src/views/shared.ts';
import { run, setOf } from './run-rows.ts';

const travelled = (set: RunSet): RunSet => unpackRuns(JSON.parse(JSON.stringify(packRuns(set))));

describe('one run', () => {
  test('comes back as it was, absent cells absent', () => {
    const set = setOf(
      run('7', { settings: 'host “A, B”', skip: 'capped' }),
      run('12', { tgTokensPerSecond: 0.5, flashAttention: 'off' }),
    );
    expect(travelled(set)).toEqual(set);
  });

  test('estimate over measured, less one', () => {
    expect(deviationOf(run('1'), 'tg')).toBeCloseTo(0.1, 12);
    expect(deviationOf(run('1', { tgEstimate: 80 }), 'tg')).toBeCloseTo(-0.2, 12);
    expect(deviationOf(run('1'), 'pp')).toBeUndefined();
  });

  test('the range is the estimate times its parts', () => {
    expect(estimateOf(run('1'), 'tg')).toEqual({ low: 88, central: 110, high: 132 });
  });

  test('without an estimate there is a reason', () => {
    const { tgEstimate: _, ...rest } = run('1', { tgGap: 'phone chip' });
    expect(estimateOf(rest, 'tg')).toEqual({ unknown: 'phone chip' });
    expect(deviationOf(rest, 'tg')).toBeUndefined();
  });

  test('a skip of generation leaves the prompt in, a mark concerns its own figure', () => {
    expect(leftOut(run('1', { skipTgOnly: 'F16' }), 'tg')).toBe('F16');
    expect(leftOut(run('1', { skipTgOnly: 'F16' }), 'pp')).toBeUndefined();
    expect(leftOut(run('1', { ppMark: 'slow' }), 'tg')).toBeUndefined();
    expect(leftOut(run('1', { skip: 'old' }), 'pp')).toBe('old');
  });
});

describe('all runs', () => {
  let set: RunSet;
  beforeAll(() => {
    const { measurements, estimator } = sharedData();
    set = buildRunSet(measurements, estimator.tables);
  }, 120_000);

  test('every measured run is there once', () => {
    const { rows } = sharedData().measurements;
    expect(set.runs.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  test('each figure has an estimate or a reason', () => {
    for (const one of set.runs)
      for (const quantity of ['pp', 'tg'] as const) {
        const estimate = estimateOf(one, quantity);
        if (estimate === undefined) continue;
        if ('unknown' in estimate) expect(estimate.unknown.length, one.id).toBeGreaterThan(3);
        else {
          expect(estimate.low, one.id).toBeGreaterThan(0);
          expect(estimate.low, one.id).toBeLessThanOrEqual(estimate.central);
          expect(estimate.high, one.id).toBeGreaterThanOrEqual(estimate.central);
        }
      }
  });

  test('the file is under 150 KB compressed and loses nothing', () => {
    const text = JSON.stringify(packRuns(set));
    expect(gzipSync(text, { level: 9 }).byteLength).toBeLessThan(150_000);
    const back = unpackRuns(JSON.parse(text));
    expect(back.runs[0]).toEqual(set.runs[0]);
    expect(back.runs[3000]).toEqual(set.runs[3000]);
    expect(back.runs.at(-1)).toEqual(set.runs.at(-1));
  });

  test('the first page shows a hundred devices, each once, with nothing left out', () => {
    const first = set.runs.slice(0, PAGE_SIZE);
    expect(new Set(first.map(({ deviceId }) => deviceId)).size).toBe(PAGE_SIZE);
    for (const one of first) {
      expect(leftOut(one, 'tg'), one.id).toBeUndefined();
      expect(deviationOf(one, 'tg'), one.id).toBeDefined();
    }
    for (const known of ['rtx-4090', 'rtx-3090', 'apple-m4-max', 'rx-7900-xtx'])
      expect(
        first.some(({ deviceId }) => deviceId === known),
        known,
      ).toBe(true);
  });
});
