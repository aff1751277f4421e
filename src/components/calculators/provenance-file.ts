/** Sources of every row as one static file, named by what it holds. */
import { createHash } from 'node:crypto';
import { type Provenance, provenanceOf } from '../../views/provenance.ts';
import { sharedData } from '../../views/shared.ts';

let provenance: Provenance | undefined;

export function siteProvenance(): Provenance {
  provenance ??= provenanceOf(sharedData().catalogue);
  return provenance;
}

export const provenanceBody = (): string => JSON.stringify(siteProvenance());

export const provenanceName = (): string =>
  `sources-${createHash('sha256').update(provenanceBody()).digest('hex').slice(0, 10)}`;
