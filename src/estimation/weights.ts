import { type MixContext, type TensorRole, tensorBits } from './mixes.ts';
import { headDimension, parameterGroups } from './parameters.ts';
import { DomainError, type ModelRow, type QuantizationRow } from './types.ts';

/** Bytes of a weights file by what reads them. */
export interface WeightBytes {
  /** The whole file. */
  file: number;
  /** Read for every token: attention, dense feed-forward, shared experts, norms, output head. */
  dense: number;
  /** Of `dense`: the output head (or the tied embedding), which a prompt reads once. */
  head: number;
  /** All routed experts. */
  experts: number;
  /** Input embedding where it is a matrix of its own, and per-layer embeddings: looked up, never streamed. */
  embedding: number;
}

/** Tokenizer and other metadata: 16,068,891,000 byte of Llama 3.1 8B F16 less 2 · 8,030,261,248 over 128,256 entries. */
const metadataBytesPerVocabularyEntry = 60;

/** Formats that keep embedding and head at 16 bits and quantize the layers alone. */
const keepsHeadWide = /^(awq|gptq|fp8|exl)/;

const fixedBits = (
  q: QuantizationRow,
  role: TensorRole,
  columns: number,
  context: MixContext,
): number => {
  const known = tensorBits(q.id, role, columns, context);
  if (known !== undefined) return known;
  if (q.nominalBitsPerWeight === undefined) {
    throw new DomainError([
      {
        field: 'quant',
        message: `quant must have a fixed number of bits per weight; ${q.id} has not`,
      },
    ]);
  }
  const wide = keepsHeadWide.test(q.id) && (role === 'embedding' || role === 'head');
  return wide ? 16 : q.nominalBitsPerWeight;
};

/**
 * Bytes of a weights file, by what reads them.  [byte]
 *
 *   Σ over tensor groups: parameters · bits(label, role) / 8, plus 60 byte per vocabulary entry
 *
 * Experts released in a format of their own (gpt-oss: MXFP4) keep it whatever the label.
 * `fileBytes` scales the result to a file at hand.
 * Throws `DomainError` (`quant`) for a format without fixed bits per weight.
 * Source: llama.cpp quantization recipes; checked against published file sizes.
 */
export function weightBytes(m: ModelRow, q: QuantizationRow, fileBytes?: number): WeightBytes {
  const g = parameterGroups(m);
  const context: MixContext = {
    layers: m.layers,
    queryHeadsPerKvHead: m.heads && m.kvHeads ? m.heads / m.kvHeads : 1,
    experts: m.experts?.count ?? 0,
  };
  const d = m.hiddenSize;
  const expertWidth = m.experts?.intermediateSize ?? m.feedForwardSize ?? 256;
  // llama.cpp's MXFP4 recipe is for mixtures of experts: all but the experts stay in 8 bits.
  const shared = q.id === 'mxfp4' && m.experts ? { ...q, id: 'q8_0' } : q;
  const of = (parameters: number, role: TensorRole, columns = d): number =>
    parameters === 0 ? 0 : (parameters * fixedBits(shared, role, columns, context)) / 8;
  const expertsOf = (parameters: number, role: TensorRole, columns: number): number => {
    const native = m.nativeExpertQuantization;
    const format = native === undefined ? q : { ...q, id: native };
    return parameters === 0 ? 0 : (parameters * fixedBits(format, role, columns, context)) / 8;
  };
  const tied = g.head === 0;
  const embedding = of(g.lookup, 'embedding') + (tied ? 0 : of(g.embedding, 'embedding'));
  const head = tied ? of(g.embedding, 'head') : of(g.head, 'head');
  const attention =
    of(g.query, 'query') +
    of(g.key, 'key') +
    of(g.value, 'value') +
    of(g.attentionOutput, 'attentionOutput', (m.heads ?? 1) * headDimension(m));
  const feedForward =
    of(g.feedForwardIn, 'feedForwardIn') +
    of(g.feedForwardDown, 'feedForwardDown', m.feedForwardSize ?? 256);
  const dense = head + attention + feedForward + of(g.rest, 'rest');
  const experts =
    expertsOf(g.expertsIn, 'feedForwardIn', d) +
    expertsOf(g.expertsDown, 'feedForwardDown', expertWidth);
  const metadata = (m.vocabularySize ?? 0) * metadataBytesPerVocabularyEntry;
  const file = embedding + dense + experts + metadata;
  const scale = fileBytes === undefined ? 1 : fileBytes / file;
  return {
    file: file * scale,
    dense: dense * scale,
    head: head * scale,
    experts: experts * scale,
    embedding: embedding * scale,
  };
}

/** Bits per weight of the whole file.  [bit] */
export const bitsPerWeight = (m: ModelRow, q: QuantizationRow): number =>
  (weightBytes(m, q).file * 8) / m.totalParameters;
