import type { Calibration, ClassParameters, QuantKind } from './calibration-types.ts';
import type { DeviceRow, EstimationInput, RuntimeRow } from './types.ts';

/** Maker's word for a generation → our class; the first match counts. */
const generations: [RegExp, string][] = [
  [/^ada/i, 'ada'],
  [/^ampere/i, 'ampere'],
  [/^blackwell/i, 'blackwell'],
  [/^hopper/i, 'hopper'],
  [/^turing/i, 'turing'],
  [/^volta/i, 'volta'],
  [/^pascal/i, 'pascal'],
  [/^maxwell/i, 'maxwell'],
  [/^kepler/i, 'kepler'],
  [/^gb10/i, 'gb10'],
  [/^jetson/i, 'jetson'],
  [/^M(\d)/, 'm'],
  [/^rdna ?([1-4])/i, 'rdna'],
  [/^(gcn|vega|polaris)/i, 'gcn'],
  [/^cdna/i, 'cdna'],
  [/^strix halo/i, 'strix'],
  [/^(strix|phoenix|hawk|krackan|rembrandt)/i, 'amd-igpu'],
  [/^xe-hpg/i, 'arc1'],
  [/^xe2-hpg/i, 'arc2'],
  [/^lunar/i, 'intel-igpu2'],
  [/^(meteor|arrow|raptor|alder|tiger)/i, 'intel-igpu'],
  [/^snapdragon/i, 'adreno'],
];

/** Architecture class of a GPU or a SoC's GPU; `unknown` where the generation is new to us. */
export function gpuClass(d: DeviceRow): string {
  const highBandwidth = /^HBM/i.test(d.memoryType ?? '');
  for (const [pattern, name] of generations) {
    const match = pattern.exec(d.architecture);
    if (!match) continue;
    if (name === 'ampere' && highBandwidth) return 'a100';
    if (name === 'blackwell' && highBandwidth) return 'blackwell-hbm';
    if (name === 'pascal' && highBandwidth) return 'p100';
    if (name === 'turing' && !d.int8OpPerSecond && !d.fp16MatrixFlopPerSecond) return 'gtx16';
    return name === 'm' || name === 'rdna' ? name + match[1] : name;
  }
  return 'unknown';
}

/** Cores whose kernels and clocks differ enough to count apart; the first match counts. */
const coreFamilies: [RegExp, string][] = [
  [/^(zen 4|phoenix|hawk)/i, 'zen4'],
  [/^(zen 5|strix|krackan|gorgon)/i, 'zen5'],
  [/^(zen|picasso|renoir|cezanne|rembrandt)/i, 'ryzen'],
  // Performance and efficiency cores side by side.
  [/^(alder|raptor|meteor|arrow|lunar)/i, 'hybrid'],
];

function coreFamily(d: DeviceRow): string {
  const known = coreFamilies.find(([pattern]) => pattern.test(d.architecture));
  if (known) return known[1];
  if (d.vendor === 'AMD') return 'ryzen';
  if (d.vendor !== 'Intel') return 'arm';
  return /AVX-512/.test(d.cpu?.simd ?? '') ? 'avx512' : 'intel';
}

/**
 * Class of a CPU, or of the CPU part of a SoC: `cpu-` and the family of its cores, and what it is
 * built for where that is no desktop, as in `cpu-zen4-laptop`.
 */
export function cpuClass(d: DeviceRow): string {
  if (d.vendor === 'Apple') return 'cpu-apple';
  if (d.segment === 'embedded' || d.vendor === 'Raspberry Pi' || d.vendor === 'Orange Pi') {
    return 'cpu-board';
  }
  const name = `cpu-${coreFamily(d)}`;
  if (d.segment === 'laptop' || d.segment === 'consumer') {
    // Intel's 15 W parts, sold with one memory module as often as with two.
    return d.vendor === 'Intel' && /\du$|y\d|\dy/i.test(d.id) ? `${name}-thin` : `${name}-laptop`;
  }
  return d.segment === 'server' || d.segment === 'workstation' ? `${name}-server` : name;
}

/** `cpu-zen4-laptop` is, where nothing else is known, as `cpu-zen4`. */
export const coreFamilyClass = (name: string): string => name.replace(/^(cpu-\w+)-\w+$/, '$1');

/** What runs the arithmetic: the back end, or an engine with kernels of its own. */
export function engineOf(r: RuntimeRow): string {
  if (r.id === 'vllm') return 'vllm';
  return r.backend;
}

/**
 * The runtime whose kernels compute: the one at hand, but MLX where Ollama runs NVFP4 on an Apple SoC.
 * Source: Ollama 0.19, https://ollama.com/blog/mlx.
 */
export const kernelsOf = ({ runtime, quantization }: EstimationInput): string =>
  runtime.id === 'ollama' && runtime.backend === 'metal' && quantization.id === 'nvfp4'
    ? 'mlx'
    : runtime.id;

export interface HardwareClass {
  id: string;
  parameters: ClassParameters;
  /** No run of this very class is behind the parameters. */
  borrowed: boolean;
}

/** Parameters of a class, else of its cores' family or its vendor, else of the engine. */
export function findClass(
  c: Calibration,
  architecture: string,
  vendor: string,
  engine: string,
): HardwareClass {
  for (const name of [architecture, coreFamilyClass(architecture), vendor.toLowerCase(), 'any']) {
    const id = `${name}/${engine}`;
    const parameters = c.classes[id];
    if (parameters) return { id, parameters, borrowed: name !== architecture };
  }
  throw new RangeError(`no parameters for ${architecture}/${engine}`);
}

/** Which kernels unpack a weights format. */
export function quantKind(id: string): QuantKind {
  if (/^(f|bf)(16|32)/.test(id)) return 'f16';
  if (/^(mxfp4|nvfp4)/.test(id)) return 'mxfp4';
  if (/^(q8|fp8|mlx-8)/.test(id)) return 'q8_0';
  if (/^iq[123]/.test(id)) return 'iq';
  if (/^q\d_k|^iq4_xs/.test(id)) return 'k';
  return 'q4_0';
}
