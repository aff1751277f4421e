/** What articles are built from: the catalogue's rows, measured runs and estimates, read once a build. */
import { loadCatalogue } from '../catalogue/index.ts';
import { loadMeasurements, type Measurements } from '../catalogue/measurements.ts';
import { buildTables } from '../catalogue/tables.ts';
import { parse, permalink, resolve } from '../configuration/index.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { estimate } from '../estimation/index.ts';
import type { DeviceRow, Estimate, EstimationInput } from '../estimation/types.ts';

let tables: Tables | undefined;
let measurements: Measurements | undefined;

export function guideTables(): Tables {
  tables ??= buildTables(loadCatalogue());
  return tables;
}

export function guideMeasurements(): Measurements {
  measurements ??= loadMeasurements(loadCatalogue());
  return measurements;
}

export interface GuideEstimate {
  configuration: Configuration;
  input: EstimationInput;
  estimate: Estimate;
  /** The configuration's own page, below the site's base. */
  href: string;
  /** `RTX 4090, Llama 3.1 8B, Q4_K_M`. */
  name: string;
}

const known = new Map<string, GuideEstimate>();

/**
 * The estimate an author asks for by a link's query. What a reader would be told politely stops the
 * build here: an unknown key, a value out of bounds, an id that does not exist.
 */
export function estimateOf(query: string): GuideEstimate {
  const before = known.get(query);
  if (before) return before;
  const { configuration, problems } = parse(query);
  if (problems.length > 0) {
    throw new Error(`query “${query}”: ${problems.map(({ message }) => message).join('; ')}`);
  }
  const input = resolve(configuration, guideTables());
  const result = {
    configuration,
    input,
    estimate: estimate(input),
    href: permalink(configuration),
    name: [machineName(configuration.hw), input.model.name, input.quantization.name].join(', '),
  };
  known.set(query, result);
  return result;
}

const machineName = (hw: string): string =>
  guideTables().systems[hw]?.name ?? guideTables().devices[hw]?.name ?? hw;

/** A row by id, or an error that says which kind of id it should have been. */
function row<Row>(
  rows: Record<string, Row>,
  id: string | undefined,
  prop: string,
  what: string,
): Row {
  if (id === undefined) throw new Error(`${prop} is missing: the id of a ${what}`);
  const found = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (found === undefined) {
    const close = Object.keys(rows).filter((each) => each.startsWith(id.slice(0, 4)));
    throw new Error(
      `${prop}="${id}": there is no such ${what}; near it are ${close.join(', ') || 'none'}`,
    );
  }
  return found;
}

export const modelById = (id: string | undefined) =>
  row(guideTables().models, id, 'model', 'model');

export const quantizationById = (id: string | undefined) =>
  row(guideTables().quantizations, id, 'quant', 'quantization');

export const kvTypeById = (id: string | undefined) =>
  row(guideTables().kvTypes, id ?? 'f16', 'kv', 'KV cache type');

export const deviceById = (id: string | undefined): DeviceRow =>
  row(guideTables().devices, id, 'hw', 'device');
