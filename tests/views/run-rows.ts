/** A few made-up measured runs, so that distances, filters and deviations can be worked by hand. */
import type { EstimationInput } from '../../src/estimation/types.ts';
import type { RunRecord, RunSet } from '../../src/views/run-records.ts';
import { tables } from '../configuration/rows.ts';

/** A plain run of the 8 B model on the card: 100 tok/s, estimated 110. */
export const run = (id: string, changes: Partial<RunRecord> = {}): RunRecord => ({
  id: `made-up-${id}`,
  device: 'CARD',
  deviceId: 'card',
  gpuCount: 1,
  processor: 'gpu',
  model: 'Small',
  modelId: 'small',
  format: 'Q4_K_M',
  formatId: 'q4_k_m',
  engine: 'llama.cpp CUDA',
  runtimeId: 'llama.cpp-cuda',
  test: 'bench',
  promptTokens: 0,
  generatedTokens: 128,
  depthTokens: 0,
  sequences: 1,
  tgTokensPerSecond: 100,
  tgEstimate: 110,
  tgLowPart: 0.8,
  tgHighPart: 1.2,
  date: '2025-06',
  url: 'https://example.org/run',
  source: 'made-up',
  ...changes,
});

export const setOf = (...runs: RunRecord[]): RunSet => ({
  runs,
  devices: {
    card: {
      name: 'CARD',
      vendor: 'NVIDIA',
      gpuClass: 'ada',
      bandwidthBytesPerSecond: 1000e9,
    },
    sister: {
      name: 'SISTER',
      vendor: 'NVIDIA',
      gpuClass: 'ada',
      bandwidthBytesPerSecond: 500e9,
    },
    older: {
      name: 'OLDER',
      vendor: 'NVIDIA',
      gpuClass: 'turing',
      bandwidthBytesPerSecond: 1000e9,
    },
    red: { name: 'RED', vendor: 'AMD', gpuClass: 'rdna3', bandwidthBytesPerSecond: 1000e9 },
  },
  models: {
    small: { name: 'Small', parameters: 8e9, activeParameters: 8e9, mixture: false },
    twice: { name: 'Twice', parameters: 16e9, activeParameters: 16e9, mixture: false },
    experts: { name: 'Experts', parameters: 30e9, activeParameters: 4e9, mixture: true },
  },
  formatBits: { q4_k_m: 4.9, q8_0: 8.5 },
  sources: { 'made-up': 'Made-up runs' },
});

const row = <Row>(found: Row | undefined): Row => {
  if (!found) throw new Error('the made-up rows lack it');
  return found;
};

/** The configuration the plain run had. */
export function inputOf(changes: Partial<EstimationInput> = {}): EstimationInput {
  const card = { ...row(tables.devices['card']), architecture: 'Ada Lovelace' };
  return {
    machine: { accelerator: card, acceleratorCount: 1, unifiedMemory: false },
    model: row(tables.models['small']),
    quantization: row(tables.quantizations['q4_k_m']),
    kvType: row(tables.kvTypes['f16']),
    runtime: row(tables.runtimes['llama.cpp-cuda']),
    flashAttention: true,
    gpuLayers: 'auto',
    microBatchTokens: 512,
    workload: { promptTokens: 0, generatedTokens: 128, depthTokens: 0, concurrentUsers: 1 },
    thresholds: tables.thresholds,
    ...changes,
  };
}
