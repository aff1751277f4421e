/** Published scores of quantized models against their unquantized selves, and of models against each other. */
import { loadCatalogue } from '../catalogue/index.ts';
import { median } from './evidence.ts';

export const BITS = ['4', '8'] as const;
export type Bits = (typeof BITS)[number];

export const SIZES = ['small', 'large'] as const;
export type Size = (typeof SIZES)[number];

const FORMATS: Readonly<Record<Bits, RegExp>> = {
  '4': /int4|awq|w4|nvfp4|q4/i,
  '8': /int8|fp8|w8|q8/i,
};

/** Billions of parameters as the model's name tells them: `Qwen2-0.5B-Instruct` is 0.5. */
const billions = (name: string): number =>
  Number(/(\d+(?:\.\d+)?)b(?![a-z])/i.exec(name)?.[1] ?? Number.NaN);

/** Under two billion parameters is small. */
const isSmall = (name: string): boolean => billions(name) < 2;

export interface Recovery {
  /** Comparisons behind it. */
  count: number;
  /** Median of score over unquantized score. */
  median: number;
  worst: number;
}

/** What is left of the score at so many bits. @throws where no comparison fits. */
export function recovery(bits: Bits, size?: Size): Recovery {
  const shares = loadCatalogue()
    .tables['quant-quality'].filter(
      ({ format, model }) =>
        FORMATS[bits].test(format) && (size === undefined || isSmall(model) === (size === 'small')),
    )
    .map(({ recovery_pct }) => recovery_pct / 100);
  if (shares.length === 0) throw new Error(`no published comparison at ${bits} bits`);
  return { count: shares.length, median: median(shares), worst: Math.min(...shares) };
}

/** A model's published score. @throws where there is none, or more than one. */
export function scoreOf(model: string, benchmark: string): number {
  const rows = loadCatalogue().tables['model-quality'].filter(
    (row) => row.model_id === model && row.benchmark === benchmark,
  );
  const scores = new Set(rows.map(({ score }) => score));
  const [score] = scores;
  if (score !== undefined && scores.size === 1) return score;
  throw new Error(`${model} has ${scores.size} published scores in ${benchmark}; one is needed`);
}
