/** A machine of one's own against renting: an API by the token, or a rented GPU by the hour. */
import {
  breakEvenRange,
  breakEvenShare,
  DAYS_PER_YEAR,
  MONTHS_PER_YEAR,
  type Months,
  type Ownership,
  type OwnershipCost,
  ownershipCost,
  rentedAnswer,
} from '../../economy/index.ts';
import type { EstimationInput, Interval } from '../../estimation/types.ts';
import type { ResultWords } from '../calculator.ts';
import { formatCount, formatPercent, formatSignificant, withUnit } from '../format.ts';
import { fact, type Own } from './panel.ts';

export interface Alternative {
  id: 'api' | 'rent';
  name: string;
  /** [currency a month] for the same work. */
  perMonth: Interval;
}

const times = ({ low, central, high }: Interval, factor: number): Interval => ({
  low: low * factor,
  central: central * factor,
  high: high * factor,
});

/** What the reader gave prices for. An API is paid by the answer, a rented GPU for the busy hours. */
export function alternativesOf(
  own: Own,
  { workload }: EstimationInput,
  answersPerYear: Interval,
  { onHours, busyShare }: Ownership,
): Alternative[] {
  const found: Alternative[] = [];
  const { apiin, apiout, rent } = own;
  if (apiin !== undefined && apiout !== undefined) {
    const each = rentedAnswer({ ...workload, inputPerMillion: apiin, outputPerMillion: apiout });
    const perMonth = times(answersPerYear, each / MONTHS_PER_YEAR);
    found.push({ id: 'api', name: 'the API', perMonth });
  }
  if (rent !== undefined) {
    const month = (rent * onHours * busyShare * DAYS_PER_YEAR) / MONTHS_PER_YEAR;
    const perMonth = { low: month, central: month, high: month };
    found.push({ id: 'rent', name: 'a rented GPU', perMonth });
  }
  return found;
}

const YEARS_FROM = 24;
const LONGEST_MONTHS = 1200;

export const wordMonths = (months: Months): string => {
  if (months === 'never' || months > LONGEST_MONTHS) return 'never within 100 years';
  return months < YEARS_FROM
    ? withUnit(formatSignificant(months, 2), 'months')
    : withUnit(formatSignificant(months / MONTHS_PER_YEAR, 2), 'years');
};

const rangeOf = ({ low, high }: { low: Months; high: Months }): string => {
  const [from, to] = [wordMonths(low), wordMonths(high)];
  return from === to ? '' : `${from} to ${to}`;
};

/** Months until the purchase costs less than each alternative. */
export const breakEvenResults = (
  against: readonly Alternative[],
  { price }: Ownership,
  cost: OwnershipCost,
): ResultWords[] =>
  against.map(({ name, perMonth }) => {
    const range = breakEvenRange(price, cost.electricity / MONTHS_PER_YEAR, perMonth);
    return fact(`Paid for against ${name}`, wordMonths(range.central), rangeOf(range));
  });

/** Each alternative's cost of a month, and from how much use on owning is cheaper over the machine's life. */
export function verdictsOf(
  against: readonly Alternative[],
  own: Ownership,
  cost: OwnershipCost,
  money: (amount: number) => string,
): string[] {
  const month = money(cost.total / MONTHS_PER_YEAR);
  return against.map(({ name, perMonth }) => {
    const share = breakEvenShare({
      ownAtRest: ownershipCost({ ...own, busyShare: 0 }).total,
      ownAtWork: ownershipCost({ ...own, busyShare: 1 }).total,
      alternativeAtWork: (perMonth.central * MONTHS_PER_YEAR) / own.busyShare,
    });
    const years = `${formatCount(own.lifeYears)} ${own.lifeYears === 1 ? 'year' : 'years'}`;
    const first = `The same work costs ${money(perMonth.central)} a month from ${name}, ${month} at home.`;
    if (share === undefined)
      return `${first} Local is not worth it for the money: over ${years} it stays dearer however busy the machine is in these hours.`;
    return `${first} Over ${years} owning is cheaper from ${formatPercent(share)} of its hours at work.`;
  });
}
