/** Measured runs as what a fit sees: a speed, and the prepared configurations it is a mean over. */
import { inputsOf } from '../../src/catalogue/measurement-input.ts';
import type { Measurement } from '../../src/catalogue/measurements.ts';
import type { Tables } from '../../src/configuration/tables.ts';
import type { Calibration } from '../../src/estimation/calibration-types.ts';
import {
  cpuClass,
  engineOf,
  gpuClass,
  kernelsOf,
  quantKind,
} from '../../src/estimation/classes.ts';
import { stepSeconds, sum } from '../../src/estimation/generation-time.ts';
import { readSeconds } from '../../src/estimation/prompt-time.ts';
import { checkDomain } from '../../src/estimation/refusals.ts';
import { equip, type Prepared, prepare } from '../../src/estimation/setup.ts';
import { type EstimationInput, isUnknown } from '../../src/estimation/types.ts';

export type Phase = 'pp' | 'tg';

/** How the machine is used: what is fitted and judged apart. */
export type Usage = 'gpu' | 'cpu' | 'hybrid' | 'multi' | 'batch';

export interface Observation {
  run: Measurement;
  phase: Phase;
  usage: Usage;
  /** `ada/cuda`, `cpu-desktop/cpu`. */
  classId: string;
  engine: string;
  deviceId: string;
  modelId: string;
  sourceId: string;
  /** The one whose kernels compute. */
  runtimeId: string;
  mixture: boolean;
  depthTokens: number;
  measured: number;
  prepared: Prepared[];
  /** What parameters may touch it: class, engine, runtime, kinds. */
  tags: Set<string>;
  weight: number;
}

const usageOf = (m: Measurement): Usage => {
  if ((m.sequences ?? 1) > 1) return 'batch';
  if (m.processor === 'hybrid') return 'hybrid';
  if ((m.gpuCount ?? 1) > 1) return 'multi';
  return m.processor === 'cpu' ? 'cpu' : 'gpu';
};

function classIdOf({ machine, runtime, gpuLayers }: EstimationInput): string {
  const { accelerator, host } = machine;
  if (accelerator && gpuLayers !== 0) return `${gpuClass(accelerator)}/${engineOf(runtime)}`;
  return host ? `${cpuClass(host)}/cpu` : 'unknown/cpu';
}

/** A CPU run on fewer threads than half of its cores measures the threads, not the processor. */
function fewThreads(m: Measurement, input: EstimationInput): boolean {
  const cores = input.machine.host?.cpu?.cores;
  return m.processor === 'cpu' && m.threads !== undefined && !!cores && m.threads < cores / 2;
}

/** Why a run says nothing of the hardware, beyond what its own `skip` says. */
function unusable(m: Measurement, phase: Phase, input: EstimationInput): string | undefined {
  if (m.skip && (m.skip.scope === 'row' || phase === 'tg')) return m.skip.reason;
  if (m.outliers.some((o) => o.quantity === phase)) return 'outlier by rule';
  if (fewThreads(m, input)) return 'few threads';
  if (m.powerLimitWatts !== undefined && m.deviceKind === 'multi-gpu') return 'power limit';
  if (m.split === 'network') return 'several machines';
  if (m.switches.includes('card-1'))
    return 'second card of a machine, at half the rate of the first';
  if (m.sourceId === 'xiongjiedai-notebooks') return 'engine from before September 2024';
  if (phase === 'tg' && m.tgBasis === 'wall') return 'wall rate';
  if (m.test === 'serving' && m.sequences === undefined) return 'open arrivals';
  if (phase === 'pp' && m.test === 'serving') return 'serving';
  // A prompt of a few tokens measures latency and rounding.
  if (phase === 'pp' && m.test === 'request' && (m.promptTokens ?? 0) < 64) return 'short prompt';
  return undefined;
}

/** Weights that leave the system too little RAM are paged from disk, which is what such a run measures. */
const pages = (m: Measurement, { placement }: Prepared): boolean =>
  m.processor !== 'gpu' &&
  m.ramBytes !== undefined &&
  placement.memory.placement.cpuBytes > 0.8 * m.ramBytes;

function tagsOf(inputs: readonly EstimationInput[], classId: string, engine: string): Set<string> {
  const [input] = inputs as [EstimationInput];
  const { model, quantization } = input;
  const runtime = kernelsOf(input);
  const architecture = classId.split('/')[0];
  return new Set([
    ...(engine === 'cpu' ? [] : ['gpus']),
    `class:${classId}`,
    `engine:${engine}`,
    `runtime:${runtime}/${engine}`,
    `runtime:${runtime}/${architecture}`,
    `kind:${engine}:${quantKind(quantization.id)}`,
    ...(input.build?.options ?? []).map((option) => `option:${option}`),
    ...(model.nativeExpertQuantization
      ? [`kind:${engine}:${quantKind(model.nativeExpertQuantization)}`]
      : []),
  ]);
}

function observe(
  m: Measurement,
  phase: Phase,
  inputs: EstimationInput[],
  c: Calibration,
): Observation | string {
  const [input] = inputs as [EstimationInput];
  const why = unusable(m, phase, input);
  if (why) return why;
  const classId = classIdOf(input);
  const engine = classId.split('/')[1] as string;
  for (const each of inputs) checkDomain(each);
  const prepared = inputs.map((each) => prepare(each, c.runtimeBytes));
  const broken = prepared.find((p) => p.placement.impossible);
  if (broken) return broken.placement.impossible as string;
  if (prepared.some((p) => pages(m, p))) return 'RAM nearly full';
  const measured = phase === 'pp' ? m.ppTokensPerSecond : m.tgTokensPerSecond;
  const observation: Observation = {
    run: m,
    phase,
    usage: usageOf(m),
    classId,
    engine,
    deviceId: m.deviceId as string,
    modelId: m.modelId as string,
    sourceId: m.sourceId,
    runtimeId: kernelsOf(input),
    mixture: input.model.experts !== undefined,
    depthTokens: input.workload.depthTokens,
    measured: measured as number,
    prepared,
    tags: tagsOf(inputs, classId, engine),
    weight: 1,
  };
  return Number.isNaN(predict(c, observation)) ? 'rate unknown' : observation;
}

/** Predicted speed: of all sequences together, mean over the configurations. */
export function predict(c: Calibration, o: Observation): number {
  let mean = 0;
  for (const prepared of o.prepared) {
    const setup = equip(c, prepared);
    const { promptTokens, concurrentUsers } = prepared.input.workload;
    const causes = o.phase === 'pp' ? readSeconds(setup) : stepSeconds(setup);
    if (!causes) return Number.NaN;
    const tokens = o.phase === 'pp' ? promptTokens * concurrentUsers : concurrentUsers;
    mean += tokens / sum(causes) / o.prepared.length;
  }
  return mean;
}

/** What makes two runs the same configuration. */
export const voteKey = (o: Observation): string => {
  const { workload, flashAttention, microBatchTokens } = (o.prepared[0] as Prepared).input;
  const { run } = o;
  return JSON.stringify([
    o.deviceId,
    o.modelId,
    run.quantizationId ?? run.quantizationName,
    o.runtimeId,
    flashAttention,
    microBatchTokens,
    o.phase,
    workload,
    run.test,
    o.usage,
    run.os,
    run.switches,
    run.kvK,
  ]);
};

/** Median of the logarithm, between the two middle ones of an even number. */
function middle(speeds: number[]): number {
  const sorted = speeds.map(Math.log).sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(half)] as number, sorted[Math.ceil(half)] as number];
  return Math.exp((low + high) / 2);
}

/**
 * One vote per configuration: the median of its runs. Many votes of one device under one runtime
 * count as the square root of their number, since a kernel at fault is at fault in all of them; of
 * writing on GPUs each counts, where models and formats differ more than installs.
 */
export function votes(all: readonly Observation[]): Observation[] {
  const groups = new Map<string, Observation[]>();
  for (const o of all) {
    const key = voteKey(o);
    groups.set(key, [...(groups.get(key) ?? []), o]);
  }
  const merged = [...groups.values()].map(
    (group): Observation => ({
      ...(group[0] as Observation),
      measured: middle(group.map((o) => o.measured)),
    }),
  );
  const devices = new Map<string, number>();
  const deviceKey = (o: Observation) => `${o.deviceId}:${o.phase}:${o.engine}:${o.runtimeId}`;
  for (const o of merged) devices.set(deviceKey(o), (devices.get(deviceKey(o)) ?? 0) + 1);
  const each = (o: Observation): boolean => o.phase === 'tg' && o.usage === 'gpu';
  return merged.map((o) => ({
    ...o,
    weight: each(o) ? 1 : (devices.get(deviceKey(o)) as number) ** -0.5,
  }));
}

export interface Observations {
  all: Observation[];
  /** Why runs were left out, with their number. */
  left: Map<string, number>;
}

/** All runs that can be predicted. */
export function observations(
  runs: readonly Measurement[],
  tables: Tables,
  c: Calibration,
): Observations {
  const left = new Map<string, number>();
  const all: Observation[] = [];
  const count = (why: string) => left.set(why, (left.get(why) ?? 0) + 1);
  for (const m of runs) {
    const inputs = inputsOf(m, tables);
    if (isUnknown(inputs)) {
      count(inputs.unknown);
      continue;
    }
    for (const phase of ['pp', 'tg'] as const) {
      const list = (inputs as { pp?: EstimationInput[]; tg?: EstimationInput[] })[phase];
      if (!list) continue;
      const o = observe(m, phase, list, c);
      if (typeof o === 'string') count(o);
      else all.push(o);
    }
  }
  return { all, left };
}
