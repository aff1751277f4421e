/** The bibliography as a page shows it. */
import type { Catalogue } from '../catalogue/index.ts';
import type { Source } from '../schema/short.ts';

export interface SourceEntry {
  id: string;
  title: string;
  url?: string | undefined;
  licence?: string | undefined;
  usedFor: string;
}

const entryOf = (source: Source): SourceEntry => ({
  id: source.id,
  title: source.title,
  url: source.url,
  licence: source.licence,
  usedFor: source.used_for,
});

type Sources = Pick<Catalogue, 'sources'>;

/** All sources, by title. */
export const sourceEntries = ({ sources }: Sources): SourceEntry[] =>
  [...sources.values()].map(entryOf).sort((a, b) => a.title.localeCompare(b.title, 'en'));

/** @throws RangeError naming the id when the bibliography lacks it. */
export function sourceEntry({ sources }: Sources, id: string): SourceEntry {
  const source = sources.get(id);
  if (!source) throw new RangeError(`content/data/sources.yaml has no source “${id}”`);
  return entryOf(source);
}
