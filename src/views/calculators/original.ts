/** The simplified formulas of the first document, with the reader's numbers: as they stand there. */
import {
  originalFirstTokenSeconds,
  originalGenerationSpeed,
  originalPromptSpeed,
} from '../../estimation/original.ts';
import { formatRate, formatSeconds, formatSignificant } from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { answer, fact, type Own, type PanelView } from './panel.ts';

interface Given {
  flopPerSecond: number;
  efficiency: number;
  operationsPerToken: number;
  bandwidthBytesPerSecond: number;
  modelBytes: number;
  promptTokens: number;
  /** Bytes that must still be read before the first token: the whole model after a cold start. */
  coldBytes: number;
}

const CAPTION =
  'As the document has them: one kind of arithmetic, one memory, nothing else. The chapters measure how far that carries, and the other calculators do not use them.';

const symbol = (name: string, index?: string) => ({ symbol: name, ...(index && { index }) });

function formulas(g: Given, reading: number, writing: number): FormulaLine[] {
  const compute = {
    over: { left: symbol('F', 'cpu'), right: symbol('E', 'par') },
    under: symbol('OP', 'token'),
  };
  const numbers = {
    over: {
      left: formatSignificant(g.flopPerSecond / 1e9, 4),
      right: formatSignificant(g.efficiency),
    },
    under: formatSignificant(g.operationsPerToken / 1e9, 4),
  };
  return [
    { name: symbol('PP'), symbols: compute, numbers, result: formatRate(reading) },
    {
      name: symbol('TG'),
      symbols: { over: symbol('BW', 'mem'), under: symbol('S', 'model') },
      numbers: {
        over: formatSignificant(g.bandwidthBytesPerSecond / 1e9, 4),
        under: formatSignificant(g.modelBytes / 1e9, 4),
      },
      result: formatRate(writing),
    },
  ];
}

const termsOf = (arithmetic: number, loading: number) => ({
  caption: 'The two terms of the time to first token',
  columns: [{ name: 'Term' }, { name: 'Seconds', numeric: true }],
  rows: [
    ['Reading the prompt, L_prompt / PP', formatSeconds(arithmetic)],
    ['Reading the model, S_model / BW_mem', formatSeconds(loading)],
    ['Together', formatSeconds(arithmetic + loading)],
  ],
});

function givenOf(own: Own): Given {
  const { f = 1, e = 1, op = 1, bw = 1, s = 1, l = 1, cold = 0 } = own;
  return {
    flopPerSecond: f * 1e9,
    efficiency: e,
    operationsPerToken: op * 1e9,
    bandwidthBytesPerSecond: bw * 1e9,
    modelBytes: s * 1e9,
    promptTokens: l,
    coldBytes: cold * s * 1e9,
  };
}

export function present(own: Own): PanelView {
  const given = givenOf(own);
  const reading = originalPromptSpeed(given);
  const byMemory = originalGenerationSpeed(given.bandwidthBytesPerSecond, given.modelBytes);
  const first = (modelBytes: number) =>
    originalFirstTokenSeconds({ ...given, promptTokensPerSecond: reading, modelBytes });
  const arithmetic = first(0);
  const bound = byMemory <= reading ? 'memory bandwidth' : 'compute';
  return answer({
    caption: CAPTION,
    results: [
      fact('PP', formatRate(reading), 'F_cpu × E_par / OP_token'),
      fact('T_first', formatSeconds(first(given.coldBytes)), 'both terms together'),
      fact('TG', formatRate(Math.min(byMemory, reading)), `bound by ${bound}, the smaller of two`),
      fact('TG by memory', formatRate(byMemory), 'BW_mem / S_model'),
      fact('TG by compute', formatRate(reading), 'F_cpu × E_par / OP_token'),
    ],
    formulas: formulas(given, reading, byMemory),
    tables: [termsOf(arithmetic, first(given.coldBytes) - arithmetic)],
  });
}
