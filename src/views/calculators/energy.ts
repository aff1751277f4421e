/** Energy of one answer: watts while it runs, seconds it takes, and what a kWh costs. */
import {
  energyCost,
  requestEnergy,
  speedToBreakEven,
  yearlyCost,
} from '../../estimation/answer-energy.ts';
import { type Interval, isUnknown } from '../../estimation/types.ts';
import type { ResultWords } from '../calculator.ts';
import { formatRange, formatSignificant, formatWatts, withUnit } from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { type Asked, fact, fromEstimate, missing, type Own, type PanelView } from './panel.ts';

/** Measured power of a machine while it answers. */
export interface MeasuredPower {
  watts: number;
  /** Where the figure is from: `median of 3 runs at the wall, 262–509 W`. */
  words: string;
}

const JOULES_PER_WATT_HOUR = 3600;

const joules = (value: number) => withUnit(formatSignificant(value), 'J');
const wattHours = (value: number) =>
  value >= 1e5 * JOULES_PER_WATT_HOUR
    ? withUnit(formatSignificant(value / JOULES_PER_WATT_HOUR / 1000), 'kWh')
    : withUnit(formatSignificant(value / JOULES_PER_WATT_HOUR), 'Wh');

interface Energy {
  watts: number;
  /** J of the whole request. */
  answer: Interval;
}

const perToken = ({ answer }: Energy, tokens: number) => answer.central / tokens;

function rangedJoules(name: string, value: Interval, unit: 'J' | 'Wh'): ResultWords {
  const divisor = unit === 'J' ? 1 : JOULES_PER_WATT_HOUR;
  const scaled = {
    low: value.low / divisor,
    central: value.central / divisor,
    high: value.high / divisor,
  };
  const words = {
    known: true as const,
    value: withUnit(formatSignificant(scaled.central), unit),
    range: formatRange(scaled),
  };
  return { name, words, ranged: true };
}

const scaleBy = ({ low, central, high }: Interval, factor: number): Interval => ({
  low: low * factor,
  central: central * factor,
  high: high * factor,
});

const DAYS = 365;

function tableOf(energy: Energy, tokens: number, { kwh: price, day }: Own) {
  const million =
    tokens > 0
      ? [['A million tokens, with their prompts', perToken(energy, tokens) * 1e6] as const]
      : [];
  const amounts = [
    ['One answer', energy.answer.central] as const,
    ['A thousand answers', energy.answer.central * 1000] as const,
    ...million,
    ...(day === undefined
      ? []
      : [
          [
            `A year of ${formatSignificant(day)} a day`,
            energy.answer.central * day * DAYS,
          ] as const,
        ]),
  ];
  return {
    caption: 'Energy and what it costs',
    columns: [
      { name: 'Amount' },
      { name: 'Energy', numeric: true },
      { name: 'Cost', numeric: true },
    ],
    rows: amounts.map(([name, value]) => [
      name,
      wattHours(value),
      price === undefined ? 'asks for a price' : formatSignificant(energyCost(value, price)),
    ]),
  };
}

/** Price and energy of a year; asks for what is missing once the reader has begun to give it. */
function owning(energy: Energy, own: Own): ResultWords[] {
  const { price, years, kwh, day } = own;
  if (price === undefined && years === undefined) return [];
  if (price === undefined || years === undefined || kwh === undefined || day === undefined) {
    const asked = { 'price of the machine': price, 'years of use': years, 'price of a kWh': kwh };
    const lacking = Object.entries({ ...asked, 'answers a day': day })
      .filter(([, value]) => value === undefined)
      .map(([name]) => name);
    return [missing('Owning it, a year', `give the ${lacking.join(', ')} too`)];
  }
  const energyOfYear = energyCost(energy.answer.central * day * DAYS, kwh);
  const cost = yearlyCost({ price, years, energyCost: energyOfYear });
  const parts = `${formatSignificant(price / years)} of it the machine, ${formatSignificant(energyOfYear)} electricity while it answers`;
  return [fact('Owning it, a year', formatSignificant(cost), parts)];
}

function formula({ watts, answer }: Energy, seconds: number): FormulaLine {
  return {
    name: { symbol: 'E', index: 'answer' },
    symbols: { left: { symbol: 'P', index: 'wall' }, right: { symbol: 't', index: 'total' } },
    numbers: { left: formatWatts(watts), right: withUnit(formatSignificant(seconds), 's') },
    result: joules(answer.central),
  };
}

function otherRemark(watts: number, other: number | undefined): string[] {
  if (other === undefined) return [];
  const times = formatSignificant(speedToBreakEven(watts, other));
  return [
    `At ${formatWatts(watts)} against ${formatWatts(other)} this machine takes less energy a token once it is more than ${times} times as fast as the other.`,
  ];
}

const tokenFact = (watts: number, { low, central, high }: Interval): ResultWords =>
  rangedJoules(
    'Each token written',
    { low: watts / high, central: watts / central, high: watts / low },
    'J',
  );

const ASK = 'no measured watts for this machine: give your own above';

function powerOf(own: Own, measured: MeasuredPower | undefined): ResultWords {
  if (own.watts !== undefined)
    return fact('Power while it runs', formatWatts(own.watts), 'your value');
  if (measured) return fact('Power while it runs', formatWatts(measured.watts), measured.words);
  return missing('Power while it runs', ASK);
}

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input, result) => {
    const { own, configuration } = asked;
    const power = (asked.data ?? {}) as Record<string, MeasuredPower>;
    const measured = power[configuration.hw];
    const watts = own.watts ?? measured?.watts;
    const first = powerOf(own, measured);
    const { total, throughput } = result;
    const { generatedTokens, concurrentUsers } = input.workload;
    if (watts === undefined) return { results: [first, missing('Energy of this answer', ASK)] };
    if (isUnknown(total))
      return { results: [first, missing('Energy of this answer', total.unknown)] };
    const answer = scaleBy(total, requestEnergy(watts, 1) / concurrentUsers);
    const energy: Energy = { watts, answer };
    const token = isUnknown(throughput) ? [] : [tokenFact(watts, throughput)];
    return {
      results: [
        first,
        rangedJoules('This prompt and answer', answer, 'Wh'),
        ...token,
        ...owning(energy, own),
      ],
      formulas: [formula(energy, total.central / concurrentUsers)],
      remarks: [
        ...otherRemark(watts, own.other),
        'Watts of the whole machine at the wall while it computes; what it draws between answers comes on top.',
      ],
      tables: [tableOf(energy, generatedTokens, own)],
    };
  });
}
