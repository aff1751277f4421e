import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ConfiguratorView, configuratorView, type Figures } from '../views/configurator.ts';
import { markdownOf } from '../views/markdown.ts';
import type { Provenance } from '../views/provenance.ts';
import { Bar } from './Bar.tsx';
import { ConfiguratorControls } from './ConfiguratorControls.tsx';
import { Copies, Moved } from './ConfiguratorLinks.tsx';
import { Formula } from './Formula.tsx';
import { useEarlyInput, usePageState } from './hooks.ts';
import { Problems } from './Problems.tsx';
import { Results } from './Results.tsx';
import { Assumptions, Inputs, Terms, UseCases } from './Sections.tsx';
import type { ConfiguratorProps } from './types.ts';

/** One configuration in full: every input, every term, every use case. */
export default function Configurator(props: ConfiguratorProps) {
  const root = useRef<HTMLDivElement>(null);
  const state = usePageState(props);
  useEarlyInput(root);
  const tables = state.tables ?? props.rows;
  const shows = state.tables !== undefined || state.atRest;
  const provenance = useProvenance(props, state.tables !== undefined);
  const { configuration } = state;
  const made = useMemo(
    () => (shows ? configuratorView(configuration, tables, provenance) : undefined),
    [shows, configuration, tables, provenance],
  );
  // While nothing may be shown, the last answer holds the place, unseen and unheard.
  const last = useRef<ConfiguratorView>();
  if (made) last.current = made;
  const view = last.current ?? configuratorView(props.configuration, props.rows, props.provenance);
  const hidden = made ? undefined : state.unread ? 'all' : 'answer';
  return (
    <div ref={root} class="configurator calculator" data-hidden={hidden}>
      <form class="panel needs-scripts" onSubmit={(event) => event.preventDefault()}>
        <ConfiguratorControls {...{ configuration, tables, view }} />
      </form>
      <div class="answer">
        {state.problems.length > 0 && <Problems list={state.problems} />}
        <Moved seen={state.seen} configuration={configuration} tables={tables} />
        <p class="caption">{view.caption}</p>
        <Copies {...{ view, configuration, tables }} markdown={markdownOf} />
        {view.figures ? (
          <Answer figures={view.figures} base={props.base} />
        ) : (
          <Problems list={view.problems} />
        )}
      </div>
    </div>
  );
}

/** Sources of all rows, fetched when a row is shown that the page was not built with. */
function useProvenance(props: ConfiguratorProps, wanted: boolean): Provenance {
  const [whole, setWhole] = useState<Provenance>();
  useEffect(() => {
    if (!wanted || whole) return;
    fetch(props.provenanceUrl)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(setWhole, () => {});
  }, [wanted]);
  return whole ?? props.provenance;
}

function Answer({ figures, base }: { figures: Figures; base: string }) {
  const { results, verdict, memory, time, formulas, reach } = figures;
  return (
    <>
      <Results {...{ results, verdict }} />
      <p>
        {figures.bound} {reach.join(' ')}
      </p>
      <h2>Where the time goes</h2>
      {time.map((bar) => (
        <Bar key={bar.id} id={`configure-${bar.id}`} view={bar} />
      ))}
      <h2>Where the memory goes</h2>
      {memory.bar.map((bar) => (
        <Bar key={bar.id} id={`configure-${bar.id}`} view={bar} />
      ))}
      <dl class="facts">
        {memory.facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>Use cases</h2>
      <UseCases rows={figures.useCases} localScore={figures.localScore} />
      <h2>Formulas</h2>
      <Formula lines={formulas} />
      <h2>Terms</h2>
      <Terms rows={figures.terms} />
      <h2>Inputs</h2>
      <Inputs groups={figures.inputs} base={base} />
      <h2>What this takes for granted</h2>
      <Assumptions {...figures} />
    </>
  );
}
