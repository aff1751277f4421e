/** Judging, away from the page: fetched once, then asked as often as the reader changes a need. */
import type { Tables } from '../../configuration/tables.ts';
import type { PlanData } from '../../planning/data.ts';
import { formatNeeds, parseNeeds } from '../../planning/needs.ts';
import { type PlanView, planView } from '../../views/plan.ts';

export interface Urls {
  catalogueUrl: string;
  planUrl: string;
}

export interface Answered {
  /** What was asked, to tell a late answer from the newest. */
  asked: string;
  view?: PlanView;
  problems: string[];
}

let data: Promise<PlanData> | undefined;

async function json<Body>(url: string): Promise<Body> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Body;
}

async function load({ catalogueUrl, planUrl }: Urls): Promise<PlanData> {
  const [tables, rest] = await Promise.all([
    json<Tables>(catalogueUrl),
    json<Omit<PlanData, 'tables'>>(planUrl),
  ]);
  return { tables, ...rest };
}

const keys = (rows: object): Set<string> => new Set(Object.keys(rows));

/** Reads the needs, judges the catalogue and words the answer. */
export async function answer(query: string, urls: Urls): Promise<Answered> {
  data ??= load(urls);
  const { tables, lists, facts } = await data;
  const known = {
    useCases: new Set(tables.useCases.map(({ id }) => id)),
    models: keys(tables.models),
    systems: keys(tables.systems),
    lists: keys(lists),
  };
  const { needs, problems } = parseNeeds(query, known);
  const view = planView(needs, formatNeeds(needs), { tables, lists, facts });
  return { asked: query, view, problems: problems.map(({ message }) => message) };
}
