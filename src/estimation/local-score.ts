import { estimate } from './estimate.ts';
import { type EstimationInput, type Interval, isUnknown, type Unknown } from './types.ts';

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

export interface LocalScoreTest {
  promptTokens: number;
  generatedTokens: number;
  pp: Interval;
  tg: Interval;
  ttft: Interval;
}

export interface LocalScore {
  tests: LocalScoreTest[];
  /** Means over the tests. */
  pp: Interval;
  tg: Interval;
  ttft: Interval;
  score: Interval;
}

/** Mean of each end over the tests: one machine is fast or slow in all of them. */
const meanOf = (tests: readonly LocalScoreTest[], key: 'pp' | 'tg' | 'ttft'): Interval => {
  const at = (end: keyof Interval) =>
    tests.reduce((sum, test) => sum + test[key][end], 0) / tests.length;
  return { low: at('low'), central: at('central'), high: at('high') };
};

/**
 * Score with its 80 % range.  [points]
 *
 * PP and TTFT are off together, TG by itself: a third of each logarithm, the first two added, the sum
 * and the third joined as squares.
 */
export function scoreInterval({ pp, tg, ttft }: Record<'pp' | 'tg' | 'ttft', Interval>): Interval {
  const central = localScoreOf({
    promptTokensPerSecond: pp.central,
    tokensPerSecond: tg.central,
    firstTokenSeconds: ttft.central,
  });
  const off = (fast: 'low' | 'high', slow: 'low' | 'high'): number => {
    const reading = Math.log(pp[fast] / pp.central) + Math.log(ttft.central / ttft[slow]);
    return Math.hypot(reading, Math.log(tg[fast] / tg.central)) / 3;
  };
  return {
    low: central * Math.exp(-off('low', 'high')),
    central,
    high: central * Math.exp(off('high', 'low')),
  };
}

/** Estimated LocalScore of a configuration: means over the nine tests. Its workload is ignored. */
export function localScore(input: EstimationInput): LocalScore | Unknown {
  const tests: LocalScoreTest[] = [];
  for (const [promptTokens, generatedTokens] of localScoreTests) {
    const workload = { promptTokens, generatedTokens, depthTokens: 0, concurrentUsers: 1 };
    const { pp, tg, ttft } = estimate({ ...input, workload });
    if (isUnknown(pp)) return pp;
    if (isUnknown(tg)) return tg;
    if (isUnknown(ttft)) return ttft;
    tests.push({ promptTokens, generatedTokens, pp, tg, ttft });
  }
  const means = { pp: meanOf(tests, 'pp'), tg: meanOf(tests, 'tg'), ttft: meanOf(tests, 'ttft') };
  return { tests, ...means, score: scoreInterval(means) };
}
