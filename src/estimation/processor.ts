import { gpuClass } from './classes.ts';
import type { Assumption, DeviceRow } from './types.ts';

/** What a processor's data sheet promises, gaps filled by the physics of its generation. */
export interface Peaks {
  /** byte/s */
  bandwidth?: number;
  /** Peak of the matrix path that llama.cpp's kernels use.  [FLOP/s] */
  matrix?: number;
  /** Part of it that the kernels of the engine at hand can feed. */
  matrixShare?: number;
  /** FP32 on the shaders (or SIMD units).  [FLOP/s] */
  fp32?: number;
  assumptions: Assumption[];
}

const tera = (x: number): string => `${Number((x / 1e12).toPrecision(3))} TFLOPS`;

const filled = (name: string, what: string, value: number): Assumption => ({
  id: 'peak',
  basis: 'prior',
  text: `${name}: no published ${what}; ${tera(value)} follows from its generation.`,
});

/** INT8/2 on NVIDIA: the FP16-accumulate rate of GeForce, which the quantized kernels run at. */
function nvidiaMatrix(d: DeviceRow, name: string): number | undefined {
  const { int8OpPerSecond, fp16MatrixFlopPerSecond: fp16, fp32FlopPerSecond: fp32 = 0 } = d;
  if (int8OpPerSecond) return int8OpPerSecond / 2;
  if (name === 'gb10' && fp16) return 2 * fp16;
  if (fp16) return fp16;
  if (name === 'jetson') return 4 * (d.fp16VectorFlopPerSecond ?? 2 * fp32) || undefined;
  const perFp32: Record<string, number> = {
    ampere: 4,
    hopper: 14,
    maxwell: 1,
    kepler: 1,
    ada: 4,
    blackwell: 4,
  };
  return (perFp32[name] ?? 2) * fp32 || undefined;
}

function matrixPeak(d: DeviceRow, name: string): number | undefined {
  const {
    fp16MatrixFlopPerSecond: fp16,
    fp16VectorFlopPerSecond: vector,
    fp32FlopPerSecond: fp32,
  } = d;
  if (d.vendor === 'NVIDIA') return nvidiaMatrix(d, name);
  if (d.vendor === 'Apple') return fp32;
  // RDNA 3 and 3.5 in one chip with the CPU: 512 FP16 operations per compute unit and clock.
  if (/^(strix|amd-igpu)$/.test(name) && d.gpuCores) return d.gpuCores * 512 * 2.9e9;
  if (name === 'intel-igpu2') return fp32 && 8 * fp32;
  if (name === 'gcn' && !vector) return fp32;
  return fp16 ?? vector ?? (fp32 && 2 * fp32);
}

/**
 * Peaks of a GPU or of a SoC's GPU, and the part of them that `engine` can feed.
 *
 * GA100's matrix units do twice as much per clock as GA102's; llama.cpp's kernels feed them at the
 * pace of a multiprocessor, which both share: 108 of A100 read as fast as 82 of RTX 3090.
 */
export function gpuPeaks(d: DeviceRow, engine?: string): Peaks {
  const name = gpuClass(d);
  const matrix = matrixPeak(d, name);
  const halved = name === 'a100' && engine === 'cuda' && matrix !== undefined;
  const shared = /^(strix|amd-igpu)$/.test(name) && matrix ? matrix / 2 : undefined;
  const fp32 = shared ?? d.fp32FlopPerSecond ?? (matrix && matrix / 4);
  const published = d.int8OpPerSecond ?? d.fp16MatrixFlopPerSecond ?? d.fp16VectorFlopPerSecond;
  const assumptions: Assumption[] = [];
  if (matrix && !published && d.vendor !== 'Apple') {
    assumptions.push(filled(d.name, 'matrix rate', matrix));
  }
  if (halved) {
    assumptions.push({
      id: 'peak',
      basis: 'prior',
      text: `${d.name}: half of its ${tera(matrix)} counts for products under llama.cpp’s CUDA kernels, which feed the matrix units at the pace of smaller Ampere cards.`,
    });
  }
  return {
    ...(d.bandwidthBytesPerSecond && { bandwidth: d.bandwidthBytesPerSecond }),
    ...(matrix && { matrix }),
    ...(halved && { matrixShare: 0.5 }),
    ...(fp32 && { fp32 }),
    assumptions,
  };
}

/** FP32 FLOP per cycle of one core by instruction set: FMA units · lanes · 2. */
const flopPerCycle: [RegExp, number][] = [
  [/AVX-512/, 64],
  [/AVX2|SVE2/, 32],
  [/NEON/, 16],
];

/** Cores before ARMv8.2 lack dot products of four pairs, by which the others multiply quantized weights. */
const withoutDots = /^BCM2711$/;

/**
 * FP32 peak of a CPU, of quantized weights where that is less.  [FLOP/s]
 *
 *   P-cores · clock · flopPerCycle + E-cores · 0.74 · clock · 16
 *
 * Check: i5-1335U 2 · 4.6 GHz · 32 + 8 · 3.4 GHz · 16 = 729.6 GFLOPS.
 */
export function cpuPeaks(d: DeviceRow, ramBandwidth?: number): Peaks {
  const cpu = d.cpu;
  const assumptions: Assumption[] = [];
  const bandwidth = cpuBandwidth(d, ramBandwidth, assumptions);
  if (!cpu) return { ...(bandwidth && { bandwidth }), assumptions };
  const clock = cpu.boostHertz ?? cpu.baseHertz ?? 2.4e9;
  const known = flopPerCycle.find(([pattern]) => pattern.test(cpu.simd ?? ''));
  const dots = withoutDots.test(d.architecture) ? 1 / 4 : 1;
  const perCycle = dots * (cpu.fp32FlopPerCycle ?? known?.[1] ?? 16);
  const efficient = cpu.efficiencyCores ?? 0;
  const performance = cpu.performanceCores ?? cpu.cores - efficient;
  const fp32 = performance * clock * perCycle + efficient * 0.74 * clock * Math.min(perCycle, 16);
  const guessed = cpu.fp32FlopPerCycle === undefined || cpu.boostHertz === undefined;
  if (guessed) assumptions.push(filled(d.name, 'FP32 rate of the cores', fp32));
  // llama.cpp computes on performance cores alone where there are two kinds.
  const matrix = performance * clock * perCycle;
  return { ...(bandwidth && { bandwidth }), matrix, fp32, assumptions };
}

/** What the cores of one chip can ask for, however wide its memory.  [byte/s] */
const coresBytesPerSecond = 160e9;

/** Bandwidth the cores see: as measured, else what a SoC's bus leaves them, half of a wide one. */
function cpuBandwidth(
  d: DeviceRow,
  ramBandwidth: number | undefined,
  assumptions: Assumption[],
): number | undefined {
  const visible = d.cpu?.visibleBandwidthBytesPerSecond;
  if (visible) return visible;
  const bus = ramBandwidth ?? d.bandwidthBytesPerSecond;
  if (d.kind !== 'soc' || !bus) return bus;
  // A GPU beside the cores needs a wider bus than they can fill: above 200 GB/s they reach half.
  const reached = bus > 200e9 ? Math.min(bus / 2, coresBytesPerSecond) : 0.8 * bus;
  assumptions.push({
    id: 'cpu-bandwidth',
    basis: 'prior',
    text: `The cores of ${d.name} reach ${Math.round(reached / 1e9)} of its ${Math.round(bus / 1e9)} GB/s.`,
  });
  return reached;
}
