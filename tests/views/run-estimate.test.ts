// Proves that a measured run is compared with the estimate of what was really run: the mean of LocalScore's tests, the total of parallel sequences, the wall time of a request, or a reason.
import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../src/catalogue/measurements.ts';
import { estimate, localScoreTests } from '../../src/estimation/index.ts';
import { type Interval, isUnknown, type Quantity } from '../../src/estimation/types.ts';
import { estimateOf } from '../../src/views/guide-data.ts';
import { estimateOfRun } from '../../src/views/run-estimate.ts';
import { sharedData } from '../../src/views/shared.ts';

const { tables } = sharedData().estimator;

/** A made-up run on a catalogued card. */
const bench = (changes: Partial<Measurement>): Measurement => ({
  id: 'made-up-1',
  sourceId: 'made-up',
  url: 'https://example.org',
  deviceName: 'RTX 3090',
  deviceKind: 'gpu',
  deviceId: 'rtx-3090',
  gpuCount: 1,
  processor: 'gpu',
  engine: 'llama.cpp CUDA',
  runtimeId: 'llama.cpp-cuda',
  modelName: 'Llama 3.1 8B',
  modelId: 'llama-3.1-8b',
  quantizationName: 'Q4_K_M',
  quantizationId: 'q4_k_m',
  test: 'bench',
  promptTokens: 0,
  generatedTokens: 128,
  sequences: 1,
  switches: [],
  outliers: [],
  tgTokensPerSecond: 100,
  tgBasis: 'decode',
  ...changes,
});

const known = (quantity: Quantity | undefined): Interval => {
  if (!quantity || isUnknown(quantity)) throw new Error('no estimate');
  return quantity;
};
const tg = (changes: Partial<Measurement>) => known(estimateOfRun(bench(changes), tables).tg);

test('only what was measured is estimated', () => {
  expect(Object.keys(estimateOfRun(bench({}), tables))).toEqual(['tg']);
  const prompt = bench({ promptTokens: 512, generatedTokens: 0, ppTokensPerSecond: 1 });
  const { tgTokensPerSecond: _, ...alone } = prompt;
  expect(Object.keys(estimateOfRun(alone, tables))).toEqual(['pp']);
});

test('a run alone is the configuration of its link', () => {
  const linked = estimateOf(
    'hw=rtx-3090&model=llama-3.1-8b&quant=q4_k_m&runtime=llama.cpp-cuda&prompt=0&gen=128',
  ).estimate.tg;
  expect(tg({}).central / known(linked).central).toBeCloseTo(1, 2);
});

test('a total of sequences is compared with the total of users', () => {
  const one = tg({}).central;
  const eight = tg({ test: 'batched', sequences: 8, tgBasis: 'total' }).central;
  expect(eight).toBeGreaterThan(2 * one);
  expect(eight).toBeLessThan(8 * one);
});

test('LocalScore is the mean over its nine tests', () => {
  const {
    promptTokens: _,
    generatedTokens: __,
    ...rest
  } = bench({
    test: 'localscore',
    runtimeId: 'llamafile',
    engine: 'LocalScore (llamafile) GPU',
  });
  const mean = known(estimateOfRun(rest, tables).tg).central;
  const base = estimateOf('hw=rtx-3090&model=llama-3.1-8b&quant=q4_k_m&runtime=llamafile').input;
  const each = localScoreTests.map(([promptTokens, generatedTokens]) => {
    const workload = { promptTokens, generatedTokens, depthTokens: 0, concurrentUsers: 1 };
    return known(estimate({ ...base, workload }).tg).central;
  });
  expect(mean).toBeGreaterThan(Math.min(...each));
  expect(mean).toBeLessThan(Math.max(...each));
});

test('a rate over the wall time counts the reading of the prompt', () => {
  const request = { test: 'request', promptTokens: 4096, generatedTokens: 256 } as const;
  const decode = tg(request).central;
  const wall = tg({ ...request, tgBasis: 'wall' });
  expect(wall.central).toBeLessThan(decode);
  expect(wall.low).toBeLessThan(wall.central);
  expect(wall.high).toBeGreaterThan(wall.central);
});

describe('a reason instead', () => {
  const why = (changes: Partial<Measurement>) => estimateOfRun(bench(changes), tables).tg;
  test('where the join has none', () => {
    const { deviceId: _, ...phone } = bench({ deviceGap: 'phone chip' });
    expect(estimateOfRun(phone, tables).tg).toEqual({ unknown: 'phone chip' });
  });
  test('where the load is not known', () => {
    const { sequences: _, ...open } = bench({ test: 'serving', tgBasis: 'total' });
    expect(estimateOfRun(open, tables).tg).toEqual({
      unknown: 'number of requests at once not stated',
    });
  });
  test('where the wall time holds a prompt of unknown length', () => {
    const { promptTokens: _, ...request } = bench({ test: 'request', tgBasis: 'wall' });
    expect(estimateOfRun(request, tables).tg).toEqual({
      unknown: 'length of the prompt not stated',
    });
  });
  test('on an AI unit', () => {
    expect(why({ processor: 'npu' })).toEqual({ unknown: 'NPU' });
  });
});
