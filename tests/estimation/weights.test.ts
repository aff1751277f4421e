// Proves that file sizes, compute buffers and parameter counts agree with published files and logs.
import { describe, expect, it } from 'vitest';
import { computeBufferBytes, hostBufferBytes } from '../../src/estimation/buffers.ts';
import { kvBytes } from '../../src/estimation/kv-cache.ts';
import {
  activeParameters,
  expertParameters,
  parameterGroups,
  readParameters,
} from '../../src/estimation/parameters.ts';
import { DomainError } from '../../src/estimation/types.ts';
import { weightBytes } from '../../src/estimation/weights.ts';
import {
  deepseekV3,
  f16,
  gemma3_4b,
  gptOss20b,
  gptOss120b,
  kvF16,
  llama2_7b,
  llama3_8b,
  llama3_70b,
  mxfp4,
  q2_k,
  q4_0,
  q4_k_m,
  q8_0,
  qwen3_30b_a3b,
} from './rows.ts';

const MiB = 2 ** 20;
const GiB = 2 ** 30;

describe('parameters', () => {
  it('reads 6.607 B of Llama 2 7B: all but the input embedding of 32,000 · 4,096', () => {
    expect(readParameters(llama2_7b) / 1e9).toBeCloseTo(6.607, 3);
  });

  // Published: 3.6 B and 5.1 B active with the embedding counted; 3.3 B for Qwen3 with 0.31 B of embedding.
  it.each([
    ['gpt-oss-20b', gptOss20b, 3.61, 2],
    ['gpt-oss-120b', gptOss120b, 5.17, 2],
    ['Qwen3 30B-A3B', qwen3_30b_a3b, 3.04, 2],
  ])('%s', (_, model, billions, digits) => {
    expect(activeParameters(model) / 1e9).toBeCloseTo(billions, digits);
  });

  it('routes 20.43 B of DeepSeek-V3 per token: 58 layers · 8 · 3 · 7168 · 2048', () => {
    expect((expertParameters(deepseekV3) * 8) / 256 / 1e9).toBeCloseTo(20.43, 2);
  });

  it.each([llama2_7b, llama3_70b, deepseekV3, gptOss20b, gemma3_4b, qwen3_30b_a3b])(
    'groups of $id add up to its total',
    (model) => {
      const { expertLayers: _, ...counts } = parameterGroups(model);
      const sum = Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum / model.totalParameters).toBeCloseTo(1, 9);
    },
  );
});

describe('weights of a file', () => {
  // Sizes printed by llama-bench and the benchmark tables of XiongjieDai and llama.cpp's DGX Spark page.
  it.each([
    ['Llama 2 7B Q4_0', llama2_7b, q4_0, 3.56],
    ['Llama 3 8B Q4_K_M', llama3_8b, q4_k_m, 4.58],
    ['Llama 3 8B F16', llama3_8b, f16, 14.96],
    ['Llama 3 70B Q4_K_M', llama3_70b, q4_k_m, 39.59],
    ['Llama 3 70B F16', llama3_70b, f16, 131.42],
    ['Qwen3 30B-A3B Q8_0', qwen3_30b_a3b, q8_0, 30.25],
    ['Qwen3 30B-A3B Q4_K_M', qwen3_30b_a3b, q4_k_m, 17.28],
    ['gpt-oss-20b MXFP4', gptOss20b, mxfp4, 11.27],
    ['gpt-oss-120b MXFP4', gptOss120b, mxfp4, 59.02],
  ])('%s', (_, model, quantization, gibibytes) => {
    const size = weightBytes(model, quantization).file / GiB;
    expect(Math.abs(size / gibibytes - 1)).toBeLessThan(0.005);
  });

  it('leaves 281.81 MiB of embedding in RAM and 4,403.49 MiB for the GPU (Llama 3 8B Q4_K_M log)', () => {
    const w = weightBytes(llama3_8b, q4_k_m);
    expect(w.embedding / MiB).toBeCloseTo(281.81, 1);
    expect(Math.abs(w.dense / MiB / 4403.49 - 1)).toBeLessThan(0.005);
  });

  it('keeps experts of gpt-oss in MXFP4 whatever the label', () => {
    expect(weightBytes(gptOss20b, f16).experts).toBe(weightBytes(gptOss20b, q4_k_m).experts);
  });

  it('shrinks with bits', () => {
    const sizes = [f16, q8_0, q4_k_m, q2_k].map((q) => weightBytes(llama3_8b, q).file);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('takes the size of a file at hand over its label', () => {
    expect(weightBytes(llama3_8b, q4_k_m, 5e9).file).toBe(5e9);
  });

  it('refuses a format whose bits are the user’s choice', () => {
    const exl3 = { id: 'exl3', name: 'EXL3', family: 'exl' };
    expect(() => weightBytes(llama3_8b, exl3)).toThrow(DomainError);
  });
});

describe('compute buffers', () => {
  // llama.cpp logs: "CUDA0 compute buffer size", "CUDA_Host compute buffer size".
  it.each([
    ['8B at 8,192', llama3_8b, 8192, 560, 24.01],
    ['70B at 8,192', llama3_70b, 8192, 1104, 32.01],
    ['8B at 512', llama3_8b, 512, 258.5, 9.01],
  ])('%s without flash attention', (_, model, contextTokens, device, host) => {
    const shape = { contextTokens, microBatchTokens: 512 };
    expect(computeBufferBytes(model, { ...shape, flashAttention: false }) / MiB).toBe(device);
    expect(hostBufferBytes(model, shape) / MiB).toBeCloseTo(host, 1);
  });

  it('adds up to the logged 5,987.5 MiB (5,686.0 with flash attention) of 8B Q4_K_M at 8,192', () => {
    const w = weightBytes(llama3_8b, q4_k_m);
    const cache = kvBytes(llama3_8b, kvF16, { contextTokens: 8192 });
    const sum = (flashAttention: boolean): number =>
      (w.dense +
        cache +
        computeBufferBytes(llama3_8b, {
          contextTokens: 8192,
          microBatchTokens: 512,
          flashAttention,
        })) /
      MiB;
    expect(Math.abs(sum(false) / 5987.5 - 1)).toBeLessThan(0.005);
    expect(Math.abs(sum(true) / 5686 - 1)).toBeLessThan(0.005);
  });
});
