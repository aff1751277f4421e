/** What a chapter's calculator is handed by its wrapper. */

import type { PanelAnswerProps } from '../../islands/panels/PanelAnswer.tsx';
import { OF_OWN, OF_PAGE } from '../../islands/panels/presenters.ts';
import type {
  OwnKind,
  OwnPanelProps,
  PageKind,
  PagePanelProps,
} from '../../islands/panels/types.ts';
import type { Option } from '../../islands/types.ts';
import type { PageControl } from '../../views/calculators/controls.ts';
import { givenFor } from '../../views/calculators/given.ts';
import {
  type ControlName,
  PANEL_KINDS,
  type PanelKind,
  type PanelKindName,
} from '../../views/calculators/kinds.ts';
import { usualOf } from '../../views/calculators/own-fields.ts';
import { sharedData } from '../../views/shared.ts';
import { idOf, type PageCalculators, pageProps } from './props.ts';

export const isPanelKind = (kind: string): kind is PanelKindName =>
  Object.hasOwn(PANEL_KINDS, kind);

const isPageKind = (kind: PanelKindName): kind is PageKind & PanelKindName =>
  Object.hasOwn(OF_PAGE, kind);

const options = (rows: Record<string, { id: string; name?: string }>): Option[] =>
  Object.values(rows).map(({ id, name }) => [id, name ?? id]);

/** Where the format is the question all of them are offered, elsewhere the common ones. */
function controlOf(name: ControlName, quantizations: Option[]): PageControl {
  const { tables } = sharedData().estimator;
  if (name === 'hw' || name === 'model') return { kind: 'picker', field: name };
  if (name === 'layers') return { kind: 'layers' };
  const lists: Partial<Record<ControlName, [string, Option[]]>> = {
    quant: ['Quantization', quantizations],
    kv: ['KV cache', options(tables.kvTypes)],
    runtime: ['Software', [['', 'the usual one'], ...options(tables.runtimes)]],
  };
  const list = lists[name];
  if (name === 'quant' || name === 'kv' || name === 'runtime')
    return { kind: 'select', field: name, label: list?.[0] ?? '', options: list?.[1] ?? [] };
  return { kind: 'ruler', name };
}

/** An island and the answer it stands with until a reader changes something. */
export type PanelIsland = { answer: PanelAnswerProps } & (
  | { props: PagePanelProps; own?: never }
  | { props?: never; own: OwnPanelProps }
);

interface Made {
  island: PanelIsland;
  page: PageCalculators | undefined;
}

type Attributes = { title?: string } & Record<string, unknown>;

/** Checks an author's attributes and gathers what the island is handed. */
export function panelIsland(
  kind: PanelKindName,
  { title, ...rest }: Attributes,
  page: PageCalculators | undefined,
): Promise<Made> {
  const definition: PanelKind = PANEL_KINDS[kind];
  const { presets } = givenFor(kind);
  const base = {
    title: title ?? definition.title,
    fields: definition.fields ?? [],
    chart: definition.chart === true,
    ...(presets && { presets }),
  };
  return isPageKind(kind)
    ? pagePanel(kind, base, rest, page)
    : ownPanel(kind, { ...base, id: idOf(kind, page) }, rest, page);
}

type Base = Pick<PagePanelProps, 'title' | 'fields' | 'chart' | 'presets'>;

async function ownPanel(
  kind: OwnKind,
  base: Base & { id: string },
  rest: Attributes,
  page: PageCalculators | undefined,
): Promise<Made> {
  const [strange] = Object.keys(rest);
  if (strange)
    throw new Error(`<Calculator kind="${kind}">: “${strange}” is not one of kind, title`);
  const { present } = await OF_OWN[kind]();
  const { id, fields } = base;
  const answer = { id, view: present(usualOf(fields)), href: `#${id}` };
  return { island: { answer, own: { ...base, kind } }, page };
}

async function pagePanel(
  kind: PageKind,
  base: Base,
  rest: Attributes,
  page: PageCalculators | undefined,
): Promise<Made> {
  const shared = pageProps(kind, rest, page);
  const { id, configuration, configureUrl } = shared.props;
  const { tables } = sharedData().estimator;
  const { data } = givenFor(kind);
  const formats = kind === 'size' ? options(tables.quantizations) : shared.quantizations;
  const { present } = await OF_PAGE[kind]();
  const view = present({ configuration, tables, own: usualOf(base.fields), data });
  const controls = (PANEL_KINDS[kind] as PanelKind).controls ?? [];
  const { frame } = view;
  if (!frame) throw new Error(`the calculator “${kind}” does not name its configuration`);
  const props: PagePanelProps = {
    ...shared.props,
    ...base,
    kind,
    frame,
    controls: controls.map((name) => controlOf(name, formats)),
    ...(data !== undefined && { data }),
  };
  const query = `?${frame.query}`;
  const answer = { id, view, href: `${query}#${id}`, configuration: configureUrl + query };
  return { island: { answer, props }, page: shared.page };
}
