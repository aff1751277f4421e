/**
 * How far a measured run is from a configuration: a number for each thing that differs, and the
 * words for it. The numbers order runs by what they tell of the estimate: another card of the same
 * generation tells less than another model on the same card, a deeper context least.
 */
import { formatCount, formatTokens, formatWatts } from './format.ts';
import type { RunDevice, RunModel, RunQuantity } from './run-records.ts';

/** Where the weights are computed: `hybrid` when both processors hold some. */
export type Processor = 'gpu' | 'cpu' | 'hybrid' | 'npu';

/** What runs and configurations are compared by. Absent: not stated. */
export interface RunPlace {
  processor: Processor;
  deviceId?: string;
  device: RunDevice;
  gpuCount: number;
  modelId?: string;
  model: RunModel;
  formatId?: string;
  formatName?: string;
  formatBits?: number;
  /** Of the runtime: `llama.cpp-cuda`. */
  runtimeId: string;
  engine: string;
  flashAttention?: string;
  kv?: string;
  sequences: number;
  promptTokens: number;
  /** In the cache before the prompt. */
  depthTokens: number;
  /** Middle of what the cache holds while the quantity is measured. */
  contextTokens: number;
  /** A mean over LocalScore's nine tests. */
  localScore: boolean;
  powerLimitWatts?: number;
}

/** Whether a dimension is the machine's with its engine, the weights file's, or the single run's. */
export type Part = 'machine' | 'file' | 'run';

interface Dimension {
  part: Part;
  /** 0 where both agree or one of them does not say. */
  far: (asked: RunPlace, run: RunPlace) => number;
  /** Empty where another phrase says it. */
  words: (asked: RunPlace, run: RunPlace, quantity: RunQuantity) => string;
}

/** Doublings between two numbers. */
const octaves = (a: number, b: number): number => Math.abs(Math.log2(a / b));

const PROCESSORS: Readonly<Record<Processor, string>> = {
  gpu: 'all on the GPU',
  cpu: 'on the CPU',
  hybrid: 'weights in GPU and CPU memory',
  npu: 'on the AI unit',
};

const classOf = (place: RunPlace): string | undefined =>
  place.processor === 'cpu' ? place.device.cpuClass : place.device.gpuClass;

function deviceFar(asked: RunPlace, run: RunPlace): number {
  if (asked.deviceId === run.deviceId) return 0;
  const [a, b] = [asked.device.bandwidthBytesPerSecond, run.device.bandwidthBytesPerSecond];
  const bandwidth = a && b ? 0.5 * octaves(a, b) : 1;
  const own = classOf(asked);
  if (own !== undefined && own === classOf(run)) return 0.8 + bandwidth;
  return (asked.device.vendor === run.device.vendor ? 2 : 3.5) + bandwidth;
}

function modelFar(asked: RunPlace, run: RunPlace): number {
  if (asked.modelId === run.modelId) return 0;
  const size =
    0.4 * octaves(asked.model.activeParameters, run.model.activeParameters) +
    0.1 * octaves(asked.model.parameters, run.model.parameters);
  return 0.3 + size + (asked.model.mixture === run.model.mixture ? 0 : 1);
}

function formatFar(asked: RunPlace, run: RunPlace): number {
  if (asked.formatId !== undefined && asked.formatId === run.formatId) return 0;
  // A run that does not name its format cannot be told from many others.
  if (run.formatName === undefined) return 1;
  const [a, b] = [asked.formatBits, run.formatBits];
  return 0.2 + (a && b ? 0.3 * octaves(a, b) : 0.3);
}

/** `llamafile` and `ollama` bring the back end of their machine: nearer than another back end. */
const isPortable = (id: string): boolean => /^(llamafile|ollama|ik_llama\.cpp)$/.test(id);

function runtimeFar(asked: RunPlace, run: RunPlace): number {
  if (asked.runtimeId === run.runtimeId) return 0;
  if (asked.runtimeId === 'vllm' || run.runtimeId === 'vllm') return 2;
  return isPortable(asked.runtimeId) || isPortable(run.runtimeId) ? 0.6 : 1.5;
}

/** Short contexts are alike; beyond, each doubling of what attention reads counts. */
const CONTEXT_FLOOR = 1024;
const ALIKE_OCTAVES = 0.6;

function contextFar(asked: RunPlace, run: RunPlace): number {
  const apart = octaves(asked.contextTokens + CONTEXT_FLOOR, run.contextTokens + CONTEXT_FLOOR);
  return apart < ALIKE_OCTAVES ? 0 : 0.3 * apart;
}

const contextWords: Dimension['words'] = (asked, run, quantity) => {
  if (run.localScore) return '';
  if (quantity === 'tg')
    return `${formatCount(run.contextTokens)} instead of ${formatTokens(asked.contextTokens)} in context`;
  if (run.depthTokens !== asked.depthTokens)
    return `prompt after ${formatCount(run.depthTokens)} instead of ${formatTokens(asked.depthTokens)}`;
  return `prompt of ${formatCount(run.promptTokens)} instead of ${formatTokens(asked.promptTokens)}`;
};

const differs = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

/** In the order a reader is told them. */
const DIMENSIONS: readonly Dimension[] = [
  {
    part: 'machine',
    far: deviceFar,
    words: (asked, run) => `${run.device.name} instead of ${asked.device.name}`,
  },
  {
    part: 'machine',
    far: (asked, run) => (asked.processor === run.processor ? 0 : 3),
    words: (_, run) => PROCESSORS[run.processor],
  },
  {
    part: 'machine',
    far: (asked, run) =>
      asked.gpuCount === run.gpuCount || asked.processor === 'cpu' || run.processor === 'cpu'
        ? 0
        : 0.3 + octaves(asked.gpuCount, run.gpuCount),
    words: (asked, run) => `${cards(run.gpuCount)} instead of ${asked.gpuCount}`,
  },
  {
    part: 'file',
    far: modelFar,
    words: (asked, run) => `${run.model.name} instead of ${asked.model.name}`,
  },
  {
    part: 'file',
    far: formatFar,
    words: (asked, run) =>
      run.formatName ? `${run.formatName} instead of ${asked.formatName}` : 'format not stated',
  },
  {
    part: 'machine',
    far: runtimeFar,
    words: (asked, run) => `${run.engine} instead of ${asked.engine}`,
  },
  {
    part: 'run',
    far: (asked, run) => (differs(asked.flashAttention, run.flashAttention) ? 0.4 : 0),
    words: (_, run) => `flash attention ${run.flashAttention}`,
  },
  {
    part: 'run',
    far: (asked, run) => (differs(asked.kv, run.kv) ? 0.3 : 0),
    words: (asked, run) => `cache ${run.kv} instead of ${asked.kv}`,
  },
  { part: 'run', far: contextFar, words: contextWords },
  {
    part: 'run',
    far: (asked, run) =>
      asked.sequences === run.sequences ? 0 : 0.2 + 0.8 * octaves(asked.sequences, run.sequences),
    words: (asked, run) =>
      `${formatCount(run.sequences)} at once instead of ${formatCount(asked.sequences)}`,
  },
  {
    part: 'run',
    far: (_, run) => (run.localScore ? 0.15 : 0),
    words: () => 'mean of LocalScore’s nine tests',
  },
  {
    part: 'run',
    far: (_, run) => (run.powerLimitWatts === undefined ? 0 : 0.4),
    words: (_, run) => `limited to ${formatWatts(run.powerLimitWatts ?? 0)}`,
  },
];

const cards = (count: number): string => `${formatCount(count)} ${count === 1 ? 'card' : 'cards'}`;

const BY_PART: Readonly<Record<Part, readonly Dimension[]>> = {
  machine: DIMENSIONS.filter(({ part }) => part === 'machine'),
  file: DIMENSIONS.filter(({ part }) => part === 'file'),
  run: DIMENSIONS.filter(({ part }) => part === 'run'),
};

/** The sum over what differs in one part; the distance is the sum over all three. */
export function farIn(part: Part, asked: RunPlace, run: RunPlace): number {
  let sum = 0;
  for (const { far } of BY_PART[part]) sum += far(asked, run);
  return sum;
}

/** What differs, a phrase each; empty for the same configuration. */
export const differencesOf = (asked: RunPlace, run: RunPlace, quantity: RunQuantity): string[] =>
  DIMENSIONS.filter(({ far }) => far(asked, run) > 0)
    .map(({ words }) => words(asked, run, quantity))
    .filter((words) => words !== '');
