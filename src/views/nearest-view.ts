/** The nearest measured runs in words: what pages and the configurator print beside an estimate. */
import type { Estimate, EstimationInput } from '../estimation/types.ts';
import { formatDate, rateDigits } from './format.ts';
import { NEAREST_COUNT, type NearestRun, nearestRuns } from './nearest-runs.ts';
import { cardsOf, figureOf, type RunFigure } from './run-line.ts';
import { RUN_QUANTITIES, type RunDevice, type RunQuantity, type RunSet } from './run-records.ts';
import { wordTest } from './run-words.ts';

export interface NearestLine {
  quantity: RunQuantity;
  /** `GeForce RTX 4090, Llama 3.1 8B Q4_K_M`. */
  what: string;
  /** Engine, build and what was run. */
  how: string;
  /** `the same configuration`, or what differs. */
  distance: string;
  exact: boolean;
  figure: RunFigure;
  /** `3 runs, 121–131`, where several agree in all that is compared. */
  alike?: string;
  date: string;
  source: { name: string; href: string };
}

export interface NearestView {
  sentence: string;
  lines: NearestLine[];
}

const kindOf = ({ gpuClass, cpuClass }: RunDevice): string => {
  if (gpuClass === undefined) return 'processor';
  return cpuClass === undefined ? 'card' : 'chip';
};

/** `same card; Llama 3.1 8B instead of Qwen2.5 14B`. */
export function wordDistance(
  { differences, run }: NearestRun,
  deviceId: string,
  device: RunDevice,
): string {
  if (differences.length === 0) return 'the same configuration';
  const same = run.deviceId === deviceId ? [`same ${kindOf(device)}`] : [];
  return [...same, ...differences].join('; ');
}

/** One nearest run as a line. */
export function nearestLine(
  set: RunSet,
  nearest: NearestRun,
  deviceId: string,
  device: RunDevice,
): NearestLine {
  const { run, quantity, alike } = nearest;
  const version = [run.engine, run.engineVersion].filter(Boolean).join(' ');
  const [low, high] = [rateDigits(alike.low), rateDigits(alike.high)];
  return {
    quantity,
    what: `${cardsOf(run)}, ${[run.model, run.format].filter(Boolean).join(' ')}`,
    // That it is LocalScore’s mean, engine and distance say already.
    how: run.test === 'localscore' ? version : `${version}, ${wordTest(run)}`,
    distance: wordDistance(nearest, deviceId, device),
    exact: nearest.differences.length === 0,
    figure: figureOf(run, quantity),
    ...(alike.count > 1 && {
      alike: `${alike.count} runs, ${low === high ? `each ${low}` : `${low}\u2013${high}`}`,
    }),
    date: run.date ? formatDate(run.date) : 'date not stated',
    source: { name: set.sources[run.source] ?? run.source, href: run.url },
  };
}

/** What a lookup asks of a configuration beyond its input: whether both processors hold weights. */
export const isHybrid = (input: EstimationInput, { memory }: Estimate): boolean =>
  input.machine.accelerator !== undefined &&
  !input.machine.unifiedMemory &&
  input.gpuLayers !== 0 &&
  memory.placement.cpuLayers > 0;

/** The nearest runs in both quantities the configuration asks for. */
export function nearestView(
  set: RunSet,
  input: EstimationInput,
  hybrid: boolean,
  count = NEAREST_COUNT,
): NearestView {
  const { promptTokens, generatedTokens } = input.workload;
  const asked = RUN_QUANTITIES.filter((quantity) =>
    quantity === 'pp' ? promptTokens > 0 : generatedTokens > 0,
  );
  const found = asked.flatMap((quantity) => nearestRuns(set, input, quantity, count, hybrid));
  const onGpu = input.machine.accelerator !== undefined && input.gpuLayers !== 0;
  const device = onGpu ? input.machine.accelerator : input.machine.host;
  const id = device?.id ?? '';
  const known = set.devices[id] ?? { name: device?.name ?? '', vendor: device?.vendor ?? '' };
  return {
    sentence: sentenceOf(found, id, known.name),
    lines: found.map((one) => nearestLine(set, one, id, known)),
  };
}

function sentenceOf(found: readonly NearestRun[], deviceId: string, name: string): string {
  const exact = found.filter(({ differences }) => differences.length === 0);
  if (exact.length === found.length && found.length > 0)
    return 'This very configuration was measured.';
  if (exact.length > 0)
    return 'This very configuration was measured; the other runs differ in what stands beside them.';
  if (found.some(({ run }) => run.deviceId === deviceId))
    return `This configuration was not measured; runs of the ${name} with something else changed come nearest.`;
  return `No measured run of the ${name} can be compared; those of other machines come nearest.`;
}
