import {
  capacityBytes,
  contextOf,
  longestContext,
  type Needs,
  needsAt,
  onAccelerator,
  totalBytes,
  usableRamBytes,
} from './memory.ts';
import type { EstimationInput, MemoryEstimate } from './types.ts';
import type { WeightBytes } from './weights.ts';
import { type Share, whole } from './work.ts';

/** Where the layers go, and whether the machine can run them at all. */
export interface Placement {
  memory: MemoryEstimate;
  gpu: Share;
  cpu: Share;
  /** Weights that sit in RAM while the GPU computes.  [byte] */
  cpuWeightBytes: number;
  /** Why it cannot run from memory. */
  impossible?: string;
  /** Nobody says how much RAM the machine has: whether it would run is not known. */
  ramUnknown?: boolean;
}

/** Part of the layers on the GPU; with `experts`, of their experts alone. */
interface Split {
  part: number;
  experts: boolean;
}

const none: Share = { dense: 0, experts: 0, cache: 0, layers: 0 };

/** What fits: whole layers; of mixtures the experts leave first, unless the reader counts layers. */
function fitting(
  input: EstimationInput,
  n: Needs,
  capacity: number | undefined,
  byLayers = false,
): Split {
  if (capacity === undefined || onAccelerator(input, n) <= capacity) {
    return { part: 1, experts: false };
  }
  const { layers } = input.model;
  const w = n.weights;
  const whole = (room: number, movable: number): number =>
    Math.floor(Math.min(1, Math.max(0, room / movable)) * layers) / layers;
  // What is neither layers nor cache stays whole: buffers, and on shared memory the embedding.
  const buffers = capacity - (onAccelerator(input, n) - w.dense - w.experts - n.kv);
  const besideExperts = buffers - n.kv - w.dense;
  if (!byLayers && w.experts > 0 && besideExperts >= 0) {
    return { part: whole(besideExperts, w.experts), experts: true };
  }
  return { part: whole(buffers, w.dense + w.experts + n.kv), experts: false };
}

/** As the reader asks, as far as it fits; llama.cpp's `-ngl 99` means all layers. */
function splitOf(input: EstimationInput, n: Needs, capacity: number | undefined): Split {
  const { gpuLayers, model, cpuExpertLayers, machine } = input;
  if (!machine.accelerator || gpuLayers === 0) return { part: 0, experts: false };
  if (cpuExpertLayers !== undefined && n.weights.experts > 0) {
    const rest = Math.min(cpuExpertLayers, model.layers) / model.layers;
    return { part: 1 - rest, experts: rest > 0 };
  }
  if (gpuLayers === 'auto' || gpuLayers >= model.layers) return fitting(input, n, capacity);
  const most = fitting(input, n, capacity, true);
  return { part: Math.min(gpuLayers / model.layers, most.part), experts: false };
}

function shares({ part, experts }: Split): { gpu: Share; cpu: Share } {
  if (part === 1) return { gpu: whole, cpu: none };
  const rest = 1 - part;
  if (experts) {
    return { gpu: { ...whole, experts: part }, cpu: { ...none, experts: rest, layers: rest } };
  }
  const of = (x: number): Share => ({ dense: x, experts: x, cache: x, layers: x });
  return { gpu: of(part), cpu: of(rest) };
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** Layers or experts that the GPU has no room for, on a machine of which nobody says how much RAM it has. */
const isRamUnknown = (input: EstimationInput, gpuPart: number): boolean => {
  const { accelerator, unifiedMemory, ramBytes } = input.machine;
  return accelerator !== undefined && !unifiedMemory && ramBytes === undefined && gpuPart < 1;
};

function reason(input: EstimationInput, cpuBytes: number, all: number): string | undefined {
  const { ramBytes, unifiedMemory } = input.machine;
  const needed = unifiedMemory ? all : cpuBytes;
  if (ramBytes === undefined || needed <= usableRamBytes(ramBytes)) return undefined;
  const free = gigabytes(usableRamBytes(ramBytes));
  return `needs ${gigabytes(needed)} in RAM, and of the machine's ${gigabytes(ramBytes)} about ${free} are free for a model; from disk it is too slow to be useful`;
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
  const { machine, model } = input;
  const n = needsAt(input, weights, contextOf(input), runtimeBytes);
  const capacity = capacityBytes(input);
  const split = splitOf(input, n, capacity);
  const onCpu = !machine.accelerator || input.gpuLayers === 0;
  const needed = onCpu ? totalBytes(n) : onAccelerator(input, n);
  const fits = (split.part === 1 || onCpu) && (capacity === undefined || needed <= capacity);
  const { gpu, cpu } = shares(split);
  const cpuWeightBytes = cpu.dense * weights.dense + cpu.experts * weights.experts;
  const moved = cpuWeightBytes + cpu.cache * n.kv;
  const beside = machine.unifiedMemory ? 0 : weights.embedding + n.host;
  const cpuBytes = onCpu ? totalBytes(n) : moved + beside;
  const vllm = !fits && input.runtime.id === 'vllm';
  const ramUnknown = !vllm && isRamUnknown(input, split.part);
  const impossible = vllm
    ? 'vLLM needs the whole model in GPU memory'
    : ramUnknown
      ? `${gigabytes(cpuBytes)} would have to be in RAM, and the RAM of this machine is not known`
      : reason(input, cpuBytes, totalBytes(n));
  const gpuLayers = Math.round(split.part * model.layers);
  const memory: MemoryEstimate = {
    ...heldBytes(n),
    ...(capacity !== undefined && { capacityBytes: Math.round(capacity) }),
    fits: fits && impossible === undefined,
    placement: {
      gpuLayers,
      cpuLayers: model.layers - gpuLayers,
      gpuBytes: onCpu ? 0 : Math.round(needed - moved),
      cpuBytes: Math.round(cpuBytes),
      ...(capacity !== undefined && {
        leftBytes: Math.round(capacity - needed),
        longestContextTokens: longestContext(input, weights, runtimeBytes, capacity),
      }),
    },
  };
  return { memory, gpu, cpu, cpuWeightBytes, ...(impossible && { impossible, ramUnknown }) };
}

/** Whole bytes, and a sum that is the sum of what is shown. */
function heldBytes(n: Needs) {
  const weightBytes = Math.round(n.weights.file);
  const kvBytes = Math.round(n.kv);
  const computeBytes = Math.round(n.compute);
  const runtimeBytes = Math.round(n.runtime);
  const sum = weightBytes + kvBytes + computeBytes + runtimeBytes;
  return { weightBytes, kvBytes, computeBytes, runtimeBytes, totalBytes: sum };
}
