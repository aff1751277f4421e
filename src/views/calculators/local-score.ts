/** The LocalScore of a configuration: nine tests, their means, and the band the score falls into. */
import { estimate } from '../../estimation/estimate.ts';
import { localScoreOf, localScoreTests } from '../../estimation/local-score.ts';
import {
  type Estimate,
  type EstimationInput,
  type Interval,
  isUnknown,
  type Unknown,
} from '../../estimation/types.ts';
import type { QuantityKind } from '../format.ts';
import { formatCount, formatFixed, formatRate, formatSeconds, wordQuantity } from '../format.ts';
import type { Expression, FormulaLine } from '../formulas.ts';
import { type Asked, fact, fromEstimate, missing, type PanelView } from './panel.ts';

interface Test {
  prompt: number;
  answer: number;
  pp: Interval;
  tg: Interval;
  ttft: Interval;
}

function testsOf(input: EstimationInput): Test[] | Unknown {
  const tests: Test[] = [];
  for (const [promptTokens, generatedTokens] of localScoreTests) {
    const workload = { promptTokens, generatedTokens, depthTokens: 0, concurrentUsers: 1 };
    const { pp, tg, ttft }: Estimate = estimate({ ...input, workload });
    if (isUnknown(pp)) return pp;
    if (isUnknown(tg)) return tg;
    if (isUnknown(ttft)) return ttft;
    tests.push({ prompt: promptTokens, answer: generatedTokens, pp, tg, ttft });
  }
  return tests;
}

const mean = (tests: readonly Test[], key: 'pp' | 'tg' | 'ttft'): Interval => {
  const at = (end: keyof Interval) =>
    tests.reduce((sum, test) => sum + test[key][end], 0) / tests.length;
  return { low: at('low'), central: at('central'), high: at('high') };
};

/** The site's own words: 1,000 is excellent, 250 passable, below 100 poor. */
function bandOf(score: number): string {
  if (score >= 1000) return 'excellent: 1,000 or more';
  if (score >= 250) return 'passable: 250 or more';
  return score < 100 ? 'poor: below 100' : 'between poor (below 100) and passable (250)';
}

const points = (value: number) => (value < 100 ? formatFixed(value, 1) : formatCount(value));

function tableOf(tests: readonly Test[]) {
  return {
    caption: 'The nine tests',
    columns: [
      { name: 'Prompt + answer' },
      { name: 'Prompt processing', numeric: true },
      { name: 'Token generation', numeric: true },
      { name: 'First token', numeric: true },
    ],
    rows: tests.map(({ prompt, answer, pp, tg, ttft }) => [
      `${formatCount(prompt)} + ${formatCount(answer)}`,
      formatRate(pp.central),
      formatRate(tg.central),
      formatSeconds(ttft.central),
    ]),
  };
}

interface Means {
  pp: Interval;
  tg: Interval;
  ttft: Interval;
}

const scoreAt = ({ pp, tg, ttft }: Means, fast: keyof Interval, slow: keyof Interval): number =>
  localScoreOf({
    promptTokensPerSecond: pp[fast],
    tokensPerSecond: tg[fast],
    firstTokenSeconds: ttft[slow],
  });

function formula({ pp, tg, ttft }: Means, score: number): FormulaLine {
  const tenfold = (quotient: Expression): Expression => ({
    left: '10',
    right: { cubeRoot: quotient },
  });
  return {
    name: 'LocalScore',
    symbols: tenfold({
      over: { left: { symbol: 'PP' }, right: { symbol: 'TG' } },
      under: { symbol: 'T', index: 'first' },
    }),
    numbers: tenfold({
      over: { left: formatRate(pp.central), right: formatRate(tg.central) },
      under: formatSeconds(ttft.central),
    }),
    result: points(score),
  };
}

const meanFact = (name: string, value: Interval, kind: QuantityKind) => ({
  name,
  words: wordQuantity(value, kind),
  ranged: true,
});

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input) => {
    const tests = testsOf(input);
    const remarks = [
      'LocalScore measures with llamafile. To compare with its published results choose llamafile as software, and one of its models: Llama 3.2 1B, Llama 3.1 8B or Qwen2.5 14B in Q4_K_M.',
    ];
    if ('unknown' in tests) return { results: [missing('LocalScore', tests.unknown)], remarks };
    const means = { pp: mean(tests, 'pp'), tg: mean(tests, 'tg'), ttft: mean(tests, 'ttft') };
    const score = scoreAt(means, 'central', 'central');
    const [low, high] = [scoreAt(means, 'low', 'high'), scoreAt(means, 'high', 'low')].map(points);
    return {
      caption: `${input.model.name} ${input.quantization.name} with ${input.runtime.name}, one user, from an empty context.`,
      results: [
        fact('LocalScore', points(score), `${bandOf(score)}; range ${low}\u2013${high}`),
        meanFact('Prompts, on average', means.pp, 'rate'),
        meanFact('Answers, on average', means.tg, 'rate'),
        meanFact('First token, on average', means.ttft, 'seconds'),
      ],
      formulas: [formula(means, score)],
      remarks,
      tables: [tableOf(tests)],
    };
  });
}
