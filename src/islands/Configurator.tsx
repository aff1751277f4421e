import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BarView } from '../views/bars.ts';
import type { ConfiguratorView, Figures } from '../views/configurator.ts';
import type { Provenance } from '../views/provenance.ts';
import { Bar } from './Bar.tsx';
import { ConfiguratorControls } from './ConfiguratorControls.tsx';
import { Copies, Moved } from './ConfiguratorLinks.tsx';
import { Formula } from './Formula.tsx';
import { useEarlyInput, usePageState } from './hooks.ts';
import { Nearest } from './Nearest.tsx';
import { Problems } from './Problems.tsx';
import { Results } from './Results.tsx';
import { AtRest, Section } from './Section.tsx';
import { Assumptions, Inputs, Terms, UseCases } from './Sections.tsx';
import { wake } from './store.ts';
import type { ConfiguratorEngine, ConfiguratorProps } from './types.ts';
import { WithoutScripts } from './WithoutScripts.tsx';

/** One configuration in full: every input, every term, every use case. */
export default function Configurator(props: ConfiguratorProps) {
  const root = useRef<HTMLDivElement>(null);
  const state = usePageState(props, root);
  useEarlyInput(root);
  const { engine, provenance } = useFetched(props);
  const { configuration, tables } = state;
  const made = useMemo(() => {
    if (state.atRest) return props.view;
    return tables && engine?.configuratorView(configuration, tables, provenance);
  }, [state, engine, provenance]);
  // While nothing may be shown, the last answer holds the place, unseen and unheard.
  const last = useRef<ConfiguratorView>(props.view);
  if (made) last.current = made;
  const view = last.current;
  const hidden = made ? undefined : state.unread ? 'all' : 'answer';
  const of = { configuration, tables: tables ?? props.rows, engine };
  return (
    <div ref={root} class="configurator calculator" data-hidden={hidden}>
      <form
        class="panel needs-scripts"
        onSubmit={(event) => event.preventDefault()}
        onPointerEnter={() => void wake('tg')}
        onFocusIn={() => void wake('tg')}
      >
        <ConfiguratorControls configuration={configuration} tables={of.tables} view={view} />
      </form>
      <WithoutScripts />
      <div>
        {state.problems.length > 0 && <Problems list={state.problems} />}
        <div class="answer">
          <Moved seen={state.seen} {...of} />
          <p class="caption">{view.caption}</p>
          <Copies view={view} {...of} />
          <p>
            <a href={`${props.base}/brief/?${view.query}`}>Decision brief to print</a> ·{' '}
            <a href={`${props.base}/compare/?${view.query}`}>Compare with another</a> ·{' '}
            <a href={`${props.base}/costs/?${view.query}#calculator-cost`}>What it costs to own</a>
          </p>
          {view.figures ? (
            <Answer
              figures={view.figures}
              base={props.base}
              nearest={() => (
                <Nearest
                  {...props.nearest}
                  configuration={configuration}
                  tables={of.tables}
                  atRest={state.atRest === true}
                />
              )}
            />
          ) : (
            <Problems list={view.problems} />
          )}
        </div>
      </div>
    </div>
  );
}

/** What the page's default does without: the words of other configurations, the sources of other rows. */
function useFetched(props: ConfiguratorProps) {
  const [engine, setEngine] = useState<ConfiguratorEngine>();
  const [provenance, setProvenance] = useState<Provenance>(props.provenance);
  useEffect(() => {
    import('./configurator-engine.ts').then(setEngine, () => {});
    fetch(props.provenanceUrl)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(setProvenance, () => {});
  }, []);
  return { engine, provenance };
}

interface AnswerProps {
  figures: Figures;
  base: string;
  nearest: () => ComponentChildren;
}

function Answer({ figures, base, nearest }: AnswerProps) {
  return (
    <>
      <Results results={figures.results} verdict={figures.verdict} />
      <AtRest draw={() => [figures.bound, ...figures.reach].join(' ')} />
      <Section title="Where the time goes" draw={() => figures.time.map(barOf)} />
      <Section title="Nearest measured runs" id="nearest" draw={nearest} />
      <Section title="Where the memory goes" draw={() => <Memory {...figures.memory} />} />
      <Section
        title="Use cases"
        draw={() => <UseCases rows={figures.useCases} localScore={figures.localScore} />}
      />
      <Section title="Formulas" draw={() => <Formula lines={figures.formulas} />} />
      <Section title="Terms" draw={() => <Terms rows={figures.terms} />} />
      <Section title="Inputs" draw={() => <Inputs groups={figures.inputs} base={base} />} />
      <Section
        title="What this takes for granted"
        draw={() => (
          <Assumptions {...{ assumptions: figures.assumptions, switches: figures.switches }} />
        )}
      />
    </>
  );
}

const barOf = (bar: BarView) => <Bar key={bar.id} id={`configure-${bar.id}`} view={bar} />;

const Memory = ({ bar, facts }: Figures['memory']) => (
  <>
    {bar.map(barOf)}
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </>
);
