/**
 * Measured runs: `loadMeasurements(catalogue)` reads content/data/measurements, checks every row
 * and joins it to the catalogue. Rows whose device, model, quantization or runtime the catalogue
 * lacks are kept, with the reason, and counted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type MeasurementRecord,
  MeasurementSchema,
  type MeasurementSource,
  MeasurementSourceSchema,
  measurementColumns,
} from '../schema/measurement.ts';
import { markOutliers } from './measurement-outliers.ts';
import { type Measurement, measurementOf } from './measurement-row.ts';
import { CatalogueError } from './problems.ts';
import { type Reader, readList, readTable } from './read.ts';
import type { Catalogue } from './types.ts';

export type { Outlier } from './measurement-outliers.ts';
export type { Measurement } from './measurement-row.ts';

/** What the join needs of the catalogue. */
export type MeasurementJoin = Pick<Catalogue, 'devices' | 'models' | 'quantizations' | 'runtimes'>;

/** What of a run the catalogue may lack. */
export type JoinPart = 'device' | 'runtime' | 'model' | 'quantization';

/** Rows of one name that the catalogue cannot place. */
export interface Unresolved {
  part: JoinPart;
  name: string;
  gap: string;
  rows: number;
  /** Of these, rows without a reason to skip. */
  usableRows: number;
}

export interface Measurements {
  rows: readonly Measurement[];
  sources: ReadonlyMap<string, MeasurementSource>;
  /** Most rows first. */
  unresolved: readonly Unresolved[];
}

const FOLDER = 'measurements';
const PARTS: readonly JoinPart[] = ['device', 'runtime', 'model', 'quantization'];

type Report = (field: string, reason: string) => void;

function checkHeader(reader: Reader, file: string): void {
  const header = readFileSync(join(reader.root, file), 'utf8').split('\n', 1)[0] ?? '';
  const columns = header.trim().split(',');
  const names: readonly string[] = measurementColumns;
  for (const name of columns.filter((column) => !names.includes(column))) {
    reader.problems.push({ file, field: name, reason: 'is not a column of a measurement file' });
  }
  for (const name of names.filter((column) => !columns.includes(column))) {
    reader.problems.push({ file, field: name, reason: 'is missing among the columns' });
  }
}

/** Each part of the join has an id that exists, or a reason; never both, never neither. */
function checkJoin(record: MeasurementRecord, catalogue: MeasurementJoin, report: Report): void {
  const places: Record<JoinPart, ReadonlyMap<string, unknown>> = {
    device: catalogue.devices,
    runtime: catalogue.runtimes,
    model: catalogue.models,
    quantization: catalogue.quantizations,
  };
  for (const part of PARTS) {
    const id = record[`${part}_id`];
    const gap = record[`${part}_gap`];
    if (id === undefined && gap === undefined)
      report(`${part}_id`, `is empty; say why in ${part}_gap`);
    else if (id !== undefined && gap !== undefined) report(`${part}_gap`, 'is filled beside an id');
    else if (id !== undefined && !places[part].has(id)) report(`${part}_id`, `no ${part} "${id}"`);
  }
  const host = record.host_id;
  if (host === undefined) return;
  const found = catalogue.devices.get(host);
  if (!found) report('host_id', `no device "${host}"`);
  else if (found.kind === 'gpu') report('host_id', `"${host}" is a GPU`);
}

function checkFigures(record: MeasurementRecord, report: Report): void {
  const { pp_tokens_per_second: pp, tg_tokens_per_second: tg, ttft_ms: ttft } = record;
  if (pp === undefined && tg === undefined && ttft === undefined) {
    report('tg_tokens_per_second', 'the row measures nothing');
  }
  if ((tg === undefined) !== (record.tg_basis === undefined)) {
    report('tg_basis', 'goes with tg_tokens_per_second');
  }
  if ((record.power_watts === undefined) !== (record.power_scope === undefined)) {
    report('power_scope', 'goes with power_watts');
  }
}

/** Two rows that agree in everything but address and remarks are one run told twice. */
const fingerprint = ({ source_url, notes, ...rest }: MeasurementRecord): string =>
  JSON.stringify(rest);

function readFile(reader: Reader, name: string, catalogue: MeasurementJoin): Measurement[] {
  const file = `${FOLDER}/${name}`;
  const sourceId = name.slice(0, -'.csv'.length);
  checkHeader(reader, file);
  const seen = new Map<string, number>();
  return readTable(reader, file, MeasurementSchema).map((record, index) => {
    const report: Report = (field, reason) =>
      reader.problems.push({ file, field: `row ${index + 1}: ${field}`, reason });
    if (record.source_id !== sourceId) report('source_id', `is "${record.source_id}" in this file`);
    checkJoin(record, catalogue, report);
    checkFigures(record, report);
    const print = fingerprint(record);
    const twin = seen.get(print);
    if (twin !== undefined) report('(whole row)', `repeats row ${twin}`);
    seen.set(print, index + 1);
    return measurementOf(record, index + 1);
  });
}

const nameOf = (row: Measurement, part: JoinPart): string =>
  ({
    device: row.deviceName,
    runtime: row.engine,
    model: row.modelName,
    quantization: row.quantizationName ?? '(not stated)',
  })[part];

/** Names without a catalogue row, most rows first. */
function countUnresolved(rows: readonly Measurement[]): Unresolved[] {
  const counts = new Map<string, Unresolved>();
  for (const row of rows) {
    for (const part of PARTS) {
      const gap = row[`${part}Gap`];
      if (gap === undefined) continue;
      const name = nameOf(row, part);
      const key = JSON.stringify([part, name, gap]);
      const entry = counts.get(key) ?? { part, name, gap, rows: 0, usableRows: 0 };
      entry.rows += 1;
      if (row.skip === undefined) entry.usableRows += 1;
      counts.set(key, entry);
    }
  }
  return [...counts.values()].sort((a, b) => b.usableRows - a.usableRows || b.rows - a.rows);
}

function defaultRoot(): string {
  const here = join(process.cwd(), 'content', 'data');
  return existsSync(here) ? here : fileURLToPath(new URL('../../content/data', import.meta.url));
}

/**
 * Reads and checks every measured run.
 *
 * @param catalogue what `loadCatalogue()` gave
 * @param root folder of the data files; the project's own where left out
 * @throws CatalogueError with a line `file: field: reason` for each problem.
 */
export function loadMeasurements(catalogue: MeasurementJoin, root = defaultRoot()): Measurements {
  const reader: Reader = { root, problems: [], refused: new Set() };
  const sources = readList(reader, `${FOLDER}/sources.yaml`, MeasurementSourceSchema);
  const names = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.csv'));
  for (const name of names.filter((each) => !sources.has(each.slice(0, -'.csv'.length)))) {
    const reason = 'is not in measurements/sources.yaml';
    reader.problems.push({ file: `${FOLDER}/${name}`, field: 'source_id', reason });
  }
  for (const id of sources.keys()) {
    if (names.includes(`${id}.csv`)) continue;
    reader.problems.push({ file: `${FOLDER}/sources.yaml`, field: id, reason: 'has no CSV file' });
  }
  const read = names.sort().flatMap((name) => readFile(reader, name, catalogue));
  if (reader.problems.length > 0) throw new CatalogueError(reader.problems);
  const rows = markOutliers(read, catalogue);
  return { rows, sources, unresolved: countUnresolved(rows) };
}
