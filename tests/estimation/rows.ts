// Rows that the tests of the estimation module share, typed by hand from the sources they name.
import type {
  DeviceRow,
  EstimationInput,
  KvTypeRow,
  Machine,
  ModelRow,
  QuantizationRow,
  RuntimeRow,
} from '../../src/estimation/types.ts';

const dense = (
  id: string,
  billions: number,
  shape: [
    layers: number,
    hidden: number,
    heads: number,
    kvHeads: number,
    ff: number,
    vocab: number,
  ],
  tied = false,
): ModelRow => {
  const [layers, hiddenSize, heads, kvHeads, feedForwardSize, vocabularySize] = shape;
  return {
    id,
    name: id,
    family: 'test',
    totalParameters: billions * 1e9,
    activeParameters: billions * 1e9,
    layers,
    hiddenSize,
    heads,
    kvHeads,
    headDimension: hiddenSize / heads,
    feedForwardSize,
    vocabularySize,
    tiedEmbeddings: tied,
    attention: {
      kind: kvHeads === heads ? 'mha' : 'gqa',
      fullLayers: layers,
      slidingLayers: 0,
      linearLayers: 0,
      sharedLayers: 0,
    },
  };
};

// config.json of the makers' repositories.
export const llama2_7b = dense('llama-2-7b', 6.738, [32, 4096, 32, 32, 11008, 32000]);
export const llama2_13b = dense('llama-2-13b', 13.016, [40, 5120, 40, 40, 13824, 32000]);
export const llama3_8b = dense('llama-3.1-8b', 8.03, [32, 4096, 32, 8, 14336, 128256]);
export const llama3_70b = dense('llama-3-70b', 70.554, [80, 8192, 64, 8, 28672, 128256]);
export const llama31_405b = dense('llama-3.1-405b', 405.853, [126, 16384, 128, 8, 53248, 128256]);
export const qwen25_72b = dense('qwen2.5-72b', 72.706, [80, 8192, 64, 8, 29568, 152064]);
export const qwen25_14b = dense('qwen2.5-14b', 14.77, [48, 5120, 40, 8, 13824, 152064]);

export const deepseekV3: ModelRow = {
  ...dense('deepseek-v3', 671, [61, 7168, 128, 128, 18432, 129280]),
  activeParameters: 37e9,
  attention: {
    kind: 'mla',
    fullLayers: 61,
    slidingLayers: 0,
    linearLayers: 0,
    sharedLayers: 0,
    latent: { rank: 512, ropeDimension: 64 },
  },
  experts: { count: 256, activePerToken: 8, shared: 1, intermediateSize: 2048 },
};

const gptOss = (
  id: string,
  total: number,
  active: number,
  layers: number,
  experts: number,
): ModelRow => ({
  ...dense(id, total, [layers, 2880, 64, 8, 2880, 201088]),
  activeParameters: active * 1e9,
  headDimension: 64,
  attention: {
    kind: 'swa-hybrid',
    fullLayers: layers / 2,
    slidingLayers: layers / 2,
    slidingWindowTokens: 128,
    linearLayers: 0,
    sharedLayers: 0,
  },
  experts: { count: experts, activePerToken: 4, shared: 0, intermediateSize: 2880 },
  nativeExpertQuantization: 'mxfp4',
});
export const gptOss20b = gptOss('gpt-oss-20b', 20.91, 3.6, 24, 32);
export const gptOss120b = gptOss('gpt-oss-120b', 116.83, 5.1, 36, 128);

export const gemma3_4b: ModelRow = {
  ...dense('gemma-3-4b', 3.88, [34, 2560, 8, 4, 10240, 262144], true),
  headDimension: 256,
  attention: {
    kind: 'swa-hybrid',
    fullLayers: 5,
    slidingLayers: 29,
    slidingWindowTokens: 1024,
    linearLayers: 0,
    sharedLayers: 0,
  },
};

export const qwen3_30b_a3b: ModelRow = {
  ...dense('qwen3-30b-a3b', 30.532, [48, 2048, 32, 4, 6144, 151936]),
  headDimension: 128,
  activeParameters: 3.3e9,
  experts: { count: 128, activePerToken: 8, shared: 0, intermediateSize: 768 },
};

const quantization = (id: string, nominalBitsPerWeight: number): QuantizationRow => ({
  id,
  name: id.toUpperCase(),
  family: 'gguf',
  nominalBitsPerWeight,
});
export const f16 = quantization('f16', 16);
export const q8_0 = quantization('q8_0', 8.5);
export const q4_0 = quantization('q4_0', 4.5);
export const q4_k_m = quantization('q4_k_m', 4.5);
export const q2_k = quantization('q2_k', 2.625);
export const mxfp4 = quantization('mxfp4', 4.25);

export const kvF16: KvTypeRow = { id: 'f16', bitsPerElement: 16 };
export const kvQ8: KvTypeRow = { id: 'q8_0', bitsPerElement: 8.5 };
export const kvQ4: KvTypeRow = { id: 'q4_0', bitsPerElement: 4.5 };

const nvidia = (
  id: string,
  architecture: string,
  [gigabytes, bandwidth, fp32, int8, tdp]: [number, number, number, number, number],
  memoryType = 'GDDR6X',
): DeviceRow => ({
  id,
  name: id,
  vendor: 'NVIDIA',
  kind: 'gpu',
  segment: 'consumer',
  architecture,
  memoryBytes: gigabytes * 1e9,
  memoryType,
  bandwidthBytesPerSecond: bandwidth * 1e9,
  fp32FlopPerSecond: fp32 * 1e12,
  int8OpPerSecond: int8 * 1e12,
  tdpWatts: tdp,
  pcieGeneration: 4,
  pcieLanes: 16,
  defaultRuntime: 'llama.cpp-cuda',
});

// NVIDIA data sheets.
export const rtx4090 = nvidia('rtx-4090', 'Ada Lovelace', [24, 1008, 82.6, 660.6, 450]);
export const rtx3090 = nvidia('rtx-3090', 'Ampere', [24, 935.8, 35.58, 284.6, 350]);
export const rtx5090 = nvidia('rtx-5090', 'Blackwell', [32, 1792, 104.8, 838, 575], 'GDDR7');
export const a100 = nvidia('a100-sxm-80gb', 'Ampere', [80, 2039, 19.5, 624, 400], 'HBM2e');
export const h100 = nvidia('h100-sxm-80gb', 'Hopper', [80, 3352, 66.9, 1979, 700], 'HBM3');

const apple = (id: string, architecture: string, bandwidth: number, fp32: number): DeviceRow => ({
  id,
  name: id,
  vendor: 'Apple',
  kind: 'soc',
  segment: 'consumer',
  architecture,
  memoryBytes: 192e9,
  bandwidthBytesPerSecond: bandwidth * 1e9,
  fp32FlopPerSecond: fp32 * 1e12,
  cpu: { cores: 8, performanceCores: 4, efficiencyCores: 4, simd: 'NEON' },
  defaultRuntime: 'llama.cpp-metal',
});
export const m1 = apple('apple-m1', 'M1', 68, 2.62);
export const m2Ultra = apple('apple-m2-ultra', 'M2', 800, 27.2);
export const m4Max = apple('apple-m4-max', 'M4', 546, 16.16);

// AMD product page: 16 cores, 5.7 GHz, two channels of DDR5-5200.
export const ryzen7950x: DeviceRow = {
  id: 'ryzen-9-7950x',
  name: 'Ryzen 9 7950X',
  vendor: 'AMD',
  kind: 'cpu',
  segment: 'desktop',
  architecture: 'Zen 4',
  bandwidthBytesPerSecond: 83.2e9,
  cpu: { cores: 16, boostHertz: 5.7e9, fp32FlopPerCycle: 32, simd: 'AVX-512' },
  defaultRuntime: 'llama.cpp-cpu',
};

// Intel ARK: 2 performance cores to 4.6 GHz, 8 efficiency cores to 3.4 GHz.
export const i5_1335u: DeviceRow = {
  id: 'i5-1335u',
  name: 'Core i5-1335U',
  vendor: 'Intel',
  kind: 'cpu',
  segment: 'laptop',
  architecture: 'Raptor Lake',
  bandwidthBytesPerSecond: 83.2e9,
  cpu: {
    cores: 10,
    performanceCores: 2,
    efficiencyCores: 8,
    boostHertz: 4.6e9,
    fp32FlopPerCycle: 32,
    simd: 'AVX2',
  },
  defaultRuntime: 'llama.cpp-cpu',
};

const runtime = (id: string, backend: RuntimeRow['backend']): RuntimeRow => ({
  id,
  name: id,
  backend,
});
export const cuda = runtime('llama.cpp-cuda', 'cuda');
export const metal = runtime('llama.cpp-metal', 'metal');
export const cpuRuntime = runtime('llama.cpp-cpu', 'cpu');
export const vllm = runtime('vllm', 'cuda');
export const llamafile = runtime('llamafile', 'cuda');

/** A card in a desktop with 64 GB of RAM, a SoC with all its memory, or a CPU alone. */
export function machine(device: DeviceRow, count = 1): Machine {
  const ram = { ramBytes: 64e9, ramBandwidthBytesPerSecond: 83.2e9 };
  if (device.kind === 'gpu') {
    return {
      accelerator: device,
      acceleratorCount: count,
      acceleratorMemoryBytes: device.memoryBytes as number,
      link: 'pcie4x16',
      host: ryzen7950x,
      unifiedMemory: false,
      ...ram,
    };
  }
  if (device.kind === 'cpu')
    return { acceleratorCount: 0, host: device, unifiedMemory: false, ...ram };
  return {
    accelerator: device,
    acceleratorCount: 1,
    acceleratorMemoryBytes: 0.78 * (device.memoryBytes as number),
    host: device,
    ramBytes: device.memoryBytes as number,
    ramBandwidthBytesPerSecond: device.bandwidthBytesPerSecond as number,
    unifiedMemory: true,
  };
}

const runtimeFor = (device: DeviceRow): RuntimeRow =>
  device.kind === 'cpu' ? cpuRuntime : device.vendor === 'Apple' ? metal : cuda;

export interface Options {
  prompt?: number;
  gen?: number;
  depth?: number;
  users?: number;
  count?: number;
}

/** A plain configuration; `more` overrides any field. */
export function configuration(
  device: DeviceRow,
  model: ModelRow,
  quantization: QuantizationRow,
  o: Options = {},
  more: Partial<EstimationInput> = {},
): EstimationInput {
  return {
    machine: machine(device, o.count),
    model,
    quantization,
    kvType: kvF16,
    runtime: runtimeFor(device),
    flashAttention: true,
    gpuLayers: 'auto',
    microBatchTokens: 512,
    workload: {
      promptTokens: o.prompt ?? 512,
      generatedTokens: o.gen ?? 128,
      depthTokens: o.depth ?? 0,
      concurrentUsers: o.users ?? 1,
    },
    thresholds: {
      interactivePromptSeconds: 3,
      interactiveTokensPerSecond: 10,
      backgroundSeconds: 300,
      offlineSeconds: 28_800,
    },
    ...more,
  };
}
