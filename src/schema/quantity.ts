/**
 * How the data files write a figure: a number with its unit (`1792 GB/s`), an object where the
 * figure has a source or a remark of its own (`{value: 1792 GB/s, sources: […], note: …}`), or the
 * reason why there is none (`{unknown: no sourced INT8 rate}`). Inside the program everything is
 * SI; this file holds the only table of units.
 */
import { z } from 'zod';

/** A published figure: SI value, the text of the data file, and its own sources where they differ. */
export interface Known {
  value: number;
  text: string;
  sources?: string[];
  note?: string;
}

export interface Missing {
  unknown: string;
}

export type Fact = Known | Missing;

interface Scale {
  /** Unit as written, to its size in SI. */
  units: Readonly<Record<string, number>>;
  /** Largest value (SI) that is not a slip of the keyboard. */
  most: number;
  /** Smallest one. */
  least: number;
}

const GIB = 2 ** 30;

/** Bounds are an order of magnitude beyond anything on sale, so that only slips are refused. */
export const scales = {
  bandwidth: { units: { 'MB/s': 1e6, 'GB/s': 1e9, 'TB/s': 1e12 }, least: 5e8, most: 1e14 },
  memory: { units: { MB: 1e6, GB: 1e9, TB: 1e12, GiB: GIB, MiB: 2 ** 20 }, least: 1e8, most: 2e13 },
  rate: {
    units: { GFLOPS: 1e9, TFLOPS: 1e12, PFLOPS: 1e15, TOPS: 1e12, POPS: 1e15 },
    least: 1e9,
    most: 1e17,
  },
  power: { units: { W: 1, kW: 1e3 }, least: 0.1, most: 3e4 },
  frequency: { units: { MHz: 1e6, GHz: 1e9 }, least: 1e8, most: 1e10 },
  transfers: { units: { 'MT/s': 1e6 }, least: 4e8, most: 3e10 },
  width: { units: { bit: 1 }, least: 16, most: 32768 },
  money: { units: { USD: 1, EUR: 1 }, least: 1, most: 1e7 },
  sound: { units: { dBA: 1 }, least: 5, most: 120 },
  parameters: { units: { million: 1e6, billion: 1e9 }, least: 1e6, most: 1e13 },
  bitsPerWeight: { units: { 'bits/weight': 1 }, least: 1, most: 32 },
  duration: { units: { ms: 1e-3, s: 1, min: 60, h: 3600 }, least: 1e-3, most: 1e6 },
  tokenRate: { units: { 'tok/s': 1 }, least: 1e-3, most: 1e7 },
} as const satisfies Record<string, Scale>;

export type Dimension = keyof typeof scales;

const WRITTEN = /^(-?\d+(?:\.\d+)?(?:e\d+)?) (\S+)$/;

/** Reads `1792 GB/s` as a value in SI, or says what is wrong with it. */
export function readQuantity(text: string, dimension: Dimension): number | { problem: string } {
  const { units, least, most }: Scale = scales[dimension];
  const parts = WRITTEN.exec(text);
  const [, digits = '', unit = ''] = parts ?? [];
  const allowed = Object.keys(units).join(', ');
  if (!parts)
    return { problem: `expected a number, a space and a unit (${allowed}), got "${text}"` };
  const size = units[unit];
  if (size === undefined) return { problem: `unit "${unit}" is not one of ${allowed}` };
  const value = Number(digits) * size;
  if (value <= 0) return { problem: `must be more than 0, got "${text}"` };
  if (value < least || value > most) return { problem: `"${text}" is not believable here` };
  return value;
}

/** The currency of a money quantity: `1999 USD` is `USD`. */
export const unitOf = (fact: Known): string => fact.text.slice(fact.text.indexOf(' ') + 1);

const Missing = z.strictObject({ unknown: z.string().min(3) });
const Detailed = z.strictObject({
  value: z.string(),
  sources: z.array(z.string().min(3)).min(1).optional(),
  note: z.string().min(3).optional(),
});

/** What a raw value of a data file says: a fact, or a complaint. */
function readFact(raw: unknown, dimension: Dimension): Fact | { problem: string } {
  if (raw === undefined)
    return { problem: 'is missing; write {unknown: reason} where no source tells' };
  if (typeof raw === 'object' && raw !== null && 'unknown' in raw) {
    const missing = Missing.safeParse(raw);
    return missing.success ? missing.data : { problem: 'unknown needs a reason and nothing else' };
  }
  const detailed = typeof raw === 'string' ? { value: raw } : Detailed.safeParse(raw).data;
  if (!detailed) {
    return {
      problem: `expected a quantity, {value, sources, note} or {unknown: reason}, got ${JSON.stringify(raw)}`,
    };
  }
  const value = readQuantity(detailed.value, dimension);
  if (typeof value === 'object') return value;
  const { value: text, sources, note } = detailed as z.infer<typeof Detailed>;
  return { value, text, ...(sources ? { sources } : {}), ...(note ? { note } : {}) };
}

/** Schema of a quantity of one dimension; a key left out is a complaint, a blank has a reason. */
export const quantity = (dimension: Dimension) =>
  z.unknown().transform((raw, context): Fact => {
    const fact = readFact(raw, dimension);
    if (!('problem' in fact)) return fact;
    context.issues.push({ code: 'custom', message: fact.problem, input: raw });
    return z.NEVER;
  });

export const isKnown = (fact: Fact | undefined): fact is Known =>
  fact !== undefined && 'value' in fact;

/** SI value, or undefined where unknown. */
export const siOf = (fact: Fact | undefined): number | undefined =>
  isKnown(fact) ? fact.value : undefined;
