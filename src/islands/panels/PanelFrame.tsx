import type { ComponentChildren, RefObject } from 'preact';
import { Problems } from '../Problems.tsx';
import { WithoutScripts } from '../WithoutScripts.tsx';

export interface PanelFrameProps {
  root: RefObject<HTMLElement>;
  id: string;
  title: string;
  /** What may not be shown yet. */
  hidden: 'all' | 'answer' | undefined;
  problems: string[];
  controls: ComponentChildren;
  onNear: () => void;
  /** The answer. */
  children: ComponentChildren;
}

/** The frame of a chapter's calculator: question, controls, answer. */
export function PanelFrame(props: PanelFrameProps) {
  const { root, id, title, hidden, problems, controls, onNear, children } = props;
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
        onPointerEnter={onNear}
        onFocusIn={onNear}
      >
        {controls}
      </form>
      <WithoutScripts />
      {problems.length > 0 && <Problems list={problems} />}
      <div class="answer">{children}</div>
    </figure>
  );
}
