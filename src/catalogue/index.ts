/**
 * The only reader of content/data. `loadCatalogue()` gives everything, checked, or throws one
 * `CatalogueError` that names every problem by file, field and reason.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeviceSchema } from '../schema/device.ts';
import { ModelSchema } from '../schema/model.ts';
import {
  KvTypeSchema,
  QuantizationSchema,
  RuntimeSchema,
  SourceSchema,
  UseCaseSchema,
  WorkflowClassSchema,
} from '../schema/short.ts';
import { LeftOutSchema, type System, SystemSchema } from '../schema/system.ts';
import { type CsvRows, csvTables } from '../schema/tables.ts';
import { crossCheck } from './checks.ts';
import { CatalogueError } from './problems.ts';
import { type Reader, readFolder, readList, readTable } from './read.ts';
import type { Catalogue } from './types.ts';

export { CatalogueError, type DataProblem } from './problems.ts';
export type { Catalogue } from './types.ts';

/** content/data of the project the program runs in, else the one beside this file. */
function defaultRoot(): string {
  const here = join(process.cwd(), 'content', 'data');
  return existsSync(here) ? here : fileURLToPath(new URL('../../content/data', import.meta.url));
}

function readTables(reader: Reader): CsvRows {
  const entries = Object.entries(csvTables).map(([name, schema]) => [
    name,
    readTable(reader, `${name}.csv`, schema),
  ]);
  return Object.fromEntries(entries) as CsvRows;
}

/** The guide's nine configurations first, in its order; then the others by id. */
function guideFirst(systems: Map<string, System>): Map<string, System> {
  const place = ({ original }: System): string => original?.configuration ?? 'D';
  return new Map(
    [...systems].sort(([, a], [, b]) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0)),
  );
}

function read(root: string): Catalogue {
  const reader: Reader = { root, problems: [], refused: new Set() };
  const catalogue: Catalogue = {
    devices: readFolder(reader, 'devices', DeviceSchema),
    systems: guideFirst(readFolder(reader, 'systems', SystemSchema)),
    leftOutSystems: [...readList(reader, 'systems-left-out.yaml', LeftOutSchema.element).values()],
    models: readFolder(reader, 'models', ModelSchema),
    quantizations: readList(reader, 'quantizations.yaml', QuantizationSchema),
    kvTypes: readList(reader, 'kv-types.yaml', KvTypeSchema),
    runtimes: readList(reader, 'runtimes.yaml', RuntimeSchema),
    useCases: readList(reader, 'use-cases.yaml', UseCaseSchema),
    workflowClasses: readList(reader, 'workflow-classes.yaml', WorkflowClassSchema),
    sources: readList(reader, 'sources.yaml', SourceSchema),
    tables: readTables(reader),
  };
  const problems = [...reader.problems, ...crossCheck(catalogue, reader.refused)];
  if (problems.length > 0) throw new CatalogueError(problems);
  return catalogue;
}

let loaded: Catalogue | undefined;

/**
 * Reads and checks content/data. Without a root the project's own data, read once a process.
 *
 * @throws CatalogueError with a line `file: field: reason` for each problem.
 */
export function loadCatalogue(root?: string): Catalogue {
  if (root !== undefined) return read(root);
  loaded ??= read(defaultRoot());
  return loaded;
}
