/** Slider positions run from 0 to this; fine enough for a full-width track on a wide screen. */
export const STEPS = 400;

export interface SliderScale {
  /** Ends of the slider; the number field beside it takes all that a link takes. */
  low: number;
  high: number;
  /** Equal ways are equal ratios. With `low` 0 the first step is 0 and the rest starts at 1. */
  log?: boolean;
  /** Values are multiples of this. */
  step: number;
}

/** Where a value stands on the slider; beyond its ends it stands at the end. */
export function positionOf(value: number, { low, high, log }: SliderScale): number {
  const inside = Math.min(high, Math.max(low, value));
  if (!log) return Math.round(((inside - low) / (high - low)) * STEPS);
  if (inside <= 0) return 0;
  const start = low || 1;
  const part = Math.log(Math.max(1, inside / start)) / Math.log(high / start);
  return low > 0 ? Math.round(part * STEPS) : 1 + Math.round(part * (STEPS - 1));
}

/** The value of a position, rounded to two digits on logarithmic sliders and to the step on all. */
export function valueAt(position: number, { low, high, log, step }: SliderScale): number {
  if (position >= STEPS) return high;
  if (!log) return onStep(low + ((high - low) * position) / STEPS, step);
  if (position <= 0) return low;
  const start = low || 1;
  const part = low > 0 ? position / STEPS : (position - 1) / (STEPS - 1);
  const value = start * (high / start) ** part;
  return Math.min(high, Math.max(start, onStep(Number(value.toPrecision(2)), step)));
}

const onStep = (value: number, step: number) =>
  Number((Math.round(value / step) * step).toPrecision(12));
