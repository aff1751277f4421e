/** What the page of briefs fetches once its address names one: which document, and its words. */
import { parse } from '../../configuration/codec.ts';
import { parseSeveral } from '../../configuration/several.ts';
import type { BriefContext, BriefDocument } from '../../views/brief.ts';
import { comparisonBrief } from '../../views/brief-comparison.ts';
import { configurationBrief } from '../../views/brief-configuration.ts';
import type { BriefData } from '../../views/brief-words.ts';
import { type FactsFile, factSentences, factsOfConfiguration } from '../../views/machine-facts.ts';

export { briefJson, briefMarkdown } from '../../views/brief.ts';

export interface Made {
  brief?: BriefDocument;
  /** What the link said wrongly, and why there is no brief. */
  problems: string[];
}

export const dataOf = (parts: Omit<BriefData, 'machineFacts'>, facts: FactsFile): BriefData => ({
  ...parts,
  facts,
  machineFacts: (configuration, name) =>
    factSentences(name, factsOfConfiguration(configuration, facts)),
});

/** The document an address asks for: of several configurations, or of one. */
export function briefOf(query: string, data: BriefData, context: BriefContext): Made {
  const several = parseSeveral(query);
  const one = several.configurations.length < 2;
  const problems = (one ? soleProblems(query) : several.problems).map(({ message }) => message);
  const made =
    one && several.configurations[0]
      ? configurationBrief(several.configurations[0], data, context)
      : comparisonBrief(several, data, context);
  if ('problems' in made) return { problems: [...problems, ...made.problems] };
  return { brief: made, problems };
}

/** Of a link to one configuration, with or without its letter. */
const soleProblems = (query: string) =>
  /(^|[?&])[a-z]\./.test(query) ? parseSeveral(query).problems : parse(query).problems;
