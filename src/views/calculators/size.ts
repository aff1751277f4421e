/** Parameters and file size of a model by quantization, and what fewer bits cost. */
import { lookUp } from '../../configuration/rows.ts';
import { activeParameters } from '../../estimation/parameters.ts';
import { DomainError, type ModelRow, type QuantizationRow } from '../../estimation/types.ts';
import { bitsPerWeight, weightBytes } from '../../estimation/weights.ts';
import {
  formatFixed,
  formatGibibytes,
  formatGigabytes,
  formatParameters,
  formatSignificant,
  withUnit,
} from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { axisBetween, axisOver } from './axes.ts';
import {
  type Asked,
  answer,
  type ChartView,
  fact,
  frameFrom,
  missing,
  type PanelView,
} from './panel.ts';

/** A format whose loss was measured on one model, Llama 3 8B. */
export interface MeasuredFormat {
  id: string;
  name: string;
  /** Bits per weight of that model's file. */
  bits: number;
  /** Added perplexity. */
  delta: number;
  /** What its size follows from; a page's rows hold the common formats alone. */
  row: QuantizationRow;
}

/** Bytes of the file, or nothing where the format has no fixed bits. */
function fileOf(model: ModelRow, quantization: QuantizationRow): number | undefined {
  try {
    return weightBytes(model, quantization).file;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** What `given` gathers: the measured formats, and the perplexity of the model unquantized. */
export interface FormatLoss {
  unquantized: number;
  formats: MeasuredFormat[];
}

const added = (delta: number) => (delta < 0 ? '' : '+') + formatFixed(delta, delta < 0.1 ? 3 : 2);

function chartOf(
  formats: readonly MeasuredFormat[],
  chosen: MeasuredFormat | undefined,
): ChartView {
  const drawn = formats.filter(({ delta }) => delta > 0);
  const points = (list: readonly MeasuredFormat[]) =>
    list.map(({ bits, delta }) => ({ x: bits, y: delta }));
  return {
    title: 'What fewer bits cost: Llama 3 8B',
    description:
      'Each mark is a format: bits per weight of its whole file against the perplexity it adds to the unquantized model. Lower is better; the scale is logarithmic.',
    x: axisBetween('Bits per weight of the file', 'linear', [0, 18]),
    y: axisOver(
      'Added perplexity',
      'log',
      drawn.map(({ delta }) => delta),
    ),
    series: [
      ...(chosen && chosen.delta > 0
        ? [
            {
              id: 'chosen',
              name: chosen.name,
              line: 'none' as const,
              curve: [],
              measured: { mark: 'diamond' as const, name: 'chosen', points: points([chosen]) },
            },
          ]
        : []),
      {
        id: 'formats',
        name: 'Formats',
        line: 'none',
        curve: [],
        measured: {
          mark: 'circle',
          name: 'measured',
          points: points(drawn.filter((format) => format !== chosen)),
        },
      },
    ],
  };
}

function tableOf(model: ModelRow, formats: readonly MeasuredFormat[]) {
  const rows = formats.flatMap(({ name, delta, row }) => {
    const file = fileOf(model, row);
    if (file === undefined) return [];
    const bits = formatFixed(bitsPerWeight(model, row), 2);
    return [[name, bits, formatGigabytes(file), added(delta)]];
  });
  return {
    caption: `${model.name} in each format; added perplexity as measured on Llama 3 8B`,
    columns: [
      { name: 'Format' },
      { name: 'Bits per weight', numeric: true },
      { name: 'File', numeric: true },
      { name: 'Added perplexity', numeric: true },
    ],
    rows,
  };
}

function formula(model: ModelRow, bits: number, file: number): FormulaLine {
  return {
    name: { symbol: 'S', index: 'model' },
    symbols: { over: { left: { symbol: 'P' }, right: { symbol: 'b' } }, under: '8' },
    numbers: {
      over: { left: formatParameters(model.totalParameters), right: formatSignificant(bits) },
      under: '8',
    },
    result: formatGigabytes(file),
  };
}

function parametersFact(model: ModelRow) {
  const { totalParameters: total, experts } = model;
  const remark = experts ? `${formatParameters(activeParameters(model))} active for one token` : '';
  return fact('Parameters', formatParameters(total), remark);
}

export function present(asked: Asked): PanelView {
  const { configuration, tables } = asked;
  const { frame } = frameFrom(asked);
  const model = lookUp(tables.models, configuration.model);
  const quantization = lookUp(tables.quantizations, configuration.quant);
  if (!model || !quantization)
    return answer({ frame, caption: '', problems: ['the catalogue has no such model or format'] });
  const { formats, unquantized } = asked.data as FormatLoss;
  const chosen = formats.find(({ id }) => id === quantization.id);
  const file = fileOf(model, quantization);
  const shared = {
    frame,
    caption: `${model.name} ${quantization.name}: every tensor at the bits its recipe gives it.`,
    chart: chartOf(formats, chosen),
    tables: [tableOf(model, formats)],
  };
  const loss = chosen
    ? fact(
        'Added perplexity',
        added(chosen.delta),
        `of Llama 3 8B, which has ${formatFixed(unquantized, 2)}`,
      )
    : missing('Added perplexity', 'not measured for this format');
  if (file === undefined)
    return answer({
      ...shared,
      results: [
        parametersFact(model),
        missing('File', 'this format has no fixed bits per weight'),
        loss,
      ],
    });
  const bits = (file * 8) / model.totalParameters;
  return answer({
    ...shared,
    results: [
      parametersFact(model),
      fact('File', formatGigabytes(file), formatGibibytes(file)),
      fact('On average', withUnit(formatFixed(bits, 2), 'bits'), 'per weight, whole file'),
      loss,
    ],
    formulas: [formula(model, bits, file)],
  });
}
