/** Estimated against measured, on two logarithmic axes: geometry of the drawing, words of the table. */
import { logScale, roundDomain, type Tick, ticksOf } from '../charts/scale.ts';
import type { Validation } from '../schema/validation.ts';
import type { EvidenceQuantity } from './evidence.ts';
import { formatDeviation, formatSignificant, rateDigits } from './format.ts';
import type { RunSet } from './run-records.ts';

/** One device, model, format and runtime. */
export interface Vote {
  device: string;
  model: string;
  mixture: boolean;
  measured: number;
  estimated: number;
}

export interface ChartRow {
  device: string;
  model: string;
  measured: string;
  estimated: string;
  off: string;
  /** Place in the drawing, 0 to 1000 from left and top. */
  x: number;
  y: number;
  mixture: boolean;
}

export interface MethodChart {
  rows: ChartRow[];
  ticks: Tick[];
  /** Half and twice what was measured, as shifts of the diagonal in thousandths. */
  twice: number;
}

const SIZE = 1000;

/** Runs of one sequence on one processor, predicted by a fit without their device. */
export function heldOutVotes(
  validation: Validation,
  { runs, models }: RunSet,
  quantity: EvidenceQuantity,
): Vote[] {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const votes = new Map<string, Vote>();
  for (const { id, phase, usage, measured, predicted } of validation.runs) {
    const run = byId.get(id);
    if (phase !== quantity || !run || !['gpu', 'cpu'].includes(usage)) continue;
    const key = [run.deviceId, run.modelId, run.format, run.runtimeId, run.processor].join('|');
    if (votes.has(key)) continue;
    votes.set(key, {
      device: run.device,
      model: [run.model, run.format].filter(Boolean).join(' '),
      mixture: models[run.modelId ?? '']?.mixture === true,
      measured,
      estimated: predicted,
    });
  }
  return [...votes.values()];
}

const rowOf =
  (place: (value: number) => number) =>
  ({ device, model, mixture, measured, estimated }: Vote): ChartRow => ({
    device,
    model,
    mixture,
    measured: rateDigits(measured),
    estimated: rateDigits(estimated),
    off: formatDeviation(estimated / measured - 1),
    x: Math.round(place(measured) * SIZE),
    y: Math.round((1 - place(estimated)) * SIZE),
  });

/** The fastest first. */
export function methodChart(votes: readonly Vote[]): MethodChart {
  const list = [...votes].sort((a, b) => b.measured - a.measured);
  const values = list.flatMap(({ measured, estimated }) => [measured, estimated]);
  const scale = logScale(roundDomain(values, 'log'));
  const [low] = scale.domain;
  return {
    rows: list.map(rowOf((value) => scale.position(value))),
    ticks: ticksOf(scale, (value) => formatSignificant(value)),
    twice: Math.round((scale.position(2 * low) - scale.position(low)) * SIZE),
  };
}
