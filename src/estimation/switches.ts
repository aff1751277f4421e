import type { Calibration, Spread } from './calibration-types.ts';
import { gpuClass } from './classes.ts';
import type { EstimationInput, Switch } from './types.ts';

/** One known switch: where it applies, and measured speed beyond it over speed before it. */
interface Rule {
  id: string;
  applies(input: EstimationInput, architecture: string): boolean;
  text: string;
  pp?: Spread;
  tg?: Spread;
}

/** Cores whose AVX512-BF16 path llamafile of 2025 takes even when a GPU computes. */
const bf16Hosts = /^(Zen [45]|Sapphire|Emerald|Granite)/;

const rules: Rule[] = [
  {
    id: 'llamafile-avx512-bf16',
    applies: ({ runtime, machine }) =>
      runtime.id === 'llamafile' &&
      machine.accelerator?.kind === 'gpu' &&
      (machine.hostAssumed === true || bf16Hosts.test(machine.host?.architecture ?? '')),
    text: 'Hosts with AVX512-BF16 (Zen 4, Zen 5, Sapphire Rapids and later): llamafile of 2025 generates at a small part of this rate, whatever the card.',
    tg: [0.05, 0.45],
  },
  {
    id: 'metal-tensor-api',
    applies: (_, architecture) => architecture === 'm5',
    text: 'This assumes the Metal tensor API off; builds that use it read prompts about three times as fast.',
    pp: [2.9, 3.5],
  },
  {
    id: 'vulkan-matrix-path',
    applies: ({ runtime, machine }, architecture) =>
      runtime.backend === 'vulkan' &&
      machine.accelerator !== undefined &&
      /^(rdna[34]|arc\d|strix|ada|ampere|turing|blackwell)$/.test(architecture),
    text: 'A driver without cooperative matrices, or an old one, reads prompts 3 to 10 times slower.',
    pp: [0.1, 0.35],
  },
  {
    id: 'older-build',
    applies: ({ runtime, build }) =>
      build === undefined && /^(vulkan|rocm)$/.test(runtime.backend) && runtime.id !== 'llamafile',
    text: 'This assumes a build of today; one of mid-2025 reads prompts at 0.5 to 0.8 of this rate.',
    pp: [0.5, 0.8],
  },
  {
    id: 'rocm-matrix-path',
    applies: ({ runtime }, architecture) =>
      runtime.backend === 'rocm' && /^(rdna[34]|strix)$/.test(architecture),
    text: 'A ROCm build without hipBLASLt and rocWMMA reads prompts two to four times slower.',
    pp: [0.25, 0.5],
  },
];

/** The switches that this configuration has, each with the prediction on its other side. */
export function switchesOf(
  _: Calibration,
  input: EstimationInput,
  central: { pp?: number; tg?: number },
): Switch[] {
  const { accelerator } = input.machine;
  if (!accelerator || input.gpuLayers === 0) return [];
  const architecture = gpuClass(accelerator);
  const other = (value: number | undefined, spread: Spread | undefined) =>
    value !== undefined && spread !== undefined
      ? {
          low: value * spread[0],
          central: value * Math.sqrt(spread[0] * spread[1]),
          high: value * spread[1],
        }
      : undefined;
  return rules
    .filter((rule) => rule.applies(input, architecture))
    .map(({ id, text, pp, tg }) => {
      const prompt = other(central.pp, pp);
      const generation = other(central.tg, tg);
      return { id, text, ...(prompt && { pp: prompt }), ...(generation && { tg: generation }) };
    });
}
