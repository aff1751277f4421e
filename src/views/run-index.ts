/** Measured runs ordered for looking up neighbours: by machine with its engine, then by what is alike. */
import { farIn, type Processor, type RunPlace } from './run-distance.ts';
import {
  leftOut,
  measuredOf,
  type RunQuantity,
  type RunRecord,
  type RunSet,
} from './run-records.ts';

/** Runs that agree in all that is compared. */
export interface Group {
  place: RunPlace;
  runs: RunRecord[];
  /** Place among the index's files. */
  file: number;
}

/** One machine with one engine. */
export interface Machine {
  place: RunPlace;
  groups: Group[];
}

export interface RunIndex {
  machines: Machine[];
  /** A place for each weights file. */
  files: RunPlace[];
  /** Answers to questions asked before. */
  ranked: Map<string, RankedMachine[]>;
  fileFar: Map<string, number[]>;
}

export interface RankedMachine {
  machine: Machine;
  far: number;
}

const known = new WeakMap<RunSet, Map<RunQuantity, RunIndex>>();

/** The index of a set, made at the first question. */
export function indexOf(set: RunSet, quantity: RunQuantity): RunIndex {
  const byQuantity = known.get(set) ?? new Map<RunQuantity, RunIndex>();
  known.set(set, byQuantity);
  const before = byQuantity.get(quantity) ?? makeIndex(set, quantity);
  byQuantity.set(quantity, before);
  return before;
}

/** All machines, nearest first; questions about one machine come by the dozen. */
export function rankedMachines(index: RunIndex, asked: RunPlace): RankedMachine[] {
  const { device } = asked;
  const key = JSON.stringify([machineKey(asked), device.bandwidthBytesPerSecond]);
  const before = index.ranked.get(key);
  if (before) return before;
  const ranked = index.machines
    .map((machine) => ({ machine, far: farIn('machine', asked, machine.place) }))
    .sort((a, b) => a.far - b.far);
  index.ranked.set(key, ranked);
  return ranked;
}

/** How far each weights file is. */
export function farOfFiles(index: RunIndex, asked: RunPlace): readonly number[] {
  const key = fileKey(asked);
  const before = index.fileFar.get(key) ?? index.files.map((place) => farIn('file', asked, place));
  index.fileFar.set(key, before);
  return before;
}

const machineKey = ({ deviceId, gpuCount, processor, runtimeId }: RunPlace): string =>
  [deviceId, gpuCount, processor, runtimeId].join('|');

const fileKey = ({ modelId, formatId, formatName }: RunPlace): string =>
  [modelId, formatId, formatName].join('|');

interface Draft extends Machine {
  byKey: Map<string, Group>;
}

function makeIndex(set: RunSet, quantity: RunQuantity): RunIndex {
  const machines = new Map<string, Draft>();
  const files = new Map<string, number>();
  const places: RunPlace[] = [];
  for (const run of set.runs) {
    const place = usable(run, quantity) ? placeOfRun(set, run, quantity) : undefined;
    if (!place) continue;
    const machine: Draft = machines.get(machineKey(place)) ?? {
      place,
      groups: [],
      byKey: new Map(),
    };
    machines.set(machineKey(place), machine);
    const file = files.get(fileKey(place)) ?? places.push(place) - 1;
    files.set(fileKey(place), file);
    const key = alikeKey(place, run);
    const group = machine.byKey.get(key);
    if (group) group.runs.push(run);
    else {
      const made = { place, runs: [run], file };
      machine.byKey.set(key, made);
      machine.groups.push(made);
    }
  }
  return { machines: [...machines.values()], files: places, ranked: new Map(), fileFar: new Map() };
}

const usable = (run: RunRecord, quantity: RunQuantity): boolean =>
  measuredOf(run, quantity) !== undefined && leftOut(run, quantity) === undefined;

const alikeKey = (place: RunPlace, run: RunRecord): string =>
  [
    fileKey(place),
    place.flashAttention,
    place.kv,
    place.sequences,
    place.promptTokens,
    place.depthTokens,
    place.contextTokens,
    place.localScore,
    place.powerLimitWatts,
    run.microBatchTokens,
    run.switches,
  ].join('|');

/** Over LocalScore's nine tests the middle of an answer stands at about 1,800 tokens, of a prompt at 650. */
const LOCAL_SCORE_CONTEXT: Readonly<Record<RunQuantity, number>> = { pp: 650, tg: 1800 };

/** Where a run stands; nothing where its device or model is not in the catalogue. */
function placeOfRun(set: RunSet, run: RunRecord, quantity: RunQuantity): RunPlace | undefined {
  const device = set.devices[run.deviceId ?? ''];
  const model = set.models[run.modelId ?? ''];
  // A server under an unknown load measures nothing that can be compared.
  if (!device || !model || run.sequences === undefined) return undefined;
  const { promptTokens = 0, generatedTokens = 0, depthTokens = 0 } = run;
  const localScore = run.test === 'localscore';
  const before = run.test === 'request' && depthTokens === promptTokens ? 0 : depthTokens;
  const bits = set.formatBits[run.formatId ?? ''];
  return {
    processor: run.processor as Processor,
    device,
    gpuCount: run.gpuCount ?? 1,
    model,
    runtimeId: run.runtimeId ?? run.engine,
    engine: run.engine,
    sequences: run.sequences,
    promptTokens,
    depthTokens: before,
    contextTokens: localScore
      ? LOCAL_SCORE_CONTEXT[quantity]
      : middleOf(quantity, before, promptTokens, generatedTokens),
    localScore,
    ...(run.deviceId !== undefined && { deviceId: run.deviceId }),
    ...(run.modelId !== undefined && { modelId: run.modelId }),
    ...(run.format !== undefined && { formatName: run.format }),
    ...(run.formatId !== undefined && { formatId: run.formatId }),
    ...(bits !== undefined && { formatBits: bits }),
    ...(run.flashAttention !== undefined && { flashAttention: run.flashAttention }),
    ...(run.kv !== undefined && { kv: run.kv }),
    ...(run.powerLimitWatts !== undefined && { powerLimitWatts: run.powerLimitWatts }),
  };
}

export const middleOf = (
  quantity: RunQuantity,
  depth: number,
  prompt: number,
  answer: number,
): number => (quantity === 'pp' ? depth + prompt / 2 : Math.round(depth + prompt + answer / 2));
