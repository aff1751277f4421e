import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Several } from '../../configuration/several.ts';
import type { Tables } from '../../configuration/tables.ts';
import type { Configuration } from '../../configuration/types.ts';
import type { ComparisonView } from '../../views/comparison.ts';
import type { FactsFile } from '../../views/machine-facts.ts';
import { announce } from '../announce.ts';
import { loadCatalogue } from '../store.ts';

export type Engine = typeof import('./engine.ts');

/** All that a comparison other than the built one needs. */
export interface Loaded {
  engine: Engine;
  Comparison: FunctionComponent<{ view: ComparisonView; base: string }>;
  tables: Tables;
  facts: FactsFile;
}

export interface State {
  several: Several;
  loaded?: Loaded;
  /** Absent while the built one stands. */
  view?: ComparisonView;
  problems: string[];
  /** What may not be shown yet. */
  hidden?: 'all' | 'answer';
  /** Another comparison of this visit, which a single configuration can join. */
  earlier?: Several;
}

interface Options {
  several: Several;
  catalogueUrl: string;
  factsUrl: string;
}

const NOT_LOADED = 'What this comparison needs could not be loaded. Reload the page to try again.';
const REMEMBERED = 'comparison';

async function load({ catalogueUrl, factsUrl }: Options): Promise<Loaded> {
  const [engine, { Comparison }, tables, facts] = await Promise.all([
    import('./engine.ts'),
    import('./Comparison.tsx'),
    loadCatalogue(catalogueUrl),
    fetch(factsUrl).then((answer): Promise<FactsFile> => answer.json()),
  ]);
  return { engine, Comparison, tables, facts };
}

/** Ids that no row has are named, and the usual value stands in their place. */
function sanitized({ engine, tables }: Loaded, asked: Several, problems: string[]): Several {
  const configurations = asked.configurations.map((one, at) => {
    const known: Record<string, unknown> = { ...one };
    for (const field of engine.missingIds(one, tables)) {
      const usual = engine.DEFAULT_CONFIGURATION[field];
      if (usual === undefined) delete known[field];
      else known[field] = usual;
      problems.push(`${'abcd'[at]}.${field}: the catalogue has no “${one[field]}”`);
    }
    return known as unknown as Configuration;
  });
  return { ...asked, configurations };
}

/** Storage may be forbidden: then nothing is remembered. */
function remembered(write?: string): string {
  try {
    if (write !== undefined) sessionStorage.setItem(REMEMBERED, write);
    return sessionStorage.getItem(REMEMBERED) ?? '';
  } catch {
    return '';
  }
}

function earlierOf({ engine, tables }: Loaded, several: Several): Several | undefined {
  if (several.configurations.length !== 1) return undefined;
  const earlier = engine.parseSeveral(remembered());
  const { length } = earlier.configurations;
  const known = earlier.configurations.every((one) => engine.missingIds(one, tables).length === 0);
  return known && length > 0 && length < 4 ? earlier : undefined;
}

/** The state to draw once everything is here. */
function settle(loaded: Loaded, asked: Several, said: string[]): State {
  const { engine, tables, facts } = loaded;
  const problems = [...said];
  const several = sanitized(loaded, asked, problems);
  const view = engine.comparisonView(several, tables, (one) =>
    engine.factsOfConfiguration(one, facts),
  );
  const earlier = earlierOf(loaded, several);
  if (several.configurations.length > 1) remembered(engine.formatSeveral(several));
  return { several, loaded, view, problems, ...(earlier && { earlier }) };
}

/** The comparison the address names, and the way to change it. */
export function useComparison(options: Options) {
  const [state, set] = useState<State>({ several: options.several, problems: [] });
  const loaded = useRef<Loaded>();
  const asked = useRef(options.several);
  const wake = async () => {
    loaded.current ??= await load(options);
    return loaded.current;
  };
  const show = (several: Several, problems: string[]) => {
    asked.current = several;
    const fail = () => set({ several, problems: [...problems, NOT_LOADED] });
    return wake().then((ready) => {
      // The reader may have gone on meanwhile.
      if (asked.current === several) set(settle(ready, several, problems));
      return ready;
    }, fail);
  };
  const read = async () => {
    if (location.search.length < 2) return set({ several: options.several, problems: [] });
    set({ several: options.several, problems: [], hidden: 'all' });
    const ready = await wake().catch(() => undefined);
    if (!ready) return set({ several: options.several, problems: [NOT_LOADED], hidden: 'answer' });
    const { problems, ...several } = ready.engine.parseSeveral(location.search);
    const named = several.configurations.length > 0 ? several : options.several;
    return show(
      named,
      problems.map(({ message }) => message),
    );
  };
  useLayoutEffect(() => {
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const change = async (several: Several) => {
    if (!state.view) set({ ...state, several, hidden: 'answer' });
    const ready = await show(several, []);
    if (!ready || asked.current !== several) return;
    const query = ready.engine.formatSeveral(several);
    history.replaceState(history.state, '', `${location.pathname}?${query}${location.hash}`);
    announce(() => spoken(ready, several));
  };
  return { state, change, wake };
}

/** The verdicts, said aloud once things have settled. */
function spoken({ engine, tables }: Loaded, several: Several) {
  const { verdicts } = engine.comparisonView(several, tables);
  return { results: [], problems: verdicts.map(({ headline }) => headline) };
}
