import { computeBufferBytes, hostBufferBytes } from './buffers.ts';
import { kvBytes } from './kv-cache.ts';
import type { EstimationInput } from './types.ts';
import type { WeightBytes } from './weights.ts';

/** Where nothing is known of the disk. */
const plainStorageBytes = 8e12;
/** RAM that the operating system and the reader's programs keep: a tenth, of small machines 2.5 GB or a quarter. */
const ramReserve = { share: 0.1, bytes: 2.5e9, most: 0.25 };
/** Makers sell 2³⁰ byte of graphics memory as a GB; the driver keeps 2.5 % of it. */
const soldBytes = 2 ** 30 / 1e9;
const driverReserve = 0.025;

/** What a configuration holds in memory. */
export interface Needs {
  weights: WeightBytes;
  kv: number;
  compute: number;
  runtime: number;
  /** Beside the accelerator, in RAM. */
  host: number;
}

/** Needs at a context of each user. */
export function needsAt(
  input: EstimationInput,
  weights: WeightBytes,
  contextTokens: number,
  runtimeBytes: number,
): Needs {
  const { model, kvType, workload, microBatchTokens, flashAttention, machine } = input;
  const cards = Math.max(1, machine.acceleratorCount);
  const shape = { contextTokens, microBatchTokens };
  return {
    weights,
    kv: kvBytes(model, kvType, { ...shape, sequences: workload.concurrentUsers }),
    compute: cards * computeBufferBytes(model, { ...shape, flashAttention }),
    runtime: machine.accelerator ? cards * runtimeBytes : 0,
    host: hostBufferBytes(model, shape),
  };
}

export const contextOf = ({ workload: w }: EstimationInput): number =>
  w.depthTokens + w.promptTokens + w.generatedTokens;

export const totalBytes = (n: Needs): number => n.weights.file + n.kv + n.compute + n.runtime;

/** What of it must be on the accelerator: the input embedding stays in RAM unless memory is shared. */
export const onAccelerator = (input: EstimationInput, n: Needs): number =>
  totalBytes(n) - (input.machine.unifiedMemory ? 0 : n.weights.embedding);

/** RAM a program can have. */
export const usableRamBytes = (ramBytes: number): number => {
  const { share, bytes, most } = ramReserve;
  return ramBytes - Math.max(share * ramBytes, Math.min(bytes, most * ramBytes));
};

/** Memory of the accelerators together, or the RAM the CPU can use. */
export function capacityBytes({ machine: m, gpuLayers }: EstimationInput): number | undefined {
  if (m.accelerator && gpuLayers !== 0) {
    const one = m.acceleratorMemoryBytes;
    if (one === undefined) return undefined;
    const usable = m.unifiedMemory ? one : one * soldBytes * (1 - driverReserve);
    return usable * Math.max(1, m.acceleratorCount);
  }
  return m.ramBytes === undefined ? undefined : usableRamBytes(m.ramBytes);
}

/** Longest context that fits beside the weights, found by halving; the need grows with context. */
export function longestContext(
  input: EstimationInput,
  weights: WeightBytes,
  runtimeBytes: number,
  capacity: number,
): number {
  const most = input.model.maximumContextTokens ?? 1_048_576;
  const fits = (context: number): boolean =>
    onAccelerator(input, needsAt(input, weights, context, runtimeBytes)) <= capacity;
  if (!fits(0)) return 0;
  if (fits(most)) return most;
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Bytes the machine's disk holds. */
export const storageBytes = (input: EstimationInput): number =>
  input.machine.storageBytes ?? plainStorageBytes;
