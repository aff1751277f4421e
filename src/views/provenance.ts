/** Where the figures behind a configuration come from, by row, compact enough to be fetched. */
import type { Catalogue } from '../catalogue/types.ts';
import { isKnown } from '../schema/quantity.ts';
import { SourceList } from './specs.ts';

export interface Provenance {
  /** Every source once: what it is called, and its address where it has one. */
  sources: (readonly [label: string, url?: string])[];
  /** `devices/rtx-5090` or `devices/rtx-5090/bandwidth` → places in `sources`. */
  rows: Record<string, number[]>;
}

const KINDS = ['devices', 'systems', 'models', 'quantizations', 'kvTypes', 'runtimes'] as const;

const sourcesOf = (value: unknown): readonly string[] | undefined => {
  if (typeof value !== 'object' || value === null || !('sources' in value)) return undefined;
  const { sources } = value;
  return Array.isArray(sources) ? sources : undefined;
};

/** Sources of every row, and of single figures where they differ from their row's. */
export function provenanceOf(catalogue: Catalogue): Provenance {
  const list = new SourceList(catalogue);
  const rows: Record<string, number[]> = {};
  const cite = (key: string, sources: readonly string[] | undefined) => {
    // Numbers of the list count from one.
    if (sources?.length) rows[key] = list.cite(sources).map((number) => number - 1);
  };
  for (const kind of KINDS) {
    for (const [id, row] of catalogue[kind]) {
      cite(`${kind}/${id}`, row.sources);
      for (const [field, value] of Object.entries(row))
        if (field !== 'sources' && isFact(value)) cite(`${kind}/${id}/${field}`, sourcesOf(value));
    }
  }
  return { sources: list.refs.map(({ label, url }) => (url ? [label, url] : [label])), rows };
}

const isFact = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'text' in value && isKnown(value as never);

/** The part that belongs to these rows: what a page carries for its default. */
export function provenanceFor({ sources, rows }: Provenance, keys: string[]): Provenance {
  const kept: Provenance = { sources: [], rows: {} };
  const places = new Map<number, number>();
  const move = (at: number): number => {
    const known = places.get(at);
    if (known !== undefined) return known;
    kept.sources.push(sources[at] as Provenance['sources'][number]);
    places.set(at, kept.sources.length - 1);
    return kept.sources.length - 1;
  };
  for (const [key, cited] of Object.entries(rows))
    if (keys.some((own) => key === own || key.startsWith(`${own}/`)))
      kept.rows[key] = cited.map(move);
  return kept;
}
