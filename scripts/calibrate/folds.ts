/** Splits of the runs: whole devices, models or sources held out in turn. */
import type { Observation } from './observations.ts';

export type Holdout = 'device' | 'model' | 'source';

const keyOf = (o: Observation, by: Holdout): string =>
  ({ device: o.deviceId, model: o.modelId, source: o.sourceId })[by];

/** Small stable hash, so that folds do not move when rows are added elsewhere. */
function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}

/** Groups of held-out things; each thing is in exactly one group. Devices of one class are spread over groups. */
export function folds(all: readonly Observation[], by: Holdout, count: number): Set<string>[] {
  const classOf = new Map(all.map((o) => [keyOf(o, by), by === 'device' ? o.classId : '']));
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
