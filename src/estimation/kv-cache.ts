import { headDimension } from './parameters.ts';
import type { KvTypeRow, ModelRow } from './types.ts';

export interface CacheShape {
  /** Tokens of one sequence. */
  contextTokens: number;
  /** Concurrent sequences. */
  sequences?: number;
  /** Micro-batch: a sliding window's cache holds one on top of its window. */
  microBatchTokens?: number;
}

const fullHeads = (m: ModelRow): number => m.attention.globalKvHeads ?? m.kvHeads ?? 0;
const fullWidth = (m: ModelRow): number => m.attention.globalHeadDimension ?? headDimension(m);

/** Columns of a head that a score and its share of the values go over: both of MLA's halves, averaged. */
export const attentionColumns = (m: ModelRow): number => {
  const latent = m.attention.latent;
  return latent ? latent.rank + latent.ropeDimension / 2 : fullWidth(m);
};

/** Cached elements per token of one full-attention layer. */
const fullLayerElements = (m: ModelRow): number => {
  const latent = m.attention.latent;
  return latent ? latent.rank + latent.ropeDimension : 2 * fullHeads(m) * fullWidth(m);
};

/** Cached elements per token of one sliding-window layer. */
const slidingLayerElements = (m: ModelRow): number => 2 * (m.kvHeads ?? 0) * headDimension(m);

/**
 * Bytes of KV cache that one more token of context adds, while the context is longer than any window.  [byte/token]
 *
 *   2 · fullLayers · kvHeads · headDimension · bytesPerElement        (MHA, GQA, MQA)
 *   fullLayers · (rank + ropeDimension) · bytesPerElement             (MLA)
 *
 * Sliding-window and linear-attention layers add nothing.
 * Source: ainslie-2023 for GQA, deepseek-v2 for MLA (sources.yaml).
 */
export const kvBytesPerToken = (m: ModelRow, kv: KvTypeRow): number =>
  (m.attention.fullLayers * fullLayerElements(m) * kv.bitsPerElement) / 8;

/** Cells of one sliding-window layer: window · sequences + micro-batch, rounded up to 256 as llama.cpp does, never more than the context. */
export function slidingCells(m: ModelRow, shape: CacheShape): number {
  const { contextTokens, sequences = 1, microBatchTokens = 512 } = shape;
  const window = m.attention.slidingWindowTokens ?? contextTokens;
  const held = Math.ceil((window * sequences + microBatchTokens) / 256) * 256;
  return Math.min(contextTokens * sequences, held);
}

/**
 * Constant state of the linear-attention or state-space layers of one sequence, kept in F32.  [byte]
 *
 *   layers · 4 · (128 · inner + 3 · (inner + 4096)),  inner = heads · headDimension
 *
 * State size 128, convolution of 4 and 16 groups of 128 as Qwen3-Next, Qwen3.5 and Mamba-2 models have them.
 */
export function linearStateBytes(m: ModelRow): number {
  const inner = (m.heads ?? 0) * headDimension(m);
  return m.attention.linearLayers * 4 * (128 * inner + 3 * (inner + 4096));
}

/**
 * Bytes of the KV cache of all sequences.  [byte]
 *
 *   sequences · context · kvBytesPerToken + slidingLayers · cells · 2 · kvHeads · headDimension · bytesPerElement
 *   + sequences · linear state
 *
 * Domain: contextTokens ≥ 0, sequences ≥ 1.
 */
export function kvBytes(m: ModelRow, kv: KvTypeRow, shape: CacheShape): number {
  const sequences = shape.sequences ?? 1;
  const full = kvBytesPerToken(m, kv) * shape.contextTokens * sequences;
  const sliding =
    (m.attention.slidingLayers *
      slidingCells(m, shape) *
      slidingLayerElements(m) *
      kv.bitsPerElement) /
    8;
  return full + sliding + sequences * linearStateBytes(m);
}

/**
 * Cells of a sliding-window layer that one decode step goes over: its window; with a micro-batch given,
 * window + micro-batch in steps of 256, which is what llama.cpp holds for one sequence. Its CUDA kernel
 * masks what lies behind the window and reads it all the same.
 */
function scannedCells(m: ModelRow, microBatchTokens?: number): number {
  const window = m.attention.slidingWindowTokens ?? Number.POSITIVE_INFINITY;
  return microBatchTokens === undefined
    ? window
    : Math.ceil((window + microBatchTokens) / 256) * 256;
}

/** Mean of min(x, bound) for x from `from` to `to`. */
export function meanBounded(from: number, to: number, bound: number): number {
  if (to <= bound || to <= from) return Math.min(bound, (from + to) / 2);
  if (from >= bound) return bound;
  return ((bound * bound - from * from) / 2 + bound * (to - bound)) / (to - from);
}

/**
 * Bytes of cache that one decode step of one sequence reads, averaged over contexts `from` to `to`.  [byte]
 *
 * Sliding layers read their window, under CUDA all cells held (see scannedCells); linear layers read and write their state.
 */
export function kvReadBytes(
  m: ModelRow,
  kv: KvTypeRow,
  from: number,
  to = from,
  microBatchTokens?: number,
): number {
  const window = scannedCells(m, microBatchTokens);
  const full = kvBytesPerToken(m, kv) * ((from + to) / 2);
  const sliding = (m.attention.slidingLayers * slidingLayerElements(m) * kv.bitsPerElement) / 8;
  return full + sliding * meanBounded(from, to, window) + 2 * linearStateBytes(m);
}

/**
 * FLOP of attention scores and mixing for one token, averaged over contexts `from` to `to`.  [FLOP]
 *
 *   4 · layers · heads · headDimension · context            (QKᵀ and PV)
 *   2 · layers · heads · (2 · rank + ropeDimension) · context   (MLA, absorbed)
 */
export function attentionFlop(
  m: ModelRow,
  from: number,
  to = from,
  microBatchTokens?: number,
): number {
  const heads = m.heads ?? Math.round(m.hiddenSize / 128);
  const latent = m.attention.latent;
  const fullPerToken = latent
    ? 2 * heads * (2 * latent.rank + latent.ropeDimension)
    : 4 * heads * fullWidth(m);
  // Layers that reuse another's cache still attend over it: most of them with a window.
  const sliding = m.attention.slidingLayers + m.attention.sharedLayers;
  const window = scannedCells(m, microBatchTokens);
  return (
    m.attention.fullLayers * fullPerToken * ((from + to) / 2) +
    sliding * 4 * heads * headDimension(m) * meanBounded(from, to, window)
  );
}
