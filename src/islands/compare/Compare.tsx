import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { LETTERS } from '../../configuration/letters.ts';
import type { Several } from '../../configuration/several.ts';
import type { Configuration } from '../../configuration/types.ts';
import { CopyButtons } from '../CopyButtons.tsx';
import { useEarlyInput } from '../hooks.ts';
import { Problems } from '../Problems.tsx';
import type { Option } from '../types.ts';
import { WithoutScripts } from '../WithoutScripts.tsx';
import { Controls } from './Controls.tsx';
import { type State, useComparison } from './use-comparison.ts';

export interface CompareProps {
  several: Several;
  /** Names of the built comparison's machines and models. */
  names: { hw: string; model: string }[];
  quantizations: Option[];
  defaults: Configuration;
  catalogueUrl: string;
  factsUrl: string;
  /** The site's base, without a slash at the end. */
  base: string;
  /** The query of the built comparison. */
  query: string;
  /** The comparison as built; drawn until the address or the reader asks for another. */
  children?: ComponentChildren;
}

/** Two to four configurations side by side, each part of them open to change. */
export default function Compare(props: CompareProps) {
  const { state, change, wake } = useComparison(props);
  const form = useRef<HTMLFormElement>(null);
  useEarlyInput(form);
  const { loaded, view, problems, earlier, several } = state;
  const query = view?.query ?? props.query;
  return (
    <div class="compare" data-hidden={state.hidden} aria-busy={state.hidden !== undefined}>
      <form
        ref={form}
        class="panel compare-controls needs-scripts"
        onSubmit={(event) => event.preventDefault()}
        onPointerEnter={() => void wake().catch(() => {})}
        onFocusIn={() => void wake().catch(() => {})}
      >
        <Controls {...{ ...props, state, change, wake }} />
        {earlier && (
          <p>
            <button
              type="button"
              class="button button-primary"
              onClick={() =>
                change({
                  ...earlier,
                  configurations: [...earlier.configurations, ...several.configurations],
                })
              }
            >
              Add it to your last comparison ({lettersOf(earlier)})
            </button>
          </p>
        )}
      </form>
      <WithoutScripts />
      {problems.length > 0 && <Problems list={problems} />}
      <div class="answer">
        <Copies state={state} wake={wake} query={query} />
        <p>
          <a href={`${props.base}/brief/?${query}`}>Decision brief to print</a>
        </p>
        {view && loaded ? (
          <loaded.Comparison view={view} base={props.base} />
        ) : (
          <div>{props.children}</div>
        )}
      </div>
    </div>
  );
}

const lettersOf = ({ configurations }: Several): string =>
  LETTERS.slice(0, configurations.length).join(', ').toUpperCase();

interface CopiesProps {
  state: State;
  wake: ReturnType<typeof useComparison>['wake'];
  query: string;
}

function Copies({ state, wake, query }: CopiesProps) {
  const url = () => `${location.origin}${location.pathname}?${query}`;
  const markdown = async () => {
    const { engine, tables, facts } = await wake();
    const factsOf = (one: Configuration) => engine.factsOfConfiguration(one, facts);
    const view = engine.comparisonView(state.several, tables, factsOf);
    return engine.comparisonMarkdown(view, url());
  };
  return (
    <CopyButtons
      copies={[
        { label: 'Copy link', done: 'Link copied.', text: async () => url() },
        { label: 'Copy as Markdown', done: 'Markdown copied.', text: markdown },
      ]}
    />
  );
}
