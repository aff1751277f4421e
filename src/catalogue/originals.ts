/** Reads `content/data/originals/`: documents, tables and quotations, checked together. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DocumentSchema,
  type OriginalDocument,
  type OriginalTable,
  OriginalTableSchema,
  type Quotation,
  QuotationSchema,
} from '../schema/original.ts';
import { CatalogueError } from './problems.ts';
import { type Reader, readFolder, readList } from './read.ts';

export interface Originals {
  documents: ReadonlyMap<string, OriginalDocument>;
  tables: ReadonlyMap<string, OriginalTable>;
  quotations: ReadonlyMap<string, Quotation>;
}

function defaultRoot(): string {
  const here = join(process.cwd(), 'content', 'data', 'originals');
  return existsSync(here)
    ? here
    : fileURLToPath(new URL('../../content/data/originals', import.meta.url));
}

function checkDocuments({ documents, tables, quotations }: Originals, reader: Reader): void {
  const check = (file: string, field: string, document: string) => {
    if (documents.has(document)) return;
    reader.problems.push({ file, field, reason: `no document "${document}" in documents.yaml` });
  };
  for (const { id, document } of tables.values()) check(`tables/${id}.yaml`, 'document', document);
  for (const { id, document } of quotations.values()) {
    check('quotations.yaml', `${id}.document`, document);
  }
}

function read(root: string): Originals {
  const reader: Reader = { root, problems: [], refused: new Set() };
  const originals: Originals = {
    documents: readList(reader, 'documents.yaml', DocumentSchema),
    tables: readFolder(reader, 'tables', OriginalTableSchema),
    quotations: readList(reader, 'quotations.yaml', QuotationSchema),
  };
  checkDocuments(originals, reader);
  if (reader.problems.length > 0) throw new CatalogueError(reader.problems);
  return originals;
}

let loaded: Originals | undefined;

/**
 * Tables and quotations of the original documents; without a root the project's own, read once.
 *
 * @throws CatalogueError with a line `file: field: reason` for each problem.
 */
export function loadOriginals(root?: string): Originals {
  if (root !== undefined) return read(root);
  loaded ??= read(defaultRoot());
  return loaded;
}
