import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Known, parseNeeds } from '../../planning/needs.ts';
import type { PlanView } from '../../views/plan.ts';
import { CopyButtons } from '../CopyButtons.tsx';
import { playBack } from '../hooks.ts';
import { Problems } from '../Problems.tsx';
import type { Answered, Urls } from './engine.ts';
import { Form } from './Form.tsx';
import { PlanAnswer } from './PlanAnswer.tsx';
import { queryOf, type Raw, rawOf } from './raw.ts';

type Option = readonly [id: string, name: string];

export interface PlannerProps extends Urls {
  /** The site's base, without a slash at the end. */
  base: string;
  useCases: Option[];
  models: Option[];
  lists: Option[];
  systems: Option[];
  /** The usual needs' answer, as built. */
  view: PlanView;
}

const DELAY_MS = 250;
const ids = (options: readonly Option[]): Set<string> => new Set(options.map(([id]) => id));

const knownOf = ({ useCases, models, lists, systems }: PlannerProps): Known => ({
  useCases: ids(useCases),
  models: ids(models),
  lists: ids(lists),
  systems: ids(systems),
});

const rawFrom = (query: string, props: PlannerProps): Raw =>
  rawOf(
    parseNeeds(query, knownOf(props)).needs,
    props.useCases.map(([id]) => id),
    props.models[0]?.[0] ?? '',
  );

/** Asks the thread, and hears only the newest answer. */
function useAnswer(props: PlannerProps) {
  const [state, set] = useState<{ view: PlanView; problems: string[]; busy: boolean }>({
    view: props.view,
    problems: [],
    busy: false,
  });
  const thread = useRef<Worker>();
  const newest = useRef('');
  const ask = (query: string) => {
    newest.current = query;
    set((before) => ({ ...before, busy: true }));
    thread.current ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    thread.current.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data.asked !== newest.current) return;
      set((before) => ({ view: data.view ?? before.view, problems: data.problems, busy: false }));
    };
    const { catalogueUrl, planUrl } = props;
    const absolute = (url: string) => new URL(url, location.href).href;
    thread.current.postMessage({
      query,
      urls: { catalogueUrl: absolute(catalogueUrl), planUrl: absolute(planUrl) },
    });
  };
  useEffect(() => () => thread.current?.terminate(), []);
  return { ...state, ask };
}

/** From needs to machines: the form writes the link, the link is judged. */
export default function Planner(props: PlannerProps) {
  const [raw, setRaw] = useState<Raw>(() => rawFrom(props.view.query, props));
  const { view, problems, busy, ask } = useAnswer(props);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  // Several controls may change before the next drawing.
  const latest = useRef(raw);
  latest.current = raw;
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // A link's form is hidden until it is read: nothing can have come early.
    if (location.search.length < 2) return playBack(root.current);
    setRaw(rawFrom(location.search, props));
    ask(location.search.slice(1));
  }, []);
  const change = (patch: Partial<Raw>) => {
    const uses = { ...latest.current.uses, ...patch.uses };
    const next = { ...latest.current, ...patch, uses };
    latest.current = next;
    setRaw(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const query = queryOf(next);
      history.replaceState(history.state, '', `${location.pathname}?${query}`);
      ask(query);
    }, DELAY_MS);
  };
  const link = async () => `${location.origin}${location.pathname}?${view.query}`;
  return (
    <div ref={root} class="configurator calculator planner">
      <Form {...props} raw={raw} onChange={change} />
      <p class="without-scripts">
        The form needs scripts. Below is the default; the situations above need none.
      </p>
      <div aria-busy={busy}>
        {problems.length > 0 && <Problems list={problems} />}
        <p role="status" class="visually-hidden">
          {busy ? 'Judging' : (view.answer[0] ?? '')}
        </p>
        <CopyButtons copies={[{ label: 'Copy link', done: 'Link copied.', text: link }]} />
        <p class="needs-scripts ui">
          <a href={`${props.base}/brief/?${view.query}`}>Decision brief of this plan</a>
        </p>
        <PlanAnswer view={view} base={props.base} />
      </div>
    </div>
  );
}
