import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { REST_MS, watchSight } from './hooks.ts';

/**
 * Draws at once while `live` says so, else when things have come to rest; what is not up to date is
 * hidden until then.
 */
function useRested(
  root: RefObject<HTMLElement>,
  draw: () => ComponentChildren,
  live: () => boolean,
): { drawn: ComponentChildren; catchUp: () => void } {
  const rested = useRef(true);
  const drawn = useRef<ComponentChildren>(undefined);
  const [, again] = useState({});
  const due = rested.current || live();
  if (due) drawn.current = draw();
  rested.current = false;
  const catchUp = () => {
    rested.current = true;
    again({});
  };
  useLayoutEffect(() => {
    root.current?.toggleAttribute('data-stale', !due);
    if (due) return;
    const timer = setTimeout(catchUp, REST_MS);
    return () => clearTimeout(timer);
  });
  return { drawn: drawn.current, catchUp };
}

interface Props {
  title: string;
  /** Anchor of the heading, for links from elsewhere. */
  id?: string;
  draw: () => ComponentChildren;
}

/** A part of a long page: in sight it follows every move of a slider, out of sight when it rests. */
export function Section({ title, id, draw }: Props) {
  const root = useRef<HTMLElement>(null);
  const inSight = useRef(true);
  const { drawn, catchUp } = useRested(root, draw, () => inSight.current);
  useLayoutEffect(
    () =>
      watchSight(root.current, (seen) => {
        inSight.current = seen;
        if (seen && root.current?.hasAttribute('data-stale')) catchUp();
      }),
    [],
  );
  return (
    <section ref={root} class="section">
      <h2 id={id}>{title}</h2>
      {drawn}
    </section>
  );
}

/** A sentence that takes long to find: it is there whenever a slider rests. */
export function AtRest({ draw }: { draw: () => string }) {
  const root = useRef<HTMLParagraphElement>(null);
  const { drawn } = useRested(root, draw, () => false);
  return (
    <p ref={root}>
      <span>{drawn}</span>
    </p>
  );
}
