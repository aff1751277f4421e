/** Predictions of runs whose device, model or source the fit has not seen. */
import type { Calibration, ClassParameters } from '../../src/estimation/calibration-types.ts';
import { clone, fitPhase, fitUsage } from './fitting.ts';
import { folds, type Holdout, heldOut } from './folds.ts';
import { kinOf, parentOf, runtimeParent } from './hierarchy.ts';
import { type Observation, predict } from './observations.ts';

export interface Residual {
  observation: Observation;
  predicted: number;
  /** log(measured / predicted). */
  log: number;
  /** Group it was held out with. */
  fold: number;
}

const residual = (c: Calibration, o: Observation, fold: number): Residual => {
  const predicted = predict(c, o);
  return { observation: o, predicted, log: Math.log(o.measured / predicted), fold };
};

/** Without the classes and factors that no seen run stands behind: their numbers came from what is held out. */
function forgetful(fitted: Calibration, seen: readonly Observation[]): Calibration {
  const c = clone(fitted);
  const classes = new Set(seen.map((o) => o.classId));
  const tags = new Set(seen.flatMap((o) => [...o.tags]));
  const parents = new Set(Object.keys(c.classes).map((id) => parentOf(c, id)));
  for (const id of Object.keys(c.classes)) {
    if (!classes.has(id) && !parents.has(id)) delete c.classes[id];
  }
  for (const id of Object.keys(c.runtimes)) {
    if (!tags.has(`runtime:${id}`) && runtimeParent(c, id)) delete c.runtimes[id];
  }
  return c;
}

/** A class that lost its only device writes like its kin, as a fit without runs would leave it, and reads like its parent. */
function adopt(c: Calibration, fitted: Calibration): void {
  for (const id of Object.keys(fitted.classes)) {
    const kin = kinOf(c, id);
    const parent = parentOf(c, id);
    if (c.classes[id] || !kin || !parent) continue;
    const { eta, tau, unpack } = c.classes[kin] as ClassParameters;
    c.classes[id] = { ...(c.classes[parent] as ClassParameters), eta, tau, unpack, devices: 0 };
  }
}

/** Iterations from the full fit: enough to forget what was held out. */
const iterations = 6;

/** Each run predicted by a fit without its group. */
export function holdOut(
  fitted: Calibration,
  all: readonly Observation[],
  by: Holdout,
  count: number,
): Residual[] {
  return folds(all, by, count).flatMap((group, fold) => {
    const seen = all.filter((o) => !heldOut(o, by, group));
    const c = forgetful(fitted, seen);
    fitPhase(c, seen, 'tg', iterations);
    fitPhase(c, seen, 'pp', iterations);
    fitUsage(c, seen, 'batch', iterations);
    fitUsage(c, seen, 'hybrid', iterations);
    adopt(c, fitted);
    return all.filter((o) => heldOut(o, by, group)).map((o) => residual(c, o, fold));
  });
}
