// Proves that input out of domain is refused by name and bound, and that odd input never gives NaN.
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimation/estimate.ts';
import {
  DomainError,
  type EstimationInput,
  isUnknown,
  type Problem,
} from '../../src/estimation/types.ts';
import { classify, defaultThresholds } from '../../src/estimation/workflow.ts';
import {
  configuration,
  cuda,
  deepseekV3,
  f16,
  i5_1335u,
  llama3_8b,
  llama31_405b,
  q4_k_m,
  rtx4090,
  ryzen7950x,
  vllm,
} from './rows.ts';

const plain = configuration(rtx4090, llama3_8b, q4_k_m);

function problems(input: EstimationInput): readonly Problem[] {
  try {
    estimate(input);
  } catch (error) {
    if (error instanceof DomainError) return error.problems;
    throw error;
  }
  return [];
}

const workload = (o: Partial<EstimationInput['workload']>): EstimationInput => ({
  ...plain,
  workload: { ...plain.workload, ...o },
});

describe('refusals', () => {
  it.each<[string, string, EstimationInput]>([
    ['a negative prompt', 'prompt', workload({ promptTokens: -5 })],
    ['a prompt of NaN', 'prompt', workload({ promptTokens: Number.NaN })],
    ['half a token', 'gen', workload({ generatedTokens: 0.5 })],
    ['an absurd depth', 'depth', workload({ depthTokens: 1e9 })],
    ['nobody', 'users', workload({ concurrentUsers: 0 })],
    ['no work at all', 'gen', workload({ promptTokens: 0, generatedTokens: 0 })],
    ['an empty micro-batch', 'ubatch', { ...plain, microBatchTokens: 0 }],
    ['negative layers', 'ngl', { ...plain, gpuLayers: -1 }],
    ['more KV heads than heads', 'model', { ...plain, model: { ...llama3_8b, kvHeads: 64 } }],
    ['no layers', 'model', { ...plain, model: { ...llama3_8b, layers: 0 } }],
    [
      'more active experts than experts',
      'model',
      { ...plain, model: { ...llama3_8b, experts: { count: 8, activePerToken: 9, shared: 0 } } },
    ],
    [
      'no bandwidth',
      'bw',
      {
        ...plain,
        machine: { ...plain.machine, accelerator: { ...rtx4090, bandwidthBytesPerSecond: 0 } },
      },
    ],
    [
      'endless bandwidth',
      'bw',
      {
        ...plain,
        machine: {
          ...plain.machine,
          accelerator: { ...rtx4090, bandwidthBytesPerSecond: Number.POSITIVE_INFINITY },
        },
      },
    ],
    ['no memory', 'vram', { ...plain, machine: { ...plain.machine, acceleratorMemoryBytes: -1 } }],
    [
      'a GPU runtime without a GPU',
      'runtime',
      { ...configuration(ryzen7950x, llama3_8b, q4_k_m), runtime: cuda },
    ],
    [
      'a model larger than the disk',
      'model',
      {
        ...configuration(rtx4090, llama31_405b, f16),
        machine: { ...plain.machine, storageBytes: 500e9 },
      },
    ],
  ])('%s', (_, field, input) => {
    const found = problems(input);
    expect(found.map((p) => p.field)).toContain(field);
    for (const p of found) expect(p.message).toContain(p.field);
  });

  it('names every problem at once', () => {
    const both = workload({ promptTokens: -1, concurrentUsers: 0 });
    expect(problems(both).map((p) => p.field)).toEqual(['prompt', 'users']);
  });

  it('says the bound and what it got', () => {
    expect(problems(workload({ promptTokens: -5 }))[0]?.message).toBe(
      'prompt must be 0 to 10000000 tokens, got -5',
    );
  });
});

describe('what is not known', () => {
  it('is said, not guessed: a card without bandwidth', () => {
    const { bandwidthBytesPerSecond: _, ...blind } = rtx4090;
    const result = estimate({ ...plain, machine: { ...plain.machine, accelerator: blind } });
    expect(isUnknown(result.tg)).toBe(true);
    expect(isUnknown(result.pp)).toBe(true);
    expect(isUnknown(result.workflowClass as object)).toBe(true);
  });

  it('is derived where the generation tells it: a card without matrix rate', () => {
    const { int8OpPerSecond: _, ...partial } = rtx4090;
    const result = estimate({ ...plain, machine: { ...plain.machine, accelerator: partial } });
    expect(isUnknown(result.pp)).toBe(false);
    expect(result.assumptions.some((a) => a.id === 'peak')).toBe(true);
  });

  it('widens the range: an architecture without runs', () => {
    const fresh = { ...rtx4090, architecture: 'Rubin' };
    const width = (input: EstimationInput): number => {
      const { tg } = estimate(input);
      if (isUnknown(tg)) throw new Error(tg.unknown);
      return tg.high / tg.low;
    };
    const unseen = { ...plain, machine: { ...plain.machine, accelerator: fresh } };
    expect(width(unseen)).toBeGreaterThan(1.5 * width(plain));
    expect(estimate(unseen).assumptions.find((a) => a.id === 'class')?.basis).toBe('prior');
  });

  it('has no prompt speed without a prompt, and no generation without an answer', () => {
    const answer = estimate(workload({ promptTokens: 0 }));
    expect(isUnknown(answer.pp)).toBe(true);
    expect(isUnknown(answer.tg)).toBe(false);
    const reading = estimate(workload({ generatedTokens: 0 }));
    expect(isUnknown(reading.tg)).toBe(true);
    expect(reading.workflowClass).toBe('interactive');
  });

  it('is a reason under vLLM, which has no offload', () => {
    const result = estimate(configuration(rtx4090, deepseekV3, f16, {}, { runtime: vllm }));
    expect(isUnknown(result.pp) && result.pp.unknown).toMatch(/GPU memory/);
  });
});

describe('workflow class', () => {
  const at = (firstTokenSeconds: number, tokensPerSecond: number, totalSeconds: number) =>
    classify({ firstTokenSeconds, tokensPerSecond, totalSeconds });

  it.each([
    [2.99, 10.1, 20, 'interactive'],
    [3, 50, 20, 'background'],
    [1, 10, 20, 'background'],
    [1, 5, 300, 'background'],
    [1, 5, 300.1, 'off-line'],
    [100, 1, defaultThresholds.offlineSeconds, 'off-line'],
    [100, 1, defaultThresholds.offlineSeconds + 1, 'non-viable'],
  ])('first token %d s, %d tok/s, %d s in all: %s', (first, speed, total, expected) => {
    expect(at(first, speed, total)).toBe(expected);
  });

  it('is background at best on a laptop CPU with 8B', () => {
    const { workflowClass } = estimate(
      configuration(i5_1335u, llama3_8b, q4_k_m, { prompt: 2048 }),
    );
    expect(['background', 'off-line']).toContain(workflowClass);
  });
});
