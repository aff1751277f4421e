/** The catalogue's rows as one static file, named by what it holds: fetched once, cached for good. */
import { createHash } from 'node:crypto';
import { sharedData } from '../../views/shared.ts';

export interface CatalogueFile {
  /** `catalogue-3f9a0c2b1d`, without the ending. */
  name: string;
  body: string;
}

let file: CatalogueFile | undefined;

export function catalogueFile(): CatalogueFile {
  file ??= make();
  return file;
}

function make(): CatalogueFile {
  const body = JSON.stringify(sharedData().estimator.tables);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { name: `catalogue-${hash}`, body };
}

/** Below the site's base. */
export const cataloguePath = (): string => `/data/${catalogueFile().name}.json`;
