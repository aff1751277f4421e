/** Price, watts and noise of every machine, from the catalogue. */
import type { Catalogue } from '../catalogue/types.ts';
import { MONTHS_PER_YEAR, ownershipCost } from '../economy/index.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import type { CostFacts } from './calculators/cost.ts';
import { costFacts } from './calculators/cost-facts.ts';
import { PANEL_KINDS } from './calculators/kinds.ts';
import { usualOf } from './calculators/own-fields.ts';
import { formatMoney, formatPercent, formatUnknown } from './format.ts';
import { type FactsFile, listed } from './machine-facts.ts';
import { pricesOf } from './prices.ts';
import { wordFact } from './specs.ts';
import { newestPriceMonth, wordPrice } from './system.ts';

const words = (fact: Fact): string => (isKnown(fact) ? wordFact(fact.text) : formatUnknown(fact));

const OF_A_PART = 'unknown: it depends on the machine around the part';
const PART = { idle: OF_A_PART, load: OF_A_PART, noise: OF_A_PART, month: OF_A_PART };

/** The calculator's usual hours and years; its electricity is priced in dollars. */
function monthOf({ price, currency, loadWatts, idleWatts }: CostFacts): string {
  const {
    life,
    hours,
    busy,
    kwh,
    resale = 0,
    cooling = 0,
  } = usualOf(PANEL_KINDS.cost.fields ?? []);
  const lacking = [
    ...(price === undefined ? ['the price'] : []),
    ...(loadWatts === undefined ? ['the watts under load'] : []),
    ...(idleWatts === undefined ? ['the watts at rest'] : []),
    ...(price !== undefined && currency !== 'USD' ? ['a price in dollars'] : []),
  ];
  if (lacking.length > 0) return `unknown: no source here tells ${listed(lacking)}`;
  if (!price || !loadWatts || !idleWatts || !life || !hours || !busy || !kwh)
    throw new RangeError('the calculator of costs lacks a usual value');
  const { total } = ownershipCost({
    price,
    loadWatts,
    idleWatts,
    resaleShare: resale,
    lifeYears: life,
    onHours: hours,
    busyShare: busy,
    kilowattHourPrice: kwh,
    coolingShare: cooling,
  });
  return `about ${formatMoney(Math.round(total / MONTHS_PER_YEAR), 'USD')} a month (the price less ${formatPercent(resale)} over ${life} years; ${hours} h a day, ${formatPercent(busy)} of that at work; $${kwh} a kWh)`;
}

/** Systems by their own figures; of a bare device the newest price of the part alone. */
export function machineFacts(catalogue: Catalogue): FactsFile {
  const newest = newestPriceMonth(catalogue);
  const costs = costFacts();
  const systems = [...catalogue.systems.values()].map((system) => {
    const price = wordPrice(system.price, newest);
    const { idle, load_llm: load, noise } = system;
    return [
      system.id,
      {
        price: typeof price === 'string' ? price : formatUnknown(price),
        idle: words(idle),
        load: words(load),
        noise: words(noise),
        month: monthOf(costs[system.id] ?? {}),
      },
    ] as const;
  });
  const parts = [...catalogue.devices.keys()].flatMap((id) => {
    const [line] = pricesOf(catalogue, 'device', id);
    if (!line) return [];
    const details = [line.kind, line.date, ...(line.age ? [line.age] : [])].join(', ');
    const price = `${line.amount} for the part alone (${details})`;
    return [[id, { ...PART, price }] as const];
  });
  return Object.fromEntries([...parts, ...systems]);
}
