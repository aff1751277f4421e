/** Reads `content/data/original-tables.yaml` and refuses what does not fit. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type OriginalTable, OriginalTablesSchema } from '../schema/original-table.ts';

const FILE = 'content/data/original-tables.yaml';

/** The tables by id; a row with too many or too few cells, or an id twice, throws with its place. */
export function readOriginalTables(text: string, file = FILE): Map<string, OriginalTable> {
  const result = OriginalTablesSchema.safeParse(parse(text));
  if (!result.success) {
    throw new Error(
      result.error.issues.map((i) => `${file}: ${i.path.join('.')}: ${i.message}`).join('\n'),
    );
  }
  const tables = new Map<string, OriginalTable>();
  for (const table of result.data) {
    if (tables.has(table.id)) throw new Error(`${file}: ${table.id}: is there twice`);
    table.rows.forEach(({ cells }, row) => {
      if (cells.length === table.columns.length) return;
      throw new Error(
        `${file}: ${table.id}.rows.${row}.cells: ${cells.length} cells for ${table.columns.length} columns`,
      );
    });
    tables.set(table.id, table);
  }
  return tables;
}

let cache: Map<string, OriginalTable> | undefined;

/** The original documents' tables, read once. */
export function loadOriginalTables(): Map<string, OriginalTable> {
  cache ??= readOriginalTables(readFileSync(FILE, 'utf8'));
  return cache;
}
