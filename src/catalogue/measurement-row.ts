/** A measured run as the program uses it: SI units, names of the house. */
import type { MeasurementRecord, MeasurementSwitch } from '../schema/measurement.ts';
import type { Outlier } from './measurement-outliers.ts';

/** Why a row is neither fitted nor judged: all of it, or its generation alone. */
export interface Skip {
  scope: 'row' | 'tg';
  reason: string;
}

type Optional<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Cells that keep their value and only change their name. */
interface Renamed {
  date: string;
  deviceId: string;
  deviceGap: string;
  gpuCount: number;
  hostName: string;
  hostId: string;
  /** Instruction set of the host as LLVM names it: `znver4`, `alderlake`. */
  hostIsa: string;
  sockets: number;
  memoryChannels: number;
  os: NonNullable<MeasurementRecord['os']>;
  engineVersion: string;
  runtimeId: string;
  runtimeGap: string;
  modelId: string;
  modelGap: string;
  quantizationName: string;
  quantizationId: string;
  quantizationGap: string;
  promptTokens: number;
  generatedTokens: number;
  depthTokens: number;
  /** Parallel sequences; rates are then totals. */
  sequences: number;
  gpuLayers: number;
  threads: number;
  microBatchTokens: number;
  kvK: NonNullable<MeasurementRecord['kv_k']>;
  kvV: NonNullable<MeasurementRecord['kv_v']>;
  split: NonNullable<MeasurementRecord['split']>;
  tensorParallel: number;
  pipelineParallel: number;
  /** Of each card, or of the whole chip. */
  powerLimitWatts: number;
  /** Which weights the CPU computes. */
  onCpu: string;
  ppTokensPerSecond: number;
  tgTokensPerSecond: number;
  /** Decoding alone, the wall time of the request, or the total of all sequences. */
  tgBasis: NonNullable<MeasurementRecord['tg_basis']>;
  powerWatts: number;
  powerScope: NonNullable<MeasurementRecord['power_scope']>;
  notes: string;
}

/** One measured run. What the source does not say is left out. */
export interface Measurement extends Optional<Renamed> {
  /** `localscore-17`: source and number of the row in its file. */
  id: string;
  sourceId: string;
  url: string;
  deviceName: string;
  deviceKind: MeasurementRecord['device_kind'];
  /** Where the weights are computed. */
  processor: MeasurementRecord['processor'];
  engine: string;
  modelName: string;
  test: MeasurementRecord['test'];
  memoryTransfersPerSecond?: number;
  ramBytes?: number;
  vramBytes?: number;
  parameters?: number;
  activeParameters?: number;
  fileBytes?: number;
  flashAttention?: boolean;
  ttftSeconds?: number;
  switches: readonly MeasurementSwitch[];
  skip?: Skip;
  /** Marks set by rule; the row stays visible. */
  outliers: readonly Outlier[];
}

const GIB = 2 ** 30;

export const RENAMED = {
  date: 'date',
  deviceId: 'device_id',
  deviceGap: 'device_gap',
  gpuCount: 'gpu_count',
  hostName: 'host_name',
  hostId: 'host_id',
  hostIsa: 'host_isa',
  sockets: 'sockets',
  memoryChannels: 'memory_channels',
  os: 'os',
  engineVersion: 'engine_version',
  runtimeId: 'runtime_id',
  runtimeGap: 'runtime_gap',
  modelId: 'model_id',
  modelGap: 'model_gap',
  quantizationName: 'quantization_name',
  quantizationId: 'quantization_id',
  quantizationGap: 'quantization_gap',
  promptTokens: 'prompt_tokens',
  generatedTokens: 'generated_tokens',
  depthTokens: 'depth_tokens',
  sequences: 'sequences',
  gpuLayers: 'gpu_layers',
  threads: 'threads',
  microBatchTokens: 'micro_batch_tokens',
  kvK: 'kv_k',
  kvV: 'kv_v',
  split: 'split',
  tensorParallel: 'tensor_parallel',
  pipelineParallel: 'pipeline_parallel',
  powerLimitWatts: 'power_limit_watts',
  onCpu: 'on_cpu',
  ppTokensPerSecond: 'pp_tokens_per_second',
  tgTokensPerSecond: 'tg_tokens_per_second',
  tgBasis: 'tg_basis',
  powerWatts: 'power_watts',
  powerScope: 'power_scope',
  notes: 'notes',
} as const satisfies Record<keyof Renamed, keyof MeasurementRecord>;

export const SCALED = {
  memoryTransfersPerSecond: ['memory_mts', 1e6],
  ramBytes: ['ram_gb', 1e9],
  vramBytes: ['vram_gb', 1e9],
  parameters: ['parameters_billion', 1e9],
  activeParameters: ['active_parameters_billion', 1e9],
  fileBytes: ['file_gib', GIB],
  ttftSeconds: ['ttft_ms', 1e-3],
} as const;

/** `tg: dense parts are F16` skips generation alone. */
function skipOf(text: string): Skip {
  const reason = text.replace(/^tg: /, '');
  return { scope: reason === text ? 'row' : 'tg', reason };
}

/** The checked record of row `number` of its file, renamed and in SI. */
export function measurementOf(record: MeasurementRecord, number: number): Measurement {
  const present = Object.entries(RENAMED)
    .map(([name, column]) => [name, record[column]] as const)
    .filter(([, value]) => value !== undefined);
  const scaled = Object.entries(SCALED).flatMap(([name, [column, factor]]) => {
    const value = record[column];
    return value === undefined ? [] : [[name, value * factor] as const];
  });
  return {
    ...(Object.fromEntries(present) as Optional<Renamed>),
    ...Object.fromEntries(scaled),
    id: `${record.source_id}-${number}`,
    sourceId: record.source_id,
    url: record.source_url,
    deviceName: record.device_name,
    deviceKind: record.device_kind,
    processor: record.processor,
    engine: record.engine,
    modelName: record.model_name,
    test: record.test,
    switches: record.switches ?? [],
    outliers: [],
    ...(record.flash_attention === undefined
      ? {}
      : { flashAttention: record.flash_attention === 'on' }),
    ...(record.skip === undefined ? {} : { skip: skipOf(record.skip) }),
  };
}
