/** Predictions of runs whose device, model or source the fit has not seen. */
import type { Calibration } from '../../src/estimation/calibration-types.ts';
import { clone, fitPhase, fitUsage } from './fitting.ts';
import { folds, type Holdout, heldOut } from './folds.ts';
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
    const c = clone(fitted);
    fitPhase(c, seen, 'tg', iterations);
    fitPhase(c, seen, 'pp', iterations);
    fitUsage(c, seen, 'batch', iterations);
    fitUsage(c, seen, 'hybrid', iterations);
    return all.filter((o) => heldOut(o, by, group)).map((o) => residual(c, o, fold));
  });
}
