/** What owning a machine costs, for each answer and against renting: terms, ranges, break-even. */
import {
  britishThermalUnitsPerHour,
  carbonKilograms,
  costPerAnswer,
  costPerMillionTokens,
  HOURS_PER_DAY,
  MONTHS_PER_YEAR,
  type Ownership,
  type OwnershipCost,
  ownershipCost,
  yearlyAnswers,
} from '../../economy/index.ts';
import {
  type Estimate,
  type EstimationInput,
  type Interval,
  isUnknown,
} from '../../estimation/types.ts';
import type { ResultWords } from '../calculator.ts';
import { formatExact, formatRange, formatSignificant, formatWatts, withUnit } from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { type Alternative, alternativesOf, breakEvenResults, verdictsOf } from './cost-against.ts';
import { costChart } from './cost-chart.ts';
import { type Asked, fact, fromEstimate, missing, type Own, type PanelView } from './panel.ts';

/** What the catalogue knows of a machine's cost. */
export interface CostFacts {
  price?: number;
  currency?: string;
  /** `list price, 30 September 2026`. */
  priceWords?: string;
  /** The price is a year older than the newest one here. */
  old?: true;
  loadWatts?: number;
  loadWords?: string;
  idleWatts?: number;
  noise?: string;
}

export type Money = (amount: number) => string;

interface Found {
  own: Ownership;
  money: Money;
  price: ResultWords;
  power: ResultWords;
}

const moneyIn =
  (currency: string | undefined): Money =>
  (amount) =>
    currency ? withUnit(formatSignificant(amount), currency) : formatSignificant(amount);

function priceResult(own: Own, facts: CostFacts): ResultWords {
  if (own.price !== undefined) return fact('Price', formatExact(own.price), 'your value');
  if (facts.price === undefined)
    return missing('Price', 'no price found in a source: give yours above');
  const old = facts.old ? '; old, give today’s' : '';
  const price = withUnit(formatExact(facts.price), facts.currency ?? '');
  return fact('Price', price, `${facts.priceWords ?? ''}${old}`);
}

function powerResult(load: number | undefined, idle: number | undefined, words: string) {
  if (load === undefined || idle === undefined) {
    const what = [load === undefined && 'under load', idle === undefined && 'at rest'];
    return missing(
      'Power',
      `no measured watts ${what.filter(Boolean).join(' or ')}: give yours above`,
    );
  }
  return fact('Power', `${formatWatts(load)}, ${formatWatts(idle)} at rest`, words);
}

const LACKING: readonly [key: string, what: string][] = [
  ['price', 'the price of the machine'],
  ['load', 'its watts under load'],
  ['idle', 'its watts at rest'],
  ['kwh', 'the price of a kWh'],
];

/** The reader's numbers first, then the catalogue's; what neither has is named. */
function gather(own: Own, facts: CostFacts): Found | { results: ResultWords[]; lacking: string[] } {
  const money = moneyIn(own.price === undefined ? facts.currency : undefined);
  const known = {
    price: own.price ?? facts.price,
    load: own.load ?? facts.loadWatts,
    idle: own.idle ?? facts.idleWatts,
    kwh: own.kwh,
  };
  const { price, load, idle, kwh } = known;
  const mine = own.load !== undefined || own.idle !== undefined;
  const words = mine ? 'your value' : (facts.loadWords ?? '');
  const results = [priceResult(own, facts), powerResult(load, idle, words)] as const;
  const [first, second] = results;
  if (price === undefined || load === undefined || idle === undefined || kwh === undefined) {
    const lacking = LACKING.filter(([key]) => known[key as keyof typeof known] === undefined);
    return { results: [...results], lacking: lacking.map(([, what]) => what) };
  }
  const { life = 4, resale = 0, hours = 8, busy = 0.25, cooling = 0 } = own;
  const ownership: Ownership = {
    price,
    resaleShare: resale,
    lifeYears: life,
    loadWatts: load,
    idleWatts: idle,
    onHours: Math.min(hours, HOURS_PER_DAY),
    busyShare: busy,
    kilowattHourPrice: kwh,
    coolingShare: cooling,
  };
  return { own: ownership, money, price: first, power: second };
}

const ranged = (name: string, value: Interval, money: Money): ResultWords => ({
  name,
  words: { known: true, value: money(value.central), range: formatRange(value) },
  ranged: true,
});

function termsTable(cost: OwnershipCost, { kilowattHourPrice }: Ownership, money: Money) {
  const row = (name: string, kilowattHours: number) => [
    name,
    withUnit(formatSignificant(kilowattHours), 'kWh'),
    money(kilowattHours * kilowattHourPrice),
  ];
  return {
    caption: 'A year of owning, term by term',
    columns: [
      { name: 'Term' },
      { name: 'Electricity', numeric: true },
      { name: 'Cost', numeric: true },
    ],
    rows: [
      ['Loss of value', 'none', money(cost.depreciation)],
      row('Electricity while it works', cost.busyKilowattHours),
      row('Electricity while it waits', cost.idleKilowattHours),
      row('Cooling', cost.coolingKilowattHours),
      [
        'Together',
        withUnit(
          formatSignificant(
            cost.busyKilowattHours + cost.idleKilowattHours + cost.coolingKilowattHours,
          ),
          'kWh',
        ),
        money(cost.total),
      ],
    ],
  };
}

function formula({ own, money }: Found, cost: OwnershipCost): FormulaLine {
  return {
    name: { symbol: 'cost', index: 'year' },
    symbols: {
      sum: [
        {
          over: { left: { symbol: 'price' }, right: { brackets: '1 − r' } },
          under: { symbol: 'years' },
        },
        { left: { symbol: 'E', index: 'kWh' }, right: { symbol: 'p', index: 'kWh' } },
      ],
    },
    numbers: {
      sum: [
        {
          over: {
            left: formatExact(own.price),
            right: formatSignificant(1 - own.resaleShare),
          },
          under: formatSignificant(own.lifeYears),
        },
        {
          left: formatSignificant(cost.electricity / own.kilowattHourPrice),
          right: formatSignificant(own.kilowattHourPrice),
        },
      ],
    },
    result: money(cost.total),
  };
}

function roomRemarks({ own }: Found, cost: OwnershipCost, grams: number | undefined): string[] {
  const heat = `While it works it heats the room with ${formatWatts(own.loadWatts)}, ${formatSignificant(britishThermalUnitsPerHour(own.loadWatts))} BTU/h.`;
  if (grams === undefined) return [heat];
  const kilowattHours = cost.electricity / own.kilowattHourPrice;
  const carbon = formatSignificant(carbonKilograms(kilowattHours, grams));
  return [heat, `Its electricity stands for ${carbon} kg of CO2 a year.`];
}

/** Answers of a year from the seconds of one. */
function answersOf(own: Ownership, { workload }: EstimationInput, total: Interval): Interval {
  return yearlyAnswers(own.onHours * own.busyShare, total, workload.concurrentUsers);
}

function view(asked: Asked, input: EstimationInput, result: Estimate): Partial<PanelView> {
  const facts = ((asked.data ?? {}) as Record<string, CostFacts>)[asked.configuration.hw] ?? {};
  const found = gather(asked.own, facts);
  if ('lacking' in found) {
    const what = found.lacking.join(', ');
    return { results: [...found.results, missing('Owning it, a month', `give ${what}`)] };
  }
  const { total } = result;
  if (isUnknown(total))
    return { results: [found.price, found.power, missing('One answer', total.unknown)] };
  const cost = ownershipCost(found.own);
  const answers = answersOf(found.own, input, total);
  const each = costPerAnswer(cost.total, answers);
  const { promptTokens, generatedTokens } = input.workload;
  const million = costPerMillionTokens(each, promptTokens + generatedTokens);
  const against: Alternative[] = alternativesOf(asked.own, input, answers, found.own);
  const { money } = found;
  const electricity = `${money(cost.electricity / MONTHS_PER_YEAR)} of it electricity`;
  return {
    results: [
      found.price,
      found.power,
      fact('Owning it, a month', money(cost.total / MONTHS_PER_YEAR), electricity),
      ranged('One answer', each, money),
      ranged('A million tokens, read or written', million, money),
      ...breakEvenResults(against, found.own, cost),
    ],
    formulas: [formula(found, cost)],
    tables: [termsTable(cost, found.own, money)],
    chart: costChart(against, found.own, cost),
    remarks: [
      ...verdictsOf(against, found.own, cost, money),
      ...roomRemarks(found, cost, asked.own.grams),
      ...(facts.noise ? [`Noise: ${facts.noise}.`] : []),
    ],
  };
}

export const present = (asked: Asked): PanelView =>
  fromEstimate(asked, (input, result) => view(asked, input, result));
