/** The comparisons that have a page of their own, and the page of all of them. */
import { loadComparisons, type NamedComparison } from '../catalogue/comparisons.ts';
import { comparePath } from '../configuration/several.ts';
import { type ComparisonView, comparisonView } from './comparison.ts';
import { type FactsFile, factsOfConfiguration } from './machine-facts.ts';
import { machineFacts } from './machine-facts-file.ts';
import { sharedData } from './shared.ts';

let named: NamedComparison[] | undefined;
let facts: FactsFile | undefined;

/** Facts of all machines, worded once a build. */
export function siteFactsFile(): FactsFile {
  facts ??= machineFacts(sharedData().catalogue);
  return facts;
}

export function namedComparisons(): NamedComparison[] {
  named ??= loadComparisons(sharedData().estimator.tables);
  return named;
}

export interface ComparisonPage extends NamedComparison {
  view: ComparisonView;
  /** The same in the page where everything can be changed, below the site's base. */
  changePath: string;
  briefPath: string;
}

export function comparisonPage(one: NamedComparison): ComparisonPage {
  const file = siteFactsFile();
  const { configurations, pinned } = one.several;
  const changePath = comparePath(configurations, pinned);
  return {
    ...one,
    view: comparisonView(one.several, sharedData().estimator.tables, (configuration) =>
      factsOfConfiguration(configuration, file),
    ),
    changePath,
    briefPath: changePath.replace('/compare/', '/brief/'),
  };
}

/** Questions with their answers, in the order of the data file. */
export const comparisonList = (): { question: string; answer: string; href: string }[] =>
  namedComparisons().map((one) => ({
    question: one.question,
    answer: comparisonPage(one)
      .view.verdicts.map(({ headline }) => headline)
      .join(' '),
    href: `/compare/${one.id}/`,
  }));
