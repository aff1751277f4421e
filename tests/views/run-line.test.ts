// Proves that a measured run is worded as its source has it, with marks, gaps and a link to its configuration.
import { expect, test } from 'vitest';
import { parse } from '../../src/configuration/index.ts';
import { formatDeviation } from '../../src/views/format.ts';
import { configurationOf, runLine } from '../../src/views/run-line.ts';
import { wordOutlier, wordSettings, wordTest } from '../../src/views/run-words.ts';
import { run } from './run-rows.ts';

const line = (changes: Parameters<typeof run>[1]) => runLine(run('1', changes), {});

test.each([
  [0.1, '+10 %'],
  [-0.083, '-8.3 %'],
  [0, '0 %'],
  [-0.0004, '0 %'],
  [1.234, '+120 %'],
  // 4.2 times as much as was measured.
  [3.2, '4.2 times'],
  [50.24, '51 times'],
])('a deviation of %d reads %s', (deviation, words) => {
  expect(formatDeviation(deviation).replaceAll('\u00a0', ' ')).toBe(words);
});

test.each([
  [{}, 'answer 128'],
  [{ promptTokens: 512, generatedTokens: 0 }, 'prompt 512'],
  [{ depthTokens: 4096 }, 'answer 128, after 4,096'],
  [{ promptTokens: 2048, generatedTokens: 32 }, 'prompt 2,048 + answer 32'],
  [{ test: 'request', promptTokens: 4096, depthTokens: 4096 }, 'prompt 4,096 + answer 128'],
  [{ test: 'localscore' }, 'LocalScore, mean of 9 tests'],
  [{ generatedTokens: 0 }, 'lengths not stated'],
] as [Parameters<typeof run>[1], string][])('%j is worded “%s”', (changes, words) => {
  expect(wordTest(run('1', changes))).toBe(words);
});

test('settings stand in one line, and the usual cache is not mentioned', () => {
  const told = run('1', {
    sequences: 8,
    flashAttention: 'off',
    microBatchTokens: 2048,
    kv: 'q8_0',
    powerLimitWatts: 220,
    switches: 'hipblaslt rocwmma',
    settings: 'host Ryzen 5 3600',
  });
  expect(wordSettings(told).replaceAll('\u00a0', ' ')).toBe(
    '8 at once, flash attention off, micro-batch 2,048, cache q8_0, limited to 220 W, hipblaslt, rocwmma, host Ryzen 5 3600',
  );
  expect(wordSettings(run('1', { kv: 'f16' }))).toBe('');
});

test('outliers say which rule they broke and by how much', () => {
  const said = (rule: Parameters<typeof wordOutlier>[0]['rule'], ratio: number) =>
    wordOutlier({ quantity: 'tg', rule, ratio }).replaceAll('\u00a0', ' ');
  expect(said('below-bandwidth', 0.07)).toBe('reads only 7 % of the memory bandwidth');
  expect(said('above-bandwidth', 1.4)).toBe('would need 1.4 times the memory bandwidth');
  expect(said('below-peers', 0.314)).toBe('0.31 of the median of like runs');
  expect(said('above-peers', 2.5)).toBe('2.5 times the median of like runs');
});

test('a figure is measured, estimated with its range, and off by', () => {
  const { tg, pp } = line({});
  expect(tg).toEqual({
    measured: '100',
    estimate: { value: '110', range: '88–140', off: '+10\u00a0%', inside: true },
  });
  expect(pp).toEqual({});
});

test('outside the range is said', () => {
  // 110 × 0.8 = 88: 80 measured lies below.
  expect(line({ tgTokensPerSecond: 80 }).tg.estimate?.inside).toBe(false);
});

test('a figure that cannot be estimated says why, and marks stay', () => {
  const { tgEstimate: _, ...rest } = run('1', {
    tgGap: 'software: fork with its own kernels',
    tgMark: '0.4 of the median of like runs',
    skipTgOnly: 'dense parts are F16',
  });
  expect(runLine(rest, {}).tg).toEqual({
    measured: '100',
    gap: 'software: fork with its own kernels',
    mark: 'left out: dense parts are F16; outlier: 0.4 of the median of like runs',
  });
});

test('cards are counted, fine-tunes named, sources titled', () => {
  const one = runLine(run('1', { gpuCount: 4, runAs: 'Tuned 8B' }), { 'made-up': 'Made-up runs' });
  expect(one.device).toEqual({ name: '4 × CARD', href: '/devices/card/' });
  expect(one.model.small).toBe('Q4_K_M, run as Tuned 8B');
  expect(one.source.name).toBe('Made-up runs');
});

test('the link is the configuration that was run', () => {
  const link = (changes: Parameters<typeof run>[1]) => {
    const found = configurationOf(run('1', changes));
    return found === undefined ? undefined : parse(found).configuration;
  };
  expect(link({ flashAttention: 'off', depthTokens: 4096, microBatchTokens: 2048 })).toMatchObject({
    hw: 'card',
    model: 'small',
    quant: 'q4_k_m',
    runtime: 'llama.cpp-cuda',
    fa: 'off',
    ubatch: 2048,
    prompt: 0,
    gen: 128,
    depth: 4096,
    users: 1,
  });
  expect(link({ processor: 'cpu' })).toMatchObject({ ngl: 0 });
  // A request whose prompt is its depth starts from an empty context.
  expect(link({ test: 'request', promptTokens: 4096, depthTokens: 4096 })).toMatchObject({
    prompt: 4096,
    depth: 0,
  });
  expect(link({ processor: 'hybrid' })).toBeUndefined();
  expect(link({ processor: 'npu' })).toBeUndefined();
});
