import { attentionColumns } from './kv-cache.ts';
import type { Rates } from './rates.ts';
import type { Share, Work } from './work.ts';

/** Seconds of a whole prompt, by cause. */
export interface PromptSeconds {
  compute: number;
  weights: number;
  attention: number;
  activations: number;
  overhead: number;
}

/** Softens the knee of the roofline: (a³ + b³)^⅓, told apart in proportion to a³ and b³. */
function soften(compute: number, memory: number): { compute: number; memory: number } {
  const a = compute ** 3;
  const b = memory ** 3;
  const sum = a + b;
  if (sum === 0) return { compute: 0, memory: 0 };
  const total = Math.cbrt(sum);
  return { compute: (total * a) / sum, memory: (total * b) / sum };
}

/** One micro-batch of `tokens`: matrix products against streaming the weights they touch. */
function microBatch(work: Work, share: Share, rates: Rates, tokens: number) {
  const { engine, matrix, promptBandwidth } = rates;
  const body = work.denseParameters - work.headParameters;
  const perExpert = tokens * work.expertShare;
  const filled =
    (perExpert / (perExpert + rates.halfTokens)) *
    (work.expertWidth / (work.expertWidth + engine.halfWidth));
  const denseRate = matrix * engine.promptQuant[rates.kind];
  const expertRate = matrix * engine.promptQuant[rates.expertKind] * rates.promptMoe * filled;
  const experts = share.experts * work.expertParameters;
  const compute =
    (2 * share.dense * body * tokens) / denseRate +
    (experts > 0 ? (2 * experts * tokens) / expertRate : 0);
  const touched = 1 - (1 - work.expertShare) ** tokens;
  const bytes =
    share.dense * (work.weights.dense - work.weights.head) +
    share.experts * work.weights.experts * touched;
  return soften(compute, bytes / (promptBandwidth * 0.85));
}

/**
 * Seconds to read a prompt on one processor, by cause.  [s]
 *
 *   compute, weights  per micro-batch (t_c³ + t_m³)^⅓,  t_c = 2P·u / (F · κ),  t_m = W / (0.85 · BW)
 *   attention         Σ 4·L·h·(dh + s)·c · 128 / (128 + s) / (F · κ_attn)    s: exponentials, in columns of a head
 *   activations       n · L · (10d + 4ff) · 4 · a / BW
 *   overhead          L · o per micro-batch
 *
 * Undefined where bandwidth or peak rate is unknown.
 */
export function promptSeconds(
  work: Work,
  share: Share,
  rates: Rates,
  o: { tokens: number; microBatch: number },
): PromptSeconds | undefined {
  const { engine, matrix, attention, promptBandwidth } = rates;
  if (!matrix || !promptBandwidth) return undefined;
  const size = Math.min(o.microBatch, o.tokens);
  const columns = attentionColumns(work.model);
  const softmax = engine.softmaxWidth;
  // Relative to heads of 128 columns, which κ_attn is told for.
  const perFlop = ((columns + softmax) / columns) * (128 / (128 + softmax));
  const full = Math.floor(o.tokens / size);
  const left = o.tokens - full * size;
  const each = microBatch(work, share, rates, size);
  const last = left > 0 ? microBatch(work, share, rates, left) : { compute: 0, memory: 0 };
  const batches = full + (left > 0 ? 1 : 0);
  return {
    compute: full * each.compute + last.compute,
    weights: full * each.memory + last.memory,
    attention: (share.cache * work.promptAttentionFlop * perFlop) / attention,
    activations:
      (share.layers * o.tokens * work.activationBytesPerToken * engine.activation) /
      promptBandwidth,
    overhead: batches * share.layers * work.layers * rates.promptOverhead,
  };
}
