/** What is fetched with the measured runs, when a reader first looks for them. */
import { resolve } from '../configuration/resolve.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { estimate } from '../estimation/index.ts';
import { DomainError } from '../estimation/types.ts';
import { isHybrid, type NearestView, nearestView } from '../views/nearest-view.ts';
import { type RunFile, type RunSet, unpackRuns } from '../views/run-records.ts';

let loading: Promise<RunSet> | undefined;

/** All measured runs; asked for once, and again after a failure. */
export function loadRuns(url: string): Promise<RunSet> {
  loading ??= fetch(url)
    .then((answer): Promise<RunFile> => {
      if (!answer.ok) throw new Error(`the runs answered ${answer.status}`);
      return answer.json();
    })
    .then(unpackRuns)
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The runs nearest to a configuration; nothing where it says something impossible. */
export function nearestOf(
  set: RunSet,
  configuration: Configuration,
  tables: Tables,
): NearestView | undefined {
  try {
    const input = resolve(configuration, tables);
    return nearestView(set, input, isHybrid(input, estimate(input)));
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
