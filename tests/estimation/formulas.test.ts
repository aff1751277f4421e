// Proves the plain formulas against worked examples in books, papers and published results.
import { describe, expect, it } from 'vitest';
import { costPerMillionTokens, energyPerToken } from '../../src/estimation/energy.ts';
import { flopPerToken } from '../../src/estimation/flop.ts';
import { attentionFlop } from '../../src/estimation/kv-cache.ts';
import { allReduceSeconds } from '../../src/estimation/links.ts';
import { localScoreOf } from '../../src/estimation/local-score.ts';
import {
  originalFirstTokenSeconds,
  originalGenerationSpeed,
  originalOperationsPerToken,
  originalPromptSpeed,
} from '../../src/estimation/original.ts';
import { cpuPeaks } from '../../src/estimation/processor.ts';
import { firstTokenSeconds, idealStepSeconds } from '../../src/estimation/roofline.ts';
import { acceptedTokens, speculativeSpeedUp } from '../../src/estimation/speculative.ts';
import { expertCoverage } from '../../src/estimation/work.ts';
import { i5_1335u, llama2_7b, llama3_8b } from './rows.ts';

describe('operations per token', () => {
  it('are 13.21 GFLOP for Llama 2 7B, 12.3 times the original formula’s 1.074', () => {
    const ours = flopPerToken(llama2_7b) / 1e9;
    const original = originalOperationsPerToken(32, 4096) / 1e9;
    expect(ours).toBeCloseTo(13.21, 2);
    expect(original).toBeCloseTo(1.074, 3);
    expect(ours / original).toBeCloseTo(12.3, 1);
  });

  it('of attention are 4.295 GFLOP for Llama 3 8B at 8,192', () => {
    expect(attentionFlop(llama3_8b, 8192) / 1e9).toBeCloseTo(4.295, 3);
  });
});

describe('the original formulas, as they stand', () => {
  it('multiply and divide', () => {
    // 582.4 GFLOPS at 7 % over 1.074 GFLOP: 40.768 / 1.074 = 37.96 tok/s.
    const speed = originalPromptSpeed({
      flopPerSecond: 582.4e9,
      efficiency: 0.07,
      operationsPerToken: 1.074e9,
    });
    expect(speed).toBeCloseTo(37.96, 2);
    // 400 / 100 + 10 GB / 50 GB/s.
    const seconds = originalFirstTokenSeconds({
      promptTokens: 400,
      promptTokensPerSecond: 100,
      modelBytes: 10e9,
      bandwidthBytesPerSecond: 50e9,
    });
    expect(seconds).toBeCloseTo(4.2, 9);
  });

  // Llama 2 7B Q4_0 is 3.56 GiB = 3.8225 GB.
  it.each([
    ['RTX 4090', 1008, 263.7],
    ['M2 Ultra', 800, 209.3],
    ['M1', 68, 17.8],
  ])('%s would generate %d GB/s over 3.8225 GB', (_, bandwidth, speed) => {
    expect(originalGenerationSpeed(bandwidth * 1e9, 3.8225e9)).toBeCloseTo(speed, 0);
  });
});

describe('ideal decode step', () => {
  // Scaling book: Llama 2 13B in bf16 on 8 TPU v5e (6.56e12 byte/s), 6.7 GB of cache per sequence.
  it.each([
    [1, 4.98, 200.6],
    [16, 20.3, 788],
  ])('with %d sequences', (sequences, milliseconds, throughput) => {
    const seconds = idealStepSeconds({
      weightBytes: 26e9,
      kvBytesPerSequence: 6.7e9,
      sequences,
      bandwidthBytesPerSecond: 6.56e12,
    });
    expect(seconds * 1e3).toBeCloseTo(milliseconds, 1);
    expect(sequences / seconds / throughput).toBeCloseTo(1, 2);
  });

  // Its quiz: 30 B parameters in int8, 819 MB of cache, 16 chips of 8.1e11 byte/s and 1.97e14 FLOP/s.
  it.each([
    [4, 2.57],
    [256, 21.05],
  ])('of the quiz with %d sequences', (sequences, milliseconds) => {
    const seconds = idealStepSeconds({
      weightBytes: 30e9,
      kvBytesPerSequence: 819e6,
      sequences,
      bandwidthBytesPerSecond: 16 * 8.1e11,
      parameters: 30e9,
      flopPerSecond: 16 * 1.97e14,
    });
    expect(seconds * 1e3).toBeCloseTo(milliseconds, 1);
  });

  // llm-analysis, 13B FP16 on an A100-40GB: decode 17.07 ms ideal, 18.97 at 90 % of the bandwidth.
  it('of 13B on an A100', () => {
    const at = (part: number): number =>
      idealStepSeconds({
        weightBytes: 26.5e9,
        kvBytesPerSequence: 0,
        sequences: 1,
        bandwidthBytesPerSecond: 1.555e12 * part,
      });
    expect(at(1) * 1e3).toBeCloseTo(17.07, 1);
    expect(at(0.9) * 1e3).toBeCloseTo(18.97, 1);
  });
});

describe('experts touched by a batch', () => {
  it.each([
    [128, 8, 1, 1, 8],
    [128, 8, 8, 1, 51.6],
    [128, 8, 32, 1, 111.8],
    [128, 8, 8, 0.73, 32.7],
    [128, 8, 32, 0.73, 71.1],
    [32, 4, 8, 1, 21],
    [32, 4, 32, 1, 31.6],
    [256, 8, 32, 1, 163.3],
  ])('%d experts, %d picked, %d sequences, s = %d', (count, picked, sequences, s, expected) => {
    expect(count * expertCoverage(picked / count, sequences, s)).toBeCloseTo(expected, 1);
  });
});

describe('speculative decoding', () => {
  it.each([
    [0.8, 5, 3.689],
    [0.7, 5, 2.941],
    [0.9, 4, 4.095],
    [1, 4, 5],
    [0, 4, 1],
  ])('accepts, α = %d, γ = %d', (alpha, gamma, tokens) => {
    expect(acceptedTokens(alpha, gamma)).toBeCloseTo(tokens, 3);
  });

  it('gains 2.951 with a draft of a twentieth', () => {
    expect(speculativeSpeedUp({ acceptance: 0.8, drafted: 5, draftCost: 0.05 })).toBeCloseTo(
      2.951,
      3,
    );
  });
});

describe('LocalScore', () => {
  // Published results: PP, TG and TTFT in ms with their score.
  it.each([
    [3552.2600615, 103.1011972, 357.8775641, 1007.7311],
    [607.3142902, 51.5707239, 1994.3481804, 250.4217],
  ])('PP %d, TG %d, TTFT %d ms', (pp, tg, milliseconds, score) => {
    const points = localScoreOf({
      promptTokensPerSecond: pp,
      tokensPerSecond: tg,
      firstTokenSeconds: milliseconds / 1000,
    });
    expect(points).toBeCloseTo(score, 3);
  });

  it('waits one decode step for the first token: 250.45 ms where 250.67 were recorded', () => {
    const seconds = firstTokenSeconds({
      promptTokens: 1024,
      promptTokensPerSecond: 4249.872,
      tokensPerSecond: 105.282,
    });
    expect(seconds * 1e3).toBeCloseTo(250.45, 2);
  });
});

describe('links, energy, peaks', () => {
  const link = (gigabytes: number) => ({
    bytesPerSecond: gigabytes * 1e9,
    latencySeconds: 0,
    text: '',
  });

  it('all-reduces 64 MiB over 8 cards in 322 µs at 364.7 GB/s, 268.27 MB over 4 in 16.968 ms at 23.7', () => {
    expect(allReduceSeconds(link(364.7), 8, 64 * 2 ** 20) * 1e6).toBeCloseTo(322, 0);
    expect(allReduceSeconds(link(23.7), 4, 268.27e6) * 1e3).toBeCloseTo(16.98, 1);
    expect(allReduceSeconds(link(20), 1, 1e6)).toBe(0);
  });

  it('takes 4.15 J per token at 220 W and 53 tok/s, 0.186 J at 1,180.6', () => {
    expect(energyPerToken(220, 53)).toBeCloseTo(4.15, 2);
    expect(energyPerToken(220, 1180.6)).toBeCloseTo(0.186, 3);
    // 4.15 J · 10⁶ = 1.153 kWh at 0.30 per kWh.
    const cost = costPerMillionTokens({
      watts: 220,
      tokensPerSecond: 53,
      pricePerKilowattHour: 0.3,
    });
    expect(cost).toBeCloseTo(0.346, 3);
  });

  it('gives the i5-1335U 729.6 GFLOPS: 2 · 4.6 · 32 + 8 · 3.4 · 16', () => {
    const { fp32 = 0 } = cpuPeaks(i5_1335u);
    expect(fp32 / 1e9 / 729.6).toBeCloseTo(1, 2);
  });
});
