/** A measured run → the configurations an estimate of it is made from, or why there is none. */
import type { Tables } from '../configuration/tables.ts';
import { localScoreTests, weightBytes } from '../estimation/index.ts';
import type {
  DeviceRow,
  EngineBuild,
  EstimationInput,
  KvTypeRow,
  Machine,
  QuantizationRow,
  RuntimeRow,
  Unknown,
  Workload,
} from '../estimation/types.ts';
import type { Measurement } from './measurement-row.ts';

/** One figure is a mean over the configurations listed: LocalScore's nine tests, else one. */
export interface MeasuredInputs {
  pp?: EstimationInput[];
  tg?: EstimationInput[];
}

const backendVendors: Record<string, RuntimeRow['backend']> = {
  NVIDIA: 'cuda',
  Apple: 'metal',
  AMD: 'rocm',
  Intel: 'sycl',
};

/** Engines that bring the back end of the machine they run on. */
const portable = /^(llamafile|ollama|ik_llama\.cpp|vllm)$/;

function runtimeOf(m: Measurement, tables: Tables, device: DeviceRow): RuntimeRow | Unknown {
  const row = tables.runtimes[m.runtimeId ?? ''];
  if (!row) return { unknown: m.runtimeGap ?? 'runtime not known' };
  if (m.processor === 'cpu') return { ...row, backend: 'cpu' };
  if (!portable.test(row.id)) return row;
  const backend = backendVendors[device.vendor];
  return backend ? { ...row, backend } : { unknown: `no back end for ${device.vendor}` };
}

/** Labels of mixes outside the catalogue, where the row states the file's size: `UD-Q4_K_XL` runs Q4_K's kernels. */
function nearestLabel(name: string): string | undefined {
  const match = /(IQ[1-4]|Q[2-8])(_K|_0|_1|_XXS|_XS|_S|_M|_NL)?/.exec(name.toUpperCase());
  if (!match) return undefined;
  const [, bits, rest = ''] = match;
  if (bits === 'Q8') return 'q8_0';
  if (bits === 'IQ4') return 'iq4_xs';
  if (bits?.startsWith('IQ')) return `${bits}_s`.toLowerCase();
  if (rest === '_0' || rest === '_1') return `${bits}${rest}`.toLowerCase();
  return bits === 'Q2' || bits === 'Q6' ? `${bits}_k`.toLowerCase() : `${bits}_k_m`.toLowerCase();
}

function quantizationOf(m: Measurement, tables: Tables): QuantizationRow | Unknown {
  const own = tables.quantizations[m.quantizationId ?? ''];
  if (own) return own;
  const near = m.fileBytes === undefined ? undefined : nearestLabel(m.quantizationName ?? '');
  const row = near && tables.quantizations[near];
  return row || { unknown: m.quantizationGap ?? 'quantization not known' };
}

function kvTypeOf(m: Measurement, tables: Tables): KvTypeRow | Unknown {
  const plain = tables.kvTypes['f16'] as KvTypeRow;
  const { kvK = 'f16', kvV = kvK } = m;
  if (kvK === kvV) return tables.kvTypes[kvK] ?? { unknown: `no KV type ${kvK}` };
  const [k, v] = [tables.kvTypes[kvK], tables.kvTypes[kvV]];
  if (!k || !v) return { unknown: `no KV types ${kvK} and ${kvV}` };
  return {
    ...plain,
    id: `${kvK}/${kvV}`,
    bitsPerElement: (k.bitsPerElement + v.bitsPerElement) / 2,
  };
}

/** llama.cpp counts its builds: b6182 was made in August 2025, b9187 in May 2026. */
const newest = { build: 9000, month: 2026 * 12 + 4 };
const buildsPerMonth = 334;
/** Beyond this age a build is as old as any. */
const oldest = 4;

function buildOf(m: Measurement): EngineBuild | undefined {
  if (!/^llama\.cpp/.test(m.runtimeId ?? '')) return undefined;
  const number = /^b(\d{4,})/.exec(m.engineVersion ?? '')?.[1];
  const [year, month] = (m.date ?? '').split('-').map(Number);
  const since = year && month ? newest.month - (12 * year + month) : undefined;
  const builds = number ? newest.build - Number(number) : (since ?? 0) * buildsPerMonth;
  return { age: Math.min(oldest, Math.max(0, builds / 1000)), options: m.switches };
}

const osOf = (m: Measurement): Machine['operatingSystem'] =>
  m.os === 'windows' || m.os === 'macos' || m.os === 'linux' ? m.os : undefined;

function hostOf(m: Measurement, tables: Tables, device: DeviceRow): DeviceRow | undefined {
  if (device.kind !== 'gpu') return device;
  return tables.devices[m.hostId ?? ''];
}

/** Bandwidth of the memory as built in, where the row says; else as its processor allows. */
function ramBandwidth(m: Measurement, host: DeviceRow | undefined): number | undefined {
  const channels = m.memoryChannels ?? host?.memoryChannels;
  const perSocket = channels && channels / (m.memoryChannels ? (m.sockets ?? 1) : 1);
  if (m.memoryTransfersPerSecond && perSocket) return m.memoryTransfersPerSecond * perSocket * 8;
  // A second socket's memory is reached over the link between them: it adds capacity, hardly speed.
  return host?.bandwidthBytesPerSecond;
}

function machineOf(m: Measurement, tables: Tables, device: DeviceRow): Machine {
  const host = hostOf(m, tables, device);
  const bandwidth = ramBandwidth(m, host);
  const system = osOf(m);
  const onGpu = m.processor !== 'cpu';
  const { pcieGeneration: generation, pcieLanes: lanes } = device;
  return {
    ...(onGpu && { accelerator: device }),
    acceleratorCount: onGpu ? Math.max(1, m.gpuCount ?? 1) : 0,
    // A run on the GPU alone had room there: its memory is left open.
    ...(m.processor === 'hybrid' && {
      acceleratorMemoryBytes: m.vramBytes ?? device.memoryBytes ?? 0,
    }),
    ...(host && { host }),
    // A run that was made had the RAM it needed.
    ...(m.processor === 'hybrid' && { ramBytes: 1e14 }),
    ...(m.processor === 'cpu' && m.ramBytes && { ramBytes: m.ramBytes * 1.2 }),
    ...(bandwidth && { ramBandwidthBytesPerSecond: bandwidth }),
    ...(generation && { link: `pcie${generation}x${lanes ?? 16}` }),
    ...(system && { operatingSystem: system }),
    unifiedMemory: onGpu && device.kind === 'soc',
    hostAssumed: host === undefined,
    storageBytes: 1e14,
  } as Machine;
}

const workload = (
  promptTokens: number,
  generatedTokens: number,
  m: Measurement,
  depth: number,
): Workload => ({
  promptTokens,
  generatedTokens,
  depthTokens: depth,
  concurrentUsers: m.sequences ?? 1,
});

/** What a row's prompt and answer were, by the kind of its test. */
function workloads(m: Measurement): { pp?: Workload[]; tg?: Workload[] } {
  if (m.test === 'localscore') {
    const all = localScoreTests.map(([prompt, answer]) => workload(prompt, answer, m, 0));
    return { pp: all, tg: all };
  }
  const prompt = m.promptTokens ?? 0;
  const answer = m.generatedTokens ?? 0;
  const depth = m.depthTokens ?? 0;
  if (m.test === 'request' || m.test === 'serving') {
    // A request whose prompt is its depth starts from an empty cache.
    const before = depth === prompt ? 0 : depth;
    return {
      ...(prompt > 0 && { pp: [workload(prompt, answer, m, before)] }),
      tg: [workload(prompt, answer || 128, m, before)],
    };
  }
  const before = m.test === 'batched' ? depth + prompt : depth;
  return {
    ...(prompt > 0 && { pp: [workload(prompt, 0, m, depth)] }),
    tg: [workload(0, answer || 32, m, before)],
  };
}

/**
 * Layers whose experts the CPU computes: `experts` (all), `experts of last 14 layers`,
 * `feed-forward of layers 12-93`, `feed-forward beyond layers 0-33`.
 */
function cpuExpertLayers(onCpu: string | undefined, layers: number): number | undefined {
  if (onCpu === undefined) return undefined;
  const range = /layers (\d+)-(\d+)/.exec(onCpu);
  const beyond = range && layers - Number(range[2]) - 1;
  if (range) return /beyond/.test(onCpu) ? (beyond ?? 0) : Number(range[2]) - Number(range[1]) + 1;
  const some = /(\d+) layers/.exec(onCpu);
  return some ? Number(some[1]) : layers;
}

const isUnknown = (x: object): x is Unknown => 'unknown' in x;

/** The size stated counts where the label does not explain it: dense parts in F16, mixes of other makers. */
function fileBytesOf(m: Measurement, input: EstimationInput): number | undefined {
  if (m.fileBytes === undefined) return undefined;
  const labelled = weightBytes(input.model, input.quantization).file;
  const deviates = Math.abs(m.fileBytes / labelled - 1) > 0.03;
  return deviates || m.quantizationId === undefined ? m.fileBytes : undefined;
}

/**
 * The configurations of a measured run.
 *
 * @returns the reason where device, runtime, model, format or placement is not known.
 */
export function inputsOf(m: Measurement, tables: Tables): MeasuredInputs | Unknown {
  const device = tables.devices[m.deviceId ?? ''];
  if (!device) return { unknown: m.deviceGap ?? 'device not known' };
  const model = tables.models[m.modelId ?? ''];
  if (!model) return { unknown: m.modelGap ?? 'model not known' };
  const runtime = runtimeOf(m, tables, device);
  if (isUnknown(runtime)) return runtime;
  const quantization = quantizationOf(m, tables);
  if (isUnknown(quantization)) return quantization;
  const kvType = kvTypeOf(m, tables);
  if (isUnknown(kvType)) return kvType;
  if (m.processor === 'npu') return { unknown: 'NPU' };
  const onCpu = cpuExpertLayers(m.onCpu, model.layers);
  const build = buildOf(m);
  const plain: Omit<EstimationInput, 'workload'> = {
    machine: machineOf(m, tables, device),
    model,
    quantization,
    kvType,
    runtime,
    flashAttention: m.flashAttention ?? true,
    gpuLayers:
      m.processor === 'cpu' ? 0 : m.processor === 'hybrid' ? (m.gpuLayers ?? 'auto') : 'auto',
    ...(onCpu !== undefined && { cpuExpertLayers: onCpu }),
    microBatchTokens: m.microBatchTokens ?? 512,
    ...(build && { build }),
    thresholds: tables.thresholds,
  };
  return withWorkloads(m, plain);
}

function withWorkloads(
  m: Measurement,
  plain: Omit<EstimationInput, 'workload'>,
): MeasuredInputs | Unknown {
  const { pp, tg } = workloads(m);
  const some = (tg ?? pp)?.[0];
  if (!some) return { unknown: 'tokens not stated' };
  const fileBytes = fileBytesOf(m, { ...plain, workload: some });
  const complete = (w: Workload): EstimationInput => ({
    ...plain,
    ...(fileBytes !== undefined && { fileBytes }),
    workload: w,
  });
  return {
    ...(pp && m.ppTokensPerSecond !== undefined && { pp: pp.map(complete) }),
    ...(tg && m.tgTokensPerSecond !== undefined && { tg: tg.map(complete) }),
  };
}
