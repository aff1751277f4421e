/**
 * Scales map a value onto 0…1 of an axis. Charts place everything in per cent of their area, so the
 * same numbers serve any width, at build and in the browser.
 */

export interface Scale {
  kind: 'linear' | 'log';
  domain: readonly [number, number];
  /** 0 at the low end of the domain, 1 at the high end; outside values fall outside 0…1. */
  position(value: number): number;
  /** The value at a position: the inverse of `position`. */
  value(position: number): number;
  /** Round values inside the domain, rising. */
  ticks(): number[];
}

export interface Tick {
  value: number;
  position: number;
  text: string;
}

function checkDomain([low, high]: readonly [number, number]): void {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high) {
    throw new RangeError(`a domain is two finite numbers, the lower first, got ${low} to ${high}`);
  }
}

/** The largest of 1, 2, 5 × 10ⁿ that cuts `span` into at least `pieces`. */
function roundStep(span: number, pieces: number): number {
  const exact = span / pieces;
  const power = 10 ** Math.floor(Math.log10(exact));
  const factor = [5, 2, 1].find((f) => f * power <= exact * (1 + 1e-9)) ?? 1;
  return factor * power;
}

/** Strips the binary noise of repeated addition: 0.30000000000000004 becomes 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** Evenly divided axis. `pieces` is the least number of steps between ticks. */
export function linearScale(domain: readonly [number, number], pieces = 4): Scale {
  checkDomain(domain);
  const [low, high] = domain;
  return {
    kind: 'linear',
    domain,
    position: (value) => (value - low) / (high - low),
    value: (position) => low + position * (high - low),
    ticks() {
      const step = roundStep(high - low, pieces);
      const first = Math.ceil(low / step - 1e-9);
      const last = Math.floor(high / step + 1e-9);
      return Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step));
    },
  };
}

/** Axis on which equal ratios are equal distances; the domain must be above zero. */
export function logScale(domain: readonly [number, number]): Scale {
  checkDomain(domain);
  const [low, high] = domain;
  if (low <= 0) throw new RangeError(`a log scale starts above zero, got ${low}`);
  const span = Math.log(high / low);
  return {
    kind: 'log',
    domain,
    position: (value) => Math.log(value / low) / span,
    value: (position) => low * Math.exp(position * span),
    ticks: () => logTicks(low, high),
  };
}

/** Powers of ten; over fewer than three decades also 2 and 5, over fewer than two steps every digit. */
function logTicks(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const factors = decades > 3 ? [1] : decades > 0.7 ? [1, 2, 5] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const ticks: number[] = [];
  for (let p = Math.floor(Math.log10(low)); p <= Math.ceil(Math.log10(high)); p++) {
    for (const factor of factors) {
      const value = clean(factor * 10 ** p);
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) ticks.push(value);
    }
  }
  return ticks;
}

/** The smallest domain of 1, 2, 5 × 10ⁿ (log) or round steps (linear) that holds all values. */
export function roundDomain(values: readonly number[], kind: 'linear' | 'log'): [number, number] {
  const finite = values.filter((v) => Number.isFinite(v) && (kind === 'linear' || v > 0));
  if (finite.length === 0) throw new RangeError('a domain needs at least one usable value');
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (kind === 'log') return [roundDown(low), roundUp(high === low ? high * 1.01 : high)];
  const step = roundStep(high - Math.min(0, low) || 1, 4);
  return [Math.min(0, Math.floor(low / step) * step), clean(Math.ceil(high / step) * step)];
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  return clean(([5, 2, 1].find((f) => f * power <= value * (1 + 1e-9)) ?? 1) * power);
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  return clean(([1, 2, 5, 10].find((f) => f * power >= value * (1 - 1e-9)) ?? 10) * power);
}

/** Ticks with their places and wording, ready to draw. */
export const ticksOf = (scale: Scale, format: (value: number) => string): Tick[] =>
  scale.ticks().map((value) => ({ value, position: scale.position(value), text: format(value) }));

/** A position as CSS and SVG percentage; two decimals are a fiftieth of a pixel on a phone. */
export const percent = (position: number): string => `${clean(Math.round(position * 1e4) / 100)}%`;

/** The same to one decimal, for marks: under a pixel on the widest chart, and a page holds hundreds. */
export const tenth = (position: number): string => `${clean(Math.round(position * 1e3) / 10)}%`;
