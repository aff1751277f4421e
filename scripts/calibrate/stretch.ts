/**
 * Widens ranges until they hold what they say. A range drawn from some devices is too narrow for the
 * next one: how much, the residuals tell, each fold judged by the ranges of the others.
 */
import type { Calibration, Spread } from '../../src/estimation/calibration-types.ts';
import { union } from '../../src/estimation/ranges.ts';
import { clone } from './fitting.ts';
import type { Residual } from './holdout.ts';
import type { Observation, Phase } from './observations.ts';
import { classesOfFew, quantile, setQuantiles } from './spreads.ts';

/** Ranges that are widened together: those of a runtime by themselves, since one is known from many machines and another from one. */
type Sort = 'gpu' | 'cpu' | 'mixture' | 'batch' | 'hybrid' | 'multi' | `runtime ${string}`;

interface Found {
  sort: Sort;
  range: Spread;
}

/** The range a reader would have seen: of users or offload, else of the runtime, mixture or class. */
export function rangeOf(c: Calibration, o: Observation): Found {
  if (o.usage === 'batch' || o.usage === 'hybrid' || o.usage === 'multi') {
    const range = c.usage[o.usage][o.phase];
    if (range) return { sort: o.usage, range };
  }
  const [architecture, engine] = o.classId.split('/') as [string, string];
  const runtime = (c.runtimes[`${o.runtimeId}/${architecture}`] ??
    c.runtimes[`${o.runtimeId}/${engine}`])?.[o.phase];
  if (runtime) return { sort: engine === 'cpu' ? 'cpu' : `runtime ${o.runtimeId}`, range: runtime };
  const mixture = o.mixture ? c.engines[engine]?.mixture?.[o.phase] : undefined;
  const row = c.classes[o.classId] ?? c.classes[`any/${engine}`];
  const ofClass = row?.[o.phase] as Spread;
  if (mixture) return { sort: 'mixture', range: union(mixture, ofClass) };
  return { sort: engine === 'cpu' ? 'cpu' : 'gpu', range: ofClass };
}

/** How many times wider, in logarithms, a range had to be to hold a residual. */
const needed = (log: number, [low, high]: Spread): number =>
  log > 0 ? log / Math.log(high) : log / Math.log(low);

type Factors = Record<Phase, Map<Sort, number>>;

/** By phase and sort: what holds 80 % of each fold under the ranges of the others. */
function factorsOf(c: Calibration, residuals: readonly Residual[]): Factors {
  const found: Record<Phase, Map<Sort, number[]>> = { tg: new Map(), pp: new Map() };
  for (const fold of new Set(residuals.map((r) => r.fold))) {
    const others = clone(c);
    setQuantiles(
      others,
      residuals.filter((r) => r.fold !== fold),
    );
    for (const { fold: own, observation, log } of residuals) {
      if (own !== fold) continue;
      const { sort, range } = rangeOf(others, observation);
      const of = found[observation.phase];
      of.set(sort, [...(of.get(sort) ?? []), needed(log, range)]);
    }
  }
  // Few machines were used so: one that is far off says little of how far off the next will be.
  const most = (sort: Sort): number => (/^(batch|hybrid|multi)$/.test(sort) ? 1.3 : 3);
  const factor = (sort: Sort, values: number[]): number => {
    const held = quantile(
      values.map((value) => ({ value, weight: 1 })),
      0.8,
    );
    return Math.min(most(sort), Math.max(0.8, held));
  };
  const factors: Factors = { tg: new Map(), pp: new Map() };
  for (const phase of ['tg', 'pp'] as const) {
    for (const [sort, values] of found[phase]) factors[phase].set(sort, factor(sort, values));
  }
  return factors;
}

/** The prompts of several users are read as one is: on one machine the error is the same for 2 to 32. */
const hasRange = ({ observation: o }: Residual): boolean =>
  !(o.usage === 'batch' && o.phase === 'pp');

/** Writes the ranges of all groups into a calibration, wide enough for devices to come. */
export function setSpreads(c: Calibration, all: readonly Residual[]): void {
  const residuals = all.filter(hasRange);
  const factors = factorsOf(c, residuals);
  setQuantiles(c, residuals);
  const few = classesOfFew(residuals);
  for (const phase of ['tg', 'pp'] as const) {
    const stretch = (
      row: { tg?: Spread; pp?: Spread } | undefined,
      sort: Sort,
      least = 0,
    ): void => {
      const range = row?.[phase];
      if (!row || !range) return;
      const factor = Math.max(least, factors[phase].get(sort) ?? 1);
      row[phase] = [range[0] ** factor, range[1] ** factor];
    };
    for (const [id, row] of Object.entries(c.classes)) {
      stretch(row, id.endsWith('/cpu') ? 'cpu' : 'gpu', few.has(id) ? 1 : 0);
    }
    for (const [id, row] of Object.entries(c.runtimes)) {
      stretch(row, id.endsWith('/cpu') ? 'cpu' : `runtime ${id.split('/')[0]}`);
    }
    for (const row of Object.values(c.engines)) stretch(row.mixture, 'mixture');
    for (const usage of ['batch', 'hybrid', 'multi'] as const) stretch(c.usage[usage], usage);
  }
}
