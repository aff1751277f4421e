import type { QuantKind } from './calibration-types.ts';
import type { Rates } from './rates.ts';
import { expertCoverage, layerFactor, type Share, type Work } from './work.ts';

/** Seconds of one decode step, by cause. */
export interface DecodeSeconds {
  weights: number;
  unpacking: number;
  kv: number;
  attention: number;
  overhead: number;
  batch: number;
}

/**
 * Seconds of one decode step of `sequences` sequences on one processor, by cause.  [s]
 *
 *   weights    W / (BW · η)                      active weights streamed once for all sequences
 *   unpacking  P · c / F32                       dequantization and dot products
 *   kv         B · KV · m / (BW · η)
 *   attention  B · A · c_a / F32
 *   overhead   L · τ · (1 + μ) + t0 + V · t_V
 *   batch      B · 2P / (F · κ_b) + β · (weights + unpacking)   with more than one sequence: other kernels
 *
 * The terms add up: they are serial in practice. Undefined where the bandwidth is unknown.
 * Source: scaling-book for the bound W/BW; the other terms are fitted.
 */
export function decodeSeconds(
  work: Work,
  share: Share,
  rates: Rates,
  o: { sequences: number; flashAttention: boolean; routing: number },
): DecodeSeconds | undefined {
  const { engine, peaks, streaming } = rates;
  if (!streaming) return undefined;
  const flash = o.flashAttention ? 0 : 1;
  const fp32 = peaks.fp32 ?? Number.POSITIVE_INFINITY;
  const dense = share.dense * work.denseParameters;
  const experts = share.experts * work.expertParameters;
  const touched = expertCoverage(work.expertShare, o.sequences, o.routing);
  const layers = share.layers * work.layers;
  // No format streams faster than the memory.
  const reached = (kind: QuantKind): number =>
    Math.min(peaks.bandwidth ?? streaming, streaming * engine.streaming[kind]);
  const several = o.sequences > 1;
  const small = (peaks.matrix ?? Number.POSITIVE_INFINITY) * engine.batchKappa;
  const weights =
    (share.dense * work.weights.dense) / reached(rates.kind) +
    (share.experts * work.weights.experts * touched) / reached(rates.expertKind);
  const unpacking =
    (rates.unpack *
      (dense * engine.unpack[rates.kind] + experts * engine.unpack[rates.expertKind])) /
    fp32;
  return {
    weights,
    unpacking,
    kv: (o.sequences * share.cache * work.kvBytes * engine.kvFactor[flash]) / streaming,
    attention:
      (o.sequences * share.cache * work.attentionFlop * engine.attentionUnpack[flash]) / fp32,
    overhead:
      layers * rates.tau * layerFactor(work, engine) +
      share.dense * (engine.fixed + engine.perVocabularyEntry * (work.model.vocabularySize ?? 0)),
    batch: several
      ? (o.sequences * 2 * (dense + experts)) / small +
        engine.batchStreaming * (weights + unpacking)
      : 0,
  };
}
