/**
 * A calculator's own numbers, and their place in the address: `#calculator-load?disk=7`. The query
 * stays the page's configuration; the fragment names the calculator touched last.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatOwn, type OwnField, parseOwn, usualOf } from '../../views/calculators/own-fields.ts';
import type { Own } from '../../views/calculators/panel.ts';

export interface OwnState {
  own: Own;
  /** Nothing differs from what the page was built with. */
  atRest: boolean;
  problems: string[];
}

const WRITE_DELAY_MS = 300;

/** `#calculator-load?disk=7` without its id, or nothing where the fragment is another's. */
function ownFragment(id: string): string | undefined {
  const [name, query] = location.hash.slice(1).split('?');
  return name === id ? query : undefined;
}

function writeFragment(id: string, query: string): void {
  const fragment = query ? `#${id}?${query}` : `#${id}`;
  history.replaceState(history.state, '', location.pathname + location.search + fragment);
}

/** The numbers, a way to change some of them, and the fragment that holds them. */
export function useOwn(id: string, fields: readonly OwnField[]) {
  const usual: OwnState = { own: usualOf(fields), atRest: true, problems: [] };
  const [state, set] = useState(usual);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const own = useRef(state.own);
  useLayoutEffect(() => {
    const read = () => {
      const query = ownFragment(id);
      if (query === undefined) return;
      const { own: read, problems } = parseOwn(query, fields);
      own.current = read;
      set({ own: read, atRest: formatOwn(read, fields) === '', problems });
      // With numbers in it the fragment names no element: the browser leaves the scrolling to us.
      document.getElementById(id)?.scrollIntoView();
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const change = (patch: Own) => {
    own.current = { ...own.current, ...patch };
    const query = formatOwn(own.current, fields);
    set({ own: own.current, atRest: query === '', problems: [] });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writeFragment(id, query), WRITE_DELAY_MS);
  };
  const query = formatOwn(state.own, fields);
  return { ...state, change, fragment: query ? `#${id}?${query}` : `#${id}` };
}
