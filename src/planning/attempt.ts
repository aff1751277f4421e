/** One machine, model, format and engine against all uses. */
import { DEFAULT_CONFIGURATION } from '../configuration/codec.ts';
import { resolve } from '../configuration/resolve.ts';
import type { Tables } from '../configuration/tables.ts';
import { estimate } from '../estimation/estimate.ts';
import {
  DomainError,
  type Estimate,
  type EstimationInput,
  isUnknown,
  type ModelRow,
} from '../estimation/types.ts';
import { type Needs, ownSize, type Use } from './needs.ts';
import { chanceAbove, chanceBelow } from './probability.ts';

export interface UseOutcome {
  use: Use;
  result: Estimate;
  /** That a run keeps the limits of its class.  [1] */
  chance: number;
}

export interface Attempt {
  model: string;
  quant: string;
  runtime: string;
  uses: UseOutcome[];
  /** The least of the uses'. */
  chance: number;
  /** Of the use that is written slowest.  [tok/s] */
  speed: number;
  /** Longest context that fits, for each user.  [tokens] */
  contextTokens: number;
  /** All runs of a day together.  [h] */
  busyHours: number;
  /** Whether those started in the evening are done in the morning. */
  nightSuffices: boolean;
}

/** The machine under one engine; undefined where the engine does not run there. */
export function baseOf(
  hw: string,
  runtime: string | undefined,
  users: number,
  tables: Tables,
  count?: number,
): EstimationInput | undefined {
  try {
    return resolve(
      {
        ...DEFAULT_CONFIGURATION,
        hw,
        users,
        ...(runtime && { runtime }),
        ...(count !== undefined && { count }),
      },
      tables,
    );
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function chanceOf({ class: target }: Use, result: Estimate, input: EstimationInput): number {
  const { ttft, tg, total } = result;
  if (isUnknown(ttft) || isUnknown(tg) || isUnknown(total)) return 0;
  const { thresholds: t } = input;
  if (target === 'interactive')
    return Math.min(
      chanceBelow(ttft, t.interactivePromptSeconds),
      chanceAbove(tg, t.interactiveTokensPerSecond),
    );
  return chanceBelow(total, target === 'background' ? t.backgroundSeconds : t.offlineSeconds);
}

/** Tokens read and written by a use. */
export const sizeOf = (useCase: string, tables: Pick<Tables, 'useCases'>) =>
  tables.useCases.find(({ id }) => id === useCase) ?? ownSize(useCase);

/** Undefined where it does not fit or a speed is unknown. */
export function attempt(
  base: EstimationInput,
  model: ModelRow,
  quant: string,
  needs: Needs,
  tables: Tables,
): Attempt | undefined {
  const quantization = tables.quantizations[quant];
  if (!quantization) return undefined;
  const uses: UseOutcome[] = [];
  let [speed, contextTokens] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [busySeconds, nightSeconds] = [0, 0];
  for (const use of needs.uses) {
    const size = sizeOf(use.useCase, tables);
    if (!size) return undefined;
    const { promptTokens, generatedTokens } = size;
    const workload = { ...base.workload, promptTokens, generatedTokens };
    const input = { ...base, model, quantization, workload };
    const result = estimateOrNothing(input);
    if (!result || isUnknown(result.tg)) return undefined;
    uses.push({ use, result, chance: chanceOf(use, result, input) });
    speed = Math.min(speed, result.tg.central);
    // Users who ask at once share one run's time.
    const seconds = isUnknown(result.total) ? 0 : result.total.central;
    busySeconds += (use.perDay * seconds) / needs.users;
    if (use.class === 'off-line') nightSeconds += (use.perDay * seconds) / needs.users;
    contextTokens = Math.min(contextTokens, contextOf(input, result, needs.context));
  }
  const chance = Math.min(...uses.map((one) => one.chance));
  return {
    model: model.id,
    quant,
    runtime: base.runtime.id,
    uses,
    chance,
    speed,
    contextTokens,
    busyHours: busySeconds / 3600,
    nightSuffices: nightSeconds <= base.thresholds.offlineSeconds,
  };
}

/** Longest context for each user; with weights in RAM, whether the needed one still runs. */
function contextOf(input: EstimationInput, { memory }: Estimate, needed: number): number {
  const { promptTokens, generatedTokens } = input.workload;
  const made = input.model.maximumContextTokens ?? Number.POSITIVE_INFINITY;
  if (memory.fits)
    return Math.min(made, memory.placement.longestContextTokens ?? Number.POSITIVE_INFINITY);
  const asked = promptTokens + generatedTokens;
  if (needed <= asked) return Math.min(made, asked);
  const deeper = { ...input.workload, depthTokens: needed - asked };
  const result = estimateOrNothing({ ...input, workload: deeper });
  return Math.min(made, result && !isUnknown(result.tg) ? needed : asked);
}

function estimateOrNothing(input: EstimationInput): Estimate | undefined {
  try {
    return estimate(input);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

const HOURS_PER_DAY = 24;
/** More likely than not. */
const ENOUGH = 0.5;

/** The runs of a day end in a day, the off-line ones in a night. */
const inTime = ({ busyHours, nightSuffices }: Attempt): boolean =>
  busyHours <= HOURS_PER_DAY && nightSuffices;

/** It keeps every class more likely than not, holds the context, and gets through the day's runs in time. */
export const isEnough = (made: Attempt | undefined, needs: Needs): made is Attempt =>
  made !== undefined &&
  made.chance >= ENOUGH &&
  made.contextTokens >= needs.context &&
  inTime(made);

/** What an attempt falls short of. */
export const shortOf = (made: Attempt, needs: Needs): ('speed' | 'context' | 'day')[] => [
  ...(made.chance < ENOUGH ? (['speed'] as const) : []),
  ...(made.contextTokens < needs.context ? (['context'] as const) : []),
  ...(inTime(made) ? [] : (['day'] as const)),
];
