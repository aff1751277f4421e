// Proves that a trait of a card, a model or a build changes the cause it concerns by its factor, and no other.
import { describe, expect, it } from 'vitest';
import { calibration } from '../../src/estimation/calibration.ts';
import type { Calibration, EngineParameters } from '../../src/estimation/calibration-types.ts';
import { stepSeconds } from '../../src/estimation/generation-time.ts';
import { gpuPeaks } from '../../src/estimation/processor.ts';
import { readSeconds } from '../../src/estimation/prompt-time.ts';
import { equip, prepare } from '../../src/estimation/setup.ts';
import type { DeviceRow, ModelRow } from '../../src/estimation/types.ts';
import { layerFactor, workOf } from '../../src/estimation/work.ts';
import { a100, configuration, h100, llama2_7b, q4_0, qwen3_30b_a3b, rtx4090 } from './rows.ts';

const cuda = calibration.engines['cuda'] as EngineParameters;
const writing = (c: Calibration, device: DeviceRow) => {
  const input = configuration(device, llama2_7b, q4_0, { prompt: 0, gen: 128 });
  return stepSeconds(equip(c, prepare(input, c.runtimeBytes))) ?? {};
};
const reading = (c: Calibration, device: DeviceRow, model: ModelRow) => {
  const input = configuration(device, model, q4_0, { prompt: 2048, gen: 0 });
  return readSeconds(equip(c, prepare(input, c.runtimeBytes))) ?? {};
};

describe('check bits among the data', () => {
  const c: Calibration = { ...calibration, inlineEccEta: 0.8 };

  it('make a server’s GDDR card read weights 1 / 0.8 as long, and leave the rest', () => {
    const desktop = writing(c, rtx4090);
    const server = writing(c, { ...rtx4090, segment: 'datacenter' });
    expect((server.weights as number) / (desktop.weights as number)).toBeCloseTo(1.25, 6);
    expect(server.overhead).toBe(desktop.overhead);
    expect(server.unpacking).toBe(desktop.unpacking);
  });

  it('cost HBM nothing: it keeps them apart', () => {
    expect(writing(c, { ...h100, segment: 'datacenter' })).toEqual(writing(c, h100));
  });
});

describe('products of four bytes', () => {
  const pascal: DeviceRow = { ...rtx4090, id: 'made', architecture: 'Pascal' };
  const ratio = (device: DeviceRow): number => {
    const of = (withoutDots: number) =>
      writing({ ...calibration, withoutDots }, device).unpacking as number;
    return of(3) / of(1);
  };

  it('are missing on GP100, Maxwell and Kepler alone', () => {
    expect(ratio({ ...pascal, memoryType: 'HBM2' })).toBeCloseTo(3, 9);
    expect(ratio({ ...pascal, architecture: 'Maxwell' })).toBeCloseTo(3, 9);
    expect(ratio({ ...pascal, architecture: 'Kepler' })).toBeCloseTo(3, 9);
    expect(ratio({ ...pascal, memoryType: 'GDDR5X' })).toBe(1);
    expect(ratio(rtx4090)).toBe(1);
  });
});

describe('a card short of watts', () => {
  // RTX 4090: 450 W for 330.3 TFLOPS, 1.3624 W each: half of a threshold of 2.7248.
  const short = (exponent: number): Calibration => ({
    ...calibration,
    wattsPerRate: { threshold: 2.7248, exponent },
  });
  const ratio = (model: ModelRow): number =>
    (reading(short(1), rtx4090, model).compute as number) /
    (reading(short(0), rtx4090, model).compute as number);

  it('computes dense products half as fast', () => {
    expect(ratio(llama2_7b)).toBeCloseTo(2, 1);
  });

  it('computes experts slower by the root of that', () => {
    // Dense parts take twice as long, experts 1.414 times.
    expect(ratio(qwen3_30b_a3b)).toBeGreaterThan(1.41);
    expect(ratio(qwen3_30b_a3b)).toBeLessThan(1.7);
  });

  it('never computes experts faster than dense products', () => {
    // Experts at 0.9 of the dense rate: the root of two would lift them above it.
    const c = {
      ...short(1),
      engines: { ...calibration.engines, cuda: { ...cuda, promptMoe: 0.9 } },
    };
    const input = configuration(rtx4090, qwen3_30b_a3b, q4_0, { prompt: 2048, gen: 0 });
    expect(equip(c, prepare(input, 0)).gpu?.promptMoe).toBe(1);
  });
});

it('shared experts beside others add to a layer', () => {
  const engine = { ...cuda, moeOverhead: 0.5, sharedOverhead: 0.25 };
  const factorOf = (shared: number): number => {
    const experts = { ...(qwen3_30b_a3b.experts as NonNullable<ModelRow['experts']>), shared };
    const model = { ...qwen3_30b_a3b, experts };
    const input = configuration(rtx4090, model, q4_0, { prompt: 0, gen: 1 });
    return layerFactor(workOf(input, prepare(input, 0).weights), engine);
  };
  expect(factorOf(0)).toBe(1.5);
  expect(factorOf(1)).toBe(1.75);
});

it('heads of 64 columns pay 1.385 times what heads of 128 do for the same products', () => {
  // Exponentials as wide as 80 columns: (64 + 80) / 64 over (128 + 80) / 128 = 2.25 / 1.625.
  const c: Calibration = {
    ...calibration,
    engines: { ...calibration.engines, cuda: { ...cuda, softmaxWidth: 80 } },
  };
  const wide = { ...llama2_7b, heads: 32, kvHeads: 8, headDimension: 128 };
  const narrow = { ...llama2_7b, heads: 64, kvHeads: 16, headDimension: 64 };
  const [a, b] = [reading(c, rtx4090, narrow), reading(c, rtx4090, wide)];
  expect((a.attention as number) / (b.attention as number)).toBeCloseTo(2.25 / 1.625, 6);
});

it('half of an A100’s 312 TFLOPS counts for products under CUDA’s kernels, all of it elsewhere', () => {
  expect(gpuPeaks(a100, 'cuda')).toMatchObject({ matrix: 312e12, matrixShare: 0.5 });
  expect(gpuPeaks(a100, 'cuda').assumptions.map(({ id }) => id)).toContain('peak');
  expect(gpuPeaks(a100, 'vllm').matrixShare).toBeUndefined();
  expect(gpuPeaks(rtx4090, 'cuda').matrixShare).toBeUndefined();
});
