/** What a plan shows, as plain objects: the needs in words, the machines that meet them, and what others lack. */
import { DEFAULT_CONFIGURATION, format } from '../configuration/codec.ts';
import type { Configuration } from '../configuration/types.ts';
import { isUnknown } from '../estimation/types.ts';
import { type Attempt, sizeOf, type UseOutcome } from '../planning/attempt.ts';
import type { PlanData } from '../planning/data.ts';
import { judge, type Missing, type Outcome, type Plan } from '../planning/judge.ts';
import { type Mend, mendsOf } from '../planning/mend.ts';
import type { Floor, Needs } from '../planning/needs.ts';
import { wordChance } from '../planning/probability.ts';
import { axisOver } from './calculators/axes.ts';
import type { ChartView } from './calculators/panel.ts';
import {
  formatCount,
  formatDuration,
  formatPercent,
  formatRange,
  formatRate,
  formatSignificant,
  formatTokens,
  withUnit,
} from './format.ts';

export interface PlanRow {
  id: string;
  name: string;
  /** Below the site's base. */
  href: string;
  price: string;
  /** Model, format and engine. */
  what: string;
  /** `likely, 92 %`; empty where nothing runs. */
  chance: string;
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
  answer: string[];
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

const plural = (count: number, one: string, more = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : more}`;

function floorWords(floor: Floor, { tables, lists }: PlanData): string {
  if (floor.kind === 'model') return `The model is ${tables.models[floor.id]?.name ?? floor.id}.`;
  if (floor.kind === 'size')
    return `The model has about ${formatSignificant(floor.parameters / 1e9)} billion parameters or more, and a place in the list ${lists['arena']?.name ?? ''}, which orders the candidates.`;
  return `The model scores ${formatSignificant(floor.least, 6)} or more in ${lists[floor.list]?.name ?? floor.list}.`;
}

function usesWords({ uses }: Needs, { tables }: PlanData): string[] {
  return uses.map(({ useCase, perDay, class: target }) => {
    const named = tables.useCases.find(({ id }) => id === useCase);
    const found = sizeOf(useCase, tables);
    const size = found
      ? `${formatTokens(found.promptTokens)} read and ${formatTokens(found.generatedTokens)} written`
      : '';
    const what = named
      ? `${named.name} (${useCase.toUpperCase()}, ${size})`
      : `A size of your own (${size})`;
    return `${what}: ${plural(perDay, 'run')} a day, ${target}.`;
  });
}

/** The needs, a sentence each. */
export function needsWords(needs: Needs, data: PlanData): string[] {
  const { users, bits, context, budget, currency, watts, noise, owned, cloud } = needs;
  return [
    ...usesWords(needs, data),
    ...(users > 1 ? [`${formatCount(users)} people ask at the same moment.`] : []),
    floorWords(needs.floor, data),
    `A weight has ${plural(bits, 'bit')} or more; the longest context is ${formatTokens(context)}${users > 1 ? ' for each' : ''}.`,
    ...(budget === undefined
      ? []
      : [`The machine costs at most ${withUnit(formatCount(budget), currency)}.`]),
    ...(watts === undefined
      ? []
      : [`It draws at most ${withUnit(formatSignificant(watts), 'W')} while it works.`]),
    ...(noise === undefined
      ? []
      : [`It is no louder than ${withUnit(formatSignificant(noise), 'dBA')}.`]),
    ...(owned.length === 0
      ? []
      : [`At hand already: ${owned.map((id) => data.tables.systems[id]?.name ?? id).join(', ')}.`]),
    cloud ? 'Data may leave the house.' : 'Data must stay in the house.',
  ];
}

function useWords({ use, result, chance }: UseOutcome): string {
  const { ttft, tg, total } = result;
  const name = use.useCase.toUpperCase();
  if (isUnknown(ttft) || isUnknown(tg) || isUnknown(total)) return `${name}: no estimate.`;
  const first = `first token after ${formatDuration(ttft.central)} (${formatRange(ttft, 'duration')})`;
  const speed = `${formatRate(tg.central)} (${formatRange(tg)})`;
  return `${name}: ${use.class} ${wordChance(chance)}, ${formatPercent(Math.round(chance * 100) / 100)}; ${first}, then ${speed}, ${formatDuration(total.central)} in all.`;
}

const LACK_WORDS: Readonly<Record<Exclude<Missing, 'budget' | 'watts' | 'noise'>, string>> = {
  speed: 'too slow for a class asked for',
  day: 'cannot get through the runs of a day in a day',
  memory: 'no model at or above the floor fits or runs',
  context: 'too little memory for the longest context',
  price: 'no price in a source: ask for one',
  currency: 'priced in another currency',
  unmeasured: 'no measured watts or noise in a source: ask its maker',
};

function lackWords(missing: Missing, { facts }: Outcome, needs: Needs): string {
  if (missing === 'budget')
    return `costs ${withUnit(formatCount(facts.price ?? 0), facts.currency ?? '')}, over the budget`;
  if (missing === 'watts')
    return `draws ${withUnit(formatSignificant(facts.loadWatts ?? 0), 'W')}, above ${needs.watts}`;
  if (missing === 'noise')
    return `${withUnit(formatSignificant(facts.noiseDecibels ?? 0), 'dBA')} loud, above ${needs.noise}`;
  return LACK_WORDS[missing];
}

const madeWords = ({ chance, speed }: Attempt): string =>
  `${wordChance(chance)}, ${formatRate(speed)}`;

function mendWords(mend: Mend, { system, facts }: Outcome, { tables }: PlanData): string {
  if (mend.kind === 'money')
    return `${withUnit(formatCount(Math.ceil(mend.more)), facts.currency ?? '')} more`;
  if (mend.kind === 'cards') {
    const card = tables.devices[system.gpuId ?? '']?.name ?? 'the card';
    return `${mend.count} × ${card} in place of ${system.gpuCount ?? 1}: ${madeWords(mend.made)}`;
  }
  if (mend.kind === 'bits')
    return `fewer bits, ${tables.quantizations[mend.quant]?.name ?? mend.quant}: ${madeWords(mend.made)}`;
  return `a smaller model, ${tables.models[mend.model]?.name ?? mend.model}: ${madeWords(mend.made)}`;
}

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

function priceWords({ facts, owned }: Outcome): string {
  if (owned) return 'at hand';
  if (facts.price === undefined) return 'price not known';
  const old = facts.old ? '; old, ask for today’s' : '';
  return `${withUnit(formatCount(facts.price), facts.currency ?? '')} (${facts.priceWords ?? ''}${old})`;
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
    chance: attempt
      ? `${wordChance(attempt.chance)}, ${formatPercent(Math.round(attempt.chance * 100) / 100)}`
      : '',
    uses: attempt?.uses.map(useWords) ?? [],
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
  return {
    title: 'Price against speed',
    description: `Each mark is a machine that meets all needs with the best model it can run; the line joins the ${formatCount(paid.length)} that none beats in both. Machines at more than ${DRAWN_PRICES} times the lowest price are only listed below.`,
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

function answerOf({ met, near, unpriced }: Plan, rows: readonly PlanRow[]): string[] {
  const [first] = rows;
  const [best] = met;
  if (!first || !best)
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
  return [
    `${plural(met.length, 'machine meets', 'machines meet')} all needs, ${plural(met.filter(({ chance }) => wordChance(chance) === 'likely').length, 'of them likely', 'of them likely')}. First in order: ${first.name}, ${first.price}, with ${first.what}.`,
    ...first.uses,
  ];
}

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
    answer: answerOf(plan, met),
    counts: `${formatCount(considered)} combinations of system, model, format and engine judged: ${formatCount(estimated)} estimated in full, the rest ruled out by floor, format, memory or bandwidth, or like one already estimated.`,
    met,
    near,
    unpriced,
    ...(chart && { chart }),
    remarks: [
      'A class is called likely from a chance of four in five, unlikely below two in five; chances follow from the ranges, which hold 8 of 10 measured runs.',
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
