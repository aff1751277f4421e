import { estimate } from './estimate.ts';
import { type EstimationInput, isUnknown, type Unknown } from './types.ts';

/** LocalScore's nine tests: prompt and answer tokens. */
export const localScoreTests: readonly [prompt: number, answer: number][] = [
  [1024, 16],
  [4096, 256],
  [2048, 256],
  [2048, 768],
  [1024, 1024],
  [1280, 3072],
  [384, 1152],
  [64, 1024],
  [16, 1536],
];

/**
 * LocalScore of average speeds.  [points]
 *
 *   10 · (PP · TG · 1000 / TTFT in ms)^⅓
 *
 * Source: localscore.ai; reproduces its published results.
 */
export const localScoreOf = (o: {
  promptTokensPerSecond: number;
  tokensPerSecond: number;
  firstTokenSeconds: number;
}): number => 10 * Math.cbrt((o.promptTokensPerSecond * o.tokensPerSecond) / o.firstTokenSeconds);

export interface LocalScore {
  promptTokensPerSecond: number;
  tokensPerSecond: number;
  firstTokenSeconds: number;
  score: number;
}

/** Estimated LocalScore of a configuration: means over the nine tests. Its workload is ignored. */
export function localScore(input: EstimationInput): LocalScore | Unknown {
  let pp = 0;
  let tg = 0;
  let ttft = 0;
  for (const [promptTokens, generatedTokens] of localScoreTests) {
    const workload = { promptTokens, generatedTokens, depthTokens: 0, concurrentUsers: 1 };
    const e = estimate({ ...input, workload });
    if (isUnknown(e.pp)) return e.pp;
    if (isUnknown(e.tg)) return e.tg;
    if (isUnknown(e.ttft)) return e.ttft;
    pp += e.pp.central / localScoreTests.length;
    tg += e.tg.central / localScoreTests.length;
    ttft += e.ttft.central / localScoreTests.length;
  }
  const means = { promptTokensPerSecond: pp, tokensPerSecond: tg, firstTokenSeconds: ttft };
  return { ...means, score: localScoreOf(means) };
}
