/** Machines that would reach a better workflow class with the same model: what a buyer asks next. */
import { format } from '../configuration/codec.ts';
import type { Configuration } from '../configuration/types.ts';
import { type Estimate, isUnknown } from '../estimation/types.ts';
import type { BriefAlternative, BriefContext } from './brief.ts';
import { type BriefData, withRange } from './brief-words.ts';
import { estimateOrProblems, frameOf } from './calculator.ts';
import { pricedOf } from './machine-facts.ts';
import { WORKFLOW_CLASSES } from './verdict.ts';

const MOST = 2;

const rankOf = ({ workflowClass }: Estimate): number =>
  isUnknown(workflowClass) ? WORKFLOW_CLASSES.length : WORKFLOW_CLASSES.indexOf(workflowClass);

/** The rank that even the slow end of the ranges reaches. */
const sureRankOf = ({ classRange }: Estimate): number =>
  'unknown' in classRange ? WORKFLOW_CLASSES.length : WORKFLOW_CLASSES.indexOf(classRange.low);

/** Dollars of `$3,449 (list price, …)`; old prices, bare parts and other currencies are left out. */
function dollarsOf(price: string | undefined): number | undefined {
  const priced = pricedOf(price);
  return priced?.sign === '$' && !priced.old && !priced.part ? priced.amount : undefined;
}

const withMachine = (
  { count, cpu, ram, bw, vram, power, runtime, ...rest }: Configuration,
  hw: string,
): Configuration => ({ ...rest, hw, ngl: 'auto' });

/** The cheapest systems of a current price whose class is better at both ends of the ranges. */
export function betterMachines(
  configuration: Configuration,
  now: Estimate,
  { tables, facts }: BriefData,
  { site }: BriefContext,
): BriefAlternative[] {
  if (!facts || rankOf(now) === 0) return [];
  const priced = Object.keys(tables.systems).flatMap((hw) => {
    const dollars = dollarsOf(facts[hw]?.price);
    return dollars === undefined || hw === configuration.hw ? [] : [{ hw, dollars }];
  });
  const found: BriefAlternative[] = [];
  for (const { hw } of priced.toSorted((a, b) => a.dollars - b.dollars)) {
    const other = withMachine(configuration, hw);
    const outcome = estimateOrProblems(other, tables);
    if ('problems' in outcome || sureRankOf(outcome.result) >= rankOf(now)) continue;
    const { result } = outcome;
    const word = isUnknown(result.workflowClass) ? '' : result.workflowClass;
    found.push({
      name: `${frameOf(other, tables).names.hw}, for a better class`,
      text: `With the same model it is ${word}, at both ends of the ranges better than this machine: the first token after ${withRange(result.ttft, 'seconds')}, then ${withRange(result.tg, 'rate')}. Its price: ${facts[hw]?.price}; of the machines here with a current price it is the ${found.length === 0 ? 'cheapest' : 'second cheapest'} of which this holds.`,
      url: `${site}/configure/?${format(other)}`,
    });
    if (found.length === MOST) break;
  }
  return found;
}
