// Proves that ids become the right machine, that overrides land where the reader means them, and that what cannot be is named.
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/codec.ts';
import { resolve } from '../../src/configuration/resolve.ts';
import type { Configuration } from '../../src/configuration/types.ts';
import { DomainError } from '../../src/estimation/types.ts';
import { tables } from './rows.ts';

const input = (changes: Partial<Configuration>) =>
  resolve({ ...DEFAULT_CONFIGURATION, hw: 'desktop', model: 'small', ...changes }, tables);
const machine = (changes: Partial<Configuration>) => input(changes).machine;

function problems(changes: Partial<Configuration>): readonly { field: string; message: string }[] {
  try {
    input(changes);
  } catch (error) {
    if (error instanceof DomainError) return error.problems;
    throw error;
  }
  return [];
}

describe('machines', () => {
  test('a system is taken as it is', () => {
    expect(machine({})).toMatchObject({
      accelerator: { id: 'card', bandwidthBytesPerSecond: 1000e9 },
      acceleratorCount: 2,
      acceleratorMemoryBytes: 24e9,
      host: { id: 'ryzen-9-9950x' },
      ramBytes: 96e9,
      ramBandwidthBytesPerSecond: 96e9,
      link: 'pcie4x8',
      unifiedMemory: false,
      hostAssumed: false,
    });
  });

  test('a bare card gets a plain desktop, said to be assumed', () => {
    expect(machine({ hw: 'card' })).toMatchObject({
      accelerator: { id: 'card' },
      acceleratorCount: 1,
      host: { id: 'ryzen-9-9950x' },
      ramBytes: 64e9,
      ramBandwidthBytesPerSecond: 89.6e9,
      link: 'pcie4x16',
      hostAssumed: true,
    });
  });

  test('a system of which only the cards are known gets a plain host too', () => {
    expect(machine({ hw: 'bare-server' })).toMatchObject({
      acceleratorCount: 8,
      host: { id: 'ryzen-9-9950x' },
      hostAssumed: true,
    });
  });

  test('RAM that nobody states beside a GPU is not made up', () => {
    expect(machine({ hw: 'bare-server' }).ramBytes).toBeUndefined();
    expect(machine({ hw: 'bare-server', ram: 256 }).ramBytes).toBe(256e9);
  });

  test('a bare CPU computes on its own channels, 32 GB in each', () => {
    const alone = machine({ hw: 'server-cpu' });
    expect(alone).toMatchObject({
      ramBytes: 384e9,
      ramBandwidthBytesPerSecond: 460.8e9,
      acceleratorCount: 0,
    });
    expect(alone.accelerator).toBeUndefined();
    expect(input({ hw: 'server-cpu' }).runtime.id).toBe('llama.cpp-cpu');
  });

  test('no more RAM is assumed than the CPU takes', () => {
    expect(machine({ hw: 'small-cpu' }).ramBytes).toBe(16e9);
  });

  test('a bare SoC comes with its largest RAM, or the stated one', () => {
    expect(machine({ hw: 'apple' })).toMatchObject({ ramBytes: 128e9, unifiedMemory: true });
    expect(machine({ hw: 'apple', ram: 64 })).toMatchObject({ ramBytes: 64e9 });
  });

  test('a system wins where an id is both', () => {
    expect(machine({ hw: 'board' })).toMatchObject({ ramBytes: 8e9 });
  });

  test('a SoC whose usual runtime is the CPU has no accelerator', () => {
    expect(machine({ hw: 'board' }).accelerator).toBeUndefined();
    expect(machine({ hw: 'board', runtime: 'llama.cpp-vulkan' })).toMatchObject({
      accelerator: { id: 'board' },
      unifiedMemory: true,
    });
  });

  test('the GPU of a Mac may wire part of its RAM, at the bandwidth of that Mac', () => {
    // As macOS reports in llama.cpp's log: 30,150.67 MB of 36 GiB, 115,448.73 MB of 128 GiB.
    const megabytes = (hw: string) => Number(machine({ hw }).acceleratorMemoryBytes) / 1e6;
    expect(megabytes('mac')).toBeCloseTo(30_150.67, 1);
    expect(megabytes('apple')).toBeCloseTo(115_448.73, 1);
    expect(machine({ hw: 'mac' }).accelerator?.bandwidthBytesPerSecond).toBe(410e9);
  });
});

describe('overrides', () => {
  test('count, cpu and ram', () => {
    expect(machine({ count: 4, cpu: 'server-cpu', ram: 512 })).toMatchObject({
      acceleratorCount: 4,
      host: { id: 'server-cpu' },
      ramBytes: 512e9,
      ramBandwidthBytesPerSecond: 460.8e9,
    });
  });

  test('count=0 leaves the CPU to compute', () => {
    expect(machine({ count: 0 }).accelerator).toBeUndefined();
    expect(input({ count: 0 }).runtime.backend).toBe('cpu');
  });

  test('bw is the bandwidth of the memory that is read', () => {
    const gpu = machine({ bw: 500 });
    expect(gpu.accelerator?.bandwidthBytesPerSecond).toBe(500e9);
    expect(gpu.ramBandwidthBytesPerSecond).toBe(96e9);
    const cpu = machine({ bw: 500, ngl: 0 });
    expect(cpu.ramBandwidthBytesPerSecond).toBe(500e9);
    expect(cpu.accelerator?.bandwidthBytesPerSecond).toBe(1000e9);
  });

  test('bw on shared memory holds for both of its processors', () => {
    const both = machine({ hw: 'apple', bw: 700 });
    expect(both.accelerator?.bandwidthBytesPerSecond).toBe(700e9);
    expect(both.ramBandwidthBytesPerSecond).toBe(700e9);
    expect(both.host?.cpu?.visibleBandwidthBytesPerSecond).toBeUndefined();
  });

  test('vram is one card’s memory, or the share of RAM the GPU may use', () => {
    expect(machine({ vram: 48 }).acceleratorMemoryBytes).toBe(48e9);
    expect(machine({ hw: 'apple', vram: 120 }).acceleratorMemoryBytes).toBe(120e9);
  });

  test('rows of the tables are left as they were', () => {
    machine({ hw: 'apple', bw: 700, vram: 1 });
    expect(tables.devices.apple).toMatchObject({
      bandwidthBytesPerSecond: 546e9,
      memoryBytes: 128e9,
    });
  });

  test('a runtime named cpu takes the work off the card', () => {
    expect(machine({ runtime: 'llama.cpp-cpu' }).accelerator).toBeUndefined();
  });

  test('an engine built for every back end takes the device’s own', () => {
    expect(input({ runtime: 'llamafile' }).runtime).toMatchObject({
      id: 'llamafile',
      backend: 'cuda',
    });
    expect(input({ hw: 'red-card', runtime: 'llamafile' }).runtime.backend).toBe('rocm');
    expect(input({ hw: 'mac', runtime: 'llamafile' }).runtime.backend).toBe('metal');
    expect(input({ hw: 'server-cpu', runtime: 'llamafile' }).runtime.backend).toBe('cpu');
  });

  test('workload, switches and thresholds are handed on', () => {
    expect(
      input({ prompt: 10, gen: 20, depth: 30, users: 2, fa: 'off', ngl: 7, ubatch: 64, mintg: 5 }),
    ).toMatchObject({
      workload: { promptTokens: 10, generatedTokens: 20, depthTokens: 30, concurrentUsers: 2 },
      flashAttention: false,
      gpuLayers: 7,
      microBatchTokens: 64,
      thresholds: {
        interactiveTokensPerSecond: 5,
        interactivePromptSeconds: 3,
        backgroundSeconds: 300,
      },
    });
  });
});

describe('what cannot be', () => {
  test.each<[Partial<Configuration>, string, string]>([
    [{ hw: 'nothing' }, 'hw', 'no system or device “nothing”'],
    [{ hw: 'constructor' }, 'hw', 'no system or device'],
    [{ model: 'tostring' }, 'model', 'no model'],
    [{ quant: 'q9' }, 'quant', 'no quantization “q9”'],
    [{ kv: 'q9' }, 'kv', 'no KV cache type'],
    [{ cpu: 'nothing' }, 'cpu', 'no CPU “nothing”'],
    [{ cpu: 'card' }, 'cpu', 'is a GPU'],
    [{ hw: 'server-cpu', count: 2 }, 'count', 'no GPU, got 2'],
    [{ hw: 'mac', count: 2 }, 'count', 'no GPU, got 2'],
    [{ runtime: 'nothing' }, 'runtime', 'no runtime “nothing”'],
    [{ runtime: 'llama.cpp-rocm' }, 'runtime', 'runs on processors of AMD'],
    [{ hw: 'server-cpu', runtime: 'llama.cpp-cuda' }, 'runtime', 'needs a GPU'],
    [{ hw: 'server-cpu', vram: 8 }, 'vram', 'vram needs a GPU'],
    [{ hw: 'apple', power: 60 }, 'power', 'power needs a graphics card'],
  ])('%j is refused by the name of its field', (changes, field, message) => {
    expect(problems(changes)).toEqual([{ field, message: expect.stringContaining(message) }]);
  });

  test('every problem is named, not the first alone', () => {
    const fields = problems({ hw: 'nothing', model: 'none', quant: 'none' }).map(
      (one) => one.field,
    );
    expect(fields.sort()).toEqual(['hw', 'model', 'quant']);
  });
});
