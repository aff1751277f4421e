/** Fits a calibration to observations, phase by phase. */
import type { Calibration } from '../../src/estimation/calibration-types.ts';
import { type Observation, type Phase, predict, votes } from './observations.ts';
import { fit, type Parameter, type Point } from './optimizer.ts';
import {
  batchParameters,
  completeClasses,
  completeRuntimes,
  offloadParameters,
  parametersOf,
} from './parameters.ts';
import { priors } from './priors.ts';

/** By way of JSON: rows that share an array come apart. */
export const clone = (c: Calibration): Calibration => JSON.parse(JSON.stringify(c)) as Calibration;

/** What a good prediction misses by: crowd-sourced runs differ more than llama-bench, CPUs more than GPUs. */
function scaleOf(o: Observation): number {
  const rough = o.engine === 'cpu' ? 3 : /^llama\.cpp/.test(o.runtimeId) ? 1 : 1.7;
  return rough * (o.phase === 'tg' ? 0.04 : 0.055);
}

/** Where llama.cpp's own tests say what a class reaches, other engines' runs tell of the engine first. */
const crowd = (o: Observation): boolean =>
  !/^llama\.cpp/.test(o.runtimeId) && o.engine !== 'cpu' && o.engine !== 'vllm';

const pointsOf = (c: Calibration, observations: readonly Observation[], tag?: string): Point[] =>
  votes(observations).map((o) => ({
    tags: tag === undefined ? o.tags : new Set([...o.tags, tag]),
    weight: o.weight * (crowd(o) ? 0.5 : 1),
    scale: scaleOf(o) * (tag === undefined ? 1 : 1.5),
    forgetful: tag !== undefined,
    residual: () => Math.log(predict(c, o) / o.measured),
  }));

/** From forgiving to strict: a class that starts far off is drawn in before outliers are let go. */
function fitGradually(parameters: Parameter[], points: Point[], iterations: number): void {
  const widths = iterations > 5 ? [4, 2, 1] : [1.5, 1];
  const each = Math.ceil(iterations / widths.length);
  for (const width of widths) fit(parameters, points, { width, iterations: each });
}

/** Classes, engines and runtimes of one phase, from runs of one processor and one sequence. */
export function fitPhase(
  c: Calibration,
  all: readonly Observation[],
  phase: Phase,
  iterations: number,
): void {
  const own = all.filter((o) => o.phase === phase && (o.usage === 'gpu' || o.usage === 'cpu'));
  completeClasses(c, new Set(own.map((o) => o.classId)));
  const tags = new Set(own.flatMap((o) => [...o.tags]));
  completeRuntimes(c, tags);
  const before = clone(priors);
  completeClasses(before, Object.keys(c.classes));
  completeRuntimes(before, tags);
  fitGradually(parametersOf(c, before, phase, tags), pointsOf(c, own), iterations);
}

/** What several users and weights in RAM add, from runs of that kind; the rest stands. */
export function fitUsage(
  c: Calibration,
  all: readonly Observation[],
  usage: 'batch' | 'hybrid',
  iterations: number,
): void {
  const own = all.filter((o) => o.usage === usage && !(usage === 'batch' && o.phase === 'pp'));
  if (own.length === 0) return;
  const engines = new Set(own.map((o) => o.engine));
  const parameters =
    usage === 'batch' ? batchParameters(c, priors, engines) : offloadParameters(c, priors);
  fitGradually(parameters, pointsOf(c, own, usage), iterations);
}

/** A copy of `start`, fitted to all of it. */
export function calibrateTo(
  start: Calibration,
  all: readonly Observation[],
  iterations: number,
): Calibration {
  const c = clone(start);
  fitPhase(c, all, 'tg', iterations);
  fitPhase(c, all, 'pp', iterations);
  fitUsage(c, all, 'batch', iterations);
  fitUsage(c, all, 'hybrid', iterations);
  return c;
}
