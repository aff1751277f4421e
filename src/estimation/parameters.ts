import type { ModelRow } from './types.ts';

/** Parameters of one model by what reads them. Counts, not bytes. */
export interface ParameterGroups {
  /** Input embedding: one row is looked up per token; the whole matrix is read only if it is also the output head. */
  embedding: number;
  /** Per-layer embeddings (Gemma 3n, Gemma 4 E): a token looks one row up in each. */
  lookup: number;
  /** Output head (zero where it is the tied embedding). */
  head: number;
  query: number;
  key: number;
  value: number;
  attentionOutput: number;
  /** Gate and up projections of dense layers. */
  feedForwardIn: number;
  feedForwardDown: number;
  /** Gate and up projections of all routed experts. */
  expertsIn: number;
  expertsDown: number;
  /** What the geometry does not name: norms, routers, shared experts, linear-attention projections. */
  rest: number;
  /** Layers that hold routed experts. */
  expertLayers: number;
}

const headSize = (m: ModelRow): number =>
  m.headDimension ?? m.hiddenSize / (m.heads ?? Math.max(1, m.hiddenSize / 128));

/** Part of the routed experts that one token does not touch. */
const idleExperts = (m: ModelRow): number =>
  m.experts ? 1 - m.experts.activePerToken / m.experts.count : 0;

/**
 * All routed-expert parameters, and the layers that hold them.
 *
 *   layers · experts · 3 · hidden · expertWidth,   checked against (total − active) / (1 − k/E)
 *
 * The maker's active count also tells how many layers are dense (DeepSeek: 3 of 61) and whether an
 * expert has two matrices instead of three (Nemotron); where both disagree by over 8 % it wins.
 */
function routedExperts(m: ModelRow): { parameters: number; layers: number; matrices: number } {
  if (!m.experts) return { parameters: 0, layers: 0, matrices: 3 };
  const stated = (m.totalParameters - m.activeParameters) / idleExperts(m);
  const width = m.experts.intermediateSize ?? m.feedForwardSize;
  const { fullLayers, slidingLayers, linearLayers } = m.attention;
  const mixers = fullLayers + slidingLayers + linearLayers;
  // Blocks that are either a mixer or a mixture of experts, never both.
  const separate = linearLayers > 0 && mixers < m.layers;
  const most = separate ? m.layers - mixers : m.layers;
  if (width === undefined) return { parameters: stated, layers: most, matrices: 3 };
  const matrix = m.experts.count * m.hiddenSize * width;
  const matrices = separate ? Math.max(1, Math.round(stated / (matrix * most))) : 3;
  const layers = Math.max(1, Math.min(most, Math.round(stated / (matrix * matrices))));
  const counted = layers * matrices * matrix;
  const agrees = Math.abs(counted / stated - 1) < 0.08 && counted < m.totalParameters;
  return { parameters: agrees ? counted : stated, layers, matrices };
}

/** A dense model whose maker counts fewer active parameters than it has looks the others up. */
const lookupParameters = (m: ModelRow): number =>
  m.experts || m.activeParameters > 0.95 * m.totalParameters
    ? 0
    : m.totalParameters - m.activeParameters;

/** Splits a model's parameters into groups; the groups add up to the total. */
export function parameterGroups(m: ModelRow): ParameterGroups {
  const d = m.hiddenSize;
  const embedding = (m.vocabularySize ?? 0) * d;
  // A third of the catalogue does not state it; since 2024 models under 5 B tie, larger ones do not.
  const tied = m.tiedEmbeddings ?? m.totalParameters < 5e9;
  const head = tied ? 0 : embedding;
  const experts = routedExperts(m);
  const lookup = lookupParameters(m);
  const latent = m.attention.latent !== undefined;
  const width = headSize(m);
  const attentionLayers = latent ? 0 : m.attention.fullLayers + m.attention.slidingLayers;
  const query = (m.heads ?? 0) * width * d * attentionLayers;
  const key = (m.kvHeads ?? 0) * width * d * attentionLayers;
  const body = m.totalParameters - embedding - head - lookup - experts.parameters;
  const left = body - 2 * query - 2 * key;
  if (left < 0) {
    // Geometry and total contradict each other: keep the total.
    return {
      ...nothing,
      embedding,
      lookup,
      head,
      rest: Math.max(0, body),
      ...expertGroups(experts),
    };
  }
  const dense = m.feedForwardSize && !m.experts ? m.feedForwardSize * d * m.layers : 0;
  const matrices = dense > 0 ? Math.min(3, Math.round(left / dense)) : 0;
  const feedForward = Math.min(left, dense * matrices);
  const down = matrices > 0 ? feedForward / matrices : 0;
  return {
    embedding,
    lookup,
    head,
    query,
    key,
    value: key,
    attentionOutput: query,
    feedForwardIn: feedForward - down,
    feedForwardDown: down,
    rest: left - feedForward,
    ...expertGroups(experts),
  };
}

const nothing = {
  query: 0,
  key: 0,
  value: 0,
  attentionOutput: 0,
  feedForwardIn: 0,
  feedForwardDown: 0,
};

const expertGroups = (e: ReturnType<typeof routedExperts>) => ({
  expertsIn: e.parameters * (1 - 1 / e.matrices),
  expertsDown: e.parameters / e.matrices,
  expertLayers: e.layers,
});

/** Routed-expert parameters of all layers.  [parameters] */
export const expertParameters = (m: ModelRow): number => routedExperts(m).parameters;

/**
 * Parameters that any token may touch.  [parameters]
 *
 *   total − V · d   (untied: the input lookup reads one row)
 *   total           (tied: the embedding is read as the output head)
 *
 * Per-layer embeddings are looked up and never count.
 */
export function readParameters(m: ModelRow): number {
  const g = parameterGroups(m);
  return m.totalParameters - g.lookup - (g.head > 0 ? g.embedding : 0);
}

/**
 * Parameters one token touches.  [parameters]
 *
 *   readParameters − routedExperts · (1 − activePerToken / experts)
 */
export const activeParameters = (m: ModelRow): number =>
  readParameters(m) - expertParameters(m) * idleExperts(m);

/** Parameters of the output head, tied or not.  [parameters] */
export const headParameters = (m: ModelRow): number => (m.vocabularySize ?? 0) * m.hiddenSize;

/** Head dimension, or hidden size over heads where it is not stated. */
export const headDimension = headSize;
