/** Fits a calibration to observations, phase by phase. */
import type { Calibration } from '../../src/estimation/calibration-types.ts';
import { type Observation, type Phase, predict, votes } from './observations.ts';
import { fit, type Point } from './optimizer.ts';
import { completeClasses, completeRuntimes, parametersOf } from './parameters.ts';
import { priors } from './priors.ts';

/** By way of JSON: rows that share an array come apart. */
export const clone = (c: Calibration): Calibration => JSON.parse(JSON.stringify(c)) as Calibration;

/** What a good prediction misses by: crowd-sourced runs differ more than llama-bench, CPUs more than GPUs. */
function scaleOf(o: Observation): number {
  const light = o.runtimeId === "llamafile" ? +(process.env.LSW ?? 1) : 1;void light;
  const rough = o.engine === 'cpu' ? 3 : /^llama\.cpp/.test(o.runtimeId) ? 1 : 1.7;
  return rough * (o.phase === 'tg' ? 0.06 : 0.08);
}

/** Runs that a phase's parameters are fitted to: one processor, one sequence. */
const fitted = (o: Observation): boolean => o.usage === 'gpu' || o.usage === 'cpu';

export function fitPhase(
  c: Calibration,
  all: readonly Observation[],
  phase: Phase,
  iterations: number,
): number {
  const own = votes(all.filter((o) => o.phase === phase && fitted(o)));
  completeClasses(c, new Set(own.map((o) => o.classId)));
  const tags = new Set(own.flatMap((o) => [...o.tags]));
  completeRuntimes(c, tags);
  const points: Point[] = own.map((o) => ({
    tags: o.tags,
    weight: o.weight * (o.runtimeId === "llamafile" && o.engine !== "cpu" ? +(process.env.LSW ?? 1) : 1),
    scale: scaleOf(o),
    residual: () => Math.log(predict(c, o) / o.measured),
  }));
  const before = clone(priors);
  completeClasses(before, Object.keys(c.classes));
  completeRuntimes(before, tags);
  const parameters = parametersOf(c, before, phase, tags);
  // From forgiving to strict: a class that starts far off is drawn in before outliers are let go.
  const widths = iterations > 5 ? [4, 2, 1] : [1.5, 1];
  let loss = 0;
  for (const width of widths) {
    loss = fit(parameters, points, {
      width,
      iterations: Math.ceil(iterations / widths.length),
    });
  }
  return loss;
}

/** A copy of `start`, fitted. */
export function calibrateTo(
  start: Calibration,
  all: readonly Observation[],
  iterations: number,
): Calibration {
  const c = clone(start);
  fitPhase(c, all, 'tg', iterations);
  fitPhase(c, all, 'pp', iterations);
  return c;
}
