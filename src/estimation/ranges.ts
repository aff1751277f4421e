import type { Spread } from './calibration-types.ts';
import type { Interval } from './types.ts';

/** A speed with its range: central · measured-over-predicted at the 10th and 90th percentile. */
export const speedInterval = (central: number, [low, high]: Spread): Interval => ({
  low: central * Math.min(1, low),
  central,
  high: central * Math.max(1, high),
});

/** A duration is long where the speed is low. */
export const durationInterval = (central: number, [low, high]: Spread): Interval => ({
  low: central / Math.max(1, high),
  central,
  high: central / Math.min(1, low),
});

/** Sum of two quantities whose errors are independent: deviations add as squares. */
export const addIntervals = (a: Interval, b: Interval): Interval => ({
  low: a.central + b.central - Math.hypot(a.central - a.low, b.central - b.low),
  central: a.central + b.central,
  high: a.central + b.central + Math.hypot(a.high - a.central, b.high - b.central),
});

/** A wider spread: further from anything measured. Factors multiply as independent errors. */
export const widen = ([low, high]: Spread, [moreLow, moreHigh]: Spread): Spread => [
  Math.exp(-Math.hypot(Math.log(low), Math.log(moreLow))),
  Math.exp(Math.hypot(Math.log(high), Math.log(moreHigh))),
];

/** Half as wide again, for a class that nobody measured in this use. */
export const further = ([low, high]: Spread): Spread => [low ** 1.5, high ** 1.5];

/** As wide as the wider one on either side. */
export const union = (a: Spread, b: Spread): Spread => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
