import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelAnswerProps } from './PanelAnswer.tsx';
import type { Load } from './presenters.ts';

const NOT_LOADED = 'What this calculator needs could not be loaded. Reload the page to try again.';

interface Loaded<Present> {
  present?: Present;
  Answer?: FunctionComponent<PanelAnswerProps>;
  /** What the reader is told where the network did not bring it. */
  problems: string[];
}

const drawing = (chart: boolean) =>
  chart ? import('./ChartAnswer.tsx') : import('./PanelAnswer.tsx');

/**
 * Arithmetic and drawing of one calculator, loaded when first needed or when `fetch` is called.
 * `live` from the first change on: until then the answer that was built stands.
 */
export function useLive<Present>(load: Load<Present>, chart: boolean, changed: boolean) {
  const [state, set] = useState<Loaded<Present>>({ problems: [] });
  const live = useRef(false);
  if (changed) live.current = true;
  const fetch = () => {
    if (state.present) return;
    Promise.all([load(), drawing(chart)]).then(
      ([{ present }, { default: Answer }]) => set({ present, Answer, problems: [] }),
      () => set({ problems: [NOT_LOADED] }),
    );
  };
  useLayoutEffect(() => {
    if (changed) fetch();
  }, [changed]);
  return { ...state, live: live.current, fetch };
}
