/** The measured runs as files to take away. */
import { csvOf, type DownloadRow, downloadRows } from '../../views/run-download.ts';
import { sharedData } from '../../views/shared.ts';
import { siteRuns } from './run-file.ts';

let rows: DownloadRow[] | undefined;

const allRows = (): DownloadRow[] => {
  rows ??= downloadRows(sharedData().measurements.rows, siteRuns().runs);
  return rows;
};

export const runsCsv = (): string => csvOf(allRows());
export const runsJson = (): string => `${JSON.stringify(allRows(), undefined, 0)}\n`;

/** Below the site's base; these names stay. */
export const RUNS_CSV_PATH = '/data/measured-runs.csv';
export const RUNS_JSON_PATH = '/data/measured-runs.json';
