import type { ComponentChildren } from 'preact';
import type { PanelView } from '../../views/calculators/panel.ts';
import { Answer } from '../Answer.tsx';
import { ValuesTable } from './ValuesTable.tsx';

export interface PanelAnswerProps {
  id: string;
  view: PanelView;
  /** Address of exactly these numbers. */
  href: string;
  /** Address of all that is known of the configuration, where one matters. */
  configuration?: string | undefined;
  /** Between the formulas and the tables. */
  children?: ComponentChildren;
}

/** What a chapter's calculator answers. Drawn at build; in the browser once the reader changes something. */
export function PanelAnswer({ id, view, href, configuration, children }: PanelAnswerProps) {
  return (
    <>
      <Answer {...{ id, view }}>
        {children}
        {view.tables?.map((table) => (
          <ValuesTable key={table.caption} {...table} />
        ))}
        {view.remarks.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </Answer>
      <figcaption>
        {view.caption} <a href={href}>Link to these numbers</a>
        {configuration && (
          <>
            {' '}
            · <a href={configuration}>Everything about this configuration</a>
          </>
        )}
      </figcaption>
    </>
  );
}

export default PanelAnswer;
