import { type DecodeSeconds, decodeSeconds } from './generation.ts';
import { allReduceSeconds } from './links.ts';
import type { Setup } from './setup.ts';
import type { Share } from './work.ts';

/** Seconds by cause; absent causes are not part of the sum. */
export type Causes = Record<string, number>;

export const sum = (causes: Causes): number => Object.values(causes).reduce((a, b) => a + b, 0);

/** Activations that cross between CPU and GPU wait for each other.  [s] */
const crossingSeconds = 15e-6;

const used = (share: Share): boolean => share.layers > 0;

/** Cards that split each matrix share the streaming and pay two all-reduces per layer. */
function onCards(setup: Setup, seconds: DecodeSeconds): Causes {
  const { input, link, work, tensorParallel, calibration: c } = setup;
  const cards = input.machine.acceleratorCount;
  const { overhead, ...shared } = seconds;
  if (cards < 2) return { ...seconds };
  if (!tensorParallel) return { ...seconds, link: (cards - 1) * c.hopSeconds };
  const message = 2 * input.workload.concurrentUsers * work.model.hiddenSize;
  const divided = Object.entries(shared).map(([cause, s]) => [cause, s / cards] as const);
  return {
    ...Object.fromEntries(divided),
    overhead,
    link: 2 * work.layers * allReduceSeconds(link, cards, message),
  };
}

/**
 * Seconds of one decode step by cause, over all processors; undefined where a bandwidth is unknown.  [s]
 *
 * Processors work one after the other: their times add.
 */
export function stepSeconds(setup: Setup): Causes | undefined {
  const { placement, input, work, gpu, cpu, calibration } = setup;
  const o = {
    sequences: input.workload.concurrentUsers,
    flashAttention: input.flashAttention,
    routing: calibration.routing,
  };
  const causes: Causes = {};
  if (gpu && used(placement.gpu)) {
    const seconds = decodeSeconds(work, placement.gpu, gpu, o);
    if (!seconds) return undefined;
    Object.assign(causes, onCards(setup, seconds));
  }
  if (used(placement.cpu)) {
    const seconds = cpu && decodeSeconds(work, placement.cpu, cpu, o);
    if (!seconds) return undefined;
    if (!gpu || !used(placement.gpu)) return { ...seconds };
    const crossings = placement.cpu.dense > 0 ? 2 : 2 * placement.cpu.layers * work.layers;
    const { link = 0, ...onGpu } = causes;
    return { ...onGpu, cpu: sum({ ...seconds }), link: link + crossings * crossingSeconds };
  }
  return causes;
}
