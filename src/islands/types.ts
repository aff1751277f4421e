import type { Tables } from '../configuration/tables.ts';
import type { Configuration, SeenResult } from '../configuration/types.ts';
import type { CalculatorKind, CalculatorView } from '../views/calculator.ts';
import type { ConfiguratorView } from '../views/configurator.ts';
import type { Provenance } from '../views/provenance.ts';
import type { NearestProps } from './Nearest.tsx';

/** What every island of a page is handed. The page's default is worded at build. */
export interface IslandProps {
  configuration: Configuration;
  /** Rows of that default; only the first island of a page carries them. */
  rows?: Tables | undefined;
  /** Address of the whole catalogue, fetched when another row is first needed. */
  catalogueUrl: string;
  /** Address of the configurator. */
  configureUrl: string;
}

/** An option of a short list: its value in the link and its name. */
export type Option = readonly [value: string, text: string];

export type ConfiguratorEngine = typeof import('./configurator-engine.ts');

export interface ConfiguratorProps extends IslandProps {
  rows: Tables;
  view: ConfiguratorView;
  provenance: Provenance;
  provenanceUrl: string;
  nearest: NearestProps;
  /** The site's base, before the paths of reference pages. */
  base: string;
}

export interface CalculatorProps extends IslandProps {
  kind: CalculatorKind;
  /** Unique on the page; ids of controls begin with it. */
  id: string;
  title: string;
  view: CalculatorView;
  quantizations: Option[];
  kvTypes: Option[];
}

/** The one configuration of the page and what it comes to. */
export interface PageState {
  configuration: Configuration;
  /** The page's default, as it was built. */
  atRest?: true;
  /** The page's link has not been read yet: nothing may be shown, not even the controls. */
  unread?: true;
  /** Rows and what follows from them; absent while rows or the estimator are on their way. */
  tables?: Tables;
  view?: (kind: CalculatorKind) => CalculatorView;
  /** What the link said that could not be understood, and why nothing could be fetched. */
  problems: string[];
  /** The result the page's link was made with; gone with the first change. */
  seen?: SeenResult | undefined;
}
