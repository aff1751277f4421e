import type {
  Calibration,
  EngineParameters,
  QuantKind,
  RuntimeFactors,
} from './calibration-types.ts';
import {
  cpuClass,
  engineOf,
  findClass,
  gpuClass,
  type HardwareClass,
  kernelsOf,
  quantKind,
} from './classes.ts';
import { powerShare } from './power-limit.ts';
import { cpuPeaks, gpuPeaks, type Peaks } from './processor.ts';
import type { DeviceRow, EstimationInput, Machine } from './types.ts';

/** One processor under one runtime and format: facts that no fitted number changes. */
export interface Processor {
  device: DeviceRow;
  architecture: string;
  engineName: string;
  peaks: Peaks;
  kind: QuantKind;
  /** Kind of the experts' format, where files keep it whatever their label. */
  expertKind: QuantKind;
  laptop: boolean;
  /** Two dies in one package. */
  twoDies: boolean;
  /** Cores that compute: the performance cores where there are two kinds; unbounded on a GPU. */
  computingCores: number;
  /** GDDR memory of a server's card, whose check bits travel with the data. */
  inlineEcc: boolean;
  /** NVIDIA cards before GP102, and GP100: a product of four bytes takes four instructions. */
  withoutDots: boolean;
  /** Watts per GB/s and per TFLOPS, where a card is short of power. */
  wattsPerBandwidth: number;
  wattsPerRate: number;
}

/** What one processor reaches. */
export interface Rates extends Processor {
  hardware: HardwareClass;
  engine: EngineParameters;
  /** Streaming weights and cache; 0 where the bandwidth is unknown.  [byte/s] */
  streaming: number;
  /** Cost of unpacking weights relative to the engine. */
  unpack: number;
  /** Per layer while generating.  [s] */
  tau: number;
  /** Large matrix products of a prompt; 0 where the peak is unknown.  [FLOP/s] */
  matrix: number;
  /** What expert products reach of it, before saturation. */
  promptMoe: number;
  /** Tokens per expert at half of that. */
  halfTokens: number;
  /** What a prompt moves, weights and activations; 0 where the bandwidth is unknown.  [byte/s] */
  promptBandwidth: number;
  /** Attention over a prompt.  [FLOP/s] */
  attention: number;
  /** Per layer and micro-batch.  [s] */
  promptOverhead: number;
}

const withoutDots = /^(kepler|maxwell|p100)$/;

function processor(
  input: EstimationInput,
  device: DeviceRow,
  architecture: string,
  engineName: string,
  peaks: Peaks,
): Processor {
  const kind = quantKind(input.quantization.id);
  const native = input.model.nativeExpertQuantization;
  const { tdpWatts, kind: sort, memoryType = '', vendor, segment } = device;
  const { bandwidth, matrix } = peaks;
  const watts = sort === 'gpu' ? tdpWatts : undefined;
  const plenty = Number.POSITIVE_INFINITY;
  const { cpu } = device;
  return {
    device,
    architecture,
    engineName,
    peaks,
    kind,
    expertKind: native ? quantKind(native) : kind,
    laptop: sort === 'gpu' && /laptop|max-q/i.test(device.id + device.segment),
    twoDies: vendor === 'Apple' && /ultra/.test(device.id),
    inlineEcc: vendor === 'NVIDIA' && segment === 'datacenter' && /^GDDR/.test(memoryType),
    withoutDots: engineName === 'cuda' && withoutDots.test(architecture),
    computingCores: engineName === 'cpu' && cpu ? (cpu.performanceCores ?? cpu.cores) : plenty,
    wattsPerBandwidth:
      watts && bandwidth && !/^HBM/.test(memoryType) ? watts / (bandwidth / 1e9) : plenty,
    wattsPerRate: watts && matrix && vendor === 'NVIDIA' ? watts / (matrix / 1e12) : plenty,
  };
}

/** The machine's accelerator. */
export const acceleratorOf = (input: EstimationInput, device: DeviceRow): Processor => {
  const engine = engineOf(input.runtime);
  return processor(input, device, gpuClass(device), engine, gpuPeaks(device, engine));
};

/** The host's cores. */
export const hostOf = (input: EstimationInput, host: DeviceRow): Processor =>
  processor(
    input,
    host,
    cpuClass(host),
    'cpu',
    cpuPeaks(host, input.machine.ramBandwidthBytesPerSecond),
  );

const plain: RuntimeFactors = {
  eta: 1,
  tau: 1,
  unpack: 1,
  kappa: 1,
  promptOverhead: 1,
  windows: 1,
};

/** Where the system is not known the factor counts for a third: about the part of Windows among runs. */
const systemFactor = (windows: number, system: Machine['operatingSystem']): number =>
  system === 'windows' ? windows : system === undefined ? windows ** (1 / 3) : 1;

/** Two bounds at once, the smaller with a soft knee: (a⁻³ + b⁻³)^−⅓. */
const both = (a: number, b: number): number => (a > 0 ? 1 / Math.cbrt(a ** -3 + b ** -3) : 0);

/** Factors of a runtime on an architecture, else on an engine. */
export function runtimeFactors(c: Calibration, input: EstimationInput, p: Processor) {
  const runtime = kernelsOf(input);
  return c.runtimes[`${runtime}/${p.architecture}`] ?? c.runtimes[`${runtime}/${p.engineName}`];
}

/** Rates of a processor: its peaks times what class, build and runtime reach of them. */
export function ratesOf(c: Calibration, p: Processor, input: EstimationInput): Rates {
  const engine = c.engines[p.engineName] as EngineParameters;
  const hardware = findClass(c, p.architecture, p.device.vendor, p.engineName);
  const { parameters: k } = hardware;
  const f = runtimeFactors(c, input, p) ?? plain;
  const { wattsPerBandwidth: b, wattsPerRate: r } = c;
  const kept = powerShare(p.device, input.machine);
  const eta =
    k.eta *
    f.eta *
    Math.min(1, p.wattsPerBandwidth / b.threshold) ** b.exponent *
    (p.laptop ? c.laptopEta : 1) *
    (p.twoDies ? c.twoDieEta : 1) *
    (p.inlineEcc ? c.inlineEccEta : 1);
  const powered = Math.min(1, p.wattsPerRate / r.threshold) ** r.exponent;
  const kappa = k.kappa * f.kappa * powered * (p.laptop ? c.laptopKappa : 1);
  const { flashAttention, build } = input;
  const bandwidth = p.peaks.bandwidth ?? 0;
  const age = build?.age ?? 0;
  const ofBuild = (build?.options ?? []).reduce(
    (product, option) => product * (c.options[option] ?? 1),
    engine.promptAge ** age,
  );
  const system = systemFactor(f.windows, input.machine.operatingSystem);
  const matrix = (p.peaks.matrix ?? 0) * ofBuild * kept.reading;
  // Experts leave units idle and want for power half as much; they never outdo dense products.
  const relief = p.engineName === 'cuda' ? (powered * kept.reading) ** -0.5 : 1;
  const promptMoe = engine.promptMoe * engine.promptMoeAge ** age * (f.promptMoe ?? 1);
  // What AMD's cards showed of Vulkan's expert products and attention says little of NVIDIA's.
  const native =
    p.device.vendor === 'NVIDIA' && p.engineName === 'vulkan' ? c.engines['cuda'] : undefined;
  const ofExperts = native ? Math.min(promptMoe, native.promptMoe) : promptMoe;
  const matrixAttention = native && flashAttention && build?.options.includes('nv-coopmat2');
  const attention = matrixAttention
    ? (p.peaks.matrix ?? 0) * kept.reading * native.attentionKappa[0]
    : matrix * engine.attentionKappa[flashAttention ? 0 : 1];
  return {
    ...p,
    hardware,
    engine,
    streaming: both(
      bandwidth * Math.min(1, eta) * kept.writing,
      p.computingCores * c.coreBytesPerSecond,
    ),
    unpack: (k.unpack * f.unpack * (p.withoutDots ? c.withoutDots : 1)) / kept.writing,
    tau:
      ((k.tau * f.tau) / kept.writing) * system * (flashAttention ? 1 : engine.flashlessOverhead),
    matrix:
      matrix * kappa * (p.peaks.matrixShare ?? 1) * (flashAttention ? 1 : engine.promptFlashless),
    promptMoe: relief === 1 ? ofExperts : Math.max(ofExperts, Math.min(1, ofExperts * relief)),
    halfTokens: engine.halfTokens * (f.halfTokens ?? 1),
    promptBandwidth: bandwidth * kept.reading,
    attention,
    promptOverhead:
      (engine.promptOverhead * k.promptOverhead * f.promptOverhead * system) / kept.reading,
  };
}
