/** The estimator's constants as tables: what each class has, how many devices are behind it. */
import type { Calibration, Spread } from '../estimation/calibration-types.ts';
import { calibration } from '../estimation/index.ts';
import { formatFixed, formatSignificant } from './format.ts';
import { className, engineName } from './method-names.ts';

export interface ClassRow {
  name: string;
  engine: string;
  eta: string;
  tau: string;
  kappa: string;
  tg: string;
  pp: string;
  devices: number;
}

/** 10th to 90th percentile of measured over estimated. */
const wordSpread = ([low, high]: Spread): string =>
  `${formatFixed(low, 2)}\u2013${formatFixed(high, 2)}`;

/** Measured classes first, those with most devices before others. */
export function classRows(c: Calibration = calibration): ClassRow[] {
  return Object.entries(c.classes)
    .map(([id, row]) => {
      const [architecture = '', engine = ''] = id.split('/');
      return {
        name: className(architecture),
        engine: engineName(engine),
        eta: formatFixed(row.eta, 2),
        tau: formatSignificant(row.tau * 1e6, 3),
        kappa: formatFixed(row.kappa, 2),
        tg: wordSpread(row.tg),
        pp: wordSpread(row.pp),
        devices: row.devices,
      };
    })
    .sort((a, b) => b.devices - a.devices || a.name.localeCompare(b.name, 'en'));
}

export interface EngineRow {
  name: string;
  unpack: string;
  kv: string;
  moe: string;
  activation: string;
  attention: string;
  experts: string;
}

/** What all classes under an engine share. */
export function engineRows(c: Calibration = calibration): EngineRow[] {
  const digits = (value: number) => formatSignificant(value, 2);
  return Object.entries(c.engines).map(([id, row]) => ({
    name: engineName(id),
    unpack: `${digits(row.unpack.q4_0)} / ${digits(row.unpack.k)} / ${digits(row.unpack.f16)}`,
    kv: `${digits(row.kvFactor[0])} / ${digits(row.kvFactor[1])}`,
    moe: `${digits(row.moeOverhead)} / ${digits(row.sharedOverhead)}`,
    activation: digits(row.activation),
    attention: `${digits(row.attentionKappa[0])} / ${digits(row.attentionKappa[1])}`,
    experts: `${digits(row.promptMoe)}, half at ${digits(row.halfTokens)}`,
  }));
}

export interface Correction {
  what: string;
  value: string;
}

const factor = (value: number): string => `× ${formatFixed(value, 2)}`;
const below = (threshold: number, unit: string, exponent: number): string =>
  `× (W per ${unit} / ${formatFixed(threshold, 2)}) to the power of ${formatFixed(exponent, 2)}, where that is less than 1`;

/** What a trait of a device or a build changes whatever its class: fitted over all that have it. */
export function corrections(c: Calibration = calibration): Correction[] {
  const { wattsPerBandwidth: w, wattsPerRate: r } = c;
  return [
    { what: 'Bandwidth of a laptop’s GPU', value: factor(c.laptopEta) },
    { what: 'Peak rate of a laptop’s GPU', value: factor(c.laptopKappa) },
    { what: 'Bandwidth of two dies in one package (Apple Ultra)', value: factor(c.twoDieEta) },
    {
      what: 'Bandwidth of a server’s card whose GDDR memory carries its check bits',
      value: factor(c.inlineEccEta),
    },
    {
      what: 'Bandwidth of a card short of watts, unless its memory is HBM',
      value: below(w.threshold, 'GB/s', w.exponent),
    },
    {
      what: 'Peak rate of an NVIDIA card short of watts; for experts under CUDA half the exponent',
      value: below(r.threshold, 'TFLOPS', r.exponent),
    },
    {
      what: 'Unpacking on cards without products of four bytes (Kepler, Maxwell, P100)',
      value: factor(c.withoutDots),
    },
  ];
}

/** Classes that no measured run stands behind: assumptions, each with its reason. */
export const assumedClasses = (rows: readonly ClassRow[]): string[] =>
  rows
    .filter(({ devices }) => devices === 0)
    .map(({ name, engine }) => `${name} under ${engine}: no measured run`);

/** True once constants come from a fit to the runs of this guide. */
export const isFitted = (c: Calibration = calibration): boolean => /^\d{4}/.test(c.date);

export interface HandSet {
  what: string;
  why: string;
}

/** Constants that the runs at hand cannot tell, each with its reason. */
export function handSet(c: Calibration = calibration): HandSet[] {
  const milli = formatSignificant(c.hopSeconds * 1e3, 2);
  const gigabytes = formatSignificant(c.runtimeBytes / 1e9, 2);
  const loss = formatSignificant(100 * c.pipelineLoss, 2);
  return [
    {
      what: `${milli} ms for a hop between cards, and a loss of ${loss} % where they read a prompt together`,
      why: 'one published series of one to eight RTX 4090; the few runs with several cards here are of other engines',
    },
    {
      what: `${gigabytes} GB a card for the runtime`,
      why: 'the middle of what logs of CUDA and ROCm show; no run here logs it apart',
    },
    {
      what: 'Four micro-batches under way at most',
      why: 'a build option of llama.cpp; ik_llama.cpp keeps one, as 16 RTX 3090 here show',
    },
    {
      what: 'Links reach four fifths of their published rate, NVLink a third of both directions',
      why: 'copies of weights and all-reduces published for KTransformers and Vidur; runs here seldom name their link',
    },
    {
      what: 'Compute and memory of a prompt join by the third root of the sum of cubes, the memory at 0.85 of its bandwidth',
      why: 'the knee published GEMM profiles show; whole runs do not resolve it',
    },
    {
      what: 'Vectors up to eight users and tiles of 32 columns beyond under Metal',
      why: 'the kernels of llama.cpp; what they reach is fitted on one machine',
    },
    {
      what: 'A power limit costs speed of writing below 0.55 of the rated power, of reading below 0.75, by powers of 0.75 and 0.7',
      why: 'a published sweep of one RTX PRO 6000 from 600 to 200 W; the runs here with a limit are of several cards at once',
    },
    {
      what: 'Half of an A100’s matrix rate for products under llama.cpp’s CUDA kernels',
      why: 'they feed the matrix units at the pace of a multiprocessor; an A100 here reads a dense model as an RTX 3090 does',
    },
    {
      what: 'Vulkan’s cooperative matrices on NVIDIA cards: 1.75 times the rate without before any run, attention as under CUDA',
      why: 'the ratio of both engines’ shares of the peak; one RTX 5090 was run so',
    },
    {
      what: 'vLLM on cards and formats without runs',
      why: 'its runs here are of five machines; the rest follows published profiles of matrix products',
    },
  ];
}
