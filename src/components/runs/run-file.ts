/** All measured runs with their estimates: made once a build, and as one file named by what it holds. */
import { createHash } from 'node:crypto';
import { buildRunSet } from '../../views/run-build.ts';
import { packRuns, type RunSet } from '../../views/run-records.ts';
import { sharedData } from '../../views/shared.ts';

let set: RunSet | undefined;
let file: { name: string; body: string } | undefined;

export function siteRuns(): RunSet {
  const { measurements, estimator } = sharedData();
  set ??= buildRunSet(measurements, estimator.tables);
  return set;
}

/** Name `runs-3f9a0c2b1d`, without the ending. */
export function runFile(): { name: string; body: string } {
  file ??= make();
  return file;
}

function make(): { name: string; body: string } {
  const body = JSON.stringify(packRuns(siteRuns()));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { name: `runs-${hash}`, body };
}

/** Below the site's base. */
export const runFilePath = (): string => `/data/${runFile().name}.json`;
