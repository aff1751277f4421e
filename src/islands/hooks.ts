import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { $state, start } from './store.ts';
import type { IslandProps, PageState } from './types.ts';

/**
 * The page's state, safe to hydrate: the first render repeats the server's (Preact mends text but not
 * attributes), and the live state is applied before anything is painted.
 */
export function usePageState(props: IslandProps): PageState {
  const [state, set] = useState<PageState>({
    configuration: props.configuration,
    atRest: true,
    problems: [],
  });
  useLayoutEffect(() => {
    start(props);
    return $state.subscribe((next) => next && set(next as PageState));
  }, []);
  return state;
}

type Control = HTMLInputElement | HTMLSelectElement;

const isChanged = (control: Control): boolean =>
  control instanceof HTMLSelectElement
    ? [...control.options].some((option) => option.selected !== option.defaultSelected)
    : control.value !== control.defaultValue;

/** What a reader typed or slid before the scripts arrived counts: it is played back once. */
export function useEarlyInput(root: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    for (const control of root.current?.querySelectorAll<Control>('input, select') ?? [])
      if (isChanged(control)) control.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);
}
