/**
 * The one configuration of a page. Every calculator shows it, any of them changes it, and the address
 * always names it. The estimator is fetched on the first touch, or at once when the address carries a
 * configuration; until it and the rows it needs are here, no number is shown in the place of another.
 */
import { atom } from 'nanostores';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import type { CalculatorKind, CalculatorView } from '../views/calculator.ts';
import { announce } from './announce.ts';
import type { IslandProps, PageState } from './types.ts';

type Engine = typeof import('./engine.ts');
type Key = keyof Configuration;
export type Patch = { [Name in Key]?: Configuration[Name] | undefined };

/** Empty until the first island wakes. */
export const $state = atom<PageState | undefined>(undefined);

let page: IslandProps | undefined;
let tables: Tables | undefined;
let engine: Engine | undefined;
let whole: Promise<Tables> | undefined;
let spoken: string | undefined;

/** Called by every island in its layout effect. */
export function start(props: IslandProps): void {
  tables ??= props.rows;
  if (page) return;
  page = props;
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('pagehide', writeAddress);
}

/** The calculator the reader touched last: it alone says its results aloud. */
export const speaks = (calculator: string): boolean => calculator === spoken;

/** Fetches the estimator; called with its name when a reader comes near a calculator's control. */
export async function wake(calculator?: string): Promise<Engine> {
  spoken = calculator ?? spoken;
  engine ??= await import('./engine.ts');
  return engine;
}

/** Applies a change of some fields; `undefined` takes a reader's own value back. */
export function change(patch: Patch): void {
  const state = $state.get();
  // A link that is still being read comes first.
  if (!state || state.unread) return;
  const next: Record<string, unknown> = { ...state.configuration, ...patch };
  for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key];
  // Islands still asleep show the page's default: from here on they are hidden until they wake.
  document.documentElement.dataset.permalink ??= '';
  show(next as unknown as Configuration, { problems: [] });
  writeSoon();
}

/** Applies what was typed into a number field, or reports what it must be. */
export async function enter(field: Key, text: string, report: (message?: string) => void) {
  const { FIELDS, readValue } = engine ?? (await wake());
  const bound = FIELDS.find((one) => one.key === field);
  const read = bound && readValue(bound, text);
  if (!read) return;
  if ('message' in read) return report(read.message);
  report();
  change({ [field]: read.value });
}

/** Every row there is; fetched once, when a picker opens or a link names a row the page lacks. */
export function loadCatalogue(url = page?.catalogueUrl): Promise<Tables> {
  whole ??= fetchTables(url ?? '').catch((error) => {
    whole = undefined;
    throw error;
  });
  return whole;
}

async function fetchTables(url: string): Promise<Tables> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
  tables = (await answer.json()) as Tables;
  return tables;
}

/** The query whose configuration is shown, as far as the address has been read or written. */
let known: string | undefined;

function readAddress(): void {
  const { configuration } = page as IslandProps;
  const { search } = location;
  if (search === known) return;
  const first = known === undefined;
  known = search;
  if (search.length < 2) {
    if (first) $state.set({ configuration, atRest: true, problems: [] });
    else show(configuration, { problems: [] });
    return;
  }
  $state.set({ configuration, unread: true, problems: [] });
  wake().then(({ parse }) => {
    const { configuration, problems, seen } = parse(search);
    show(configuration, { unread: true, problems: problems.map((one) => one.message), seen });
  }, failed);
}

/** What came with a link. */
type About = Pick<PageState, 'problems' | 'seen' | 'unread'>;

/** Shows a configuration's own numbers, or none until estimator and rows are here. */
function show(configuration: Configuration, about: About): void {
  if (engine && tables && engine.missingIds(configuration, tables).length === 0) {
    settle(engine, tables, configuration, about);
    return;
  }
  $state.set({ ...about, configuration });
  fetchFor(configuration, about).catch(failed);
}

async function fetchFor(configuration: Configuration, about: About): Promise<void> {
  const ready = await wake();
  const lacking = !tables || ready.missingIds(configuration, tables).length > 0;
  const rows = lacking ? await loadCatalogue() : (tables as Tables);
  // The reader may have gone on meanwhile.
  if ($state.get()?.configuration === configuration) settle(ready, rows, configuration, about);
}

/** Ids that no row has are named, and the usual value stands in their place. */
function settle(ready: Engine, rows: Tables, asked: Configuration, about: About): void {
  const known: Record<string, unknown> = { ...asked };
  const unknown = ready.missingIds(asked, rows).map((field) => {
    const usual = ready.DEFAULT_CONFIGURATION[field];
    if (usual === undefined) delete known[field];
    else known[field] = usual;
    return `${field}: the catalogue has no “${asked[field]}”`;
  });
  const configuration = known as unknown as Configuration;
  const make = ready.present(configuration, rows);
  const views = new Map<CalculatorKind, CalculatorView>();
  const view = (kind: CalculatorKind): CalculatorView => {
    const made = views.get(kind) ?? make(kind);
    views.set(kind, made);
    return made;
  };
  const problems = [...about.problems, ...unknown];
  $state.set({ configuration, tables: rows, view, problems, seen: about.seen });
  // The address could not be written before the codec was here.
  if (timer !== undefined) writeSoon();
  const kind = ready.CALCULATOR_KINDS.find(speaks);
  if (kind) announce(() => view(kind));
}

function failed(): void {
  const state = $state.get();
  if (!state) return;
  const problem =
    'What this configuration needs could not be loaded. Reload the page to try again.';
  $state.set({ configuration: state.configuration, problems: [...state.problems, problem] });
}

const WRITE_DELAY_MS = 300;
let timer: ReturnType<typeof setTimeout> | undefined;
function writeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(writeAddress, WRITE_DELAY_MS);
}

/** The page's own default needs no query. */
function writeAddress(): void {
  const state = $state.get();
  if (timer === undefined || !engine || !page || !state) return;
  clearTimeout(timer);
  timer = undefined;
  const query = engine.format(state.configuration);
  known = query === engine.format(page.configuration) ? '' : `?${query}`;
  if (known !== location.search)
    history.replaceState(history.state, '', `${location.pathname}${known}${location.hash}`);
}
