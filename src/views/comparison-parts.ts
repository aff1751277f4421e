/** What the parts of a comparison are made from: one configuration each, estimated and named. */

import { LETTERS } from '../configuration/letters.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Estimate, EstimationInput } from '../estimation/types.ts';
import { estimateOrProblems, frameOf } from './calculator.ts';

/** One of the configurations compared. */
export interface Compared {
  /** `A` */
  letter: string;
  configuration: Configuration;
  /** Shortest name that tells it from the others. */
  label: string;
  /** Machine, model and format, in words. */
  hw: string;
  weights: string;
  /** The query of its own page. */
  query: string;
  made?: { input: EstimationInput; result: Estimate };
  /** Why there is no estimate. */
  problems: string[];
}

/** A row whose cells stand under the configurations. */
export interface ComparedRow {
  name: string;
  cells: string[];
  /** Not all cells say the same. */
  differs: boolean;
}

export const rowOf = (name: string, cells: string[]): ComparedRow => ({
  name,
  cells,
  differs: cells.some((cell) => cell !== cells[0]),
});

/** Estimates each and finds names that tell them apart: the machine, else the weights, else both. */
export function comparedOf(configurations: readonly Configuration[], tables: Tables): Compared[] {
  const named = configurations.map((configuration) => {
    const { names, query } = frameOf(configuration, tables);
    const quant = tables.quantizations[configuration.quant]?.name ?? configuration.quant;
    return {
      configuration,
      query,
      hw: machineName(names.hw, configuration, tables),
      weights: `${names.model} ${quant}`,
    };
  });
  const apart = (key: 'hw' | 'weights') =>
    new Set(named.map((one) => one[key])).size === named.length;
  return named.map((one, at) => {
    const letter = LETTERS[at]?.toUpperCase() ?? '';
    const label = apart('hw')
      ? one.hw
      : apart('weights')
        ? one.weights
        : `${letter}, ${one.weights} on ${one.hw}`;
    const outcome = estimateOrProblems(one.configuration, tables);
    return 'problems' in outcome
      ? { ...one, letter, label, problems: outcome.problems }
      : { ...one, letter, label, made: outcome, problems: [] };
  });
}

/** The machine with the number of its GPUs, where the link sets it. */
function machineName(name: string, { hw, count }: Configuration, { systems }: Tables): string {
  if (count === undefined) return name;
  return Object.hasOwn(systems, hw) ? `${name}, GPUs: ${count}` : `${count} x ${name}`;
}

/** The same configuration with another workload, one user and an empty context. */
export const withWorkload = (
  configuration: Configuration,
  promptTokens: number,
  generatedTokens: number,
): Configuration => ({
  ...configuration,
  prompt: promptTokens,
  gen: generatedTokens,
  depth: 0,
  users: 1,
});
