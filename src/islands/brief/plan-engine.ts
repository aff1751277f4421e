/** What the page of briefs fetches for a plan. */
import type { PlanData } from '../../planning/data.ts';
import { parseNeeds } from '../../planning/needs.ts';
import type { BriefContext } from '../../views/brief.ts';
import { planBrief } from '../../views/brief-plan.ts';
import type { Made } from './engine.ts';

const keys = (rows: object): Set<string> => new Set(Object.keys(rows));

/** The document a plan's address asks for; what the address says wrongly is named. */
export function planBriefOf(query: string, data: PlanData, context: BriefContext): Made {
  const { tables, lists } = data;
  const { needs, problems } = parseNeeds(query, {
    useCases: new Set(tables.useCases.map(({ id }) => id)),
    models: keys(tables.models),
    systems: keys(tables.systems),
    lists: keys(lists),
  });
  return {
    brief: planBrief(needs, data, context),
    problems: problems.map(({ message }) => message),
  };
}
