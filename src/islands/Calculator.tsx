import { useRef } from 'preact/hooks';
import { Answer } from './Answer.tsx';
import { Controls } from './Controls.tsx';
import { useEarlyInput, usePageState } from './hooks.ts';
import { Problems } from './Problems.tsx';
import { AtRest } from './Section.tsx';
import { wake } from './store.ts';
import type { CalculatorProps } from './types.ts';
import { WithoutScripts } from './WithoutScripts.tsx';

/** One question, its controls, and the answer with its terms; the page's default is drawn at build. */
export default function Calculator(props: CalculatorProps) {
  const { kind, id, title, configureUrl } = props;
  const root = useRef<HTMLElement>(null);
  const state = usePageState(props, root);
  useEarlyInput(root);
  const last = useRef(props.view);
  const { configuration } = state;
  const view = state.view?.(kind) ?? (state.atRest ? props.view : undefined);
  // While nothing may be shown, the last answer holds the place, unseen and unheard.
  if (view) last.current = view;
  const shown = last.current;
  const near = () => void wake(kind);
  const hidden = view ? undefined : state.unread ? 'all' : 'answer';
  return (
    <figure
      ref={root}
      class="panel calculator"
      id={id}
      aria-labelledby={`${id}-title`}
      data-hidden={hidden}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      <form
        class="controls needs-scripts"
        onSubmit={(event) => event.preventDefault()}
        onPointerEnter={near}
        onFocusIn={near}
      >
        <Controls {...props} configuration={configuration} view={shown} />
      </form>
      <WithoutScripts />
      {state.problems.length > 0 && <Problems list={state.problems} />}
      <div class="answer">
        <Answer id={id} view={shown}>
          {shown.verdict && <AtRest draw={() => shown.reach.join(' ')} />}
        </Answer>
        <figcaption>
          {shown.caption} <a href={`?${shown.query}#${id}`}>Link to these numbers</a> ·{' '}
          <a href={`${configureUrl}?${shown.query}`}>Everything about this configuration</a> ·{' '}
          <a href={`${configureUrl}?${shown.query}#nearest`}>Nearest measured runs</a>
        </figcaption>
      </div>
    </figure>
  );
}
