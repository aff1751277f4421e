/** Filters, order and pages of the table of measured runs, and the address that holds them. */
import { PAGE_SIZE } from './run-choice.ts';
import {
  deviationOf,
  leftOut,
  RUN_QUANTITIES,
  type RunRecord,
  type RunSet,
} from './run-records.ts';
import { wordSettings, wordTest } from './run-words.ts';

/** What a reader chose; empty means everything. */
export interface RunQuery {
  device: string;
  model: string;
  quant: string;
  runtime: string;
  test: string;
  /** `without`: no run that is skipped or marked; `only`: those alone. */
  marked: string;
  find: string;
  /** A column of `RUN_SORTS`, with a hyphen before it for the largest first. */
  sort: string;
  page: number;
}

export const EMPTY_QUERY: Readonly<RunQuery> = {
  device: '',
  model: '',
  quant: '',
  runtime: '',
  test: '',
  marked: '',
  find: '',
  sort: '',
  page: 1,
};

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

/** A thing's id; where the catalogue lacks it, its name as an address can hold it. */
export const FACETS = {
  device: (run: RunRecord) => run.deviceId ?? slug(run.device),
  model: (run: RunRecord) => run.modelId ?? slug(run.model),
  quant: (run: RunRecord) => run.formatId ?? (run.format ? slug(run.format) : 'not-stated'),
  runtime: (run: RunRecord) => run.runtimeId ?? slug(run.engine),
  test: (run: RunRecord) => run.test,
} as const;
export type Facet = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as Facet[];

const MARKED = ['without', 'only'];

/** How far an estimate is off, either way. */
const offBy = (run: RunRecord, quantity: 'pp' | 'tg'): number | undefined => {
  const deviation = deviationOf(run, quantity);
  return deviation === undefined ? undefined : Math.abs(Math.log(1 + deviation));
};

type Key = string | number | undefined;

/** What the table can be ordered by. */
export const RUN_SORTS: Readonly<Record<string, (run: RunRecord) => Key>> = {
  device: (run) => run.device,
  model: (run) => run.model,
  software: (run) => run.engine,
  test: wordTest,
  pp: (run) => run.ppTokensPerSecond,
  ppoff: (run) => offBy(run, 'pp'),
  tg: (run) => run.tgTokensPerSecond,
  tgoff: (run) => offBy(run, 'tg'),
  date: (run) => run.date,
};

/** Columns of words are looked up from A, numbers and dates from the top. */
export const isWordSort = (name: string): boolean =>
  ['device', 'model', 'software', 'test'].includes(name);

/** Reads an address; what it says wrongly is named and the rest applies. */
export function parseRunQuery(
  search: string,
  set: RunSet,
): { query: RunQuery; problems: string[] } {
  const query: RunQuery = { ...EMPTY_QUERY };
  const problems: string[] = [];
  for (const [key, raw] of new URLSearchParams(search)) {
    const value = raw.trim();
    if (!Object.hasOwn(EMPTY_QUERY, key)) problems.push(`${clip(key)}: no such filter`);
    else if (value === '') continue;
    else if (key === 'page') {
      if (/^[1-9]\d{0,3}$/.test(value)) query.page = Number(value);
      else problems.push(`page must be a whole number from 1, got ${clip(value)}`);
    } else if (isAllowed(key as keyof RunQuery, value, set)) {
      query[key as Exclude<keyof RunQuery, 'page'>] = value;
    } else problems.push(`${refusal(key)}, got ${clip(value)}`);
  }
  return { query, problems };
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function refusal(key: string): string {
  if (key === 'sort') return `sort must be one of ${Object.keys(RUN_SORTS).join(', ')}`;
  if (key === 'marked') return `marked must be ${MARKED.join(' or ')}`;
  if (key === 'find') return 'find must be at most 100 letters';
  return `${key} must be one that a measured run has`;
}

function isAllowed(key: keyof RunQuery, value: string, set: RunSet): boolean {
  if (key === 'find') return value.length <= 100;
  if (key === 'marked') return MARKED.includes(value);
  if (key === 'sort') return Object.hasOwn(RUN_SORTS, value.replace(/^-/, ''));
  const facet = FACETS[key as Facet];
  return set.runs.some((run) => facet(run) === value);
}

/** The address of a choice: only what was chosen, in one order; empty for everything. */
export function formatRunQuery(query: RunQuery): string {
  const parts = (Object.keys(EMPTY_QUERY) as (keyof RunQuery)[])
    .filter((key) => query[key] !== EMPTY_QUERY[key])
    .map((key) => `${key}=${encodeURIComponent(String(query[key]))}`);
  return parts.join('&');
}

const texts = new WeakMap<RunRecord, string>();

/** What typed words are looked for in; made once a run. */
function textOf(run: RunRecord): string {
  const known = texts.get(run);
  if (known !== undefined) return known;
  const { device, model, runAs, format, engine, engineVersion, source, date, skip } = run;
  const parts = [device, model, runAs, format, engine, engineVersion, source, date, skip];
  const text = [...parts, run.deviceId, run.modelId, wordTest(run), wordSettings(run)]
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase();
  texts.set(run, text);
  return text;
}

const isMarked = (run: RunRecord): boolean =>
  RUN_QUANTITIES.some((quantity) => leftOut(run, quantity) !== undefined);

/** The runs that fit, in the order asked for; those without the value stand last. */
export function selectRuns(set: RunSet, query: RunQuery): readonly RunRecord[] {
  const facets = FACET_NAMES.filter((name) => query[name] !== '');
  const words = query.find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = set.runs.filter(
    (run) =>
      facets.every((name) => FACETS[name](run) === query[name]) &&
      (query.marked === '' || isMarked(run) === (query.marked === 'only')) &&
      (words.length === 0 || words.every((word) => textOf(run).includes(word))),
  );
  return query.sort === '' ? found : sorted(found, query.sort);
}

const collator = new Intl.Collator('en', { numeric: true });

function sorted(runs: RunRecord[], sort: string): RunRecord[] {
  const key = RUN_SORTS[sort.replace(/^-/, '')] as (run: RunRecord) => Key;
  const sign = sort.startsWith('-') ? -1 : 1;
  const keyed = runs.map((run) => ({ run, key: key(run) }));
  const known = keyed.filter((one) => one.key !== undefined);
  const compare = (a: Key, b: Key): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  known.sort((a, b) => sign * compare(a.key, b.key));
  return [...known, ...keyed.filter((one) => one.key === undefined)].map(({ run }) => run);
}

export interface RunPage {
  runs: readonly RunRecord[];
  page: number;
  pages: number;
  found: number;
}

/** One page of the runs that fit; a page past the end is the last. */
export function pageOfRuns(found: readonly RunRecord[], page: number): RunPage {
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, page), pages);
  const start = (at - 1) * PAGE_SIZE;
  return { runs: found.slice(start, start + PAGE_SIZE), page: at, pages, found: found.length };
}
