/** What a calculator's wrapper makes of its author's attributes. */
import { FIELDS, parse } from '../../configuration/index.ts';
import { missingIds, rowsFor } from '../../configuration/subset.ts';
import type { Tables } from '../../configuration/tables.ts';
import type { Configuration } from '../../configuration/types.ts';
import type { CalculatorProps, IslandProps, Option } from '../../islands/types.ts';
import { CALCULATOR_KINDS, type CalculatorKind, present } from '../../views/calculator.ts';
import { sharedData } from '../../views/shared.ts';
import { link } from '../site/link.ts';
import { cataloguePath } from './catalogue-file.ts';

const TITLES: Record<CalculatorKind, string> = {
  pp: 'How fast is a prompt read?',
  ttft: 'How long until the first token?',
  tg: 'How fast is an answer written?',
  fit: 'How large is it, and does it fit?',
};

/** Attributes an author may give: the kind, a title, and the page's configuration as in a link. */
export type Attributes = { kind: CalculatorKind; title?: string } & Record<string, unknown>;

const fail = (message: string): never => {
  throw new Error(`<Calculator>: ${message}`);
};

/** The page's configuration from attributes such as `hw="rtx-4090" prompt={1024}`. */
function configurationOf(attributes: Record<string, unknown>): Configuration {
  const keys = FIELDS.map((field) => field.key);
  const given = Object.entries(attributes);
  const strange = given.find(([key]) => !keys.includes(key));
  if (strange) fail(`“${strange[0]}” is not one of kind, title, ${keys.join(', ')}`);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  const { configuration, problems } = parse(query.toString());
  if (problems.length > 0) fail(problems.map((one) => one.message).join('; '));
  const missing = missingIds(configuration, sharedData().estimator.tables);
  if (missing.length > 0)
    fail(missing.map((key) => `the catalogue has no ${key} “${configuration[key]}”`).join('; '));
  return configuration;
}

const options = (rows: Record<string, { id: string; name?: string }>): Option[] =>
  Object.values(rows).map(({ id, name }) => [id, name ?? id]);

/** Formats most files are offered in; the configurator has them all. */
const COMMON = new Set(
  'f16 q8_0 q6_k q5_k_m q4_k_m q4_k_s q4_0 iq4_xs q3_k_m iq3_xxs q2_k iq2_xs mxfp4'.split(' '),
);

function commonFormats(tables: Tables, own: string): Tables['quantizations'] {
  const rows = Object.entries(tables.quantizations);
  return Object.fromEntries(rows.filter(([id]) => COMMON.has(id) || id === own));
}

/** One page has one configuration, and the first of its calculators carries the rows. */
export interface PageCalculators {
  configuration: string;
  kinds: string[];
}

/** `calculator-tg`, and `calculator-tg-2` for the second of a kind. */
export function idOf(kind: string, page: PageCalculators | undefined): string {
  const times = page?.kinds.filter((one) => one === kind).length ?? 0;
  return times > 0 ? `calculator-${kind}-${times + 1}` : `calculator-${kind}`;
}

/** What every calculator of a page's configuration is handed, and the formats it offers. */
export function pageProps(
  kind: string,
  attributes: Record<string, unknown>,
  page: PageCalculators | undefined,
) {
  const configuration = configurationOf(attributes);
  const own = JSON.stringify(configuration);
  if (page && page.configuration !== own)
    fail('all calculators of a page share one configuration: give each the same attributes');
  const { tables } = sharedData().estimator;
  const quantizations = commonFormats(tables, configuration.quant);
  const props: IslandProps & { id: string } = {
    id: idOf(kind, page),
    configuration,
    rows: page ? undefined : { ...rowsFor(configuration, tables), quantizations },
    catalogueUrl: link(cataloguePath()),
    configureUrl: link('/configure/'),
  };
  const kinds = [...(page?.kinds ?? []), kind];
  return { props, quantizations: options(quantizations), page: { configuration: own, kinds } };
}

/** Checks an author's attributes and gathers what the island is handed. */
export function calculatorProps(
  { kind, title, ...rest }: Attributes,
  page: PageCalculators | undefined,
): { props: CalculatorProps; page: PageCalculators } {
  if (!CALCULATOR_KINDS.includes(kind))
    fail(`kind must be one of ${CALCULATOR_KINDS.join(', ')}, got ${kind}`);
  const shared = pageProps(kind, rest, page);
  const { configuration } = shared.props;
  const { tables } = sharedData().estimator;
  const props: CalculatorProps = {
    ...shared.props,
    kind,
    title: title ?? TITLES[kind],
    view: present(configuration, tables)(kind),
    quantizations: shared.quantizations,
    kvTypes: kind === 'fit' ? options(tables.kvTypes) : [],
  };
  return { props, page: shared.page };
}
