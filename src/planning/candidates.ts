/** Which models, formats and engines come into question. */
import type { ModelRow, SystemRow } from '../estimation/types.ts';
import { ORDER_LIST, type PlanData } from './data.ts';
import type { Needs } from './needs.ts';

export interface Candidate {
  model: ModelRow;
  /** Place in the list that orders models, where it has one. */
  score?: number;
}

/** A model sold as “8B” has 7.6 to 8.2 billion parameters. */
const SIZE_TOLERANCE = 0.94;

/** Models at or above the floor, best first: by score, then by size. */
export function candidatesOf({ floor }: Needs, { tables, lists }: PlanData): Candidate[] {
  const order = lists[floor.kind === 'score' ? floor.list : ORDER_LIST]?.scores ?? {};
  const all = Object.values(tables.models).map((model): Candidate => {
    const score = order[model.id];
    return { model, ...(score !== undefined && { score }) };
  });
  if (floor.kind === 'model') return all.filter(({ model }) => model.id === floor.id);
  return all
    .filter(({ model, score }) => {
      if (score === undefined) return false;
      return floor.kind === 'score'
        ? score >= floor.least
        : model.totalParameters >= floor.parameters * SIZE_TOLERANCE;
    })
    .sort(
      (a, b) =>
        (b.score ?? 0) - (a.score ?? 0) || b.model.totalParameters - a.model.totalParameters,
    );
}

/** Formats by the bits they are named for, lightest first. */
const LADDERS: Readonly<Record<string, readonly (readonly [bits: number, id: string])[]>> = {
  gguf: [
    [2, 'q2_k'],
    [3, 'q3_k_m'],
    [4, 'q4_k_m'],
    [5, 'q5_k_m'],
    [6, 'q6_k'],
    [8, 'q8_0'],
    [16, 'f16'],
  ],
  mlx: [
    [4, 'mlx-4bit'],
    [8, 'mlx-8bit'],
  ],
  vllm: [
    [4, 'awq-4bit-g128'],
    [8, 'fp8-e4m3'],
    [16, 'bf16'],
  ],
  mxfp4: [[4, 'mxfp4']],
};

/** Formats of a model under an engine with at least so many bits, lightest first. */
export function formatsOf(model: ModelRow, runtime: string, bits: number): string[] {
  const engine = runtime === 'vllm' || runtime === 'mlx' ? runtime : 'gguf';
  // Experts that were trained in four bits stay in them whatever the label.
  const ladder = model.nativeExpertQuantization ? 'mxfp4' : engine;
  if (model.nativeExpertQuantization && engine === 'mlx') return [];
  return (LADDERS[ladder] ?? []).filter(([named]) => named >= bits).map(([, id]) => id);
}

/** Engines with kernels of their own, beside the usual one; others run llama.cpp underneath. */
export const OTHER_ENGINES = ['vllm', 'mlx', 'llama.cpp-vulkan', 'ik_llama.cpp'] as const;

/** Systems of the same parts are judged once. */
export const partsOf = (system: SystemRow): string =>
  system.hostId
    ? [
        system.hostId,
        system.ramBytes,
        system.ramBandwidthBytesPerSecond,
        system.gpuId,
        system.gpuCount,
        system.gpuLink,
      ].join('|')
    : system.id;
