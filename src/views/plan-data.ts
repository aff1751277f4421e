/** What `/plan/` judges with: prices, watts and noise of systems, and lists of comparable scores. */
import type { Catalogue } from '../catalogue/index.ts';
import type { MachineFacts, PlanData, ScoreList } from '../planning/data.ts';
import { siOf } from '../schema/quantity.ts';
import { costFacts } from './calculators/cost-facts.ts';
import { sharedData } from './shared.ts';

/** Fewer models than this are no list to choose from. */
const LEAST_SCORES = 5;

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const isBase = (variant: string | undefined): boolean => /\bbase\b/.test(variant ?? '');

/** One benchmark, one setting, one publisher, base or tuned: only such scores are compared. */
export function scoreLists({ tables, models }: Catalogue): Record<string, ScoreList> {
  const groups = new Map<string, { name: string; scores: Record<string, number> }>();
  for (const row of tables['model-quality']) {
    if (!models.has(row.model_id)) continue;
    const base = isBase(row.model_variant);
    const arena = row.benchmark === 'Arena text';
    const kind = base ? 'base models' : 'tuned models';
    const id = arena
      ? 'arena'
      : slug(
          `${row.benchmark} ${row.published_by.split(' ')[0]} ${row.setting} ${base ? 'base' : ''}`,
        );
    const name = arena
      ? 'LMArena votes'
      : `${row.benchmark}, ${row.setting ?? 'setting not told'} (${row.published_by}), ${kind}`;
    const group = groups.get(id) ?? { name, scores: {} };
    group.scores[row.model_id] ??= row.score;
    groups.set(id, group);
  }
  return Object.fromEntries(
    [...groups].filter(([, { scores }]) => Object.keys(scores).length >= LEAST_SCORES),
  );
}

function factsOf(catalogue: Catalogue): Record<string, MachineFacts> {
  const costs = costFacts();
  return Object.fromEntries(
    [...catalogue.systems.values()].map((system) => {
      const { price, currency, priceWords, old, loadWatts, idleWatts } = costs[system.id] ?? {};
      const noise = siOf(system.noise);
      const facts: MachineFacts = {
        ...(price !== undefined && { price }),
        ...(currency !== undefined && { currency }),
        ...(priceWords !== undefined && { priceWords }),
        ...(old && { old }),
        ...(loadWatts !== undefined && { loadWatts }),
        ...(idleWatts !== undefined && { idleWatts }),
        ...(noise !== undefined && { noiseDecibels: noise }),
      };
      return [system.id, facts];
    }),
  );
}

let data: PlanData | undefined;

/** Gathered once a build. */
export function planData(): PlanData {
  const { catalogue, estimator } = sharedData();
  data ??= {
    tables: estimator.tables,
    facts: factsOf(catalogue),
    lists: scoreLists(catalogue),
  };
  return data;
}
