// Proves that the KV cache of every attention kind has the bytes that llama.cpp logs and papers print.
import { describe, expect, it } from 'vitest';
import {
  kvBytes,
  kvBytesPerToken,
  kvReadBytes,
  linearStateBytes,
  meanBounded,
  slidingCells,
} from '../../src/estimation/kv-cache.ts';
import {
  deepseekV3,
  gemma3_4b,
  gptOss20b,
  kvF16,
  kvQ4,
  kvQ8,
  llama2_7b,
  llama2_13b,
  llama3_8b,
  llama3_70b,
  llama31_405b,
  qwen25_72b,
} from './rows.ts';

const MiB = 2 ** 20;

describe('KV cache', () => {
  // llama.cpp: "KV self size = 1024.00 MiB" at 8,192; q8_0 is 17/32, q4_0 9/32 of it.
  it.each([
    ['Llama 3.1 8B', llama3_8b, 131_072, 1024],
    ['Llama 3 70B', llama3_70b, 327_680, 2560],
    ['Llama 2 7B, as many KV heads as heads', llama2_7b, 524_288, 4096],
  ])('%s at 8,192 tokens', (_, model, perToken, mebibytes) => {
    expect(kvBytesPerToken(model, kvF16)).toBe(perToken);
    expect(kvBytes(model, kvF16, { contextTokens: 8192 })).toBe(mebibytes * MiB);
  });

  it('is smaller in 8 and 4 bits by the block sizes', () => {
    expect(kvBytes(llama3_8b, kvQ8, { contextTokens: 8192 })).toBe(544 * MiB);
    expect(kvBytes(llama3_8b, kvQ4, { contextTokens: 8192 })).toBe(288 * MiB);
  });

  // DeepSeek-V3 hardware paper (ISCA 2025), table 1: 516 kB, 327 kB and 70.272 kB per token.
  it.each([
    ['Llama 3.1 405B', llama31_405b, 516_096],
    ['Qwen2.5 72B', qwen25_72b, 327_680],
    ['DeepSeek-V3, latent', deepseekV3, 70_272],
  ])('%s per token', (_, model, perToken) => {
    expect(kvBytesPerToken(model, kvF16)).toBe(perToken);
  });

  it('holds 274.5 MiB for DeepSeek-V3 at 4,096 tokens, as its log says', () => {
    expect(kvBytes(deepseekV3, kvF16, { contextTokens: 4096 }) / MiB).toBe(274.5);
  });

  it('would be 4,997,120 byte per token without the latent form: 128 · (192 + 128) · 61 · 2', () => {
    // Keys of 192 and values of 128 per head: 160 on average of the two.
    const { latent: _, ...attention } = deepseekV3.attention;
    const expanded = { ...deepseekV3, headDimension: 160, attention };
    expect(kvBytesPerToken(expanded, kvF16)).toBe(4_997_120);
  });

  it('caps windows: gpt-oss-20b at 131,072 holds 3,072 MiB and, in 1,024 cells of 4 sequences, 24 MiB', () => {
    const four = { contextTokens: 131_072, sequences: 4 };
    expect(slidingCells(gptOss20b, four)).toBe(1024);
    // The log has one cache of 131,072 cells shared by four sequences.
    const full = kvBytesPerToken(gptOss20b, kvF16) * 131_072;
    expect(full / MiB).toBe(3072);
    const all = kvBytes(gptOss20b, kvF16, four);
    expect((all - 4 * full) / MiB).toBe(24);
  });

  it('caps windows: gemma-3-4b at 32,768 holds 640 + 174 = 814 MiB, not 4,352', () => {
    expect(kvBytes(gemma3_4b, kvF16, { contextTokens: 32_768 }) / MiB).toBe(814);
  });

  it('is 6.7 GB for Llama 2 13B in bf16 at 8,192 (scaling book)', () => {
    expect(kvBytes(llama2_13b, kvF16, { contextTokens: 8192 }) / 1e9).toBeCloseTo(6.7, 1);
  });

  it('is nothing for no context, and grows with users', () => {
    expect(kvBytes(llama3_8b, kvF16, { contextTokens: 0 })).toBe(0);
    expect(kvBytes(llama3_8b, kvF16, { contextTokens: 1024, sequences: 3 })).toBe(3 * 128 * MiB);
  });

  it('never has more window cells than context', () => {
    expect(slidingCells(gptOss20b, { contextTokens: 100 })).toBe(100);
  });

  it('keeps a constant state in linear layers: 36 · 4 · (128 · 4096 + 3 · 8192) byte', () => {
    const linear = {
      ...llama3_8b,
      heads: 16,
      headDimension: 256,
      attention: { ...llama3_8b.attention, fullLayers: 12, linearLayers: 36 },
    };
    expect(linearStateBytes(linear)).toBe(79_036_416);
    const grown = kvBytes(linear, kvF16, { contextTokens: 2000 });
    expect(kvBytes(linear, kvF16, { contextTokens: 1000 })).toBeCloseTo(
      (grown - 79_036_416) / 2 + 79_036_416,
      0,
    );
  });
});

describe('reads of one decode step', () => {
  it('averages a bounded ramp', () => {
    expect(meanBounded(0, 100, 200)).toBe(50);
    expect(meanBounded(200, 400, 100)).toBe(100);
    // Half the way from 0 to 100, half at 100.
    expect(meanBounded(0, 200, 100)).toBe(75);
    expect(meanBounded(64, 64, 100)).toBe(64);
  });

  it('reads a window only, however long the context', () => {
    const near = kvReadBytes(gptOss20b, kvF16, 1000);
    const far = kvReadBytes(gptOss20b, kvF16, 2000);
    // 12 full layers · 2 · 8 heads · 64 · 2 byte per token.
    expect(far - near).toBe(1000 * 24_576);
  });

  it('goes over window and micro-batch where the kernel masks instead of skipping: 1,024 + 2,048 cells', () => {
    const skipping = kvReadBytes(gemma3_4b, kvF16, 8192);
    const masking = kvReadBytes(gemma3_4b, kvF16, 8192, 8192, 2048);
    // 29 sliding layers · 2 · 4 heads · 256 · 2 byte per cell.
    expect(masking - skipping).toBe(29 * 4096 * 2048);
    // A short context has fewer cells than either.
    expect(kvReadBytes(gemma3_4b, kvF16, 500, 500, 2048)).toBe(kvReadBytes(gemma3_4b, kvF16, 500));
  });
});
