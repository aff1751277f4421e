/**
 * Which of two estimates is the larger, and how sure that is: ratios of values with ranges. The errors
 * of the two are taken as independent, which is cautious where they share a machine or a model.
 */
import { type Interval, isUnknown, type Quantity } from '../estimation/types.ts';
import { formatFixed, formatRange, formatSignificant } from './format.ts';

/**
 * Ratio of two quantities with its 80 % range: distances in logarithms add as squares.
 * With a = 20 (10–40) and b = 10 (5–20) the ratio is 2 and its range 2 / 2^√2 to 2 · 2^√2.
 */
export function ratioOf(a: Interval, b: Interval): Interval {
  const central = a.central / b.central;
  const down = Math.hypot(Math.log(a.central / a.low), Math.log(b.high / b.central));
  const up = Math.hypot(Math.log(a.high / a.central), Math.log(b.central / b.low));
  return { low: central * Math.exp(-down), central, high: central * Math.exp(up) };
}

export type Likelihood = 'likely' | 'perhaps' | 'open' | 'same';

/** Nobody measures a speed to a thousandth. */
const SAME = 1.001;
/**
 * Quartile of the normal distribution over its 90th percentile, 0.6745 / 1.2816: so far into the
 * range lies what holds three times in four.
 */
const THREE_IN_FOUR = 0.5263;

/**
 * How sure it is that a ratio above one is above one: `likely` where its 80 % range says so (nine
 * times in ten), `perhaps` where at least three times in four, `same` where the two estimates are one
 * number, else `open`. For a ratio below one,
 * of its inverse.
 */
export function likelihoodOf(ratio: Interval): Likelihood {
  const { low, central } =
    ratio.central >= 1 ? ratio : { low: 1 / ratio.high, central: 1 / ratio.central };
  if (central < SAME) return 'same';
  if (low > 1) return 'likely';
  const width = Math.log(central / low);
  return Math.log(central) >= THREE_IN_FOUR * width ? 'perhaps' : 'open';
}

/** `2.1 times (1.7–2.6)`, of the larger over the smaller. */
export function wordTimes(ratio: Interval): string {
  const { central, low, high } = ratio;
  const up = central >= 1 ? ratio : { low: 1 / high, central: 1 / central, high: 1 / low };
  const digits = up.central < 10 ? formatFixed(up.central, 1) : formatSignificant(up.central, 2);
  return `${digits} times (${formatRange(up)})`;
}

/** A comparison of two: by how much the first is above the second, and how sure that is. */
export interface Standing {
  /** `a` where the first is larger. */
  larger: 'a' | 'b';
  likelihood: Likelihood;
  times: string;
}

/** How the first stands to the second; nothing where either is unknown or zero. */
export function standingOf(a: Quantity, b: Quantity): Standing | undefined {
  if (isUnknown(a) || isUnknown(b) || !(a.low > 0) || !(b.low > 0)) return undefined;
  const ratio = ratioOf(a, b);
  return {
    larger: ratio.central >= 1 ? 'a' : 'b',
    likelihood: likelihoodOf(ratio),
    times: wordTimes(ratio),
  };
}

/** What a likelihood is called beside `faster` or `slower`. */
export const LIKELIHOOD_WORDS: Readonly<Record<Exclude<Likelihood, 'open' | 'same'>, string>> = {
  likely: 'likely',
  perhaps: 'perhaps',
};

/** `likely faster, 2.1 times (1.7–2.6)`, `cannot be told apart`; `better` is the larger. */
export function wordStanding(
  { larger, likelihood, times }: Standing,
  words: { above: string; below: string },
): string {
  if (likelihood === 'same') return 'estimated alike';
  if (likelihood === 'open') return `cannot be told apart, ${times}`;
  const direction = larger === 'a' ? words.above : words.below;
  return `${LIKELIHOOD_WORDS[likelihood]} ${direction}, ${times}`;
}
