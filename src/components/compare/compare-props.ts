/** What the page of comparisons is handed: the first pair of priced machines of the data file, as built. */

import type { NamedComparison } from '../../catalogue/comparisons.ts';
import { DEFAULT_CONFIGURATION } from '../../configuration/index.ts';
import type { CompareProps } from '../../islands/compare/Compare.tsx';
import type { Option } from '../../islands/types.ts';
import { frameOf } from '../../views/calculator.ts';
import { comparisonPage, namedComparisons, siteFactsFile } from '../../views/comparison-pages.ts';
import { pricedOf } from '../../views/machine-facts.ts';
import { sharedData } from '../../views/shared.ts';
import { cataloguePath } from '../calculators/catalogue-file.ts';
import { link } from '../site/link.ts';
import { factsPath } from './facts-file.ts';

/** Whole machines of which the prices of today are told: what a first look can answer. */
const isPriced = ({ several }: NamedComparison): boolean =>
  several.configurations.every(({ hw }) => {
    const price = pricedOf(siteFactsFile()[hw]?.price);
    return price !== undefined && !price.part && !price.old;
  });

export function compareProps() {
  const [any] = namedComparisons();
  if (!any) throw new Error('content/data/comparisons.yaml is empty');
  const first = namedComparisons().find(isPriced) ?? any;
  const { view } = comparisonPage(first);
  const { tables } = sharedData().estimator;
  const { several } = first;
  const used = new Set(several.configurations.map(({ quant }) => quant));
  const props: CompareProps = {
    several,
    names: several.configurations.map((one) => frameOf(one, tables).names),
    quantizations: [...used].map((id): Option => [id, tables.quantizations[id]?.name ?? id]),
    defaults: { ...DEFAULT_CONFIGURATION },
    catalogueUrl: link(cataloguePath()),
    factsUrl: link(factsPath()),
    base: link('/').replace(/\/$/, ''),
    query: view.query,
  };
  return { props, view };
}
