import type { ComponentChildren, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { BriefContext, BriefDocument } from '../../views/brief.ts';
import { Problems } from '../Problems.tsx';
import { BriefActions } from './Actions.tsx';
import { loadBrief } from './load.ts';

export interface BriefProps {
  catalogueUrl: string;
  provenanceUrl: string;
  factsUrl: string;
  planUrl: string;
  /** The site's base, without a slash at the end. */
  base: string;
  data: BriefContext['data'];
  /** The example as built; drawn until the address asks for another. */
  children?: ComponentChildren;
}

interface State {
  waiting?: boolean;
  brief?: BriefDocument;
  Paper?: FunctionComponent<{ brief: BriefDocument }>;
  problems: string[];
}

/** The brief that the address asks for, to read, print and take away. */
export default function Brief(props: BriefProps) {
  const [state, set] = useState<State>({ problems: [] });
  useLayoutEffect(() => {
    const read = () => {
      if (location.search.length < 2) return set({ problems: [] });
      set({ waiting: true, problems: [] });
      loadBrief(location.search, props).then(set, () =>
        set({
          problems: ['What this brief needs could not be loaded. Reload the page to try again.'],
        }),
      );
    };
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const { waiting, brief, Paper, problems } = state;
  const asked = waiting || brief || problems.length > 0;
  return (
    <div class="brief" aria-busy={waiting}>
      {waiting && <p role="status">Writing the brief.</p>}
      {problems.length > 0 && <Problems list={problems} />}
      {brief && Paper && (
        <>
          <BriefActions brief={brief} />
          <Paper brief={brief} />
        </>
      )}
      {!asked && props.children}
    </div>
  );
}
