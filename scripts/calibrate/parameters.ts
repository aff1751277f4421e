/** Which numbers of the calibration are fitted, each with its prior. */
import type {
  Calibration,
  ClassParameters,
  EngineParameters,
  RuntimeFactors,
} from '../../src/estimation/calibration-types.ts';
import { architectureEngines, parentOf, runtimeParent } from './hierarchy.ts';
import type { Phase } from './observations.ts';
import type { Parameter } from './optimizer.ts';

/** A number inside a calibration: `row[key]`. */
type Row = Record<string, number>;
const rowOf = (x: unknown): Row => x as Row;

/** Standard deviations of logarithms: how far data may draw a number from its prior or its parent. */
const classSigmas: Record<
  Phase,
  [keyof ClassParameters & string, class_: number, parent: number][]
> = {
  tg: [
    ['eta', 0.1, 0.1],
    ['tau', 0.9, 0.5],
    ['unpack', 0.25, 0.01],
  ],
  pp: [
    ['kappa', 0.35, 0.5],
    ['promptOverhead', 0.4, 0.01],
  ],
};

const engineSigmas: Record<Phase, [keyof EngineParameters & string, number][]> = {
  tg: [
    ['moeOverhead', 0.3],
    ['sharedOverhead', 0.5],
    ['linearOverhead', 0.3],
    ['normOverhead', 0.5],
    ['flashlessOverhead', 0.1],
    ['fixed', 0.5],
    ['perVocabularyEntry', 0.7],
    ['kvFactor', 0.4],
    ['attentionUnpack', 0.7],
    ['streaming', 0.03],
    ['unpack', 0.35],
  ],
  pp: [
    ['activation', 0.5],
    ['promptOverhead', 0.7],
    ['promptMoe', 0.5],
    ['halfTokens', 0.7],
    ['halfWidth', 0.7],
    ['promptAge', 0.1],
    ['promptMoeAge', 0.1],
    ['attentionKappa', 0.6],
    ['softmaxWidth', 0.5],
    ['promptFlashless', 0.1],
    ['promptQuant', 0.25],
  ],
};

const runtimeSigmas: Record<Phase, [keyof RuntimeFactors, number][]> = {
  tg: [
    ['eta', 0.1],
    ['tau', 0.6],
    ['unpack', 0.4],
    ['windows', 0.4],
  ],
  pp: [
    ['kappa', 0.4],
    ['promptOverhead', 0.7],
  ],
};

/** Architectures whose kernels of llamafile differ from their engine's: their priors are their own. */
const ownRuntimePriors = new Set(['llamafile/rdna3', 'llamafile/rdna4', 'llamafile/gtx16']);

interface Slot {
  id: string;
  tag: string;
  row: Row;
  key: string;
  sigma: number;
  /** Prior mean where no parent gives it. */
  prior: number;
  parent?: { row: Row; key: string };
}

const parameter = ({ id, tag, row, key, sigma, prior, parent }: Slot): Parameter => ({
  id,
  tag,
  log: true,
  sigma,
  get: () => row[key] as number,
  set: (x) => {
    row[key] = x;
  },
  mean: parent ? () => Math.log(parent.row[parent.key] as number) : () => Math.log(prior),
});

/** Kepler's boards clock two chips far below their sheet: what they compute is off, not how they are started. */
const keplerSigmas: Partial<Record<keyof ClassParameters, number>> = { tau: 0.4, unpack: 4 };

function classSlots(c: Calibration, prior: Calibration, phase: Phase, used: Set<string>): Slot[] {
  return [...used].flatMap((id) => {
    const above = parentOf(c, id, phase);
    return classSigmas[phase].map(
      ([key, sigma, parentSigma]): Slot => ({
        id: `${id}.${key}`,
        tag: `class:${id}`,
        row: rowOf(c.classes[id]),
        key,
        // Cores of one family differ by their memory more than cards of one architecture do.
        sigma:
          (above ? sigma : parentSigma) *
          (key === 'eta' && id.endsWith('/cpu') ? 2 : 1) *
          (id === 'kepler/cuda' ? (keplerSigmas[key] ?? 1) : 1),
        prior: rowOf(prior.classes[id])[key] as number,
        ...(above && { parent: { row: rowOf(c.classes[above]), key } }),
      }),
    );
  });
}

/** Plain numbers, pairs (with and without flash attention) and one number per kind of format. */
function engineSlots(c: Calibration, prior: Calibration, phase: Phase, engine: string): Slot[] {
  const row = rowOf(c.engines[engine]);
  const before = rowOf(prior.engines[engine]);
  return engineSigmas[phase].flatMap(([key, sigma]): Slot[] => {
    const value: unknown = row[key];
    const tag = `engine:${engine}`;
    if (typeof value === 'number') {
      return [{ id: `${engine}.${key}`, tag, row, key, sigma, prior: before[key] as number }];
    }
    return (
      Object.keys(value as object)
        // Formats are relative to Q4_0, whose efficiency is the class's own.
        .filter((inner) => !(inner === 'q4_0' && (key === 'streaming' || key === 'promptQuant')))
        .map(
          (inner): Slot => ({
            id: `${engine}.${key}.${inner}`,
            tag: Array.isArray(value) ? tag : `kind:${engine}:${inner}`,
            row: rowOf(value),
            key: inner,
            sigma,
            prior: rowOf(before[key])[inner] as number,
          }),
        )
    );
  });
}

/** A runtime's factors on one architecture follow those on its engine at half the freedom, unless priors say otherwise. */
function runtimeSlots(c: Calibration, prior: Calibration, phase: Phase, id: string): Slot[] {
  const parent = runtimeParent(c, id);
  const given = ownRuntimePriors.has(id);
  return runtimeSigmas[phase].map(
    ([key, sigma]): Slot => ({
      id: `${id}.${key}`,
      tag: `runtime:${id}`,
      row: rowOf(c.runtimes[id]),
      key,
      // llama.cpp took over llamafile's kernels for CPUs: they differ little.
      sigma:
        id === 'llamafile/cpu' && /^(eta|kappa)$/.test(key)
          ? sigma / 3
          : parent
            ? sigma / (key === 'windows' ? 20 : 2)
            : sigma,
      prior: rowOf(prior.runtimes[id])[key] as number,
      ...(parent && !given && { parent: { row: rowOf(parent), key } }),
    }),
  );
}

/** What the cores of all CPUs share. */
const coreSlots = (c: Calibration, prior: Calibration, phase: Phase): Slot[] =>
  phase === 'pp'
    ? []
    : [
        {
          id: 'coreBytesPerSecond',
          tag: 'engine:cpu',
          row: rowOf(c),
          key: 'coreBytesPerSecond',
          sigma: 0.3,
          prior: prior.coreBytesPerSecond,
        },
      ];

function sharedSlots(c: Calibration, prior: Calibration, phase: Phase): Slot[] {
  const slot = (
    path: string,
    of: (x: Calibration) => unknown,
    key: string,
    sigma: number,
  ): Slot => ({
    id: path,
    tag: 'gpus',
    row: rowOf(of(c)),
    key,
    sigma,
    prior: rowOf(of(prior))[key] as number,
  });
  if (phase === 'tg') {
    return [
      slot('twoDieEta', (x) => x, 'twoDieEta', 0.05),
      slot('inlineEccEta', (x) => x, 'inlineEccEta', 0.05),
      slot('withoutDots', (x) => x, 'withoutDots', 0.5),
      slot('laptopEta', (x) => x, 'laptopEta', 0.1),
      slot('wattsPerBandwidth.exponent', (x) => x.wattsPerBandwidth, 'exponent', 0.5),
      slot('wattsPerBandwidth.threshold', (x) => x.wattsPerBandwidth, 'threshold', 0.2),
    ];
  }
  const options = Object.keys(prior.options).map((option) => ({
    ...slot(`options.${option}`, (x) => x.options, option, 0.3),
    tag: `option:${option}`,
  }));
  return [
    ...options,
    slot('laptopKappa', (x) => x, 'laptopKappa', 0.2),
    slot('wattsPerRate.exponent', (x) => x.wattsPerRate, 'exponent', 0.4),
    slot('wattsPerRate.threshold', (x) => x.wattsPerRate, 'threshold', 0.2),
  ];
}

/** Adds the classes that have runs but no row yet, as their parent is. */
export function completeClasses(c: Calibration, ids: Iterable<string>): void {
  for (const id of ids) {
    if (c.classes[id]) continue;
    const parent = c.classes[parentOf(c, id) as string] as ClassParameters;
    c.classes[id] = { ...parent, tg: [...parent.tg], pp: [...parent.pp], devices: 0 };
  }
}

/** Adds rows for architectures that may differ from their engine under llamafile. */
export function completeRuntimes(c: Calibration, tags: Set<string>): void {
  for (const [name, engine] of Object.entries(architectureEngines)) {
    const id = `llamafile/${name}`;
    const parent = c.runtimes[`llamafile/${engine}`];
    if (parent && tags.has(`runtime:${id}`)) c.runtimes[id] ??= { ...parent };
  }
}

/** The parameters one phase fits, for the classes and engines that have runs, parents included. */
export function parametersOf(
  c: Calibration,
  prior: Calibration,
  phase: Phase,
  tags: Set<string>,
): Parameter[] {
  const used = new Set<string>();
  for (const tag of tags) {
    if (!tag.startsWith('class:')) continue;
    for (let id: string | undefined = tag.slice(6); id; id = parentOf(c, id, phase)) used.add(id);
  }
  const engines = Object.keys(c.engines).filter((engine) => tags.has(`engine:${engine}`));
  const runtimes = Object.keys(c.runtimes).filter((id) => tags.has(`runtime:${id}`));
  return [
    ...classSlots(c, prior, phase, used),
    ...engines.flatMap((engine) => engineSlots(c, prior, phase, engine)),
    ...runtimes.flatMap((id) => runtimeSlots(c, prior, phase, id)),
    ...(tags.has('engine:cpu') ? coreSlots(c, prior, phase) : []),
    ...(tags.has('gpus') ? sharedSlots(c, prior, phase) : []),
  ].map(parameter);
}

/** What several sequences add on each engine, and how alike their experts are. */
export function batchParameters(
  c: Calibration,
  prior: Calibration,
  engines: Set<string>,
): Parameter[] {
  const slot = (engine: string, path: string, of: (x: Calibration) => unknown, key: string) => ({
    id: `${engine}.${path}`,
    tag: `engine:${engine}`,
    row: rowOf(of(c)),
    key,
    sigma: 0.7,
    prior: rowOf(of(prior))[key] as number,
  });
  const slots = [...engines].flatMap((engine): Slot[] => {
    const own = (x: Calibration) => x.engines[engine];
    const all = ['batchKappa', 'perLogit'].map((key) => slot(engine, key, own, key));
    if (!own(c)?.tiles) return [...all, slot(engine, 'batchStreaming', own, 'batchStreaming')];
    const tiles = (x: Calibration) => own(x)?.tiles;
    return [
      ...all,
      ...['fewKappa', 'expertKappa', 'alone'].map((key) =>
        slot(engine, `tiles.${key}`, tiles, key),
      ),
    ];
  });
  const routing: Slot = {
    id: 'routing',
    tag: 'batch',
    row: rowOf(c),
    key: 'routing',
    sigma: 0.1,
    prior: prior.routing,
  };
  return [...slots, routing].map(parameter);
}

/** Runtimes with products of experts of their own, seen with weights in RAM alone. */
const ownExperts = 'ik_llama.cpp/cuda';

/** Cores and link beside a GPU, and the experts of a runtime that is mostly run so. */
export function offloadParameters(c: Calibration, prior: Calibration): Parameter[] {
  const slot = (key: keyof Calibration['offload'], sigma: number): Slot => ({
    id: `offload.${key}`,
    tag: 'hybrid',
    row: rowOf(c.offload),
    key,
    sigma,
    prior: prior.offload[key],
  });
  const expert = (key: 'promptMoe' | 'halfTokens', sigma: number): Slot => ({
    id: `${ownExperts}.${key}`,
    tag: `runtime:${ownExperts}`,
    row: rowOf(c.runtimes[ownExperts]),
    key,
    sigma,
    prior: prior.runtimes[ownExperts]?.[key] ?? 1,
  });
  return [
    slot('eta', 0.5),
    slot('kappa', 0.5),
    // Its speed is on the data sheet.
    slot('link', 0.05),
    expert('promptMoe', 0.7),
    expert('halfTokens', 0.7),
  ].map(parameter);
}
