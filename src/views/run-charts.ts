/** Measured runs as points and the estimate as curves: over context depth, over users at once. */

import type { Measurement } from '../catalogue/measurements.ts';
import type { LineChartProps, LineSeries } from '../charts/LineChart.tsx';
import { linearScale, logScale, roundDomain, type Scale, ticksOf } from '../charts/scale.ts';
import { type Axis, MARKS } from '../charts/types.ts';
import { isUnknown, type Quantity } from '../estimation/types.ts';
import { chooseRuns } from './chapter-runs.ts';
import { formatCount, formatRate, formatSignificant } from './format.ts';
import { estimateOf } from './guide-data.ts';

const LINES = ['solid', 'dashed', 'dotted', 'solid'] as const;

interface Curve {
  name: string;
  runs: Measurement[];
  x: (row: Measurement) => number;
  y: (row: Measurement) => number;
  /** Query and quantity of the estimate at an x. */
  estimate: (x: number) => Quantity;
  xs: readonly number[];
}

const known = (quantity: Quantity): { low: number; central: number; high: number } => {
  if (isUnknown(quantity)) throw new Error(`a chart needs a number: ${quantity.unknown}`);
  return quantity;
};

function seriesOf({ name, runs, x, y, estimate, xs }: Curve, place: number): LineSeries {
  const points = xs.map((at) => ({ x: at, y: known(estimate(at)).central }));
  return {
    id: `s${place}`,
    name,
    line: LINES[place % LINES.length] ?? 'solid',
    curve: points,
    measured: {
      mark: MARKS[place % MARKS.length] ?? 'circle',
      name: 'measured',
      points: runs.map((row) => ({ x: x(row), y: y(row) })),
    },
  };
}

function tableOf(
  curves: readonly Curve[],
  xName: string,
  caption: string,
): LineChartProps['table'] {
  const rows = curves.flatMap(({ name, runs, x, y, estimate }) =>
    runs.map((row) => [
      name,
      formatCount(x(row)),
      formatRate(y(row)),
      formatRate(known(estimate(x(row))).central),
    ]),
  );
  return {
    caption,
    columns: [
      { name: 'Model' },
      { name: xName, numeric: true },
      { name: 'Measured', numeric: true },
      { name: 'Estimated', numeric: true },
    ],
    rows,
  };
}

const axis = (label: string, scale: Scale): Axis => ({
  label,
  scale,
  ticks: ticksOf(scale, (value) => formatSignificant(value)),
});

/** Runs of each model by itself, in the order named. */
function byModel(
  where: string,
  models: readonly string[],
): { name: string; runs: Measurement[] }[] {
  return models.map((pair) => {
    const [model = '', quant] = pair.split(':');
    const runs = chooseRuns(`${where} model=${model}${quant ? ` quant=${quant}` : ''}`);
    const [first] = runs;
    return { name: [first?.modelName, first?.quantizationName].filter(Boolean).join(' '), runs };
  });
}

const settings = (row: Measurement): string =>
  Object.entries({
    hw: row.deviceId,
    model: row.modelId,
    quant: row.quantizationId,
    runtime: row.runtimeId,
    ubatch: row.microBatchTokens,
  })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join('&');

export interface RunChartRequest {
  id: string;
  title: string;
  description: string;
  /** Which runs, as `chooseRuns` reads it. */
  where: string;
  /** Ids of models, `model` or `model:quantization`. */
  models: readonly string[];
}

/** PP or TG over the tokens already in context. */
export function depthChart(request: RunChartRequest, quantity: 'pp' | 'tg'): LineChartProps {
  const rate = (row: Measurement) =>
    (quantity === 'pp' ? row.ppTokensPerSecond : row.tgTokensPerSecond) ?? Number.NaN;
  const curves = byModel(`${request.where} has=${quantity}`, request.models).map(
    ({ name, runs }): Curve => {
      const [first] = runs;
      if (!first) throw new Error(`no run of ${name}`);
      const work =
        quantity === 'pp'
          ? `prompt=${first.promptTokens ?? 512}&gen=0`
          : `prompt=0&gen=${first.generatedTokens ?? 32}`;
      const x = (row: Measurement) => row.depthTokens ?? 0;
      const most = Math.max(...runs.map(x));
      const xs = Array.from({ length: 17 }, (_, i) => Math.round((most * i) / 16));
      const estimate = (depth: number) =>
        estimateOf(`${settings(first)}&${work}&depth=${depth}`).estimate[quantity];
      return { name, runs, x, y: rate, estimate, xs };
    },
  );
  return chartOf(request, curves, {
    x: (values) => axis('Tokens already in context', linearScale(roundDomain(values, 'linear'))),
    xName: 'In context',
    yLabel: quantity === 'pp' ? 'Prompt processing, tok/s' : 'Token generation, tok/s',
  });
}

/** Tokens per second of all users together, over users. */
export function usersChart(request: RunChartRequest): LineChartProps {
  const curves = byModel(`${request.where} has=tg`, request.models).map(({ name, runs }): Curve => {
    const [first] = runs;
    if (!first) throw new Error(`no run of ${name}`);
    const depth = first.promptTokens ?? 0;
    const x = (row: Measurement) => row.sequences ?? 1;
    const estimate = (users: number) =>
      estimateOf(
        `${settings(first)}&prompt=0&gen=${first.generatedTokens ?? 32}&depth=${depth}&users=${users}`,
      ).estimate.throughput;
    const xs = [...new Set(runs.map(x))].sort((a, b) => a - b);
    return { name, runs, x, y: (row) => row.tgTokensPerSecond ?? Number.NaN, estimate, xs };
  });
  return chartOf(request, curves, {
    x: (values) => axis('Users at once', logScale(roundDomain(values, 'log'))),
    xName: 'Users',
    yLabel: 'Tokens per second, all users together',
    logarithmic: true,
  });
}

interface Axes {
  x: (values: number[]) => Axis;
  xName: string;
  yLabel: string;
  logarithmic?: boolean;
}

function chartOf(request: RunChartRequest, curves: readonly Curve[], axes: Axes): LineChartProps {
  const { id, title, description } = request;
  const series = curves.map(seriesOf);
  const points = series.flatMap(({ curve, measured }) => [...curve, ...(measured?.points ?? [])]);
  const ys = points.map(({ y }) => y);
  const scale = axes.logarithmic
    ? logScale(roundDomain(ys, 'log'))
    : linearScale(roundDomain(ys, 'linear'));
  const table = tableOf(curves, axes.xName, title);
  return {
    id,
    title,
    description,
    x: axes.x(points.map(({ x }) => x)),
    y: axis(axes.yLabel, scale),
    series,
    ...(table && { table }),
  };
}
