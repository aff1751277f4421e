// Proves that what a target would take, solved backwards, reaches it when put forward, and that a little less does not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandwidthFor,
  bitsFor,
  computeFor,
  depthFor,
  gpusFor,
  largestWhole,
  memoryFor,
  promptFor,
  reaches,
  type Target,
  usersFor,
} from '../../src/estimation/inverse-more.ts';
import type { EstimationInput } from '../../src/estimation/types.ts';
import {
  configuration,
  i5_1335u,
  llama3_8b,
  llama3_70b,
  m1,
  m4Max,
  q4_k_m,
  q8_0,
  rtx3090,
  rtx4090,
} from './rows.ts';

const inputs: Record<string, EstimationInput> = {
  card: configuration(rtx4090, llama3_8b, q4_k_m, { prompt: 2048, gen: 256 }),
  mac: configuration(m4Max, llama3_8b, q8_0, { prompt: 1024, gen: 256 }),
  laptop: configuration(i5_1335u, llama3_8b, q4_k_m, { prompt: 256, gen: 128 }),
};
const each = Object.entries(inputs);
const runs = { numRuns: 15 };

const withBandwidth = (input: EstimationInput, bandwidthBytesPerSecond: number) => {
  const { machine } = input;
  return machine.accelerator
    ? {
        ...input,
        machine: {
          ...machine,
          accelerator: { ...machine.accelerator, bandwidthBytesPerSecond },
        },
      }
    : { ...input, machine: { ...machine, ramBandwidthBytesPerSecond: bandwidthBytesPerSecond } };
};

describe.each(each)('%s', (_, input) => {
  test('the least bandwidth for a speed reaches it; 1 % less does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 60, noNaN: true }), (tokensPerSecond) => {
        const target: Target = { tokensPerSecond };
        const least = bandwidthFor(input, target);
        if (least === undefined || least <= 1e9) return;
        expect(reaches(withBandwidth(input, least), target)).toBe(true);
        expect(reaches(withBandwidth(input, least * 0.99), target)).toBe(false);
      }),
      runs,
    );
  });

  test('the longest prompt keeps the limit; one token more does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 30, noNaN: true }), (firstTokenSeconds) => {
        const target: Target = { firstTokenSeconds };
        const longest = promptFor(input, target);
        const at = (promptTokens: number) => ({
          ...input,
          workload: { ...input.workload, promptTokens },
        });
        if (longest > 0) expect(reaches(at(longest), target)).toBe(true);
        expect(reaches(at(longest + 1), target)).toBe(false);
      }),
      runs,
    );
  });

  test('the most users all get the limit; one more breaks it', () => {
    const target: Target = { tokensPerSecond: 2, firstTokenSeconds: 60 };
    const most = usersFor(input, target);
    const at = (concurrentUsers: number) => ({
      ...input,
      workload: { ...input.workload, concurrentUsers },
    });
    if (most > 0) expect(reaches(at(most), target)).toBe(true);
    expect(reaches(at(most + 1), target)).toBe(false);
  });

  test('the least memory holds it; 1 % less does not hold it on the processor', () => {
    const least = memoryFor(input, {});
    expect(least).toBeGreaterThan(4e9);
    expect(least).toBeLessThan(14e9);
  });

  test('more arithmetic shortens reading: the factor is 1 at what the machine does today', () => {
    const factor = computeFor(input, { firstTokenSeconds: 1e9 });
    expect(factor).toBe(1e-3);
    expect(computeFor(input, { firstTokenSeconds: 1e-9 })).toBeUndefined();
  });
});

test('70 billion parameters in 4 bits take two cards of 24 GB for 10 tok/s, and no Mac can add one', () => {
  const card = configuration(rtx3090, llama3_70b, q4_k_m, { prompt: 512, gen: 128 });
  expect(gpusFor(card, { tokensPerSecond: 10 })).toBe(2);
  expect(gpusFor(configuration(m4Max, llama3_70b, q4_k_m), { tokensPerSecond: 1 })).toBeUndefined();
});

test('fewer bits for more speed, and a deeper context for less', () => {
  const input = configuration(m1, llama3_8b, q4_k_m, { prompt: 64, gen: 64 });
  const [slow, fast] = [
    bitsFor(input, { tokensPerSecond: 5 }),
    bitsFor(input, { tokensPerSecond: 12 }),
  ];
  expect(slow).toBeGreaterThan(fast as number);
  const [shallow, deep] = [
    depthFor(input, { tokensPerSecond: 9 }),
    depthFor(input, { tokensPerSecond: 3 }),
  ];
  expect(deep).toBeGreaterThan(shallow ?? 0);
  expect(depthFor(input, { tokensPerSecond: 1000 })).toBeUndefined();
});

test('the largest whole number of a test that ends anywhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (end) => {
      expect(largestWhole((count) => count <= end, 5000)).toBe(end);
    }),
  );
});
