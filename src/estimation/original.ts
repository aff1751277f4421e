/**
 * The simplified formulas of the document this guide began with, as they stand there.
 * Articles show them first and measure them; `estimate` does not use them.
 */

/** Operations per token, OP = 2 · N · d².  [FLOP]  One matrix per layer: about 12 times too few. */
export const originalOperationsPerToken = (layers: number, hiddenSize: number): number =>
  2 * layers * hiddenSize ** 2;

/** Prompt processing, PP = F · E / OP.  [tok/s] */
export const originalPromptSpeed = (o: {
  flopPerSecond: number;
  efficiency: number;
  operationsPerToken: number;
}): number => (o.flopPerSecond * o.efficiency) / o.operationsPerToken;

/** Time to first token, T = L / PP + S / BW.  [s] */
export const originalFirstTokenSeconds = (o: {
  promptTokens: number;
  promptTokensPerSecond: number;
  modelBytes: number;
  bandwidthBytesPerSecond: number;
}): number => o.promptTokens / o.promptTokensPerSecond + o.modelBytes / o.bandwidthBytesPerSecond;

/** Token generation, TG = BW / S.  [tok/s] */
export const originalGenerationSpeed = (
  bandwidthBytesPerSecond: number,
  modelBytes: number,
): number => bandwidthBytesPerSecond / modelBytes;
