import type { Tables } from '../../configuration/tables.ts';
import type { PlanData } from '../../planning/data.ts';
import type { FactsFile } from '../../views/machine-facts.ts';
import type { Provenance } from '../../views/provenance.ts';
import type { BriefProps } from './Brief.tsx';

async function json<Body>(url: string): Promise<Body> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Body;
}

/** Today where the reader is, as `2026-11-21`. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A plan's link names uses or a floor; a configuration's does neither. */
const isPlan = (query: string): boolean => /[?&](use|least)=/.test(query);

async function loadPlan(query: string, props: BriefProps) {
  const [{ planBriefOf }, { Paper }, tables, rest] = await Promise.all([
    import('./plan-engine.ts'),
    import('./Paper.tsx'),
    json<Tables>(props.catalogueUrl),
    json<Omit<PlanData, 'tables'>>(props.planUrl),
  ]);
  const context = { site: location.origin + props.base, date: today(), data: props.data };
  return { ...planBriefOf(query, { tables, ...rest }, context), Paper };
}

/** Fetches all that a brief needs and writes it. */
export async function loadBrief(query: string, props: BriefProps) {
  if (isPlan(query)) return loadPlan(query, props);
  const [engine, { Paper }, tables, provenance, facts] = await Promise.all([
    import('./engine.ts'),
    import('./Paper.tsx'),
    json<Tables>(props.catalogueUrl),
    json<Provenance>(props.provenanceUrl),
    json<FactsFile>(props.factsUrl),
  ]);
  const context = { site: location.origin + props.base, date: today(), data: props.data };
  return { ...engine.briefOf(query, engine.dataOf({ tables, provenance }, facts), context), Paper };
}
