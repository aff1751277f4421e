import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { announce } from '../announce.ts';
import { useEarlyInput } from '../hooks.ts';
import { OwnFields } from './OwnFields.tsx';
import { useOwn } from './own.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { OF_OWN } from './presenters.ts';
import type { OwnPanelProps } from './types.ts';
import { useLive } from './use-live.ts';

/** A chapter's calculator on numbers of the reader's own alone; its children are the answer as built. */
export default function OwnPanel(props: OwnPanelProps & { children?: ComponentChildren }) {
  const { kind, id, title, fields, presets, chart } = props;
  const root = useRef<HTMLElement>(null);
  const touched = useRef(false);
  const { own, atRest, change, fragment, ...mine } = useOwn(id, fields);
  const { present, Answer, live, problems, fetch } = useLive(OF_OWN[kind], chart, !atRest);
  useEarlyInput(root);
  const view = useMemo(() => (live ? present?.(own) : undefined), [live, present, own]);
  useEffect(() => {
    if (view && touched.current) announce(() => view);
  }, [view]);
  return (
    <PanelFrame
      {...{ root, id, title }}
      hidden={view || !live ? undefined : 'answer'}
      problems={[...mine.problems, ...problems]}
      onNear={fetch}
      controls={
        <OwnFields
          {...{ id, fields, presets, own }}
          onChange={(patch) => {
            touched.current = true;
            change(patch);
          }}
        />
      }
    >
      {view && Answer ? <Answer {...{ id, view, href: fragment }} /> : props.children}
    </PanelFrame>
  );
}
