/** The KV cache: bytes a token, what a context takes, and the longest that fits. */

import { estimate } from '../../estimation/estimate.ts';
import { kvBytes, kvBytesPerToken } from '../../estimation/kv-cache.ts';
import { headDimension } from '../../estimation/parameters.ts';
import { type Estimate, type EstimationInput, isUnknown } from '../../estimation/types.ts';
import { memoryBar } from '../bars.ts';
import {
  formatCount,
  formatGigabytes,
  formatRate,
  formatSignificant,
  formatTokens,
  withUnit,
} from '../format.ts';
import type { Expression, FormulaLine } from '../formulas.ts';
import { wordLongestContext } from '../memory.ts';
import { type Asked, fact, fromEstimate, type PanelView } from './panel.ts';

const CONTEXTS = [2048, 8192, 32_768, 131_072, 262_144, 1_048_576];

const kilobytes = (bytes: number) => withUnit(formatSignificant(bytes / 1000), 'kB');

const contextOf = ({ workload: w }: EstimationInput): number =>
  w.depthTokens + w.promptTokens + w.generatedTokens;

const product = (...factors: Expression[]): Expression =>
  factors.reduce((left, right) => ({ left, right }));

/** Bytes of one more token, layer by layer, with the reader's numbers. */
function formula({ model, kvType }: EstimationInput): FormulaLine[] {
  const { fullLayers, latent, globalKvHeads, globalHeadDimension } = model.attention;
  const heads = globalKvHeads ?? model.kvHeads;
  const width = globalHeadDimension ?? headDimension(model);
  const perLayer: [Expression, Expression][] = latent
    ? [
        [{ symbol: 'r' }, formatCount(latent.rank)],
        [{ symbol: 'd', index: 'rope' }, formatCount(latent.ropeDimension)],
      ]
    : [];
  if (!latent && heads === undefined) return [];
  const layers = formatCount(fullLayers);
  const bytes = String(kvType.bitsPerElement / 8);
  return [
    {
      name: { symbol: 'KV', index: 'token' },
      symbols: latent
        ? product(
            { symbol: 'N' },
            { sum: perLayer.map(([symbol]) => symbol), unit: 'numbers' },
            'bytes',
          )
        : product(
            '2',
            { symbol: 'N' },
            { symbol: 'h', index: 'kv' },
            { symbol: 'd', index: 'head' },
            'bytes',
          ),
      numbers: latent
        ? product(layers, formatCount(latent.rank + latent.ropeDimension), bytes)
        : product('2', layers, formatCount(heads ?? 0), formatCount(width), bytes),
      result: kilobytes(kvBytesPerToken(model, kvType)),
    },
  ];
}

function atContext(input: EstimationInput, tokens: number): string[] {
  const { model, kvType, microBatchTokens, workload } = input;
  const generatedTokens = Math.max(1, Math.min(workload.generatedTokens, tokens));
  const { memory, tg } = estimate({
    ...input,
    workload: {
      ...workload,
      promptTokens: 0,
      generatedTokens,
      depthTokens: tokens - generatedTokens,
    },
  });
  const cache = kvBytes(model, kvType, {
    contextTokens: tokens,
    microBatchTokens,
    sequences: workload.concurrentUsers,
  });
  const fits = memory.fits ? 'fits' : memory.capacityBytes === undefined ? 'unknown' : 'does not';
  return [
    formatTokens(tokens),
    formatGigabytes(cache),
    formatGigabytes(memory.totalBytes),
    fits,
    isUnknown(tg) ? `unknown: ${tg.unknown}` : formatRate(tg.central),
  ];
}

function tableOf(input: EstimationInput) {
  const most = input.model.maximumContextTokens ?? 131_072;
  return {
    caption: 'Longer contexts; the speed is that of an answer written at their end',
    columns: [
      { name: 'Context' },
      { name: 'KV cache', numeric: true },
      { name: 'Memory in all', numeric: true },
      { name: 'On this machine' },
      { name: 'Token generation', numeric: true },
    ],
    rows: CONTEXTS.filter((tokens) => tokens <= most).map((tokens) => atContext(input, tokens)),
  };
}

/** What kinds of layers hold, where not all of them cache the whole context. */
function layersRemark({ model }: EstimationInput): string[] {
  const { fullLayers, slidingLayers, slidingWindowTokens, linearLayers, latent } = model.attention;
  const all = formatCount(model.layers);
  if (latent)
    return [
      `Each layer keeps ${formatCount(latent.rank + latent.ropeDimension)} numbers a token, compressed, instead of keys and values of ${formatCount(model.heads ?? 0)} heads.`,
    ];
  if (slidingLayers > 0 && slidingWindowTokens)
    return [
      `${formatCount(fullLayers)} of ${all} layers keep the whole context; ${formatCount(slidingLayers)} keep the last ${formatTokens(slidingWindowTokens)}.`,
    ];
  if (linearLayers > 0)
    return [
      `${formatCount(fullLayers)} of ${all} layers keep the whole context; ${formatCount(linearLayers)} keep a state that does not grow.`,
    ];
  return [];
}

const longestFact = (input: EstimationInput, result: Estimate) => {
  const own = input.model.maximumContextTokens;
  return fact(
    'Longest context that fits',
    wordLongestContext(result),
    own === undefined ? '' : `the model is made for ${formatTokens(own)}`,
  );
};

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input, result, frame) => {
    const { model, kvType, machine } = input;
    const each = kvBytesPerToken(model, kvType);
    const memory = machine.accelerator && input.gpuLayers !== 0 && machine.acceleratorMemoryBytes;
    return {
      frame: { ...frame, effective: { ...(memory && { vram: memory / 1e9 }) } },
      results: [
        fact('One more token', kilobytes(each), 'of KV cache'),
        fact(
          'Cache of this context',
          formatGigabytes(result.memory.kvBytes),
          formatTokens(contextOf(input)),
        ),
        longestFact(input, result),
      ],
      bars: memoryBar(result),
      formulas: formula(input),
      tables: [tableOf(input)],
      remarks: layersRemark(input),
    };
  });
}
