/** The plans that are answered at build: the usual needs, and named situations. */
import { loadSituations } from '../catalogue/situations.ts';
import { type Known, parseNeeds } from '../planning/needs.ts';
import type { Situation } from '../schema/situations.ts';
import { type PlanView, planView } from './plan.ts';
import { planData } from './plan-data.ts';

export interface SituationPage extends Situation {
  view: PlanView;
}

const keys = (rows: object): Set<string> => new Set(Object.keys(rows));

/** Ids a plan's link may name. */
export function knownToPlans(): Known {
  const { tables, lists } = planData();
  return {
    useCases: new Set(tables.useCases.map(({ id }) => id)),
    models: keys(tables.models),
    systems: keys(tables.systems),
    lists: keys(lists),
  };
}

/** @throws Error where a link names what does not exist. */
export function planOf(query: string): PlanView {
  const { needs, problems } = parseNeeds(query, knownToPlans());
  if (problems.length > 0)
    throw new Error(`plan “${query}”: ${problems.map(({ message }) => message).join('; ')}`);
  return planView(needs, query, planData());
}

let pages: SituationPage[] | undefined;

export function situationPages(): SituationPage[] {
  pages ??= loadSituations().map((one) => ({ ...one, view: planOf(one.needs) }));
  return pages;
}
