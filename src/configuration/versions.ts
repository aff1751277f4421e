import type { Configuration } from './types.ts';

/** One `key=value` of a link, decoded. */
export type Entry = readonly [key: string, value: string];

/**
 * One version of the link format. A published version never changes: links carry `v`, and what they
 * leave out means what that version's defaults say, for ever.
 */
export interface FormatVersion {
  version: number;
  /** What a key means where a link of this version leaves it out. */
  defaults: Configuration;
  /** Rewrites the entries of a link of the version before, where keys or values changed their meaning. */
  upgrade?: (entries: Entry[]) => Entry[];
}

export const VERSIONS: readonly [FormatVersion, ...FormatVersion[]] = [
  {
    version: 1,
    defaults: {
      hw: 'desktop-r9-rtx-5090',
      model: 'qwen2.5-14b',
      quant: 'q4_k_m',
      kv: 'f16',
      fa: 'on',
      ngl: 'auto',
      ubatch: 512,
      prompt: 4096,
      gen: 256,
      depth: 0,
      users: 1,
    },
  },
];

export const currentVersion = (versions: readonly FormatVersion[]): FormatVersion =>
  versions.at(-1) as FormatVersion;

/**
 * Brings a link's entries from the version they were written in to the current one: what the link
 * left out and a later version's defaults changed is written out, then each version's own rewrite
 * runs.
 */
export function migrate(
  entries: Entry[],
  from: number,
  versions: readonly FormatVersion[],
): Entry[] {
  let older = versions.find((one) => one.version === from);
  let result = entries;
  for (const newer of versions) {
    if (!older || newer.version <= from) continue;
    result = pinDefaults(result, older.defaults, newer.defaults);
    result = newer.upgrade?.(result) ?? result;
    older = newer;
  }
  return result;
}

function pinDefaults(entries: Entry[], older: Configuration, newer: Configuration): Entry[] {
  const after: Partial<Record<string, string | number>> = { ...newer };
  const pinned = Object.entries(older)
    .filter(([key, value]) => after[key] !== value && !entries.some(([have]) => have === key))
    .map(([key, value]): Entry => [key, String(value)]);
  return [...entries, ...pinned];
}
