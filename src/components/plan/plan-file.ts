/** What planning needs beside the catalogue's rows, as one static file named by what it holds. */
import { createHash } from 'node:crypto';
import type { PlannerProps } from '../../islands/plan/Planner.tsx';
import { planData } from '../../views/plan-data.ts';
import { planOf } from '../../views/plan-pages.ts';
import { cataloguePath } from '../calculators/catalogue-file.ts';
import { link } from '../site/link.ts';

export function planBody(): string {
  const { facts, lists } = planData();
  return JSON.stringify({ facts, lists });
}

export const planName = (): string =>
  `plan-${createHash('sha256').update(planBody()).digest('hex').slice(0, 10)}`;

const USUAL = 'use=uc2:20:interactive&least=8b&v=1';

/** What the island is handed; its answer is made at build. */
export function plannerProps(): PlannerProps {
  const { tables, lists } = planData();
  const scored = Object.keys(lists['arena']?.scores ?? {});
  const byName = (a: readonly [string, string], b: readonly [string, string]) =>
    a[1].localeCompare(b[1]);
  return {
    base: link('/').replace(/\/$/, ''),
    catalogueUrl: link(cataloguePath()),
    planUrl: link(`/data/${planName()}.json`),
    useCases: tables.useCases
      .filter(({ set }) => set === 'guide')
      .map(({ id, name }) => [id, `${id.toUpperCase()} ${name}`] as const),
    models: scored.map((id) => [id, tables.models[id]?.name ?? id] as const).sort(byName),
    lists: Object.entries(lists).map(([id, { name }]) => [id, name] as const),
    systems: Object.values(tables.systems)
      .map(({ id, name }) => [id, name] as const)
      .sort(byName),
    view: planOf(USUAL),
  };
}
