import { useEffect, useRef, useState } from 'preact/hooks';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import type { NearestView } from '../views/nearest-view.ts';
import type { RunSet } from '../views/run-records.ts';
import { REST_MS, watchSight } from './hooks.ts';
import { NearestTable } from './NearestTable.tsx';

type Engine = typeof import('./nearest-engine.ts');

/** The page's default, worded at build, and where the runs are for any other. */
export interface NearestProps {
  view: NearestView;
  runsUrl: string;
}

interface Props extends NearestProps {
  configuration: Configuration;
  tables: Tables;
  atRest: boolean;
}

interface Loaded {
  engine: Engine;
  set: RunSet;
}

/**
 * The measured runs nearest to the configuration shown. The page's default needs nothing; for any
 * other the runs are fetched once this part of the page comes into sight.
 */
export function Nearest({ view, runsUrl, configuration, tables, atRest }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>();
  const [failed, setFailed] = useState(false);
  const [shown, setShown] = useState<{ of: Configuration; view: NearestView | undefined }>();
  useEffect(() => watchSight(root.current, setSeen), []);
  useEffect(() => {
    if (!seen || atRest || loaded || failed) return;
    load(runsUrl).then(setLoaded, () => setFailed(true));
  }, [seen, atRest, loaded, failed]);
  useEffect(() => {
    if (!loaded || atRest) return;
    // A slider on the move asks for nothing.
    const timer = setTimeout(
      () =>
        setShown({
          of: configuration,
          view: loaded.engine.nearestOf(loaded.set, configuration, tables),
        }),
      shown ? REST_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [loaded, configuration, tables, atRest]);
  const current = atRest ? view : shown?.of === configuration ? shown.view : undefined;
  return (
    <div ref={root} aria-busy={!current && !failed}>
      {current ? (
        <Found view={current} />
      ) : (
        <Waiting failed={failed} again={() => setFailed(false)} />
      )}
    </div>
  );
}

async function load(url: string): Promise<Loaded> {
  const engine = await import('./nearest-engine.ts');
  return { engine, set: await engine.loadRuns(url) };
}

const Found = ({ view }: { view: NearestView }) => (
  <>
    <p>{view.sentence}</p>
    {view.lines.length > 0 && (
      <NearestTable
        id="nearest-runs"
        caption="Nearest measured runs, with this module’s estimate of each"
        lines={view.lines}
      />
    )}
  </>
);

const Waiting = ({ failed, again }: { failed: boolean; again: () => void }) =>
  failed ? (
    <p role="status">
      The measured runs could not be loaded.{' '}
      <button type="button" class="button" onClick={again}>
        Try again
      </button>
    </p>
  ) : (
    <p role="status">Looking for the nearest measured runs.</p>
  );
