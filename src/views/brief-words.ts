/** Sentences that briefs share, and what they are written from. */
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { isUnknown, type Quantity, type WorkflowThresholds } from '../estimation/types.ts';
import { formatDuration, formatRange, formatRate, formatSeconds, formatTokens } from './format.ts';
import type { FactsFile } from './machine-facts.ts';
import type { Provenance } from './provenance.ts';

export interface BriefData {
  tables: Tables;
  provenance: Provenance;
  /** Sentences on price, watts and noise of a machine, where they are known. */
  machineFacts?: (configuration: Configuration, name: string) => string[];
  /** Prices of every machine, to find others by. */
  facts?: FactsFile;
}

export const WORDS = {
  rate: formatRate,
  seconds: formatSeconds,
  duration: formatDuration,
} as const;

export type WordedKind = keyof typeof WORDS;

/** `61 tok/s (range 50–74)`, or that it is not known and why. */
export function withRange(quantity: Quantity, kind: WordedKind): string {
  if (isUnknown(quantity)) return `an unknown value (${quantity.unknown})`;
  return `${WORDS[kind](quantity.central)} (range ${formatRange(quantity, kind)})`;
}

/** The job, as its reader would say it. */
export function workloadSentences({ prompt, gen, depth, users }: Configuration): string[] {
  const before = depth > 0 ? `, with ${formatTokens(depth)} already in the context` : '';
  return [
    `A prompt of ${formatTokens(prompt)} is read and an answer of ${formatTokens(gen)} written${before}.`,
    users > 1 ? `${users} people use it at once.` : 'One person uses it at a time.',
  ];
}

export const thresholdSentence = (limits: WorkflowThresholds): string =>
  `Interactive means that the prompt is read in less than ${formatSeconds(limits.interactivePromptSeconds)} and the answer comes at more than ${formatRate(limits.interactiveTokensPerSecond)}; background work may take ${formatDuration(limits.backgroundSeconds)} in all, off-line work ${formatDuration(limits.offlineSeconds)}.`;
