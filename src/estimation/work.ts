import type { EngineParameters } from './calibration-types.ts';
import { engineOf } from './classes.ts';
import { attentionFlop, kvReadBytes } from './kv-cache.ts';
import { activeParameters, expertParameters, headParameters } from './parameters.ts';
import type { EstimationInput, ModelRow } from './types.ts';
import type { WeightBytes } from './weights.ts';

/** What a model asks of a machine, before any speed is known. */
export interface Work {
  model: ModelRow;
  weights: WeightBytes;
  /** Parameters read for every token, and those of the experts that one token picks. */
  denseParameters: number;
  headParameters: number;
  expertParameters: number;
  /** Experts one token picks over all experts; 0 without experts. */
  expertShare: number;
  /** Columns of one expert's matrices; 0 without experts. */
  expertWidth: number;
  /** KV bytes and attention FLOP of one decode step, averaged over the answer. */
  kvBytes: number;
  attentionFlop: number;
  /** Attention FLOP of the whole prompt. */
  promptAttentionFlop: number;
  /** Activations written and read per prompt token and byte of width 4.  [byte] */
  activationBytesPerToken: number;
  layers: number;
  linearShare: number;
}

/** Which part of the work one processor does; all fields 0 to 1. */
export interface Share {
  dense: number;
  experts: number;
  cache: number;
  layers: number;
}

export const whole: Share = { dense: 1, experts: 1, cache: 1, layers: 1 };

/** Gathers what a configuration asks for. */
export function workOf(input: EstimationInput, weights: WeightBytes): Work {
  const { model: m, workload: w, kvType } = input;
  const expertShare = m.experts ? m.experts.activePerToken / m.experts.count : 0;
  const routed = expertParameters(m) * expertShare;
  const start = w.depthTokens + w.promptTokens;
  const end = start + w.generatedTokens;
  // Measured with 2 to 32 users on GB10: 8 to 12 % off with the masked cells, 20 to 65 % without; Metal skips them.
  const scans = /^(cuda|rocm)$/.test(engineOf(input.runtime));
  const scanned = scans ? input.microBatchTokens : undefined;
  const width = m.experts
    ? (m.experts.activePerToken + m.experts.shared) *
      (m.experts.intermediateSize ?? m.feedForwardSize ?? m.hiddenSize)
    : (m.feedForwardSize ?? 4 * m.hiddenSize);
  return {
    model: m,
    weights,
    denseParameters: activeParameters(m) - routed,
    headParameters: headParameters(m),
    expertParameters: routed,
    expertShare,
    expertWidth: m.experts ? (m.experts.intermediateSize ?? m.feedForwardSize ?? m.hiddenSize) : 0,
    kvBytes: kvReadBytes(m, kvType, start, end, scanned),
    attentionFlop: attentionFlop(m, start, end, scanned),
    promptAttentionFlop: w.promptTokens * attentionFlop(m, w.depthTokens, start),
    activationBytesPerToken: m.layers * (10 * m.hiddenSize + 4 * width) * 4,
    layers: m.layers,
    linearShare: m.attention.linearLayers / m.layers,
  };
}

/** Part of the experts that a batch of sequences touches: 1 − (1 − k/E)^(B^s). */
export const expertCoverage = (share: number, sequences: number, routing = 1): number =>
  share === 0 ? 0 : 1 - (1 - share) ** (sequences ** routing);

/** Overhead per layer relative to a plain one. */
export const layerFactor = (work: Work, engine: EngineParameters): number =>
  1 +
  (work.expertShare > 0 ? engine.moeOverhead : 0) +
  ((work.model.experts?.shared ?? 0) > 0 ? engine.sharedOverhead : 0) +
  engine.linearOverhead * work.linearShare +
  (/^gemma/.test(work.model.family) ? engine.normOverhead : 0);
