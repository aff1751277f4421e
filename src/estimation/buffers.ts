import type { ModelRow } from './types.ts';

export interface BufferShape {
  contextTokens: number;
  microBatchTokens: number;
  flashAttention: boolean;
}

/**
 * Scratch memory of llama.cpp on the accelerator.  [byte]
 *
 *   without flash attention  max(4u(n·heads + n + 4d), 4u(V + d))
 *   with                     4u(V + d) + 2u·n
 *
 * u micro-batch, n context, d hidden size, V vocabulary. A prompt shorter than u still reserves u.
 * Source: llama.cpp logs (560.00 MiB for Llama 3 8B at 8,192 tokens, u = 512).
 */
export function computeBufferBytes(m: ModelRow, shape: BufferShape): number {
  const { contextTokens: n, microBatchTokens: u } = shape;
  const logits = 4 * u * ((m.vocabularySize ?? 0) + m.hiddenSize);
  if (shape.flashAttention) return logits + 2 * u * n;
  const heads = m.heads ?? Math.round(m.hiddenSize / 128);
  return Math.max(logits, 4 * u * (n * heads + n + 4 * m.hiddenSize));
}

/** Scratch memory beside it in RAM.  [byte]   4u(n + d) */
export const hostBufferBytes = (m: ModelRow, shape: Omit<BufferShape, 'flashAttention'>): number =>
  4 * shape.microBatchTokens * (shape.contextTokens + m.hiddenSize);
