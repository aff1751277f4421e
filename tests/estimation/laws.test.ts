// Proves the laws every estimate obeys: terms add up, shares sum to one, and more never makes less.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimation/estimate.ts';
import type { DeviceRow, Estimate, EstimationInput, Quantity } from '../../src/estimation/types.ts';
import { isUnknown } from '../../src/estimation/types.ts';
import {
  a100,
  configuration,
  deepseekV3,
  f16,
  gemma3_4b,
  gptOss20b,
  kvF16,
  kvQ8,
  llama2_7b,
  llama3_8b,
  llama3_70b,
  m2Ultra,
  q4_0,
  q4_k_m,
  q8_0,
  qwen3_30b_a3b,
  rtx3090,
  rtx4090,
  ryzen7950x,
} from './rows.ts';

const devices = [rtx4090, rtx3090, a100, m2Ultra, ryzen7950x];
const models = [llama2_7b, llama3_8b, llama3_70b, gemma3_4b, gptOss20b, qwen3_30b_a3b, deepseekV3];
const formats = [f16, q8_0, q4_k_m, q4_0];

const anyConfiguration = fc
  .record({
    device: fc.constantFrom(...devices),
    model: fc.constantFrom(...models),
    format: fc.constantFrom(...formats),
    kvType: fc.constantFrom(kvF16, kvQ8),
    flashAttention: fc.boolean(),
    prompt: fc.integer({ min: 1, max: 40_000 }),
    gen: fc.integer({ min: 1, max: 4000 }),
    depth: fc.integer({ min: 0, max: 40_000 }),
    users: fc.integer({ min: 1, max: 64 }),
    count: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ device, model, format, kvType, flashAttention, ...o }) =>
    configuration(device, model, format, o, { kvType, flashAttention }),
  );

const central = (q: Quantity): number | undefined => (isUnknown(q) ? undefined : q.central);

const holds = (test: (input: EstimationInput, result: Estimate) => void): void => {
  fc.assert(
    fc.property(anyConfiguration, (input) => test(input, estimate(input))),
    { numRuns: 300, seed: 7 },
  );
};

/** Compares a speed before and after a change that must not slow it. */
const neverSlower = (
  change: (input: EstimationInput) => EstimationInput,
  read: (e: Estimate) => Quantity,
): void => {
  holds((input, before) => {
    const after = central(read(estimate(change(input))));
    const old = central(read(before));
    if (after === undefined || old === undefined) return;
    expect(after).toBeGreaterThanOrEqual(old * (1 - 1e-9));
  });
};

const onDevice = (input: EstimationInput, change: (d: DeviceRow) => DeviceRow): EstimationInput => {
  const { accelerator } = input.machine;
  if (!accelerator) return input;
  return { ...input, machine: { ...input.machine, accelerator: change(accelerator) } };
};

describe('every estimate', () => {
  it('has shares that add up to one, and terms that add up to the result', () => {
    holds((input, result) => {
      for (const phase of ['pp', 'tg', 'memory'] as const) {
        const terms = result.terms.filter((t) => t.phase === phase);
        if (terms.length === 0) continue;
        const shares = terms.reduce((sum, t) => sum + t.share, 0);
        expect(shares).toBeCloseTo(1, 9);
      }
      const seconds = (phase: string): number =>
        result.terms.filter((t) => t.phase === phase).reduce((sum, t) => sum + (t.seconds ?? 0), 0);
      const { promptTokens, concurrentUsers } = input.workload;
      const pp = central(result.pp);
      const tg = central(result.tg);
      if (pp) expect((seconds('pp') * pp) / (promptTokens * concurrentUsers)).toBeCloseTo(1, 9);
      if (tg) expect(seconds('tg') * tg).toBeCloseTo(1, 9);
      const { memory: m } = result;
      expect(m.weightBytes + m.kvBytes + m.computeBytes + m.runtimeBytes).toBeCloseTo(
        m.totalBytes,
        0,
      );
    });
  });

  it('is finite, ordered and positive', () => {
    holds((_, result) => {
      for (const q of [result.pp, result.tg, result.ttft, result.total, result.throughput]) {
        if (isUnknown(q)) continue;
        expect(q.low).toBeGreaterThan(0);
        expect(q.low).toBeLessThanOrEqual(q.central);
        expect(q.central).toBeLessThanOrEqual(q.high);
        expect(Number.isFinite(q.high)).toBe(true);
      }
      expect(JSON.stringify(result)).not.toMatch(/null/);
    });
  });

  it('spends in all what prompt and answer take', () => {
    holds((input, result) => {
      const [ttft, tg, total] = [central(result.ttft), central(result.tg), central(result.total)];
      if (!ttft || !tg || !total) return;
      expect(total / (ttft + input.workload.generatedTokens / tg)).toBeCloseTo(1, 9);
    });
  });
});

describe('more of it', () => {
  it('bandwidth never slows generation or prompt', () => {
    const faster = (input: EstimationInput): EstimationInput => {
      const wider = onDevice(input, (d) => ({
        ...d,
        bandwidthBytesPerSecond: 1.5 * (d.bandwidthBytesPerSecond as number),
        // Watts per bandwidth stay: a faster card of the same kind.
        ...(d.tdpWatts && { tdpWatts: 1.5 * d.tdpWatts }),
      }));
      const ram = wider.machine.ramBandwidthBytesPerSecond as number;
      return { ...wider, machine: { ...wider.machine, ramBandwidthBytesPerSecond: 1.5 * ram } };
    };
    neverSlower(faster, (e) => e.tg);
    neverSlower(faster, (e) => e.pp);
  });

  it('context never speeds generation up', () => {
    holds((input, result) => {
      const { depthTokens } = input.workload;
      const deeper = { ...input, workload: { ...input.workload, depthTokens: depthTokens + 5000 } };
      const after = central(estimate(deeper).tg);
      const before = central(result.tg);
      if (after && before) expect(after).toBeLessThanOrEqual(before * (1 + 1e-9));
    });
  });

  it('users never speed one of them up', () => {
    holds((input, result) => {
      const { concurrentUsers } = input.workload;
      const crowded = {
        ...input,
        workload: { ...input.workload, concurrentUsers: concurrentUsers + 5 },
      };
      const after = central(estimate(crowded).tg);
      const before = central(result.tg);
      if (after && before) expect(after).toBeLessThanOrEqual(before * (1 + 1e-9));
    });
  });

  it('bytes of the same format never speed generation up', () => {
    holds((input, result) => {
      const fileBytes = 1.3 * result.memory.weightBytes;
      const after = central(estimate({ ...input, fileBytes }).tg);
      const before = central(result.tg);
      if (after && before) expect(after).toBeLessThanOrEqual(before * (1 + 1e-9));
    });
  });

  it('memory never slows generation', () => {
    neverSlower(
      (input) => {
        const memory = input.machine.acceleratorMemoryBytes;
        if (memory === undefined) return input;
        return { ...input, machine: { ...input.machine, acceleratorMemoryBytes: 1.5 * memory } };
      },
      (e) => e.tg,
    );
  });

  it('memory use grows with context, users and micro-batch', () => {
    holds((input, result) => {
      const more = {
        ...input,
        microBatchTokens: 1024,
        workload: { ...input.workload, depthTokens: input.workload.depthTokens + 1 },
      };
      expect(estimate(more).memory.totalBytes).toBeGreaterThan(result.memory.totalBytes);
    });
  });

  it('the longest context fits, and one token more does not', () => {
    const input = configuration(rtx4090, llama3_8b, q8_0, { prompt: 0, gen: 1 });
    const longest = estimate(input).memory.placement.longestContextTokens as number;
    const at = (tokens: number) =>
      estimate({ ...input, workload: { ...input.workload, depthTokens: tokens - 1 } }).memory.fits;
    expect(at(longest)).toBe(true);
    expect(at(longest + 1)).toBe(false);
  });
});
