/**
 * What goes into an estimate and what comes out. Everything is SI: bytes, seconds, FLOP, watts.
 *
 * Rows (`ModelRow`, `DeviceRow` …) are plain JSON, so the same objects serve the build, the
 * command line and the browser. A figure nobody has published is left out of the row; whoever
 * needs it says so in an `Unknown` or an `Assumption`, never by a zero.
 */

/** A central value with the 10th and 90th percentile around it. */
export interface Interval {
  low: number;
  central: number;
  high: number;
}

/** A value that cannot be given, and why. */
export interface Unknown {
  unknown: string;
}

export type Quantity = Interval | Unknown;

/** Names the bad input and its bound, e.g. `{field: 'prompt', message: 'prompt must be 0 to 10000000 tokens, got -5'}`. */
export interface Problem {
  field: string;
  message: string;
}

/** Thrown by estimation functions for input out of their domain. Carries every problem found. */
export class DomainError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.field}: ${p.message}`).join('; '));
    this.name = 'DomainError';
    this.problems = problems;
  }
}

export type AttentionKind = 'mha' | 'gqa' | 'mqa' | 'mla' | 'swa-hybrid' | 'linear-hybrid';

/** A model's architecture and parameter counts; no weights format. */
export interface ModelRow {
  id: string;
  name: string;
  family: string;
  /** Year and month of release, `2024-07`; for grouping and assumptions only. */
  released?: string;
  /** Parameters a text-only weights file holds (no vision tower, no prediction heads). */
  totalParameters: number;
  /** The maker's figure for one token; used where the expert geometry is not published. */
  activeParameters: number;
  layers: number;
  hiddenSize: number;
  heads?: number;
  kvHeads?: number;
  headDimension?: number;
  feedForwardSize?: number;
  vocabularySize?: number;
  tiedEmbeddings?: boolean;
  maximumContextTokens?: number;
  attention: {
    kind: AttentionKind;
    /** Layers whose cache grows with the context (distinct caches: shared ones are not counted). */
    fullLayers: number;
    /** Layers whose cache is bounded by `slidingWindowTokens`. */
    slidingLayers: number;
    slidingWindowTokens?: number;
    /** Layers with a constant recurrent state instead of a cache. */
    linearLayers: number;
    /** Layers that reuse another layer's cache. */
    sharedLayers: number;
    /** KV heads and head size of the full-attention layers where they differ (Gemma 4). */
    globalKvHeads?: number;
    globalHeadDimension?: number;
    /** Multi-head latent attention: cached elements per token and layer = rank + ropeDimension. */
    latent?: { rank: number; ropeDimension: number };
    /** True where the split of layers is not published and the counts above are an assumption. */
    layoutAssumed?: boolean;
  };
  experts?: {
    count: number;
    activePerToken: number;
    shared: number;
    intermediateSize?: number;
  };
  /** The format the maker released the expert weights in, where files keep it whatever their label (gpt-oss: mxfp4). */
  nativeExpertQuantization?: string;
}

/** CPU part of a CPU or SoC. */
export interface CpuPart {
  cores: number;
  /** Performance and efficiency cores where the part is hybrid. */
  performanceCores?: number;
  efficiencyCores?: number;
  boostHertz?: number;
  baseHertz?: number;
  /** FP32 FMA operations × 2, per cycle and (performance) core. */
  fp32FlopPerCycle?: number;
  simd?: string;
  /** What the cores alone can reach, where it is less than the SoC's memory bandwidth. */
  visibleBandwidthBytesPerSecond?: number;
}

/** One CPU, GPU or SoC as its maker sells it. */
export interface DeviceRow {
  id: string;
  name: string;
  vendor: string;
  kind: 'gpu' | 'soc' | 'cpu';
  /** Maker's segment: consumer, workstation, datacenter, laptop, desktop, server, embedded. */
  segment?: string;
  /** Architecture generation as the catalogue spells it: `Ada Lovelace`, `RDNA 3`, `M4`, `Zen 5`. */
  architecture: string;
  year?: number;
  /** GPU memory; for SoCs and CPUs the largest memory the part takes. */
  memoryBytes?: number;
  memoryType?: string;
  memoryChannels?: number;
  memoryTransfersPerSecond?: number;
  bandwidthBytesPerSecond?: number;
  fp32FlopPerSecond?: number;
  /** Dense FP16 on matrix units with FP32 accumulate. */
  fp16MatrixFlopPerSecond?: number;
  /** Dense INT8 on matrix units. */
  int8OpPerSecond?: number;
  fp8FlopPerSecond?: number;
  fp16VectorFlopPerSecond?: number;
  gpuCores?: number;
  tdpWatts?: number;
  pcieGeneration?: number;
  pcieLanes?: number;
  /** Both directions together. */
  nvlinkBytesPerSecond?: number;
  cpu?: CpuPart;
  defaultRuntime: string;
}

/** What a person buys: a host and 0…n GPUs. */
export interface SystemRow {
  id: string;
  name: string;
  class: 'embedded' | 'desktop' | 'workstation' | 'server';
  hostId?: string;
  ramBytes?: number;
  ramBandwidthBytesPerSecond?: number;
  gpuId?: string;
  gpuCount: number;
  /** PCIe generation and lanes per card, or `nvlink`: as `pcie5x16`. */
  gpuLink?: string;
  storageBytes?: number;
}

/** A weights format. */
export interface QuantizationRow {
  id: string;
  name: string;
  family: string;
  /** Bits per weight of the main block type, scales included. */
  nominalBitsPerWeight?: number;
  /** Bits per weight of a whole Llama 3 8B file. */
  effectiveBitsPerWeight?: number;
}

export interface KvTypeRow {
  id: string;
  bitsPerElement: number;
}

export interface RuntimeRow {
  id: string;
  name: string;
  /** Kind of processor the weights are computed on. */
  backend: 'cuda' | 'metal' | 'rocm' | 'vulkan' | 'sycl' | 'cpu';
}

/** One accelerator (or CPU) of the machine at hand, after the reader's overrides. */
export interface Machine {
  /** GPU or SoC GPU; absent when the CPU computes alone. */
  accelerator?: DeviceRow;
  acceleratorCount: number;
  /** Memory one accelerator can use; for a SoC the share of RAM its GPU may wire. */
  acceleratorMemoryBytes?: number;
  link?: string;
  /** The link is the card's own, since nothing tells how the machine attaches it. */
  linkAssumed?: boolean;
  /** What each graphics card is limited to, where that is below its rating. */
  powerLimitWatts?: number;
  /** CPU, or the CPU part of the SoC. */
  host?: DeviceRow;
  ramBytes?: number;
  ramBandwidthBytesPerSecond?: number;
  /** Where it is known; the software of some runtimes differs between them. */
  operatingSystem?: 'linux' | 'macos' | 'windows';
  /** CPU and GPU share one memory. */
  unifiedMemory: boolean;
  storageBytes?: number;
  /** True where host, RAM or link were not named and a plain one was put in. */
  hostAssumed?: boolean;
  /** The host is a plain one put in, since no source names the machine's own. */
  hostPutIn?: boolean;
}

export interface Workload {
  promptTokens: number;
  generatedTokens: number;
  /** Tokens already in the cache when the prompt starts. */
  depthTokens: number;
  concurrentUsers: number;
}

export interface WorkflowThresholds {
  /** Interactive: prompt read in less than this (strict). */
  interactivePromptSeconds: number;
  /** Interactive: more than this many tokens per second (strict). */
  interactiveTokensPerSecond: number;
  /** Background: prompt and answer within this (inclusive). */
  backgroundSeconds: number;
  /** Off-line: prompt and answer within this (inclusive). */
  offlineSeconds: number;
}

export type WorkflowClass = 'interactive' | 'background' | 'off-line' | 'non-viable';

/** What is known of an engine's build. */
export interface EngineBuild {
  /** Thousands of llama.cpp's builds before the newest measured: about three months each. */
  age: number;
  /** Options it was built or run with, as measured runs name them: `rocwmma`, `hipblaslt`. */
  options: readonly string[];
}

/** A configuration with every id looked up and every override applied. */
export interface EstimationInput {
  machine: Machine;
  model: ModelRow;
  quantization: QuantizationRow;
  kvType: KvTypeRow;
  runtime: RuntimeRow;
  flashAttention: boolean;
  /** Bytes of the weights file at hand, where they are known better than from its label. */
  fileBytes?: number;
  /** Layers on the GPU; `auto` puts there what fits. */
  gpuLayers: number | 'auto';
  /** Layers whose experts stay in RAM (llama.cpp's `--n-cpu-moe`), where they are set by hand. */
  cpuExpertLayers?: number;
  microBatchTokens: number;
  /** The engine's build, where it is known; today's, with no option set, where it is left out. */
  build?: EngineBuild;
  workload: Workload;
  thresholds: WorkflowThresholds;
}

export type {
  Assumption,
  Estimate,
  MemoryEstimate,
  Switch,
  Term,
  TermPhase,
} from './result-types.ts';

export const isUnknown = (value: object | string): value is Unknown =>
  typeof value === 'object' && 'unknown' in value;
