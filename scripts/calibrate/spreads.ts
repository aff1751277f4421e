/** Ranges from residuals: quantiles of measured over predicted by group, pooled where runs are few. */
import type {
  Calibration,
  ClassParameters,
  RuntimeFactors,
  Spread,
} from '../../src/estimation/calibration-types.ts';
import type { Residual } from './holdout.ts';
import type { Phase } from './observations.ts';

interface Weighted {
  value: number;
  weight: number;
}

/** Weighted quantile, between neighbours. */
export function quantile(values: readonly Weighted[], q: number): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, v) => sum + v.weight, 0);
  let before = 0;
  for (const v of sorted) {
    before += v.weight;
    if (before >= q * total) return v.value;
  }
  return sorted.at(-1)?.value ?? 0;
}

/** Runs of the pool count as this many of the group's own. */
const poolWeight = 6;

/** 10th and 90th percentile of measured over predicted, with the pool mixed in. */
export function spread(
  own: readonly Residual[],
  pool: readonly Residual[],
  weight = poolWeight,
): Spread {
  const values = [
    ...own.map((r) => ({ value: r.log, weight: 1 })),
    ...pool.map((r) => ({ value: r.log, weight: weight / pool.length })),
  ];
  const [low, high] = [quantile(values, 0.1), quantile(values, 0.9)];
  return [Math.exp(Math.min(low, -0.03)), Math.exp(Math.max(high, 0.03))];
}

/**
 * Cards of one class scatter by about 8 %. Where one or two stand for it, or for a runtime, its own
 * place is as unsure: 1.28 · 8 % · √(1 + 1 / 1.5) = 13 %.
 */
const leastOfFew = 0.13;

const areFew = (own: readonly Residual[]): boolean =>
  new Set(own.map(({ observation: o }) => o.deviceId)).size <= 2;

/** Classes whose runs of llama.cpp come from one or two devices. */
export function classesOfFew(residuals: readonly Residual[]): Set<string> {
  const groups = Map.groupBy(residuals.filter(plain), ({ observation: o }) => o.classId);
  return new Set([...groups].filter(([, own]) => areFew(own)).map(([id]) => id));
}

const ofFew = (own: readonly Residual[], [low, high]: Spread): Spread =>
  !areFew(own)
    ? [low, high]
    : [Math.min(low, Math.exp(-leastOfFew)), Math.max(high, Math.exp(leastOfFew))];

/** Where a few machines stand for all, each counts as one. */
function spreadOfFew(runs: readonly Residual[]): Spread {
  const counts = new Map<string, number>();
  for (const { observation: o } of runs) counts.set(o.deviceId, (counts.get(o.deviceId) ?? 0) + 1);
  const values = runs.map(({ log, observation: o }) => ({
    value: log,
    weight: 1 / (counts.get(o.deviceId) as number),
  }));
  const [low, high] = [quantile(values, 0.1), quantile(values, 0.9)];
  return [Math.exp(Math.min(low, -0.1)), Math.exp(Math.max(high, 0.1))];
}

const single = (r: Residual): boolean => ['gpu', 'cpu'].includes(r.observation.usage);
const plain = (r: Residual): boolean => /^llama\.cpp/.test(r.observation.runtimeId);

function setSpread(row: { tg?: Spread; pp?: Spread }, phase: Phase, value: Spread): void {
  row[phase] = value;
}

/** Classes of an engine from llama.cpp's runs; an engine's pool for those without. */
function classSpreads(c: Calibration, residuals: readonly Residual[], phase: Phase): void {
  for (const [id, row] of Object.entries(c.classes)) {
    const engine = id.split('/')[1];
    const cpu = engine === 'cpu';
    const usable = residuals.filter((r) => cpu || plain(r) || engine === 'vllm');
    const pool = usable.filter((r) => r.observation.engine === engine);
    const own = usable.filter((r) => r.observation.classId === id);
    const value = own.length > 0 ? ofFew(own, spread(own, pool)) : unseen(pool);
    setSpread(row as ClassParameters, phase, value);
  }
}

/** A class without any run: as wide as the outer tenths of its whole engine, and half as much again. */
function unseen(pool: readonly Residual[]): Spread {
  if (pool.length === 0) return [0.5, 1.8];
  const values = pool.map((r) => ({ value: r.log, weight: 1 }));
  const wide = 1.5;
  return [
    Math.exp(Math.min(-0.3, wide * quantile(values, 0.1))),
    Math.exp(Math.max(0.3, wide * quantile(values, 0.9))),
  ];
}

/** Other runtimes' own ranges: on an architecture, else on an engine. */
function runtimeSpreads(c: Calibration, residuals: readonly Residual[], phase: Phase): void {
  for (const [id, row] of Object.entries(c.runtimes)) {
    const [runtime, name] = id.split('/');
    const of = residuals.filter((r) => r.observation.runtimeId === runtime);
    const own = of.filter(
      ({ observation: o }) => o.classId.startsWith(`${name}/`) || o.engine === name,
    );
    const engine = own[0]?.observation.engine;
    const pool = of.filter((r) => r.observation.engine === engine);
    if (own.length > 0) setSpread(row as RuntimeFactors, phase, ofFew(own, spread(own, pool)));
  }
}

/** Ranges of mixtures of experts by engine, where their runs are many. */
function mixtureSpreads(c: Calibration, residuals: readonly Residual[], phase: Phase): void {
  for (const [engine, row] of Object.entries(c.engines)) {
    const own = residuals.filter(({ observation: o }) => o.engine === engine && o.mixture);
    if (own.length < 10) continue;
    row.mixture ??= { tg: [0.6, 1.5], pp: [0.5, 1.8] };
    // Held-out runs of one machine may all lie on one side: half the weight is the engine's.
    const all = residuals.filter(({ observation: o }) => o.engine === engine);
    row.mixture[phase] = spread(own, all, own.length);
  }
}

/** Writes the quantiles of all groups into a calibration, as they are. */
export function setQuantiles(c: Calibration, residuals: readonly Residual[]): void {
  for (const phase of ['tg', 'pp'] as const) {
    const own = residuals.filter((r) => r.observation.phase === phase && single(r));
    classSpreads(c, own, phase);
    runtimeSpreads(c, own, phase);
    mixtureSpreads(c, own, phase);
    for (const usage of ['batch', 'hybrid', 'multi'] as const) {
      const runs = residuals.filter(({ observation: o }) => o.phase === phase && o.usage === usage);
      if (runs.length > 0) c.usage[usage][phase] = spreadOfFew(runs);
      const { seen } = c.usage[usage];
      c.usage[usage].seen = [
        ...new Set([...seen, ...runs.map((r) => r.observation.classId)]),
      ].sort();
    }
  }
}
