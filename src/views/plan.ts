/** What a plan shows, as plain objects: the needs in words, the machines that meet them, and what others lack. */
import { DEFAULT_CONFIGURATION, format } from '../configuration/codec.ts';
import type { Configuration } from '../configuration/types.ts';
import { sizeOf } from '../planning/attempt.ts';
import type { PlanData } from '../planning/data.ts';
import { judge, type Outcome, type Plan } from '../planning/judge.ts';
import { type Mend, mendsOf } from '../planning/mend.ts';
import type { Needs } from '../planning/needs.ts';
import { wordChance } from '../planning/probability.ts';
import { compareRank, ORDERS, type Order } from '../planning/rank.ts';
import { axisOver } from './calculators/axes.ts';
import type { ChartView } from './calculators/panel.ts';
import { formatCount, formatRate, withUnit } from './format.ts';
import {
  chanceWords,
  dayWords,
  lackWords,
  mendWords,
  needsWords,
  plural,
  priceWords,
  sureWords,
  useWords,
} from './plan-words.ts';
import { RANGE_PROMISE } from './range-promise.ts';

export interface PlanRow {
  id: string;
  name: string;
  /** Below the site's base. */
  href: string;
  price: string;
  /** Model, format and engine. */
  what: string;
  /** `92 % likely to keep your limits`; empty where nothing runs. */
  chance: string;
  /** The same for a column: `92 %`. */
  sure: string;
  /** A sentence for each use. */
  uses: string[];
  lacks: string[];
  mends: string[];
  /** Queries of a link; absent where nothing runs. */
  query?: string;
}

export interface PlanView {
  query: string;
  needs: string[];
  /** How many do, and the first in order; then the firsts of the other orders, then what to expect of it. */
  answer: string[];
  /** `48 machines meet all needs, 19 of them likely.` */
  tally: string;
  /** Beside the list, where it shows old prices. */
  oldPrices?: string;
  counts: string;
  met: PlanRow[];
  near: PlanRow[];
  unpriced: PlanRow[];
  chart?: ChartView;
  remarks: string[];
}

const MOST_NEAR = 12;
const MOST_UNPRICED = 12;
/** Machines dearer than so many times the cheapest are listed, not drawn. */
const DRAWN_PRICES = 12;

/** The link of an outcome: the use that is hardest to serve. */
function queryOf(
  { system, attempt }: Outcome,
  needs: Needs,
  { tables }: PlanData,
): string | undefined {
  if (!attempt) return undefined;
  const [hardest] = [...attempt.uses].sort((a, b) => a.chance - b.chance);
  const found = hardest && sizeOf(hardest.use.useCase, tables);
  const usual = tables.devices[system.gpuId ?? system.hostId ?? '']?.defaultRuntime;
  const configuration: Configuration = {
    ...DEFAULT_CONFIGURATION,
    hw: system.id,
    model: attempt.model,
    quant: attempt.quant,
    users: needs.users,
    ...(found && { prompt: found.promptTokens, gen: found.generatedTokens }),
    ...(attempt.runtime !== usual && { runtime: attempt.runtime }),
  };
  return format(configuration);
}

function rowOf(outcome: Outcome, needs: Needs, data: PlanData, mends: readonly Mend[]): PlanRow {
  const { system, attempt, missing } = outcome;
  const { tables } = data;
  const query = queryOf(outcome, needs, data);
  const names = attempt && [
    tables.models[attempt.model]?.name ?? attempt.model,
    tables.quantizations[attempt.quant]?.name ?? attempt.quant,
    tables.runtimes[attempt.runtime]?.name ?? attempt.runtime,
  ];
  return {
    id: system.id,
    name: system.name,
    href: `/systems/${system.id}/`,
    price: priceWords(outcome),
    what: names?.join(', ') ?? 'nothing at or above the floor runs',
    chance: attempt ? chanceWords(attempt.chance) : '',
    sure: attempt ? sureWords(attempt.chance) : '',
    uses: attempt ? [...attempt.uses.map(useWords), dayWords(attempt)] : [],
    lacks: missing.map((one) => lackWords(one, outcome, needs)),
    mends: mends.map((mend) => mendWords(mend, outcome, data)),
    ...(query !== undefined && { query }),
  };
}

/** Price against the speed of the slowest use, with the front of those nobody beats in both. */
function chartOf({ met, front }: Plan, { currency }: Needs): ChartView | undefined {
  const all = met.filter(({ price }) => price > 0);
  const cheapest = Math.min(...all.map(({ price }) => price));
  const priced = all.filter(({ price }) => price <= DRAWN_PRICES * cheapest);
  if (priced.length < 3) return undefined;
  const point = ({ price, speed }: { price: number; speed: number }) => ({ x: price, y: speed });
  const paid = front.filter(({ price }) => price > 0 && price <= DRAWN_PRICES * cheapest);
  const unbeaten =
    paid.length === 1
      ? 'one of them beats all others in both'
      : `the line joins the ${formatCount(paid.length)} that none beats in both`;
  return {
    title: 'Price against speed',
    description: `Each mark is a machine that meets all needs with the best model it can run; ${unbeaten}. Machines at more than ${DRAWN_PRICES} times the lowest price are only listed below; old prices are drawn as they were.`,
    x: axisOver(
      `Price, ${currency}`,
      'log',
      priced.map(({ price }) => price),
    ),
    y: axisOver(
      'Token generation of the slowest use, tok/s',
      'log',
      priced.map(({ speed }) => speed),
    ),
    series: [
      {
        id: 'met',
        name: 'Meets all needs',
        line: 'none',
        curve: [],
        measured: { mark: 'circle', name: 'estimated', points: priced.map(point) },
      },
      { id: 'front', name: 'Beaten by none', line: 'solid', curve: paid.map(point) },
    ],
  };
}

const ORDER_WORDS: Readonly<Record<Order, readonly [first: string, also: string]>> = {
  cheapest: ['Cheapest that keeps all limits', 'is the cheapest'],
  model: ['Best model', 'has the best model'],
  fastest: ['Fastest', 'is the fastest'],
};

/** `within 10,000 USD`, or `at any price`. */
const withinWords = ({ budget, currency }: Needs): string =>
  budget === undefined ? 'at any price' : `within ${withUnit(formatCount(budget), currency)}`;

/** The first machine of each order, a sentence each; the order asked for comes first. */
function firstsOf({ met }: Plan, needs: Needs, data: PlanData): string[] {
  const orders = [needs.order, ...ORDERS.filter((order) => order !== needs.order)];
  const named = new Map<string, Order[]>();
  for (const order of orders) {
    const id = met.toSorted(compareRank(order))[0]?.system.id ?? '';
    named.set(id, [...(named.get(id) ?? []), order]);
  }
  return [...named].flatMap(([id, [order, ...also]]) => {
    const best = met.find(({ system }) => system.id === id);
    if (!best || !order) return [];
    const { name, price, what, chance } = rowOf(best, needs, data, []);
    const [first] = ORDER_WORDS[order];
    const within = order === 'cheapest' ? '' : ` ${withinWords(needs)}`;
    const each = order === 'fastest' ? ', each with the best model it runs' : '';
    const too = also.map((one) => ORDER_WORDS[one][1]).join(' and ');
    return [
      `${first}${within}${each}: ${name}, ${price}, with ${what}, at ${formatRate(best.speed)}; ${chance}.${too && ` It ${too} ${withinWords(needs)} too.`}`,
    ];
  });
}

/** A machine that an old price puts below the cheapest of today. */
function cheaperOnceOf({ met: [best, ...rest] }: Plan, needs: Needs, data: PlanData): string[] {
  if (!best || best.old || needs.order !== 'cheapest') return [];
  const once = rest.find(
    ({ old, price, chance }) =>
      old && price < best.price && wordChance(chance) === wordChance(best.chance),
  );
  if (!once) return [];
  const { name, price, what, chance } = rowOf(once, needs, data, []);
  return [`By an old price it may be had for less: ${name}, ${price}, with ${what}; ${chance}.`];
}

const tallyOf = ({ met }: Plan): string =>
  `${plural(met.length, 'machine meets', 'machines meet')} all needs, ${formatCount(met.filter(({ chance }) => wordChance(chance) === 'likely').length)} of them likely.`;

function answerOf(plan: Plan, rows: readonly PlanRow[], needs: Needs, data: PlanData): string[] {
  const { near, unpriced } = plan;
  const [first] = rows;
  if (!first)
    return [
      near.length > 0
        ? `No machine with a known price meets all needs. ${plural(near.length, 'machine misses', 'machines miss')} one; below is what would mend it.`
        : 'No machine here meets these needs, and none misses only one. Lower the floor, the class or the context.',
      ...(unpriced.length > 0
        ? [
            `${plural(unpriced.length, 'machine', 'machines')} would do if what no source tells suits: its price, watts or noise.`,
          ]
        : []),
    ];
  const [asked = '', ...others] = firstsOf(plan, needs, data);
  return [
    `${tallyOf(plan)} ${asked}`,
    ...others,
    ...cheaperOnceOf(plan, needs, data),
    `What to expect of ${first.name}: ${first.uses.join(' ')}`,
  ];
}

const OLD_PRICES =
  'Prices marked old are from before memory prices rose late in 2025: expect these machines to cost more, and ask before you compare. They stand behind those with a recent price that are as likely.';

/** Judges and words a plan. */
export function planView(needs: Needs, query: string, data: PlanData): PlanView {
  const plan = judge(needs, data);
  const met = plan.met.map((outcome) => rowOf(outcome, needs, data, []));
  const near = plan.near
    .slice(0, MOST_NEAR)
    .map((outcome) => rowOf(outcome, needs, data, mendsOf(outcome, needs, data)));
  const unpriced = plan.unpriced
    .slice(0, MOST_UNPRICED)
    .map((outcome) => rowOf(outcome, needs, data, []));
  const chart = chartOf(plan, needs);
  const { considered, estimated } = plan.counts;
  return {
    query,
    needs: needsWords(needs, data),
    answer: answerOf(plan, met, needs, data),
    tally: tallyOf(plan),
    ...(plan.met.some(({ old }) => old) && { oldPrices: OLD_PRICES }),
    counts: `${formatCount(considered)} combinations of system, model, format and engine judged: ${formatCount(estimated)} estimated in full, the rest ruled out by floor, format, memory or bandwidth, or like one already estimated.`,
    met,
    near,
    unpriced,
    ...(chart && { chart }),
    remarks: [
      `Likely to keep your limits means to reach the class of each use; below four in five a machine is called borderline, below two in five unlikely. Chances follow from the ranges. ${RANGE_PROMISE}`,
      ...(needs.cloud
        ? [
            'Data may leave the house, so set the first against an API on the page of costs before you buy.',
          ]
        : []),
      ...(needs.noise !== undefined || needs.watts !== undefined
        ? [
            'Where no source tells watts or noise, a machine is not ruled out by them: ask its maker.',
          ]
        : []),
    ],
  };
}
