/** File sizes predicted from parameters and formats, against the files people publish. */
import { loadCatalogue } from '../catalogue/index.ts';
import type { ScatterChartProps } from '../charts/ScatterChart.tsx';
import { logScale, roundDomain, ticksOf } from '../charts/scale.ts';
import { weightBytes } from '../estimation/weights.ts';
import { quantile } from './evidence.ts';
import { formatFixed, formatPercent, formatSignificant } from './format.ts';
import { guideTables } from './guide-data.ts';

export interface SizeEvidence {
  model: string;
  quant: string;
  mixture: boolean;
  bytes: number;
  predicted: number;
}

let known: SizeEvidence[] | undefined;

/** One file for each model and format, of those whose exact bytes are known. */
export function sizeEvidence(): SizeEvidence[] {
  if (known) return known;
  const { models, quantizations } = guideTables();
  const seen = new Set<string>();
  known = loadCatalogue().tables['gguf-sizes'].flatMap((row) => {
    const model = row.model_id ? models[row.model_id] : undefined;
    const quantization = quantizations[(row.quant ?? '').toLowerCase()];
    if (!model || !quantization || row.unit !== 'B' || row.bytes === undefined) return [];
    const key = `${model.id} ${quantization.id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const predicted = weightBytes(model, quantization).file;
    const mixture = model.experts !== undefined;
    return [{ model: model.name, quant: quantization.name, mixture, bytes: row.bytes, predicted }];
  });
  return known;
}

/** Median and ninth decile of how far predicted sizes are off. */
export function sizeErrors(list = sizeEvidence()) {
  const errors = list.map(({ bytes, predicted }) => Math.abs(predicted / bytes - 1));
  return { count: errors.length, median: quantile(errors, 0.5), p90: quantile(errors, 0.9) };
}

const gigabytes = (bytes: number) => bytes / 1e9;

export function sizeChart(): ScatterChartProps {
  const list = sizeEvidence();
  const { count, median, p90 } = sizeErrors();
  const all = list.flatMap(({ bytes, predicted }) => [gigabytes(bytes), gigabytes(predicted)]);
  const scale = logScale(roundDomain(all, 'log'));
  const ticks = ticksOf(scale, (value) => formatSignificant(value));
  const points = (mixture: boolean) =>
    list
      .filter((e) => e.mixture === mixture)
      .map(({ bytes, predicted }) => ({ x: gigabytes(bytes), y: gigabytes(predicted) }));
  return {
    id: 'sizes',
    title: 'Predicted size of a file against the file itself',
    description: `${count} published GGUF files, each model and format once. Half of the predictions are within ${formatPercent(median)} of the file, nine in ten within ${formatPercent(p90)}.`,
    x: { label: 'Published file, GB', scale, ticks },
    y: { label: 'Predicted, GB', scale, ticks },
    series: [
      { id: 'dense', name: 'Dense models', mark: 'circle' as const, points: points(false) },
      { id: 'mixture', name: 'Mixtures of experts', mark: 'square' as const, points: points(true) },
    ].filter((series) => series.points.length > 0),
    identity: { name: 'As published' },
    table: {
      summary: 'Twenty of these files in a table',
      caption: 'The ten files furthest from their prediction, and the ten nearest',
      columns: [
        { name: 'Model' },
        { name: 'Format' },
        { name: 'File, GB', numeric: true },
        { name: 'Predicted, GB', numeric: true },
        { name: 'Ratio', numeric: true },
      ],
      rows: extremes(list).map((e) => [
        e.model,
        e.quant,
        formatSignificant(gigabytes(e.bytes)),
        formatSignificant(gigabytes(e.predicted)),
        formatFixed(e.predicted / e.bytes, 3),
      ]),
    },
  };
}

/** Twenty files: the ten worst and the ten best predictions, worst first. */
function extremes(list: SizeEvidence[]): SizeEvidence[] {
  const off = (e: SizeEvidence) => Math.abs(Math.log(e.predicted / e.bytes));
  const sorted = [...list].sort((a, b) => off(b) - off(a));
  return [...sorted.slice(0, 10), ...sorted.slice(-10)];
}
