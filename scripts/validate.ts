/**
 * `npm run validate`: predicts every measured run from a fit that has not seen its device, then its
 * model, then its source, prints the errors beside the original document's formulas, and writes
 * content/data/validation.json.
 */
import { writeFileSync } from 'node:fs';
import { loadCatalogue } from '../src/catalogue/index.ts';
import { loadMeasurements } from '../src/catalogue/measurements.ts';
import { buildTables } from '../src/catalogue/tables.ts';
import { calibration } from '../src/estimation/calibration.ts';
import { clone } from './calibrate/fitting.ts';
import type { Holdout } from './calibrate/folds.ts';
import { holdOut } from './calibrate/holdout.ts';
import { memoryErrors } from './calibrate/memory-report.ts';
import { observations } from './calibrate/observations.ts';
import { errorTable, type Judged, judge, printTable, runsOf } from './calibrate/report.ts';

const target = 'content/data/validation.json';
const counts: Record<Holdout, number> = { device: 24, sweep: 24, model: 12, source: 12 };

const catalogue = loadCatalogue();
const { rows } = loadMeasurements(catalogue);
const { all, left } = observations(rows, buildTables(catalogue), calibration);
const only = process.argv[2] as Holdout | undefined;
const holdouts = (Object.keys(counts) as Holdout[]).filter((by) => !only || by === only);
const tables: Record<string, ReturnType<typeof errorTable>> = {};
let device: Judged[] = [];
for (const by of holdouts) {
  const judged = judge(clone(calibration), holdOut(calibration, all, by, counts[by]));
  tables[by] = errorTable(judged);
  if (by === 'device') device = judged;
  console.log(`\nWhole ${by}s held out`);
  printTable(tables[by]);
}
console.log('\nMemory against logs: rows, median and 90th percentile error, %');
const memory = memoryErrors(catalogue, buildTables(catalogue));
for (const { what, rows: count, median, p90 } of memory)
  console.log(
    `${what.padEnd(38)} ${String(count).padStart(5)} ${median.toFixed(2)} ${p90.toFixed(2)}`,
  );
if (!only) {
  const leftOut = [...left].sort((a, b) => b[1] - a[1]).map(([reason, runs]) => ({ reason, runs }));
  const { date, dataHash } = calibration;
  const result = {
    date,
    dataHash,
    speeds: all.length,
    tables,
    groups: counts,
    memory,
    leftOut,
    runs: runsOf(device),
  };
  writeFileSync(target, `${JSON.stringify(result)}\n`);
  console.log(`\n${target} written`);
}
