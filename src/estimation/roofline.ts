/**
 * Least time of one decode step, were memory and arithmetic never idle.  [s]
 *
 *   sequences · kv / BW + max(weights / BW, 2 · sequences · parameters / F)
 *
 * A bound to measure `estimate` against, not a prediction.
 * Source: scaling-book (sources.yaml).
 */
export function idealStepSeconds(o: {
  weightBytes: number;
  kvBytesPerSequence: number;
  sequences: number;
  bandwidthBytesPerSecond: number;
  /** Leave both out where arithmetic is no limit. */
  parameters?: number;
  flopPerSecond?: number;
}): number {
  const cache = (o.sequences * o.kvBytesPerSequence) / o.bandwidthBytesPerSecond;
  const streaming = o.weightBytes / o.bandwidthBytesPerSecond;
  const arithmetic =
    o.parameters && o.flopPerSecond ? (2 * o.sequences * o.parameters) / o.flopPerSecond : 0;
  return cache + Math.max(streaming, arithmetic);
}

/**
 * The roofline: most operations a second at so many operations per byte moved.  [FLOP/s]
 *
 *   min(F, intensity · BW)
 *
 * Source: Williams, Waterman and Patterson, 2009.
 */
export const attainableFlop = (o: {
  flopPerByte: number;
  bandwidthBytesPerSecond: number;
  flopPerSecond: number;
}): number => Math.min(o.flopPerSecond, o.flopPerByte * o.bandwidthBytesPerSecond);

/**
 * Time to first token from speeds.  [s]
 *
 *   n / PP            the first token comes from the prompt's own logits
 *   n / PP + 1 / TG   where the engine counts one decode step more (LocalScore)
 */
export const firstTokenSeconds = (o: {
  promptTokens: number;
  promptTokensPerSecond: number;
  /** Given only where the engine waits for a decode step. */
  tokensPerSecond?: number;
}): number =>
  o.promptTokens / o.promptTokensPerSecond +
  (o.tokensPerSecond === undefined ? 0 : 1 / o.tokensPerSecond);
