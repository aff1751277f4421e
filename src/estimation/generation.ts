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

type Products = Pick<DecodeSeconds, 'weights' | 'unpacking' | 'batch'>;

/** Matrix products of one decode step: streaming and unpacking weights, and what several sequences add. */
function productSeconds(
  work: Work,
  share: Share,
  rates: Rates,
  o: { sequences: number; routing: number },
): Products {
  const { engine, peaks, streaming } = rates;
  const fp32 = peaks.fp32 ?? Number.POSITIVE_INFINITY;
  const dense = share.dense * work.denseParameters;
  const experts = share.experts * work.expertParameters;
  const touched = expertCoverage(work.expertShare, o.sequences, o.routing);
  // No format streams faster than the memory.
  const reached = (kind: QuantKind): number =>
    Math.min(peaks.bandwidth ?? streaming, streaming * engine.streaming[kind]);
  const unpack = (parameters: number, kind: QuantKind): number =>
    (rates.unpack * parameters * engine.unpack[kind]) / fp32;
  const ofDense = {
    weights: (share.dense * work.weights.dense) / reached(rates.kind),
    unpacking: unpack(dense, rates.kind),
  };
  const allExperts = (share.experts * work.weights.experts) / reached(rates.expertKind);
  const ofExperts = {
    weights: allExperts * touched,
    unpacking: unpack(experts, rates.expertKind),
  };
  const weights = ofDense.weights + ofExperts.weights;
  const unpacking = ofDense.unpacking + ofExperts.unpacking;
  if (o.sequences === 1) return { weights, unpacking, batch: 0 };
  const peak = peaks.matrix ?? Number.POSITIVE_INFINITY;
  const flop = 2 * o.sequences;
  if (!engine.tiles) {
    const batch =
      (flop * (dense + experts)) / (peak * engine.batchKappa) +
      engine.batchStreaming * (weights + unpacking);
    return { weights, unpacking, batch };
  }
  const { few, width, fewKappa, expertKappa } = engine.tiles;
  const columns = width * Math.ceil(o.sequences / width);
  const computing =
    o.sequences <= few
      ? (flop * dense) / (peak * fewKappa)
      : (2 * columns * dense) / (peak * engine.batchKappa);
  const streamed = ofDense.weights + ofDense.unpacking;
  // Few tokens: each reads its experts by itself. A tile or more: whole tiles of the experts touched.
  const alone =
    (allExperts * work.expertShare + ofExperts.unpacking) * o.sequences * engine.tiles.alone;
  const inTiles =
    ofExperts.weights +
    ofExperts.unpacking +
    (work.expertShare > 0
      ? (2 * columns * (experts / work.expertShare) * touched) / (peak * expertKappa)
      : 0);
  const total = Math.cbrt(streamed ** 3 + computing ** 3) + Math.min(alone, inTiles);
  return { weights, unpacking, batch: total - weights - unpacking };
}

/**
 * Seconds of one decode step of `sequences` sequences on one processor, by cause.  [s]
 *
 *   weights    W / (BW · η)                      active weights streamed once for all sequences
 *   unpacking  P · c / F32                       dequantization and dot products
 *   kv         B · KV · m / (BW · η)
 *   attention  B · A · c_a / F32
 *   overhead   L · τ · (1 + μ) + t0 + V · (t_V + (B − 1) · t_B)
 *   batch      B · 2P / (F · κ_b) + β · (weights + unpacking)   with more than one sequence: other kernels
 *              under Metal ∛(streamed³ + computed³) in tiles, see Tiles
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
  const layers = share.layers * work.layers;
  const vocabulary = work.model.vocabularySize ?? 0;
  const products = productSeconds(work, share, rates, o);
  return {
    ...products,
    kv: (o.sequences * share.cache * work.kvBytes * engine.kvFactor[flash]) / streaming,
    attention:
      (o.sequences * share.cache * work.attentionFlop * engine.attentionUnpack[flash]) / fp32,
    overhead:
      layers * rates.tau * layerFactor(work, engine) +
      share.dense *
        (engine.fixed +
          vocabulary * (engine.perVocabularyEntry + (o.sequences - 1) * engine.perLogit)),
  };
}
