import { attentionFlop } from './kv-cache.ts';
import { activeParameters, headParameters } from './parameters.ts';
import type { ModelRow } from './types.ts';

/**
 * FLOP to process one token at a context.  [FLOP]
 *
 *   2 · activeParameters + attention(context)
 *
 * One multiply-add counts as two. For a prompt token that needs no logits use `promptFlopPerToken`.
 * Source: scaling-book, kipply-2022 (sources.yaml).
 */
export const flopPerToken = (m: ModelRow, contextTokens = 0): number =>
  2 * activeParameters(m) + attentionFlop(m, contextTokens);

/** FLOP of the matrices for one prompt token: the output head runs for the last one only.  [FLOP] */
export const promptFlopPerToken = (m: ModelRow): number =>
  2 * (activeParameters(m) - headParameters(m));
