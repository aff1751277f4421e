import { assumptionsOf } from '../configuration/assumptions.ts';
import { parse, permalink } from '../configuration/codec.ts';
import { resolve } from '../configuration/resolve.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { currentVersion, VERSIONS } from '../configuration/versions.ts';
import { estimate } from '../estimation/index.ts';
import {
  DomainError,
  type Estimate,
  type MemoryEstimate,
  type Problem,
  type Unknown,
} from '../estimation/types.ts';

export interface Answer
  extends Omit<Estimate, 'throughput' | 'classRange' | 'switches' | 'memory'> {
  /** The configuration as understood, defaults included. */
  config: Configuration & { v: number };
  permalink: string;
  memory: Omit<MemoryEstimate, 'capacityBytes'> & { capacityBytes: number | Unknown };
}

export interface Refusal {
  errors: readonly Problem[];
}

/** What the command line says of one query: an estimate, or what is wrong with the query. */
export function answer(query: string, tables: Tables): Answer | Refusal {
  const { configuration, problems } = parse(query);
  if (problems.length > 0) return { errors: problems };
  try {
    const result = estimate(resolve(configuration, tables));
    return {
      config: { ...configuration, v: currentVersion(VERSIONS).version },
      permalink: permalink(configuration),
      pp: result.pp,
      tg: result.tg,
      ttft: result.ttft,
      total: result.total,
      memory: {
        ...result.memory,
        capacityBytes: result.memory.capacityBytes ?? { unknown: 'no sourced memory size' },
      },
      workflowClass: result.workflowClass,
      bound: result.bound,
      terms: result.terms,
      assumptions: [...assumptionsOf(configuration, tables), ...result.assumptions],
    };
  } catch (error) {
    if (error instanceof DomainError) return { errors: error.problems };
    throw error;
  }
}
