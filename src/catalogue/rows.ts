/** One thing of the catalogue → the row the estimation module takes: SI values, unknowns left out. */
import type {
  CpuPart,
  DeviceRow,
  ModelRow,
  QuantizationRow,
  SystemRow,
} from '../estimation/types.ts';
import type { Device, GpuDevice } from '../schema/device.ts';
import type { Model } from '../schema/model.ts';
import { type Missing, readQuantity, siOf } from '../schema/quantity.ts';
import type { Quantization } from '../schema/short.ts';
import type { System } from '../schema/system.ts';

/** `T` with the keys that may be undefined left optional: what `compact` makes of it. */
type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined, so that rows are plain JSON without holes. */
const compact = <T extends object>(row: T): Compact<T> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Compact<T>;

/** The value, or undefined where the catalogue tells why there is none. */
const known = <T extends string | number | boolean>(
  value: T | Missing | undefined,
): T | undefined => (typeof value === 'object' ? undefined : value);

type CpuBlock = Exclude<Device, GpuDevice>['cpu'];

function cpuPart(cpu: CpuBlock, visibleBandwidth: number | undefined): CpuPart | undefined {
  const cores = known(cpu.cores);
  if (cores === undefined) return undefined;
  return compact({
    cores,
    performanceCores: cpu.performance_cores,
    efficiencyCores: cpu.efficiency_cores,
    boostHertz: siOf(cpu.boost_clock),
    baseHertz: siOf(cpu.base_clock),
    fp32FlopPerCycle: known(cpu.fp32_per_cycle),
    simd: known(cpu.simd),
    visibleBandwidthBytesPerSecond: visibleBandwidth,
  });
}

function specifics(device: Device) {
  if (device.kind === 'gpu') {
    const pcie = 'unknown' in device.pcie ? undefined : device.pcie;
    return {
      memoryBytes: siOf(device.memory),
      fp32FlopPerSecond: siOf(device.fp32),
      fp16MatrixFlopPerSecond: siOf(device.fp16_matrix),
      int8OpPerSecond: siOf(device.int8),
      fp8FlopPerSecond: siOf(device.fp8),
      fp16VectorFlopPerSecond: siOf(device.fp16_vector),
      pcieGeneration: pcie?.generation,
      pcieLanes: pcie?.lanes,
      nvlinkBytesPerSecond: siOf(device.nvlink),
    };
  }
  const shared = {
    memoryBytes: siOf(device.max_memory),
    memoryTransfersPerSecond: siOf(device.memory_speed),
  };
  if (device.kind === 'cpu') {
    const memoryChannels = known(device.memory_channels);
    return { ...shared, memoryChannels, cpu: cpuPart(device.cpu, undefined) };
  }
  return {
    ...shared,
    memoryChannels: known(device.cpu.memory_channels),
    fp32FlopPerSecond: siOf(device.gpu.fp32_derived) ?? siOf(device.gpu.fp32),
    fp16MatrixFlopPerSecond: siOf(device.gpu.fp16_matrix),
    fp16VectorFlopPerSecond: siOf(device.gpu.fp16_vector),
    int8OpPerSecond: siOf(device.gpu.int8),
    gpuCores: known(device.gpu.cores),
    cpu: cpuPart(device.cpu, siOf(device.cpu_bandwidth)),
  };
}

export const deviceRow = (device: Device, defaultRuntime: string): DeviceRow =>
  compact({
    id: device.id,
    name: device.name,
    vendor: device.vendor,
    kind: device.kind,
    segment: device.segment,
    architecture: device.architecture,
    year: known(device.year),
    memoryType: known(device.memory_type),
    bandwidthBytesPerSecond: siOf(device.bandwidth),
    tdpWatts: siOf(device.tdp),
    ...specifics(device),
    defaultRuntime,
  });

/** `2 x 2 TB NVMe` is 4e12. */
function storageBytes(storage: System['storage']): number | undefined {
  const found = /^(?:(\d+) x )?([\d.]+ [TG]B)\b/.exec(known(storage) ?? '');
  const bytes = found ? readQuantity(found[2] ?? '', 'memory') : undefined;
  return typeof bytes === 'number' ? bytes * Number(found?.[1] ?? 1) : undefined;
}

export function systemRow(system: System): SystemRow {
  const cards = system.gpus[0];
  return compact({
    id: system.id,
    name: system.name,
    class: system.class,
    hostId: known(system.host),
    ramBytes: siOf(system.ram),
    ramBandwidthBytesPerSecond: siOf(system.ram_bandwidth),
    gpuId: cards?.device,
    gpuCount: cards?.count ?? 0,
    gpuLink: known(cards?.link),
    storageBytes: storageBytes(system.storage),
  });
}

/** Layer counts by kind of cache; a split nobody published is taken as all layers in full. */
function attentionRow(model: Model): ModelRow['attention'] {
  const { attention } = model;
  const full = known(attention.full_layers);
  const { latent_rank: rank, latent_rope_dimension: ropeDimension } = attention;
  return compact({
    kind: attention.kind,
    fullLayers: full ?? model.layers,
    slidingLayers: full === undefined ? 0 : (known(attention.sliding_layers) ?? 0),
    slidingWindowTokens: known(attention.sliding_window),
    linearLayers: full === undefined ? 0 : (known(attention.linear_layers) ?? 0),
    sharedLayers: known(attention.shared_layers) ?? 0,
    globalKvHeads: known(attention.global_kv_heads),
    globalHeadDimension: known(attention.global_head_dimension),
    latent: rank !== undefined && ropeDimension !== undefined ? { rank, ropeDimension } : undefined,
    layoutAssumed: full === undefined ? true : undefined,
  });
}

function expertsRow(experts: NonNullable<Model['experts']>): NonNullable<ModelRow['experts']> {
  return compact({
    count: experts.count,
    activePerToken: experts.active,
    shared: known(experts.shared) ?? 0,
    intermediateSize: known(experts.feed_forward),
  });
}

/** @throws Error where a model has no parameter count, which the schema's checks rule out. */
export function modelRow(model: Model): ModelRow {
  const totalParameters = siOf(model.text_parameters) ?? siOf(model.parameters);
  const activeParameters = siOf(model.active_parameters);
  if (totalParameters === undefined || activeParameters === undefined) {
    throw new Error(`models/${model.id}.yaml: parameters: an estimate needs them`);
  }
  return compact({
    id: model.id,
    name: model.name,
    family: model.family,
    released: model.released,
    totalParameters,
    activeParameters: Math.min(activeParameters, totalParameters),
    layers: model.layers,
    hiddenSize: model.hidden_size,
    heads: known(model.heads),
    kvHeads: known(model.kv_heads),
    headDimension: known(model.head_dimension),
    feedForwardSize: known(model.feed_forward),
    vocabularySize: known(model.vocabulary),
    tiedEmbeddings: known(model.tied_embeddings),
    maximumContextTokens: known(model.max_context),
    attention: attentionRow(model),
    experts: model.experts ? expertsRow(model.experts) : undefined,
    nativeExpertQuantization: model.native_expert_quantization,
  });
}

export const quantizationRow = (quantization: Quantization): QuantizationRow =>
  compact({
    id: quantization.id,
    name: quantization.name,
    family: quantization.family,
    nominalBitsPerWeight: siOf(quantization.nominal),
    effectiveBitsPerWeight:
      siOf(quantization.effective_llama31_8b) ?? siOf(quantization.effective_llama3_8b),
  });
