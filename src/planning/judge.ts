/** Every system, model, format and engine against a reader's needs. */
import type { EstimationInput, ModelRow, SystemRow } from '../estimation/types.ts';
import { weightBytes } from '../estimation/weights.ts';
import { type Attempt, attempt, baseOf, isEnough, shortOf } from './attempt.ts';
import { type Candidate, candidatesOf, formatsOf, OTHER_ENGINES, partsOf } from './candidates.ts';
import { type MachineFacts, ORDER_LIST, type PlanData } from './data.ts';
import type { Needs } from './needs.ts';
import { compareRank, paretoFront, type Rankable } from './rank.ts';

/** What a machine lacks. */
export type Missing =
  | 'speed'
  | 'day'
  | 'memory'
  | 'context'
  | 'budget'
  | 'watts'
  | 'noise'
  | 'price'
  | 'currency'
  | 'unmeasured';

export interface Outcome {
  system: SystemRow;
  facts: MachineFacts;
  owned: boolean;
  /** The best model that meets the needs there, else the attempt that comes nearest. */
  attempt?: Attempt;
  missing: Missing[];
}

export interface Ranked extends Outcome, Rankable {
  attempt: Attempt;
}

export interface Counts {
  /** Systems × models × formats × engines of the catalogue. */
  considered: number;
  /** Estimated in full. */
  estimated: number;
}

export interface Plan {
  /** Meets all needs, in the order asked for. */
  met: Ranked[];
  /** Misses one. */
  near: Outcome[];
  /** Fast enough, but no source tells its price, watts or noise, or the price is in another currency. */
  unpriced: Outcome[];
  /** Nobody beats these in both price and speed. */
  front: Ranked[];
  counts: Counts;
}

/** No run has beaten the published bandwidth by more. */
const MOST_OF_BANDWIDTH = 1.3;

interface Context {
  needs: Needs;
  data: PlanData;
  candidates: Candidate[];
  counts: Counts;
  weights: Map<string, number>;
}

function bytesOf(context: Context, model: ModelRow, quant: string): number {
  const key = `${model.id}|${quant}`;
  const known = context.weights.get(key);
  if (known !== undefined) return known;
  const row = context.data.tables.quantizations[quant];
  const bytes = row ? weightBytes(model, row).file : Number.POSITIVE_INFINITY;
  context.weights.set(key, bytes);
  return bytes;
}

/** Memory and bandwidth of a machine: bounds that need no estimate. */
function boundsOf({ machine }: EstimationInput) {
  const cards = Math.max(1, machine.acceleratorCount);
  const own = machine.unifiedMemory ? 0 : (machine.acceleratorMemoryBytes ?? 0) * 1.074 * cards;
  const bandwidth = Math.max(
    (machine.accelerator?.bandwidthBytesPerSecond ?? 0) * cards,
    machine.ramBandwidthBytesPerSecond ?? 0,
    machine.host?.bandwidthBytesPerSecond ?? 0,
  );
  return { memoryBytes: own + (machine.ramBytes ?? 0) * 1.074, bandwidth };
}

/** Whether the data sheet alone rules it out: too large, or too many bytes for each token. */
function isHopeless(context: Context, base: EstimationInput, model: ModelRow, quant: string) {
  const { memoryBytes, bandwidth } = boundsOf(base);
  const bytes = bytesOf(context, model, quant);
  if (bytes > memoryBytes) return true;
  if (!context.needs.uses.some((use) => use.class === 'interactive') || bandwidth === 0)
    return false;
  const active =
    bytes * ((model.activeParameters ?? model.totalParameters) / model.totalParameters);
  const most = (MOST_OF_BANDWIDTH * bandwidth) / active;
  return most < (base.thresholds?.interactiveTokensPerSecond ?? 0) * 0.8;
}

function tryOne(context: Context, base: EstimationInput, model: ModelRow, quant: string) {
  context.counts.estimated += context.needs.uses.length;
  return attempt(base, model, quant, context.needs, context.data.tables);
}

/** The heaviest format that is still enough; the lightest is known to be. */
function heaviest(
  context: Context,
  base: EstimationInput,
  model: ModelRow,
  [lightest, ...heavier]: string[],
  found: Attempt,
): Attempt {
  let best = found;
  // More bits are slower and larger: the first that is not enough ends the search.
  for (const quant of heavier) {
    if (isHopeless(context, base, model, quant)) return best;
    const next = tryOne(context, base, model, quant);
    if (!next || !isEnough(next, context.needs)) return best;
    best = next;
  }
  return lightest ? best : found;
}

const better = (a: Attempt | undefined, b: Attempt | undefined): Attempt | undefined => {
  if (!a || !b) return a ?? b;
  return b.chance > a.chance || (b.chance === a.chance && b.speed > a.speed) ? b : a;
};

interface Found {
  enough?: Attempt;
  nearest?: Attempt;
}

/** The best model that is enough on a machine under one engine, or the attempt nearest to it. */
function search(context: Context, base: EstimationInput): Found {
  let nearest: Attempt | undefined;
  for (const { model } of context.candidates) {
    const formats = formatsOf(model, base.runtime.id, context.needs.bits);
    const [lightest] = formats;
    if (!lightest || isHopeless(context, base, model, lightest)) continue;
    const made = tryOne(context, base, model, lightest);
    if (made && isEnough(made, context.needs))
      return { enough: heaviest(context, base, model, formats, made) };
    nearest = better(nearest, made);
  }
  return nearest ? { nearest } : {};
}

function searchAll(context: Context, system: SystemRow): Found {
  const { needs, data } = context;
  const usual = baseOf(system.id, undefined, needs.users, data.tables);
  const first = usual ? search(context, usual) : {};
  if (first.enough) return first;
  let nearest = first.nearest;
  for (const engine of OTHER_ENGINES) {
    // Nobody need choose Vulkan where CUDA runs, and its runs on such cards are few.
    if (engine === 'llama.cpp-vulkan' && usual?.runtime.backend === 'cuda') continue;
    const base =
      engine === usual?.runtime.id
        ? undefined
        : baseOf(system.id, engine, needs.users, data.tables);
    const found = base ? search(context, base) : {};
    if (found.enough) return found;
    nearest = better(nearest, found.nearest);
  }
  return nearest ? { nearest } : {};
}

/**
 * Least watts a machine can be thought to draw while it answers, where nobody measured it: a third of
 * what its cards are rated at. The five machines with cards that were measured draw 0.7 to 1.7 of it.  [W]
 */
export function leastWatts(system: SystemRow, { tables }: PlanData): number | undefined {
  const card = system.gpuId === undefined ? undefined : tables.devices[system.gpuId];
  return card?.tdpWatts === undefined ? undefined : (system.gpuCount * card.tdpWatts) / 3;
}

function missingOf(
  { needs, data }: Context,
  system: SystemRow,
  facts: MachineFacts,
  owned: boolean,
  found: Found,
): Missing[] {
  const missing: Missing[] = [];
  const { enough, nearest } = found;
  if (!enough) {
    if (nearest) missing.push(...shortOf(nearest, needs));
    else missing.push('memory');
  }
  const { price, currency, loadWatts, noiseDecibels } = facts;
  if (!owned && price === undefined) missing.push('price');
  else if (!owned && currency !== needs.currency) missing.push('currency');
  else if (!owned && needs.budget !== undefined && (price ?? 0) > needs.budget)
    missing.push('budget');
  const drawn = loadWatts ?? leastWatts(system, data);
  const hungry = needs.watts !== undefined && drawn !== undefined && drawn > needs.watts;
  if (hungry) missing.push('watts');
  if (needs.noise !== undefined && noiseDecibels !== undefined && noiseDecibels > needs.noise)
    missing.push('noise');
  const quiet = needs.noise === undefined || noiseDecibels !== undefined;
  const frugal = needs.watts === undefined || hungry || loadWatts !== undefined;
  if (!quiet || !frugal) missing.push('unmeasured');
  return missing;
}

/** What only an answer from its maker or seller can settle. */
const UNTOLD: readonly Missing[] = ['price', 'currency', 'unmeasured'];

function rankedOf(outcome: Outcome, context: Context): Ranked[] {
  const { attempt: made, facts, owned } = outcome;
  if (!made || outcome.missing.length > 0) return [];
  const { tables, lists } = context.data;
  const { floor } = context.needs;
  const list = lists[floor.kind === 'score' ? floor.list : ORDER_LIST];
  const model = tables.models[made.model];
  return [
    {
      ...outcome,
      attempt: made,
      price: owned ? 0 : (facts.price ?? 0),
      old: !owned && facts.old === true,
      speed: made.speed,
      chance: made.chance,
      score: list?.scores[made.model] ?? 0,
      bytes: model ? bytesOf(context, model, made.quant) : 0,
    },
  ];
}

const priceOf = ({ facts }: Outcome): number => facts.price ?? Number.POSITIVE_INFINITY;
/** What lacks only money or quiet comes first; the slow follow, the least slow before. */
const slowness = ({ attempt: made }: Outcome): number =>
  made && made.chance >= 0.5 ? 0 : 1 - (made?.chance ?? 0);

const byNearness = (a: Outcome, b: Outcome): number =>
  slowness(a) - slowness(b) || priceOf(a) - priceOf(b);

/** Judges the whole catalogue. Equal machines are estimated once. */
export function judge(needs: Needs, data: PlanData): Plan {
  const { systems, models, quantizations, runtimes } = data.tables;
  const sizes = [systems, models, quantizations, runtimes].map((rows) => Object.keys(rows).length);
  const counts = { considered: sizes.reduce((a, b) => a * b, 1), estimated: 0 };
  const candidates = candidatesOf(needs, data);
  const context: Context = { needs, data, candidates, counts, weights: new Map() };
  const byParts = new Map<string, Found>();
  const outcomes = Object.values(systems).map((system): Outcome => {
    const parts = partsOf(system);
    const found = byParts.get(parts) ?? searchAll(context, system);
    byParts.set(parts, found);
    const facts = data.facts[system.id] ?? {};
    const owned = needs.owned.includes(system.id);
    const made = found.enough ?? found.nearest;
    return {
      system,
      facts,
      owned,
      ...(made && { attempt: made }),
      missing: missingOf(context, system, facts, owned, found),
    };
  });
  const met = outcomes
    .flatMap((outcome) => rankedOf(outcome, context))
    .sort(compareRank(needs.order));
  return {
    met,
    front: paretoFront(met),
    near: outcomes
      .filter(({ missing: [only, ...more] }) => only && more.length === 0 && !UNTOLD.includes(only))
      .sort(byNearness),
    unpriced: outcomes
      .filter(({ missing }) => missing.length > 0 && missing.every((one) => UNTOLD.includes(one)))
      .sort((a, b) => (b.attempt?.speed ?? 0) - (a.attempt?.speed ?? 0)),
    counts,
  };
}
