import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { REST_MS, watchSight } from './hooks.ts';

/**
 * A part of a long page. In sight it follows every move of a slider; out of sight it is drawn once
 * things have come to rest, hidden until then.
 */
export function Section({ title, draw }: { title: string; draw: () => ComponentChildren }) {
  const root = useRef<HTMLElement>(null);
  const inSight = useRef(true);
  const rested = useRef(false);
  const drawn = useRef<ComponentChildren>(undefined);
  const [, again] = useState({});
  const due = drawn.current === undefined || inSight.current || rested.current;
  if (due) drawn.current = draw();
  rested.current = false;
  const catchUp = () => {
    rested.current = true;
    again({});
  };
  useLayoutEffect(
    () =>
      watchSight(root.current, (seen) => {
        inSight.current = seen;
        if (seen && root.current?.hasAttribute('data-stale')) catchUp();
      }),
    [],
  );
  useLayoutEffect(() => {
    root.current?.toggleAttribute('data-stale', !due);
    if (due) return;
    const timer = setTimeout(catchUp, REST_MS);
    return () => clearTimeout(timer);
  });
  return (
    <section ref={root} class="section">
      <h2>{title}</h2>
      {drawn.current}
    </section>
  );
}
