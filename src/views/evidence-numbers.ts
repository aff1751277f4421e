/** Named values that come from measured runs, published files and the original's tables. */
import { loadValidation } from '../catalogue/validation.ts';
import { cpuReach } from './cpu-table.ts';
import { EVIDENCE_QUANTITIES, FORMULAS, median, summarize } from './evidence.ts';
import { shownEvidence } from './evidence-chart.ts';
import {
  formatBandwidth,
  formatCount,
  formatFixed,
  formatPercent,
  formatSignificant,
  withUnit,
} from './format.ts';
import { modelById, quantizationById } from './guide-data.ts';
import { heldOutError } from './method-errors.ts';
import {
  bandwidthOf,
  chosen,
  type Maker,
  type NumberArguments,
  times,
} from './number-arguments.ts';
import { originalNumber, originalWords } from './originals.ts';
import { measuredFormats } from './quality-chart.ts';
import { BITS, recovery, SIZES, scoreOf } from './quality-loss.ts';
import { sizeErrors } from './size-chart.ts';

function summaryOf(a: NumberArguments) {
  const quantity = chosen(a.quantity, EVIDENCE_QUANTITIES, 'quantity');
  return summarize(shownEvidence(quantity), chosen(a.formula, FORMULAS, 'formula'));
}

/** Bytes per second that arrive: TG of a row of the original's tables times the file it was measured with. */
const rowBandwidth = ({ table = '', row = '', file: name = '' }: NumberArguments) =>
  originalNumber(table, row, 'Token generation') *
  originalNumber('openbenchmarking-files', name, 'Size');

/** Prompt tokens that the row's speed and time to first token imply. */
const rowPrompt = ({ table = '', row = '' }: NumberArguments) =>
  (originalNumber(table, row, 'Prompt processing') *
    originalNumber(table, row, 'Time to first token')) /
  1000;

const recoveryOf = ({ bits, size }: NumberArguments) =>
  recovery(
    chosen(bits, BITS, 'bits'),
    size === undefined ? undefined : chosen(size, SIZES, 'size'),
  );

function formatOf(quant: string) {
  const { name } = quantizationById(quant);
  const found = measuredFormats().find((format) => format.name === name);
  if (!found) throw new Error(`nobody measured the perplexity of ${name}`);
  return found;
}

export const EVIDENCE_VALUES = {
  'original-cell': ({ table = '', row = '', column = '' }) => ({
    text: originalWords(table, row, column),
    how: `as it stands in the table “${table}”`,
  }),
  'original-row-bandwidth': (a) => ({
    text: formatBandwidth(Number(rowBandwidth(a).toPrecision(3))),
    how: 'tokens per second times the size of the file, both from the original’s table',
  }),
  'original-row-bandwidth-share': (a) => ({
    text: formatPercent(rowBandwidth(a) / bandwidthOf(a)),
    how: 'bytes per second that arrive, over the memory’s nominal bandwidth',
  }),
  'original-row-prompt': (a) => ({
    text: withUnit(formatCount(Math.round(rowPrompt(a))), 'tokens'),
    how: 'prompt processing times time to first token, both from the original’s table',
  }),
  'evidence-count': (a) => ({
    text: formatCount(summaryOf(a).count),
    how: 'configurations in the chart',
  }),
  'evidence-error': (a) => ({
    text: formatPercent(summaryOf(a).medianError),
    how: 'median of how far predictions are off',
  }),
  'evidence-p90': (a) => ({
    text: formatPercent(summaryOf(a).p90Error),
    how: 'nine in ten predictions are off by less',
  }),
  'held-out-error': ({ quantity }) => ({
    text: heldOutError(loadValidation(), chosen(quantity, EVIDENCE_QUANTITIES, 'quantity')),
    how: 'median error over all runs, each predicted by a fit that had not seen its device',
  }),
  'evidence-ratio': (a) => ({
    text: formatSignificant(summaryOf(a).medianRatio, 3),
    how: 'median of predicted over measured',
  }),
  'evidence-high': (a) => ({
    text: times(summaryOf(a).p90Ratio),
    how: 'predicted over measured, exceeded by one configuration in ten',
  }),
  'added-perplexity': ({ quant = '' }) => ({
    text: formatFixed(formatOf(quant).delta, 2),
    how: 'perplexity of Llama 3 8B in this format less that of the unquantized model, by llama.cpp',
  }),
  'format-bits': ({ quant = '' }) => ({
    text: formatFixed(formatOf(quant).bits, 2),
    how: 'bits per weight of the whole Llama 3 8B file',
  }),
  'cpu-count': () => ({ text: formatCount(cpuReach().length), how: 'processors in the table' }),
  'cpu-peak-share': () => ({
    text: formatPercent(median(cpuReach().map(({ peakShare }) => peakShare))),
    how: 'median share of the FP32 peak that reading reaches',
  }),
  'cpu-bandwidth-share': () => ({
    text: formatPercent(median(cpuReach().flatMap(({ bandwidthShare }) => bandwidthShare ?? []))),
    how: 'median share of the bandwidth that writing reaches',
  }),
  recovery: (a) => ({
    text: formatPercent(recoveryOf(a).median),
    how: `median of ${recoveryOf(a).count} published scores over those of the unquantized models`,
  }),
  'recovery-count': (a) => ({
    text: formatCount(recoveryOf(a).count),
    how: 'published comparisons of a quantized model with itself unquantized',
  }),
  'recovery-worst': (a) => ({
    text: formatPercent(recoveryOf(a).worst),
    how: 'the worst of these comparisons',
  }),
  score: ({ model = '', benchmark = '' }) => ({
    text: formatFixed(scoreOf(model, benchmark), 1),
    how: `${benchmark} of ${modelById(model).name}, as its maker published it`,
  }),
  'size-count': () => ({
    text: formatCount(sizeErrors().count),
    how: 'published files in the chart',
  }),
  'size-error': () => ({
    text: formatPercent(sizeErrors().median),
    how: 'median of how far predicted sizes are off',
  }),
} as const satisfies Record<string, Maker>;
