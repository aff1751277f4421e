/** Solved backwards through `estimate` itself: what a target would take, one quantity at a time. */
import { estimate } from './estimate.ts';
import { smallestThat } from './inverse.ts';
import type { DeviceRow, Estimate, EstimationInput } from './types.ts';
import { DomainError, isUnknown } from './types.ts';

/** What a configuration shall reach; an absent limit holds always. */
export interface Target {
  /** Longest time to first token.  [s] */
  firstTokenSeconds?: number;
  /** Least speed of each user's answer.  [tok/s] */
  tokensPerSecond?: number;
  /** Longest time for prompt and answer.  [s] */
  totalSeconds?: number;
}

/** The central estimate keeps every limit and the configuration fits. */
export function meets({ ttft, tg, total, memory }: Estimate, target: Target): boolean {
  const { firstTokenSeconds, tokensPerSecond, totalSeconds } = target;
  const below = (value: typeof ttft, limit: number | undefined) =>
    limit === undefined || (!isUnknown(value) && value.central <= limit);
  const above = (value: typeof tg, limit: number | undefined) =>
    limit === undefined || (!isUnknown(value) && value.central >= limit);
  return (
    memory.fits &&
    below(ttft, firstTokenSeconds) &&
    above(tg, tokensPerSecond) &&
    below(total, totalSeconds)
  );
}

/** Whether a changed configuration meets the target; one that the module refuses does not. */
export function reaches(input: EstimationInput, target: Target): boolean {
  try {
    return meets(estimate(input), target);
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Largest whole number from 1 to `most` for which a test holds that holds for all smaller ones; 0 where it fails at 1. */
export function largestWhole(holds: (count: number) => boolean, most: number): number {
  if (!holds(1)) return 0;
  if (holds(most)) return most;
  let [yes, no] = [1, most];
  while (no - yes > 1) {
    const middle = Math.floor(Math.sqrt(yes * no));
    const at = middle > yes ? middle : yes + 1;
    if (holds(at)) yes = at;
    else no = at;
  }
  return yes;
}

const scaled = (value: number | undefined, factor: number): number | undefined =>
  value === undefined ? undefined : value * factor;

/** A device of the same kind with so many times the arithmetic. */
function withCompute(device: DeviceRow, factor: number): DeviceRow {
  const next = { ...device } as Record<string, unknown>;
  for (const key of [
    'int8OpPerSecond',
    'fp16MatrixFlopPerSecond',
    'fp16VectorFlopPerSecond',
    'fp32FlopPerSecond',
  ] as const) {
    const value = scaled(device[key], factor);
    if (value !== undefined) next[key] = value;
  }
  if (device.cpu) {
    const { boostHertz, baseHertz } = device.cpu;
    next['cpu'] = {
      ...device.cpu,
      ...(boostHertz !== undefined && { boostHertz: boostHertz * factor }),
      ...(baseHertz !== undefined && { baseHertz: baseHertz * factor }),
    };
  }
  return next as unknown as DeviceRow;
}

/** Times the arithmetic of today, all else equal; undefined where 1,000 times are not enough.  [1] */
export const computeFor = (input: EstimationInput, target: Target): number | undefined =>
  smallestThat(
    (factor) => {
      const { machine, gpuLayers } = input;
      const { accelerator, host } = machine;
      const changed =
        accelerator && gpuLayers !== 0
          ? { ...machine, accelerator: withCompute(accelerator, factor) }
          : { ...machine, ...(host && { host: withCompute(host, factor) }) };
      return reaches({ ...input, machine: changed }, target);
    },
    1e-3,
    1e3,
  );

/** Least memory bandwidth; undefined where 100 TB/s are not enough.  [byte/s] */
export const bandwidthFor = (input: EstimationInput, target: Target): number | undefined =>
  smallestThat(
    (bytesPerSecond) => {
      const { machine, gpuLayers } = input;
      const { accelerator } = machine;
      const changed =
        accelerator && gpuLayers !== 0
          ? {
              ...machine,
              accelerator: { ...accelerator, bandwidthBytesPerSecond: bytesPerSecond },
            }
          : { ...machine, ramBandwidthBytesPerSecond: bytesPerSecond };
      return reaches({ ...input, machine: changed }, target);
    },
    1e9,
    1e14,
  );

/** Least memory of one accelerator, or RAM where the CPU computes; undefined where 10 TB are not enough.  [byte] */
export const memoryFor = (input: EstimationInput, target: Target): number | undefined =>
  smallestThat(
    (bytes) => {
      const { machine, gpuLayers } = input;
      const onGpu = machine.accelerator && gpuLayers !== 0;
      const changed = onGpu
        ? {
            ...machine,
            acceleratorMemoryBytes: bytes,
            ...(machine.unifiedMemory && { ramBytes: Math.max(bytes, machine.ramBytes ?? 0) }),
          }
        : { ...machine, ramBytes: bytes };
      return reaches({ ...input, machine: changed }, target);
    },
    1e8,
    1e13,
  );

/** Fewest GPUs of the same kind, up to 16; undefined where there is none to add or 16 are not enough. */
export function gpusFor(input: EstimationInput, target: Target): number | undefined {
  const { machine } = input;
  if (!machine.accelerator || machine.unifiedMemory || input.gpuLayers === 0) return undefined;
  for (let count = 1; count <= 16; count++) {
    if (reaches({ ...input, machine: { ...machine, acceleratorCount: count } }, target))
      return count;
  }
  return undefined;
}

const withWorkload = (
  input: EstimationInput,
  workload: Partial<EstimationInput['workload']>,
): EstimationInput => ({ ...input, workload: { ...input.workload, ...workload } });

/** Longest prompt that still meets the target; 0 where one token does not.  [tokens] */
export const promptFor = (input: EstimationInput, target: Target): number =>
  largestWhole(
    (promptTokens) => reaches(withWorkload(input, { promptTokens }), target),
    10_000_000,
  );

/** Most tokens already in context; undefined where even an empty context fails.  [tokens] */
export function depthFor(input: EstimationInput, target: Target): number | undefined {
  const at = (depthTokens: number) => reaches(withWorkload(input, { depthTokens }), target);
  if (!at(0)) return undefined;
  return largestWhole(at, 10_000_000);
}

/** Most users at once who all get the target; 0 where one does not. */
export const usersFor = (input: EstimationInput, target: Target): number =>
  largestWhole(
    (concurrentUsers) => reaches(withWorkload(input, { concurrentUsers }), target),
    10_000,
  );

/** Most bits per weight that still meet the target, between 1 and 32; undefined where 1 does not.  [bit] */
export function bitsFor(input: EstimationInput, target: Target): number | undefined {
  const bytesAt = (bits: number) => (input.model.totalParameters * bits) / 8;
  const inverse = smallestThat(
    (x) => reaches({ ...input, fileBytes: bytesAt(32 / x) }, target),
    1,
    32,
  );
  return inverse === undefined ? undefined : 32 / inverse;
}
