/** How likely a limit is kept, from a value's 80 % range. */
import type { Interval } from '../estimation/types.ts';

/** 90th percentile of the normal distribution. */
const NINETIETH = 1.281_551_565_5;

/** Normal distribution function, by Abramowitz and Stegun 26.2.17; error below 7.5e-8. */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const series =
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  const tail = Math.exp(-(z * z) / 2) * 0.398_942_280_4 * series;
  return z >= 0 ? 1 - tail : tail;
}

/**
 * Chance that a value lies at or above a limit: the logarithm is taken as normal, each side with its
 * own width, so that one in ten lies beyond each end of the range.  [1]
 */
export function chanceAbove({ low, central, high }: Interval, limit: number): number {
  const distance = Math.log(central / limit);
  const width = distance >= 0 ? Math.log(central / low) : Math.log(high / central);
  if (!(width > 1e-9)) return distance >= 0 ? 1 : 0;
  return normalShare((NINETIETH * distance) / width);
}

/** Chance that a value lies at or below a limit.  [1] */
export const chanceBelow = ({ low, central, high }: Interval, limit: number): number =>
  chanceAbove({ low: 1 / high, central: 1 / central, high: 1 / low }, 1 / limit);

export type Chance = 'likely' | 'borderline' | 'unlikely';

/** From four in five: likely. Below two in five: unlikely. */
export const wordChance = (chance: number): Chance => {
  if (chance >= 0.8) return 'likely';
  return chance >= 0.4 ? 'borderline' : 'unlikely';
};
