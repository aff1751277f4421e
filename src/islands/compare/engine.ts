/** What a comparison fetches once it has woken: its link, its words, the estimator. */
export { DEFAULT_CONFIGURATION } from '../../configuration/codec.ts';
export { FIELDS, readValue } from '../../configuration/fields.ts';
export { formatSeveral, parseSeveral } from '../../configuration/several.ts';
export { missingIds } from '../../configuration/subset.ts';
export { comparisonView } from '../../views/comparison.ts';
export { comparisonMarkdown } from '../../views/comparison-markdown.ts';
export { factsOfConfiguration } from '../../views/machine-facts.ts';
