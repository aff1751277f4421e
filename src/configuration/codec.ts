import { FIELDS, readValue } from './fields.ts';
import type { Configuration, ParsedConfiguration, SeenResult } from './types.ts';
import { currentVersion, type Entry, type FormatVersion, migrate, VERSIONS } from './versions.ts';

type Problem = ParsedConfiguration['problems'][number];
type Values = Record<string, string | number>;

/** Keys that every link writes, so that it keeps its meaning if a page's default changes. */
const ALWAYS_WRITTEN = ['hw', 'model', 'quant'];

export const DEFAULT_CONFIGURATION: Readonly<Configuration> = currentVersion(VERSIONS).defaults;

/**
 * Reads a link's query (`hw=…&model=…`, with or without `?` or the address before it).
 *
 * Never throws: what cannot be understood is named in `problems` with its bound, the rest applies,
 * and what is left out means what the defaults of the link's version say. Ids are checked for their
 * form only; whether a device or a model of that name exists is `resolve`'s to say.
 */
export function parse(
  query: string,
  versions: readonly FormatVersion[] = VERSIONS,
): ParsedConfiguration {
  const problems: Problem[] = [];
  const written = readEntries(query, problems);
  const version = readVersion(written, versions, problems);
  const entries = migrate(written, version, versions);
  const values: Values = { ...currentVersion(versions).defaults };
  let seen: SeenResult | undefined;
  for (const [key, text] of entries) {
    if (key === 'v') continue;
    if (key === 'seen') {
      seen = readSeen(text);
      if (!seen)
        problems.push({
          field: key,
          message: `seen must be like pp812_ttft5.04_tg61.3, got ${clip(text)}`,
        });
      continue;
    }
    readField(key, text, values, problems);
  }
  // Every key of `values` went through its field's reader, and the defaults fill the required ones.
  const configuration = values as unknown as Configuration;
  return { configuration, problems, version, ...(seen && { seen }) };
}

/**
 * Writes a configuration as the canonical query, without `?`: keys in one order, hardware, model and
 * quantization always, of the rest only what differs from the defaults of the current version.
 */
export function format(
  configuration: Configuration,
  seen?: SeenResult,
  versions: readonly FormatVersion[] = VERSIONS,
): string {
  const { version, defaults } = currentVersion(versions);
  const values = configuration as unknown as Partial<Values>;
  const usual = defaults as unknown as Partial<Values>;
  const parts: string[] = [];
  for (const { key } of FIELDS) {
    const value = values[key];
    if (value === undefined) continue;
    if (ALWAYS_WRITTEN.includes(key) || value !== usual[key]) parts.push(`${key}=${value}`);
  }
  const result = seen && formatSeen(seen);
  if (result) parts.push(`seen=${result}`);
  return [...parts, `v=${version}`].join('&');
}

/** The address of a configuration's own page, below the site's base. */
export const permalink = (configuration: Configuration, seen?: SeenResult): string =>
  `/configure/?${format(configuration, seen)}`;

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function readEntries(query: string, problems: Problem[]): Entry[] {
  const start = query.indexOf('?') + 1;
  const found = new Map<string, string>();
  for (const [rawKey, rawValue] of new URLSearchParams(query.slice(start).replace(/#.*$/s, ''))) {
    const key = rawKey.trim().toLowerCase();
    const value = rawValue.trim();
    if (found.has(key))
      problems.push({
        field: clip(key),
        message: `${clip(key)} is given twice, the last one (${clip(value)}) applies`,
      });
    found.set(key, value);
  }
  return [...found];
}

function readVersion(
  entries: Entry[],
  versions: readonly FormatVersion[],
  problems: Problem[],
): number {
  const current = currentVersion(versions).version;
  const text = entries.find(([key]) => key === 'v')?.[1];
  if (text === undefined) return current;
  const known = versions.find((one) => String(one.version) === text);
  if (known) return known.version;
  problems.push({
    field: 'v',
    message: `v must be ${versions.map((one) => one.version).join(' or ')}, got ${clip(text)}`,
  });
  return current;
}

function readField(key: string, text: string, values: Values, problems: Problem[]): void {
  const field = FIELDS.find((one) => one.key === key);
  if (!field) {
    const known = FIELDS.map((one) => one.key).join(', ');
    problems.push({
      field: clip(key),
      message: `${clip(key)} is not a key of a configuration; the keys are ${known}`,
    });
    return;
  }
  const read = readValue(field, text);
  if ('value' in read) values[key] = read.value;
  else problems.push({ field: key, message: read.message });
}

const SEEN_PART = /^(pp|ttft|tg)(\d{1,12}(?:\.\d{1,12})?)$/;

function readSeen(text: string): SeenResult | undefined {
  const seen: SeenResult = {};
  for (const part of text.toLowerCase().split('_')) {
    const match = SEEN_PART.exec(part);
    if (!match) return undefined;
    seen[match[1] as keyof SeenResult] = Number(match[2]);
  }
  return seen;
}

function formatSeen(seen: SeenResult): string {
  const order = ['pp', 'ttft', 'tg'] as const;
  return order
    .map((key) => key + Number((seen[key] ?? Number.NaN).toPrecision(4)))
    .filter((part) => SEEN_PART.test(part))
    .join('_');
}
