/** Splits of the runs: whole devices, models or sources held out in turn. */
import type { Observation } from './observations.ts';

/** `sweep` is `device`, but of the devices with sweeps one model at a time. */
export type Holdout = 'device' | 'sweep' | 'model' | 'source';

/**
 * Devices measured with many models, each the only one or the most measured of its class: without
 * them nothing of the class is left to judge. The published refit judges them by models it has not
 * seen on them.
 */
const swept =
  /^(ryzen-ai-max-plus-395|nvidia-gb10|apple-m2-ultra|apple-m3-max|rtx-5090|rx-9070-xt)$/;

const keyOf = (o: Observation, by: Holdout): string =>
  ({
    device: o.deviceId,
    sweep: swept.test(o.deviceId) ? `${o.deviceId}:${o.modelId}` : o.deviceId,
    model: o.modelId,
    source: o.sourceId,
  })[by];

/** Small stable hash, so that folds do not move when rows are added elsewhere. */
function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}

/** Groups of held-out things; each thing is in exactly one group. Devices of one class are spread over groups. */
export function folds(all: readonly Observation[], by: Holdout, count: number): Set<string>[] {
  const classOf = new Map(
    all.map((o) => [keyOf(o, by), by === 'device' || by === 'sweep' ? o.classId : '']),
  );
  const things = [...classOf.keys()].sort(
    (a, b) =>
      (classOf.get(a) as string).localeCompare(classOf.get(b) as string) || hash(a) - hash(b),
  );
  const groups = Array.from({ length: Math.min(count, things.length) }, () => new Set<string>());
  things.forEach((thing, i) => {
    groups[i % groups.length]?.add(thing);
  });
  return groups;
}

export const heldOut = (o: Observation, by: Holdout, group: Set<string>): boolean =>
  group.has(keyOf(o, by));
