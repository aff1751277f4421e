/** The words of a plan: needs, chances, what a machine lacks and what would mend it. */
import { isUnknown } from '../estimation/types.ts';
import { type Attempt, sizeOf, type UseOutcome } from '../planning/attempt.ts';
import type { PlanData } from '../planning/data.ts';
import type { Missing, Outcome } from '../planning/judge.ts';
import type { Mend } from '../planning/mend.ts';
import type { Floor, Needs } from '../planning/needs.ts';
import { wordChance } from '../planning/probability.ts';
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

export const plural = (count: number, one: string, more = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : more}`;

function floorWords(floor: Floor, { tables, lists }: PlanData): string {
  if (floor.kind === 'model') return `The model is ${tables.models[floor.id]?.name ?? floor.id}.`;
  if (floor.kind === 'size')
    return `The model has about ${formatSignificant(floor.parameters / 1e9)} billion parameters or more and is ranked by ${lists['arena']?.name ?? ''}, which order the candidates.`;
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
    `The format keeps ${plural(bits, 'bit')} of each weight or more; the longest context is ${formatTokens(context)}${users > 1 ? ' for each' : ''}.`,
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

/** A range of past runs can promise no more than this, nor less than the rest of it. */
const SUREST = 0.95;

function percentWords(chance: number): string {
  if (chance > SUREST) return `over ${formatPercent(SUREST)}`;
  if (chance < 1 - SUREST) return `under ${formatPercent(1 - SUREST)}`;
  return formatPercent(Math.round(chance * 100) / 100);
}

/** `82 %`, `borderline: 55 %`: what is not likely is called so. */
export function sureWords(chance: number): string {
  const word = wordChance(chance);
  return word === 'likely' ? percentWords(chance) : `${word}: ${percentWords(chance)}`;
}

/** `82 % likely to keep your limits`. */
export const chanceWords = (chance: number): string =>
  `${sureWords(chance)} likely to keep your limits`;

export function useWords({ use, result, chance }: UseOutcome): string {
  const { ttft, tg, total } = result;
  const name = use.useCase.toUpperCase();
  if (isUnknown(ttft) || isUnknown(tg) || isUnknown(total)) return `${name}: no estimate.`;
  const first = `first token after ${formatDuration(ttft.central)} (${formatRange(ttft, 'duration')})`;
  const speed = `${formatRate(tg.central)} (${formatRange(tg)})`;
  return `${name}: ${use.class}, ${chanceWords(chance)}; ${first}, then ${speed}, ${formatDuration(total.central)} in all.`;
}

/** `All runs of a day take 21.5 h.` */
export const dayWords = ({ busyHours }: Attempt): string =>
  `All runs of a day take ${formatDuration(busyHours * 3600)}.`;

const LACK_WORDS: Readonly<Record<Exclude<Missing, 'budget' | 'watts' | 'noise'>, string>> = {
  speed: 'too slow for a class asked for',
  day: 'cannot get through the runs of a day in a day, or through the off-line ones in a night',
  memory: 'no model at or above the floor fits or runs',
  context: 'too little memory for the longest context',
  price: 'no price in a source: ask for one',
  currency: 'priced in another currency',
  unmeasured: 'no measured watts or noise in a source: ask its maker',
};

export function lackWords(missing: Missing, { facts }: Outcome, needs: Needs): string {
  if (missing === 'budget')
    return `costs ${withUnit(formatCount(facts.price ?? 0), facts.currency ?? '')}, over the budget`;
  if (missing === 'watts' && facts.loadWatts === undefined)
    return `not measured, and rated far above ${needs.watts} W`;
  if (missing === 'watts')
    return `draws ${withUnit(formatSignificant(facts.loadWatts ?? 0), 'W')}, above ${needs.watts}`;
  if (missing === 'noise')
    return `${withUnit(formatSignificant(facts.noiseDecibels ?? 0), 'dBA')} loud, above ${needs.noise}`;
  return LACK_WORDS[missing];
}

const madeWords = ({ chance, speed }: Attempt): string =>
  `${chanceWords(chance)}, ${formatRate(speed)}`;

export function mendWords(mend: Mend, { system, facts }: Outcome, { tables }: PlanData): string {
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

export const AT_HAND = 'at hand';

export function priceWords({ facts, owned }: Outcome): string {
  if (owned) return AT_HAND;
  if (facts.price === undefined) return 'price not known';
  const old = facts.old ? '; old, ask for today’s' : '';
  return `${withUnit(formatCount(facts.price), facts.currency ?? '')} (${facts.priceWords ?? ''}${old})`;
}
