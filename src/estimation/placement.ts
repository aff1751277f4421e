import { computeBufferBytes, hostBufferBytes } from './buffers.ts';
import { kvBytes } from './kv-cache.ts';
import type { EstimationInput, MemoryEstimate } from './types.ts';
import type { WeightBytes } from './weights.ts';
import type { Share } from './work.ts';

/** Where the layers go, and whether the machine can run them at all. */
export interface Placement {
  memory: MemoryEstimate;
  gpu: Share;
  cpu: Share;
  /** Weights that sit in RAM while the GPU computes.  [byte] */
  cpuWeightBytes: number;
  /** Why it cannot run from memory. */
  impossible?: string;
}

/** Where nothing is known of the disk. */
const plainStorageBytes = 8e12;
/** RAM that the operating system and the reader's programs keep. */
const ramReserve = 0.1;

interface Needs {
  weights: WeightBytes;
  kv: number;
  compute: number;
  runtime: number;
}

function needsAt(
  input: EstimationInput,
  weights: WeightBytes,
  context: number,
  runtime: number,
): Needs {
  const { model, kvType, workload, microBatchTokens, flashAttention, machine } = input;
  const cards = Math.max(1, machine.acceleratorCount);
  const shape = { contextTokens: context, microBatchTokens };
  return {
    weights,
    kv: kvBytes(model, kvType, { ...shape, sequences: workload.concurrentUsers }),
    compute: cards * computeBufferBytes(model, { ...shape, flashAttention }),
    runtime: machine.accelerator ? cards * runtime : 0,
  };
}

const contextOf = ({ workload: w }: EstimationInput): number =>
  w.depthTokens + w.promptTokens + w.generatedTokens;

const total = (n: Needs): number => n.weights.file + n.kv + n.compute + n.runtime;

/** What of it must be on the accelerator: the input embedding stays in RAM unless memory is shared. */
const onAccelerator = (input: EstimationInput, n: Needs): number =>
  total(n) - (input.machine.unifiedMemory ? 0 : n.weights.embedding);

/** Memory of the accelerators together, or the RAM the CPU can use. */
export function capacityBytes(input: EstimationInput): number | undefined {
  const { machine: m, gpuLayers } = input;
  if (m.accelerator && gpuLayers !== 0) {
    const one = m.acceleratorMemoryBytes;
    return one === undefined ? undefined : one * Math.max(1, m.acceleratorCount);
  }
  return m.ramBytes === undefined ? undefined : m.ramBytes * (1 - ramReserve);
}

/** Longest context that fits beside the weights, found by halving; the need grows with context. */
function longestContext(
  input: EstimationInput,
  weights: WeightBytes,
  runtime: number,
  capacity: number,
): number {
  const most = input.model.maximumContextTokens ?? 1_048_576;
  const fits = (context: number): boolean =>
    onAccelerator(input, needsAt(input, weights, context, runtime)) <= capacity;
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

/** Part of the layers on the GPU where not all fit: what fits of weights and cache, by whole layers. */
function splitLayers(input: EstimationInput, n: Needs, capacity: number | undefined): number {
  const { gpuLayers, model } = input;
  if (gpuLayers !== 'auto') return Math.min(gpuLayers, model.layers) / model.layers;
  if (capacity === undefined || onAccelerator(input, n) <= capacity) return 1;
  const w = n.weights;
  // Experts leave first: attention and cache stay on the GPU as long as they fit.
  const fixed = n.compute + n.runtime + (w.experts > 0 ? n.kv + w.dense : 0);
  const movable = w.experts > 0 ? w.experts : w.dense + n.kv;
  const part = Math.max(0, (capacity - fixed) / movable);
  return Math.floor(Math.min(1, part) * model.layers) / model.layers;
}

const none: Share = { dense: 0, experts: 0, cache: 0, layers: 0 };

function shares(part: number, expertsOnly: boolean): { gpu: Share; cpu: Share } {
  const rest = 1 - part;
  if (part === 1 || (part === 0 && !expertsOnly)) {
    const all: Share = { dense: 1, experts: 1, cache: 1, layers: 1 };
    return part === 1 ? { gpu: all, cpu: none } : { gpu: none, cpu: all };
  }
  if (expertsOnly) {
    return {
      gpu: { dense: 1, experts: part, cache: 1, layers: 1 },
      cpu: { dense: 0, experts: rest, cache: 0, layers: rest },
    };
  }
  const of = (x: number): Share => ({ dense: x, experts: x, cache: x, layers: x });
  return { gpu: of(part), cpu: of(rest) };
}

function reason(input: EstimationInput, cpuBytes: number, all: number): string | undefined {
  const { machine: m } = input;
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
  if (m.unifiedMemory && m.ramBytes !== undefined && all > m.ramBytes * (1 - ramReserve)) {
    return `needs ${gigabytes(all)}, and the machine has ${gigabytes(m.ramBytes)} of memory; from disk it is too slow to be useful`;
  }
  if (m.unifiedMemory || m.ramBytes === undefined || cpuBytes === 0) return undefined;
  const room = m.ramBytes * (1 - ramReserve);
  if (cpuBytes <= room) return undefined;
  return `needs ${gigabytes(cpuBytes)} in RAM, and the machine has ${gigabytes(m.ramBytes)}; from disk it is too slow to be useful`;
}

/**
 * Places weights and cache on GPU and CPU.
 *
 * `auto` puts on the GPU what fits: dense models by whole layers, mixtures of experts by leaving
 * experts in RAM first. vLLM needs all of it on its GPUs.
 */
export function place(
  input: EstimationInput,
  weights: WeightBytes,
  runtimeBytes: number,
): Placement {
  const { machine, model, gpuLayers } = input;
  const n = needsAt(input, weights, contextOf(input), runtimeBytes);
  const capacity = capacityBytes(input);
  const onCpu = !machine.accelerator || gpuLayers === 0;
  const part = onCpu ? 0 : splitLayers(input, n, capacity);
  const expertsOnly = !onCpu && gpuLayers === 'auto' && n.weights.experts > 0 && part < 1;
  const needed = onCpu ? total(n) : onAccelerator(input, n);
  const fits = (part === 1 || onCpu) && (capacity === undefined || needed <= capacity);
  const { gpu, cpu } = shares(part, expertsOnly);
  const cpuWeightBytes = cpu.dense * weights.dense + cpu.experts * weights.experts;
  const cpuBytes = onCpu
    ? total(n)
    : cpuWeightBytes +
      cpu.cache * n.kv +
      (machine.unifiedMemory ? 0 : weights.embedding + hostBufferBytes(model, shapeOf(input)));
  const gpuLayerCount = Math.round(part * model.layers);
  const longest =
    capacity === undefined ? undefined : longestContext(input, weights, runtimeBytes, capacity);
  const impossible =
    !fits && input.runtime.id === 'vllm'
      ? 'vLLM needs the whole model in GPU memory'
      : reason(input, cpuBytes, total(n));
  const memory: MemoryEstimate = {
    weightBytes: weights.file,
    kvBytes: n.kv,
    computeBytes: n.compute,
    runtimeBytes: n.runtime,
    totalBytes: total(n),
    ...(capacity !== undefined && { capacityBytes: capacity }),
    fits: fits && impossible === undefined,
    placement: {
      gpuLayers: gpuLayerCount,
      cpuLayers: model.layers - gpuLayerCount,
      gpuBytes: onCpu ? 0 : needed - cpuWeightBytes - cpu.cache * n.kv,
      cpuBytes,
      ...(capacity !== undefined && { leftBytes: capacity - needed }),
      ...(longest !== undefined && { longestContextTokens: longest }),
    },
  };
  return { memory, gpu, cpu, cpuWeightBytes, ...(impossible && { impossible }) };
}

const shapeOf = (input: EstimationInput) => ({
  contextTokens: contextOf(input),
  microBatchTokens: input.microBatchTokens,
});

/** Bytes the machine's disk holds. */
export const storageBytes = (input: EstimationInput): number =>
  input.machine.storageBytes ?? plainStorageBytes;
