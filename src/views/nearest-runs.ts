/**
 * The measured runs nearest to a configuration, how far they are, and how far the module's estimate
 * of those very runs fell from what was measured. Pure: the build and the browser ask the same
 * functions, over records that either holds.
 */
import { cpuClass, gpuClass } from '../estimation/index.ts';
import type { DeviceRow, EstimationInput, ModelRow } from '../estimation/types.ts';
import { differencesOf, farIn, type RunPlace } from './run-distance.ts';
import {
  farOfFiles,
  type Group,
  indexOf,
  type Machine,
  middleOf,
  rankedMachines,
} from './run-index.ts';
import {
  measuredOf,
  type RunDevice,
  type RunModel,
  type RunQuantity,
  type RunRecord,
  type RunSet,
} from './run-records.ts';

export interface NearestRun {
  /** The newest of the runs that agree in all that is compared. */
  run: RunRecord;
  quantity: RunQuantity;
  distance: number;
  /** What differs, a phrase each; empty for the same configuration. */
  differences: string[];
  /** How many runs agree, this one included, and between which tok/s they lie. */
  alike: { count: number; low: number; high: number };
}

export const NEAREST_COUNT = 4;

/**
 * The nearest runs of a quantity, nearest first; one for each machine, engine and model. Runs that are
 * skipped or marked as outliers are not offered.
 *
 * @param hybrid the weights lie in GPU and CPU memory: the estimate's placement says so
 */
export function nearestRuns(
  set: RunSet,
  input: EstimationInput,
  quantity: RunQuantity,
  count = NEAREST_COUNT,
  hybrid = false,
): NearestRun[] {
  const asked = placeOfInput(input, quantity, hybrid);
  const index = indexOf(set, quantity);
  const fileFar = farOfFiles(index, asked);
  const best: Found[] = [];
  for (const { machine, far } of rankedMachines(index, asked)) {
    const worst = best.length < count ? Number.POSITIVE_INFINITY : (best.at(-1) as Found).distance;
    if (far >= worst) break;
    for (const found of nearestByModel(machine, asked, far, fileFar, worst)) best.push(found);
    best.sort((a, b) => a.distance - b.distance);
    best.splice(count);
  }
  return best.map(({ distance, group }) => nearestOf(asked, group, quantity, distance));
}

interface Found {
  distance: number;
  group: Group;
}

/** The nearest group of each model one machine ran, of those nearer than `worst`. */
function nearestByModel(
  machine: Machine,
  asked: RunPlace,
  machineFar: number,
  fileFar: readonly number[],
  worst: number,
): Iterable<Found> {
  const byModel = new Map<string | undefined, Found>();
  for (const group of machine.groups) {
    const { modelId } = group.place;
    const limit = byModel.get(modelId)?.distance ?? worst;
    const partly = machineFar + (fileFar[group.file] ?? 0);
    if (partly >= limit) continue;
    const distance = partly + farIn('run', asked, group.place);
    if (distance < limit) byModel.set(modelId, { distance, group });
  }
  return byModel.values();
}

function nearestOf(
  asked: RunPlace,
  { place, runs }: Group,
  quantity: RunQuantity,
  distance: number,
): NearestRun {
  const newest = runs.reduce((a, b) => ((b.date ?? '') > (a.date ?? '') ? b : a));
  const rates = runs.flatMap((run) => measuredOf(run, quantity) ?? []);
  return {
    run: newest,
    quantity,
    distance,
    differences: differencesOf(asked, place, quantity),
    alike: { count: runs.length, low: Math.min(...rates), high: Math.max(...rates) },
  };
}

/**
 * Where a configuration stands.
 *
 * @param hybrid its weights lie in GPU and CPU memory: the estimate's placement says so
 */
export function placeOfInput(
  input: EstimationInput,
  quantity: RunQuantity,
  hybrid = false,
): RunPlace {
  const { machine, model, quantization, kvType, runtime, workload } = input;
  const { promptTokens, generatedTokens, depthTokens, concurrentUsers } = workload;
  const onGpu = machine.accelerator !== undefined && input.gpuLayers !== 0;
  const row = (onGpu ? machine.accelerator : machine.host) as DeviceRow;
  const bits = quantization.effectiveBitsPerWeight ?? quantization.nominalBitsPerWeight;
  return {
    processor: !onGpu ? 'cpu' : hybrid ? 'hybrid' : 'gpu',
    deviceId: row.id,
    device: deviceOf(row),
    gpuCount: Math.max(1, machine.acceleratorCount),
    modelId: model.id,
    model: runModelOf(model),
    formatId: quantization.id,
    formatName: quantization.name,
    ...(bits !== undefined && { formatBits: bits }),
    runtimeId: runtime.id,
    engine: runtime.name,
    flashAttention: input.flashAttention ? 'on' : 'off',
    kv: kvType.id,
    sequences: concurrentUsers,
    promptTokens,
    depthTokens,
    contextTokens: middleOf(quantity, depthTokens, promptTokens, generatedTokens),
    localScore: false,
  };
}

/** What of a device a distance needs. */
export function deviceOf(row: DeviceRow): RunDevice {
  const { name, vendor, kind, bandwidthBytesPerSecond } = row;
  return {
    name,
    vendor,
    ...(kind !== 'cpu' && { gpuClass: gpuClass(row) }),
    ...(kind !== 'gpu' && { cpuClass: cpuClass(row) }),
    ...(bandwidthBytesPerSecond !== undefined && { bandwidthBytesPerSecond }),
  };
}

export const runModelOf = (row: ModelRow): RunModel => ({
  name: row.name,
  parameters: row.totalParameters,
  activeParameters: row.activeParameters,
  mixture: row.experts !== undefined,
});
