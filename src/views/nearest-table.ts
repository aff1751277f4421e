/** The nearest measured run of each row of a table of estimates. */
import { DEFAULT_CONFIGURATION, resolve } from '../configuration/index.ts';
import { isUnknown } from '../estimation/types.ts';
import type { Choice, Estimator } from './estimator.ts';
import { isHybrid, type NearestLine, nearestView } from './nearest-view.ts';
import type { RunSet } from './run-records.ts';

export interface NearestRows {
  /** What each line is nearest to. */
  names: string[];
  lines: NearestLine[];
}

/** One line a quantity for each choice; a choice that no machine can run has none. */
export function nearestOfChoices(
  set: RunSet,
  estimator: Estimator,
  choices: readonly { name: string; choice: Choice }[],
): NearestRows {
  const rows: NearestRows = { names: [], lines: [] };
  for (const { name, choice } of choices) {
    const estimate = estimator.run(choice);
    if (isUnknown(estimate) || isUnknown(estimate.total)) continue;
    const input = resolve({ ...DEFAULT_CONFIGURATION, ...choice }, estimator.tables);
    const { lines } = nearestView(set, input, isHybrid(input, estimate), 1);
    rows.lines.push(...lines);
    rows.names.push(...lines.map(() => name));
  }
  return rows;
}
