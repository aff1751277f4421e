import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { announce } from '../announce.ts';
import { useEarlyInput, usePageState } from '../hooks.ts';
import { change, speaks, wake } from '../store.ts';
import { OwnFields } from './OwnFields.tsx';
import { useOwn } from './own.ts';
import { PageControls } from './PageControls.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { OF_PAGE } from './presenters.ts';
import type { PagePanelProps } from './types.ts';
import { useLive } from './use-live.ts';

/**
 * A chapter's calculator on the page's configuration. Its children are the answer as it was built;
 * the arithmetic and the drawing are fetched when a reader comes near.
 */
export default function PagePanel(props: PagePanelProps & { children?: ComponentChildren }) {
  const { kind, id, title, fields, presets, controls, data, configureUrl, chart } = props;
  const root = useRef<HTMLElement>(null);
  const state = usePageState(props, root);
  const mine = useOwn(id, fields);
  const { present, Answer, live, problems, fetch } = useLive(
    OF_PAGE[kind],
    chart,
    !(state.atRest && mine.atRest),
  );
  useEarlyInput(root);
  // The page's rows come with its first change; numbers of one's own are one.
  useLayoutEffect(() => {
    if (!mine.atRest && state.atRest) change({});
  }, [mine.atRest, state.atRest]);
  const { configuration, tables } = state;
  const view = useMemo(
    () => (live && tables ? present?.({ configuration, tables, own: mine.own, data }) : undefined),
    [live, present, tables, configuration, mine.own],
  );
  useEffect(() => {
    if (view && speaks(id)) announce(() => view);
  }, [view]);
  const last = useRef(view);
  // While nothing may be shown, the last answer holds the place, unseen and unheard.
  if (view) last.current = view;
  const { frame = props.frame } = last.current ?? {};
  return (
    <PanelFrame
      {...{ root, id, title }}
      hidden={view || !live ? undefined : state.unread ? 'all' : 'answer'}
      problems={[...state.problems, ...mine.problems, ...problems]}
      onNear={() => {
        fetch();
        void wake(id);
      }}
      controls={
        <>
          <PageControls {...{ id, controls, configuration, frame }} />
          <OwnFields {...{ id, fields, presets, own: mine.own }} onChange={mine.change} />
        </>
      }
    >
      {last.current && Answer ? (
        <Answer
          {...{ id, view: last.current }}
          href={`?${frame.query}${mine.fragment}`}
          configuration={`${configureUrl}?${frame.query}`}
        />
      ) : (
        props.children
      )}
    </PanelFrame>
  );
}
