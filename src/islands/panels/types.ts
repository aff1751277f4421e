import type { PageControl } from '../../views/calculators/controls.ts';
import type { OwnField, Presets } from '../../views/calculators/own-fields.ts';
import type { Frame } from '../../views/calculators/panel.ts';
import type { IslandProps } from '../types.ts';
import type { OF_OWN, OF_PAGE } from './presenters.ts';

/** What every chapter's calculator is handed; its default answer is drawn at build. */
interface PanelBase {
  /** Unique on the page; ids of controls begin with it. */
  id: string;
  title: string;
  /** It draws a line chart. */
  chart: boolean;
  fields: OwnField[];
  presets?: Presets;
}

export type PageKind = keyof typeof OF_PAGE;
export type OwnKind = keyof typeof OF_OWN;

export interface PagePanelProps extends PanelBase, IslandProps {
  kind: PageKind;
  controls: PageControl[];
  /** What the page's default configuration is called. */
  frame: Frame;
  /** Catalogue facts that the rows of a page do not hold; each calculator knows its own. */
  data?: unknown;
}

export interface OwnPanelProps extends PanelBase {
  kind: OwnKind;
}
