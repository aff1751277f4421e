/** Reads `content/data/glossary.yaml`; no name may stand for two terms. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Term, TermSchema } from '../schema/glossary.ts';
import { CatalogueError } from './problems.ts';
import { type Reader, readList } from './read.ts';

const FILE = 'glossary.yaml';

function defaultRoot(): string {
  const here = join(process.cwd(), 'content', 'data');
  return existsSync(here) ? here : fileURLToPath(new URL('../../content/data', import.meta.url));
}

function checkNames(terms: ReadonlyMap<string, Term>, reader: Reader): void {
  const owners = new Map<string, string>();
  for (const { id, term, also = [] } of terms.values()) {
    for (const name of new Set([term, ...also].map((each) => each.toLowerCase()))) {
      const owner = owners.get(name);
      const reason = `"${name}" is already a name of ${owner}`;
      if (owner) reader.problems.push({ file: FILE, field: id, reason });
      owners.set(name, id);
    }
  }
}

function read(root: string): ReadonlyMap<string, Term> {
  const reader: Reader = { root, problems: [], refused: new Set() };
  const terms = readList(reader, FILE, TermSchema);
  checkNames(terms, reader);
  if (reader.problems.length > 0) throw new CatalogueError(reader.problems);
  return terms;
}

let loaded: ReadonlyMap<string, Term> | undefined;

/** @throws CatalogueError with a line `file: field: reason` for each problem. */
export function loadGlossary(root?: string): ReadonlyMap<string, Term> {
  if (root !== undefined) return read(root);
  loaded ??= read(defaultRoot());
  return loaded;
}
