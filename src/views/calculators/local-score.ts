/** The LocalScore of a configuration: nine tests, their means, and the band the score falls into. */
import { type LocalScore, type LocalScoreTest, localScore } from '../../estimation/local-score.ts';
import { type Interval, isUnknown } from '../../estimation/types.ts';
import type { QuantityKind } from '../format.ts';
import { formatCount, formatFixed, formatRate, formatSeconds, wordQuantity } from '../format.ts';
import type { Expression, FormulaLine } from '../formulas.ts';
import { type Asked, fact, fromEstimate, missing, type PanelView } from './panel.ts';

/** The site's own words: 1,000 is excellent, 250 passable, below 100 poor. */
function bandOf(score: number): string {
  if (score >= 1000) return 'excellent: 1,000 or more';
  if (score >= 250) return 'passable: 250 or more';
  return score < 100 ? 'poor: below 100' : 'between poor (below 100) and passable (250)';
}

const points = (value: number) => (value < 100 ? formatFixed(value, 1) : formatCount(value));

function tableOf(tests: readonly LocalScoreTest[]) {
  return {
    caption: 'The nine tests',
    columns: [
      { name: 'Prompt + answer' },
      { name: 'Prompt processing', numeric: true },
      { name: 'Token generation', numeric: true },
      { name: 'First token', numeric: true },
    ],
    rows: tests.map(({ promptTokens, generatedTokens, pp, tg, ttft }) => [
      `${formatCount(promptTokens)} + ${formatCount(generatedTokens)}`,
      formatRate(pp.central),
      formatRate(tg.central),
      formatSeconds(ttft.central),
    ]),
  };
}

function formula({ pp, tg, ttft, score }: LocalScore): FormulaLine {
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
    result: points(score.central),
  };
}

const meanFact = (name: string, value: Interval, kind: QuantityKind) => ({
  name,
  words: wordQuantity(value, kind),
  ranged: true,
});

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input) => {
    const found = localScore(input);
    const remarks = [
      'LocalScore measures with llamafile. To compare with its published results choose llamafile as software, and one of its models: Llama 3.2 1B, Llama 3.1 8B or Qwen2.5 14B in Q4_K_M.',
    ];
    if (isUnknown(found)) return { results: [missing('LocalScore', found.unknown)], remarks };
    const { tests, pp, tg, ttft, score } = found;
    const range = `${points(score.low)}\u2013${points(score.high)}`;
    return {
      caption: `${input.model.name} ${input.quantization.name} with ${input.runtime.name}, one user, from an empty context.`,
      results: [
        fact('LocalScore', points(score.central), `${bandOf(score.central)}; range ${range}`),
        meanFact('Prompts, on average', pp, 'rate'),
        meanFact('Answers, on average', tg, 'rate'),
        meanFact('First token, on average', ttft, 'seconds'),
      ],
      formulas: [formula(found)],
      remarks,
      tables: [tableOf(tests)],
    };
  });
}
