/** When a purchase has paid for itself. */
import type { Interval } from '../estimation/types.ts';

/** Months until a purchase is cheaper, or why it never is. */
export type Months = number | 'never';

/**
 * Months until price plus running cost falls below the alternative.  [months]
 *
 *   price / (alternative − running),  never where running costs as much
 */
export const breakEvenMonths = (o: {
  price: number;
  runningPerMonth: number;
  alternativePerMonth: number;
}): Months => {
  const saved = o.alternativePerMonth - o.runningPerMonth;
  if (o.price === 0 && saved >= 0) return 0;
  return saved > 0 ? o.price / saved : 'never';
};

/** The range of months when the alternative's cost is a range: more replaced, sooner paid. */
export const breakEvenRange = (
  price: number,
  runningPerMonth: number,
  alternative: Interval,
): { low: Months; central: Months; high: Months } => {
  const at = (alternativePerMonth: number) =>
    breakEvenMonths({ price, runningPerMonth, alternativePerMonth });
  return { low: at(alternative.high), central: at(alternative.central), high: at(alternative.low) };
};

/**
 * Share of its hours a machine must work for a purchase to cost no more than the alternative over its
 * life; undefined where no share does.  [1]
 *
 * Both costs are straight lines in the share s: own(s) = a + b·s, alternative(s) = c·s, so s = a / (c − b).
 */
export function breakEvenShare(o: {
  /** Cost of a year at share 0 and at share 1. */
  ownAtRest: number;
  ownAtWork: number;
  /** The alternative's cost of a year at share 1. */
  alternativeAtWork: number;
}): number | undefined {
  const gain = o.alternativeAtWork - (o.ownAtWork - o.ownAtRest);
  if (gain <= 0) return undefined;
  const share = o.ownAtRest / gain;
  return share <= 1 ? share : undefined;
}
