/** A decision brief of a plan: what was asked, what to buy, what else would do, what nobody could tell. */
import type { PlanData } from '../planning/data.ts';
import { formatNeeds, type Needs } from '../planning/needs.ts';
import type { BriefAlternative, BriefContext, BriefDocument } from './brief.ts';
import { type PlanRow, type PlanView, planView } from './plan.ts';
import { AT_HAND } from './plan-words.ts';

const MOST_ALTERNATIVES = 4;
const TABLE_ROWS = 8;

const urlOf = ({ site }: BriefContext, { query, href }: PlanRow): string =>
  query ? `${site}/configure/?${query}` : site + href;

const alternative = (row: PlanRow, context: BriefContext): BriefAlternative => ({
  name: row.name,
  text: `${row.price}: ${row.what}, ${row.chance}. ${row.uses.join(' ')}`,
  url: urlOf(context, row),
});

const mended = (row: PlanRow, context: BriefContext): BriefAlternative => ({
  name: row.name,
  text: `${row.price}. It ${row.lacks.join(' and ')}. What would mend it: ${row.mends.join('; ')}.`,
  url: urlOf(context, row),
});

function recommendation({ met, answer, tally, oldPrices }: PlanView): string[] {
  const [first] = met;
  if (!first) return answer;
  const [, ...rest] = answer;
  const take =
    first.price === AT_HAND
      ? `Use ${first.name}, which is at hand,`
      : `Buy ${first.name} for ${first.price}`;
  return [
    `${take} and run ${first.what} on it: ${first.chance}.`,
    ...rest,
    `${tally}${oldPrices ? ` ${oldPrices}` : ''}`,
  ];
}

function risks({ met, near }: PlanView): string[] {
  const [first] = met;
  return [
    ...(first?.chance.startsWith('borderline')
      ? ['The recommendation is borderline: measure on such a machine before you buy it.']
      : []),
    ...(first?.price.includes('; old') ? ['Its price is old; ask for today’s.'] : []),
    'Prices of 2026 moved by the month, and stock with them.',
    ...(met.length === 0 && near.length > 0
      ? ['Nothing meets all needs: one of them has to give way.']
      : []),
    'Quality of the answers was judged by one list of scores and by size alone; try your own questions.',
  ];
}

const tableOf = (rows: readonly PlanRow[]) => ({
  caption: 'Machines that meet all needs, in order',
  columns: [
    { name: 'Machine' },
    { name: 'Price' },
    { name: 'Runs' },
    { name: 'Likely to keep your limits' },
  ],
  rows: rows.slice(0, TABLE_ROWS).map(({ name, price, what, sure }) => [name, price, what, sure]),
});

/** The document of a plan. */
export function planBrief(needs: Needs, data: PlanData, context: BriefContext): BriefDocument {
  const query = formatNeeds(needs);
  const view = planView(needs, query, data);
  const others = view.met.slice(1, 1 + MOST_ALTERNATIVES).map((row) => alternative(row, context));
  const mends = view.near
    .filter(({ mends }) => mends.length > 0)
    .slice(0, Math.max(1, MOST_ALTERNATIVES - others.length))
    .map((row) => mended(row, context));
  return {
    title: 'What to buy for these needs',
    kind: 'plan',
    question: 'Which machine, with which model, meets these needs?',
    needs: view.needs,
    recommendation: recommendation(view),
    tables: view.met.length > 1 ? [tableOf(view.met)] : [],
    alternatives: [...others, ...mends],
    risks: risks(view),
    assumptions: [...view.remarks, view.counts],
    sources: [],
    date: context.date,
    data: context.data,
    permalink: `${context.site}/plan/?${query}`,
  };
}
