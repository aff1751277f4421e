/** Errors of held-out predictions by group, beside the original document's formulas. */
import type { Calibration, Spread } from '../../src/estimation/calibration-types.ts';
import {
  originalGenerationSpeed,
  originalOperationsPerToken,
  originalPromptSpeed,
} from '../../src/estimation/original.ts';
import type { Prepared } from '../../src/estimation/setup.ts';
import type { Residual } from './holdout.ts';
import type { Observation, Phase } from './observations.ts';
import { rangeOf, setSpreads } from './stretch.ts';

export interface Judged extends Residual {
  range: Spread;
  inside: boolean;
  /** Speed by the original document's formula, where its inputs are known. */
  original?: number;
}

/** Middle of the document's "0.6 to 0.85 for language models". */
const originalEfficiency = 0.725;

function originalSpeed(o: Observation): number | undefined {
  const { accelerator, host, weights, input } = o.prepared[0] as Prepared;
  const peaks = (accelerator ?? host)?.peaks;
  if (!peaks?.bandwidth || !peaks.fp32) return undefined;
  if (o.phase === 'tg') return originalGenerationSpeed(peaks.bandwidth, weights.file);
  const { layers, hiddenSize } = input.model;
  return originalPromptSpeed({
    flopPerSecond: peaks.fp32,
    efficiency: originalEfficiency,
    operationsPerToken: originalOperationsPerToken(layers, hiddenSize),
  });
}

/** Puts ranges beside residuals; each group's ranges come from the residuals of the other groups. */
export function judge(c: Calibration, residuals: readonly Residual[]): Judged[] {
  const foldsSeen = [...new Set(residuals.map((r) => r.fold))];
  return foldsSeen.flatMap((fold) => {
    setSpreads(
      c,
      residuals.filter((r) => r.fold !== fold),
    );
    return residuals
      .filter((r) => r.fold === fold)
      .map((r): Judged => {
        const { range } = rangeOf(c, r.observation);
        const ratio = Math.exp(r.log);
        const original = originalSpeed(r.observation);
        const inside = ratio >= range[0] && ratio <= range[1];
        return { ...r, range, inside, ...(original && { original }) };
      });
  });
}

export interface ErrorRow {
  group: string;
  phase: Phase;
  runs: number;
  devices: number;
  /** Percent, of runs and of devices' medians. */
  median: number;
  p90: number;
  deviceMedian: number;
  deviceP90: number;
  /** Percent of runs inside the 80 % range. */
  coverage: number;
  originalMedian?: number;
  originalP90?: number;
}

const at = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
const percent = (x: number): number => Math.round(1000 * x) / 10;
const missOf = (predicted: number, measured: number): number => Math.abs(predicted / measured - 1);

function rowOf(group: string, phase: Phase, judged: readonly Judged[]): ErrorRow {
  const misses = judged.map((j) => missOf(j.predicted, j.observation.measured));
  const devices = new Map<string, number[]>();
  judged.forEach(({ observation: o }, i) => {
    devices.set(o.deviceId, [...(devices.get(o.deviceId) ?? []), misses[i] as number]);
  });
  const medians = [...devices.values()].map((each) => at(each, 0.5));
  const originals = judged
    .filter((j) => j.original !== undefined)
    .map((j) => missOf(j.original as number, j.observation.measured));
  return {
    group,
    phase,
    runs: judged.length,
    devices: devices.size,
    median: percent(at(misses, 0.5)),
    p90: percent(at(misses, 0.9)),
    deviceMedian: percent(at(medians, 0.5)),
    deviceP90: percent(at(medians, 0.9)),
    coverage: percent(judged.filter((j) => j.inside).length / judged.length),
    ...(originals.length > 0 && {
      originalMedian: percent(at(originals, 0.5)),
      originalP90: percent(at(originals, 0.9)),
    }),
  };
}

const single = (o: Observation): boolean => o.usage === 'gpu' || o.usage === 'cpu';
const onGpu = (o: Observation): boolean => o.usage === 'gpu' && /^llama\.cpp/.test(o.runtimeId);
const depthOf = (o: Observation): string =>
  o.depthTokens === 0 ? 'none' : o.depthTokens <= 8192 ? 'to 8,192' : 'beyond 8,192';

const groups: [string, (o: Observation) => boolean][] = [
  ['all', () => true],
  ['llama.cpp, CUDA and Metal', (o) => onGpu(o) && /^(cuda|metal)$/.test(o.engine)],
  ['llama.cpp, all GPUs', onGpu],
  ['llama.cpp, dense', (o) => onGpu(o) && !o.mixture],
  ['llama.cpp, mixtures of experts', (o) => onGpu(o) && o.mixture],
  ['LocalScore (llamafile), GPUs', (o) => o.usage === 'gpu' && o.runtimeId === 'llamafile'],
  ['CPUs', (o) => o.usage === 'cpu'],
  ['several users', (o) => o.usage === 'batch'],
  ['weights in RAM beside a GPU', (o) => o.usage === 'hybrid'],
  ['several GPUs', (o) => o.usage === 'multi'],
];

/** Fixed groups, then every runtime, class and depth with runs. */
export function errorTable(judged: readonly Judged[]): ErrorRow[] {
  const own: [string, (o: Observation) => boolean][] = [];
  const keys = (of: (o: Observation) => string) =>
    [...new Set(judged.map((j) => of(j.observation)))].sort();
  for (const id of keys((o) => o.runtimeId)) own.push([`runtime ${id}`, (o) => o.runtimeId === id]);
  for (const id of keys((o) => o.classId))
    own.push([`class ${id}`, (o) => single(o) && o.classId === id]);
  for (const id of keys(depthOf)) own.push([`depth ${id}`, (o) => onGpu(o) && depthOf(o) === id]);
  return [...groups, ...own].flatMap(([name, belongs]) =>
    (['tg', 'pp'] as const).flatMap((phase) => {
      const some = judged.filter(({ observation: o }) => o.phase === phase && belongs(o));
      return some.length > 0 ? [rowOf(name, phase, some)] : [];
    }),
  );
}

export function printTable(rows: readonly ErrorRow[]): void {
  console.log(
    `${'group'.padEnd(34)}     runs  med   p90 | devs  med   p90 | in range | original formula`,
  );
  for (const r of rows) {
    const cells = [
      r.runs,
      r.median,
      r.p90,
      '|',
      r.devices,
      r.deviceMedian,
      r.deviceP90,
      '|',
      r.coverage,
      '|',
    ];
    const text = cells.map((x) => String(x).padStart(x === '|' ? 1 : 6)).join(' ');
    console.log(
      `${r.group.padEnd(34)} ${r.phase} ${text} ${r.originalMedian ?? '-'} / ${r.originalP90 ?? '-'}`,
    );
  }
}

/** Every run with its held-out prediction, for charts and tables. */
export const runsOf = (judged: readonly Judged[]) =>
  judged.map(({ observation: o, predicted, range, inside }) => ({
    id: o.run.id,
    phase: o.phase,
    usage: o.usage,
    class: o.classId,
    measured: o.measured,
    predicted: Number(predicted.toPrecision(4)),
    low: Number((predicted * range[0]).toPrecision(3)),
    high: Number((predicted * range[1]).toPrecision(3)),
    inside,
  }));
