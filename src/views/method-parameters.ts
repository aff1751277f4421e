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
    moe: digits(row.moeOverhead),
    activation: digits(row.activation),
    attention: `${digits(row.attentionKappa[0])} / ${digits(row.attentionKappa[1])}`,
    experts: `${digits(row.promptMoe)}, half at ${digits(row.halfTokens)}`,
  }));
}

/** Classes that no measured run stands behind: assumptions, each with its reason. */
export const assumedClasses = (rows: readonly ClassRow[]): string[] =>
  rows
    .filter(({ devices }) => devices === 0)
    .map(({ name, engine }) => `${name} under ${engine}: no measured run`);

/** True once constants come from a fit to the runs of this guide. */
export const isFitted = (c: Calibration = calibration): boolean => /^\d{4}/.test(c.date);
