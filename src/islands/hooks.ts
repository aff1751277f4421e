import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { $state, start } from './store.ts';
import type { IslandProps, PageState } from './types.ts';

/** How long what is out of sight waits for a slider to come to rest. */
export const REST_MS = 120;

/**
 * The page's state, safe to hydrate: the first render repeats the server's (Preact mends text but not
 * attributes), and the live state is applied before anything is painted.
 *
 * Out of sight an island follows once things have come to rest, hidden until then, so that only what
 * a reader sees costs time while a slider moves.
 */
export function usePageState(props: IslandProps, root: RefObject<HTMLElement>): PageState {
  const [state, set] = useState<PageState>({
    configuration: props.configuration,
    atRest: true,
    problems: [],
  });
  const inSight = useRef(true);
  useLayoutEffect(() => {
    start(props);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      const live = $state.get();
      if (live) set(live);
    };
    const unsubscribe = $state.subscribe(() => {
      if (inSight.current) return follow();
      root.current?.setAttribute('data-stale', '');
      clearTimeout(timer);
      timer = setTimeout(follow, REST_MS);
    });
    const stopWatching = watchSight(root.current, (seen) => {
      inSight.current = seen;
      if (seen) follow();
    });
    return () => {
      unsubscribe();
      stopWatching();
      clearTimeout(timer);
    };
  }, []);
  useLayoutEffect(() => root.current?.removeAttribute('data-stale'), [state]);
  return state;
}

/** Tells when an element comes within half a screen of being seen, and when it leaves. */
export function watchSight(element: Element | null, tell: (seen: boolean) => void): () => void {
  if (!element) return () => {};
  const observer = new IntersectionObserver(
    (entries) => tell(entries.at(-1)?.isIntersecting ?? true),
    { rootMargin: '50%' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

type Control = HTMLInputElement | HTMLSelectElement;

/** A list without a marked option starts at its first. */
const usualIndex = ({ options }: HTMLSelectElement): number =>
  Math.max(
    0,
    [...options].findIndex((option) => option.defaultSelected),
  );

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return control.selectedIndex !== usualIndex(control);
  return control.type === 'checkbox'
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/** What a reader typed, ticked or slid before the scripts arrived counts: it is played back. */
export function playBack(root: HTMLElement | null): void {
  for (const control of root?.querySelectorAll<Control>('input, select') ?? [])
    if (isChanged(control)) control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Plays back what came before the scripts, once. */
export function useEarlyInput(root: RefObject<HTMLElement>): void {
  useLayoutEffect(() => playBack(root.current), []);
}
