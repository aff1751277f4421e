/**
 * Two to four configurations in one link: `?a.hw=rtx-3090&b.hw=rtx-4090&model=qwen3-8b&v=1`. A key
 * with a letter before it belongs to one configuration, a key without to all of them, and `pin`
 * names the one the others are compared with.
 */
import { DEFAULT_CONFIGURATION, parse } from './codec.ts';
import { FIELDS } from './fields.ts';
import { LETTERS, type Letter } from './letters.ts';
import type { Configuration, ParsedConfiguration } from './types.ts';
import { currentVersion, VERSIONS } from './versions.ts';

export interface Several {
  /** None where the link names none, at most four. */
  configurations: Configuration[];
  /** Place of the one the others are compared with. */
  pinned: number;
}

export interface ParsedSeveral extends Several {
  /** What could not be understood; the rest applies. */
  problems: ParsedConfiguration['problems'];
}

const OWN_KEY = /^([a-z])\.(.*)$/;

interface Sorted {
  shared: Map<string, string>;
  own: Map<Letter, Map<string, string>>;
  pin?: string;
}

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * Reads a link of several configurations. Never throws: what cannot be understood is named with its
 * bound, and the rest applies.
 */
export function parseSeveral(query: string): ParsedSeveral {
  const problems: ParsedConfiguration['problems'] = [];
  const { shared, own, pin } = sortEntries(query, problems);
  const version = [...shared].filter(([key]) => key === 'v');
  problems.push(...parse(textOf(shared)).problems);
  for (const [letter, entries] of own) {
    const found = parse(textOf(new Map([...entries, ...version]))).problems;
    for (const { field, message } of found)
      if (field !== 'v')
        problems.push({ field: `${letter}.${field}`, message: `${letter}.${message}` });
  }
  const letters = LETTERS.filter((letter) => own.has(letter));
  const all = letters.map((letter) => new Map([...shared, ...(own.get(letter) ?? [])]));
  // Keys without letters alone are one configuration.
  if (all.length === 0 && [...shared.keys()].some((key) => key !== 'v')) all.push(shared);
  const configurations = all.map((entries) => parse(textOf(entries)).configuration);
  return { configurations, pinned: readPin(pin, letters, problems), problems };
}

function sortEntries(query: string, problems: ParsedConfiguration['problems']): Sorted {
  const sorted: Sorted = { shared: new Map(), own: new Map() };
  const start = query.indexOf('?') + 1;
  for (const [rawKey, rawValue] of new URLSearchParams(query.slice(start).replace(/#.*$/s, ''))) {
    const key = rawKey.trim().toLowerCase();
    const value = rawValue.trim();
    if (key === 'pin') {
      sorted.pin = value.toLowerCase();
      continue;
    }
    const [, first, name = key] = OWN_KEY.exec(key) ?? [];
    const letter = LETTERS.find((one) => one === first);
    if (first && !letter) {
      const message = `${clip(key)} begins with “${first}.”, and the configurations are a, b, c and d`;
      problems.push({ field: clip(key), message });
      continue;
    }
    const entries = letter ? entriesOf(sorted.own, letter) : sorted.shared;
    if (entries.has(name)) {
      const message = `${clip(key)} is given twice, the last one (${clip(value)}) applies`;
      problems.push({ field: clip(key), message });
    }
    entries.set(name, value);
  }
  return sorted;
}

function entriesOf(own: Sorted['own'], letter: Letter): Map<string, string> {
  const entries = own.get(letter) ?? new Map<string, string>();
  own.set(letter, entries);
  return entries;
}

const textOf = (entries: Map<string, string>): string =>
  new URLSearchParams([...entries]).toString();

function readPin(
  pin: string | undefined,
  letters: Letter[],
  problems: ParsedConfiguration['problems'],
): number {
  if (pin === undefined) return 0;
  const at = letters.indexOf(pin as Letter);
  if (at >= 0) return at;
  const bound = letters.length > 0 ? letters.join(', ') : 'a letter of a configuration';
  problems.push({ field: 'pin', message: `pin must be ${bound}, got ${clip(pin) || 'nothing'}` });
  return 0;
}

/** Written whatever the defaults say, so that a link keeps its meaning. */
const ALWAYS_WRITTEN = ['hw', 'model', 'quant'];

/**
 * The canonical query, without `?`: what is the same everywhere is written once and without a letter,
 * but for the machine, which each configuration names.
 *
 * @throws RangeError for more than four.
 */
export function formatSeveral({ configurations, pinned }: Several): string {
  if (configurations.length > LETTERS.length)
    throw new RangeError(`a link holds four configurations, got ${configurations.length}`);
  const usual: Partial<Record<string, unknown>> = { ...DEFAULT_CONFIGURATION };
  const all = configurations.map((one): Partial<Record<string, unknown>> => ({ ...one }));
  const writes = (key: string, value: unknown) =>
    value !== undefined && (ALWAYS_WRITTEN.includes(key) || value !== usual[key]);
  const isShared = (key: string) =>
    key !== 'hw' && all.length > 1 && all.every((one) => one[key] === all[0]?.[key]);
  const own = all.flatMap((one, at) =>
    FIELDS.filter(({ key }) => !isShared(key) && writes(key, one[key])).map(
      ({ key }) => `${LETTERS[at]}.${key}=${one[key]}`,
    ),
  );
  const shared = FIELDS.filter(({ key }) => isShared(key) && writes(key, all[0]?.[key])).map(
    ({ key }) => `${key}=${all[0]?.[key]}`,
  );
  const pin = pinned > 0 ? [`pin=${LETTERS[pinned]}`] : [];
  return [...own, ...shared, ...pin, `v=${currentVersion(VERSIONS).version}`].join('&');
}

/** The address of a comparison, below the site's base. */
export const comparePath = (configurations: Configuration[], pinned = 0): string =>
  `/compare/?${formatSeveral({ configurations, pinned })}`;
