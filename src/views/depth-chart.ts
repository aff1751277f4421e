/** Speed over the tokens already in the context: estimated curves with measured points on them. */
import type { Measurement } from '../catalogue/measurements.ts';
import type { LineChartProps, LineSeries } from '../charts/LineChart.tsx';
import { linearScale, roundDomain, ticksOf } from '../charts/scale.ts';
import type { Mark } from '../charts/types.ts';
import { isUnknown } from '../estimation/types.ts';
import type { EvidenceQuantity } from './evidence.ts';
import { formatCount, formatSignificant } from './format.ts';
import { deviceById, estimateOf, guideMeasurements, modelById } from './guide-data.ts';

const STEPS = 8;
const LINES = ['solid', 'dashed', 'dotted'] as const;
const MARKS: readonly Mark[] = ['circle', 'square', 'triangle'];

interface Request {
  quantity: EvidenceQuantity;
  hw: string;
  /** Up to three of `model/quant`, separated by spaces. */
  models: string;
}

/** llama-bench rows of one engine version, the newest. */
function sweepOf(request: Request, model: string, quant: string): Measurement[] {
  const rows = guideMeasurements().rows.filter(
    (row) =>
      row.deviceId === request.hw &&
      row.modelId === model &&
      row.quantizationId === quant &&
      row.test === 'bench' &&
      !row.skip &&
      (row.sequences ?? 1) === 1 &&
      row.depthTokens !== undefined &&
      rateOf(row, request.quantity) !== undefined,
  );
  const newest = rows
    .map((row) => row.engineVersion ?? '')
    .sort()
    .at(-1);
  const sweep = rows.filter((row) => (row.engineVersion ?? '') === newest);
  if (new Set(sweep.map(({ depthTokens }) => depthTokens)).size >= 4) return sweep;
  throw new Error(`fewer than four depths were measured of ${model} ${quant} on ${request.hw}`);
}

const rateOf = (row: Measurement, quantity: EvidenceQuantity): number | undefined =>
  quantity === 'tg' ? row.tgTokensPerSecond : row.ppTokensPerSecond;

function curveOf({ quantity, hw }: Request, model: string, quant: string, sweep: Measurement[]) {
  const deepest = Math.max(...sweep.map(({ depthTokens = 0 }) => depthTokens));
  const { promptTokens = 0, generatedTokens = 0, microBatchTokens = 512 } = sweep[0] ?? {};
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const depth = Math.round((deepest * step) / STEPS);
    const query = `hw=${hw}&model=${model}&quant=${quant}&prompt=${promptTokens}&gen=${generatedTokens}&depth=${depth}&ubatch=${microBatchTokens}`;
    const value = estimateOf(query).estimate[quantity];
    if (isUnknown(value)) throw new Error(`query “${query}”: ${value.unknown}`);
    return { x: depth, ...value };
  });
}

const WHAT: Readonly<Record<EvidenceQuantity, string>> = {
  tg: 'Token generation',
  pp: 'Prompt processing',
};

/** @throws where a model was not measured at four depths at least. */
export function depthChart(request: Request): LineChartProps {
  const { quantity, hw } = request;
  const parts = request.models
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('/'));
  if (parts.length > 3) throw new Error('models must be at most three of model/quant');
  const lines = parts.map(([model = '', quant = '']) => {
    const sweep = sweepOf(request, model, quant);
    const name = `${modelById(model).name} ${quant.toUpperCase()}`;
    return { model, name, sweep, curve: curveOf(request, model, quant, sweep) };
  });
  const series = lines.map(
    ({ model, name, sweep, curve }, i): LineSeries => ({
      id: model.replace(/\W/g, '-'),
      name,
      line: LINES[i] ?? 'solid',
      curve: curve.map(({ x, central }) => ({ x, y: central })),
      band: curve.map(({ x, low, high }) => ({ x, low, high })),
      measured: {
        mark: MARKS[i] ?? 'circle',
        name: 'measured',
        points: sweep.map((row) => ({ x: row.depthTokens ?? 0, y: rateOf(row, quantity) ?? 0 })),
      },
    }),
  );
  const heights = lines.flatMap(({ curve, sweep }) => [
    ...curve.map(({ high }) => high),
    ...sweep.map((row) => rateOf(row, quantity) ?? 0),
  ]);
  const x = linearScale([0, Math.max(...lines.flatMap(({ curve }) => curve.map((p) => p.x)))], 3);
  const y = linearScale(roundDomain([0, ...heights], 'linear'));
  return {
    id: `depth-${quantity}-${hw}`,
    title: `${WHAT[quantity]} over context on the ${deviceById(hw).name}`,
    description: 'Lines and their 80 % ranges are estimated, marks are measured.',
    x: { label: 'Tokens already in the context', scale: x, ticks: ticksOf(x, formatCount) },
    y: { label: 'tok/s', scale: y, ticks: ticksOf(y, formatCount) },
    series,
    table: {
      caption: `${WHAT[quantity]} by context, tok/s`,
      columns: [
        { name: 'Model' },
        { name: 'Tokens in context', numeric: true },
        { name: 'Measured', numeric: true },
        { name: 'Estimated', numeric: true },
      ],
      rows: lines.flatMap(({ name, sweep, curve }) =>
        sweep.map((row) => [
          name,
          formatCount(row.depthTokens ?? 0),
          formatSignificant(rateOf(row, quantity) ?? 0),
          formatSignificant(nearest(curve, row.depthTokens ?? 0)),
        ]),
      ),
    },
  };
}

/** The curve's value at the step nearest to a depth; measured depths lie on steps or beside them. */
const nearest = (curve: { x: number; central: number }[], depth: number): number =>
  curve.reduce((a, b) => (Math.abs(b.x - depth) < Math.abs(a.x - depth) ? b : a)).central;
