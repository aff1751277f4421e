/** What a class or a runtime's row resembles where runs are few. */
import type { Calibration, RuntimeFactors } from '../../src/estimation/calibration-types.ts';
import { coreFamilyClass } from '../../src/estimation/classes.ts';
import type { Phase } from './observations.ts';

const vendors: [RegExp, string][] = [
  [/^m\d/, 'apple'],
  [/^(strix|amd|gcn|cdna|rdna)/, 'amd'],
  [/^(arc|intel)/, 'intel'],
];

const vendorOf = (architecture: string): string =>
  vendors.find(([pattern]) => pattern.test(architecture))?.[1] ?? 'nvidia';

/** Generations with a device or two, which write like the one beside them; reading hangs on units of their own. */
const lineage: Record<string, string> = {
  kepler: 'pascal',
  maxwell: 'pascal',
  p100: 'pascal',
  gtx16: 'turing',
};

/** The class a class of few devices writes like. */
export function kinOf(c: Calibration, id: string): string | undefined {
  const [architecture, engine] = id.split('/') as [string, string];
  const kin = `${lineage[architecture]}/${engine}`;
  return c.classes[kin] ? kin : undefined;
}

/** The class a class resembles: its kin's while writing, its vendor's under the engine where there is one, else any under the engine. */
export function parentOf(c: Calibration, id: string, phase: Phase = 'pp'): string | undefined {
  const [architecture, engine] = id.split('/') as [string, string];
  if (architecture === 'any') return undefined;
  const kin = phase === 'tg' ? kinOf(c, id) : undefined;
  if (kin) return kin;
  const family = `${coreFamilyClass(architecture)}/${engine}`;
  if (family !== id && c.classes[family]) return family;
  const vendor = `${vendorOf(architecture)}/${engine}`;
  return id !== vendor && c.classes[vendor] ? vendor : `any/${engine}`;
}

/** Architectures with runs enough under llamafile to differ from their engine. */
export const architectureEngines: Record<string, string> = {
  ada: 'cuda',
  ampere: 'cuda',
  blackwell: 'cuda',
  turing: 'cuda',
  gtx16: 'cuda',
  pascal: 'cuda',
  rdna2: 'rocm',
  rdna3: 'rocm',
  rdna4: 'rocm',
  m1: 'metal',
  m2: 'metal',
  m3: 'metal',
  m4: 'metal',
};

/** `llamafile/ampere` → the row of `llamafile/cuda`. */
export function runtimeParent(c: Calibration, id: string): RuntimeFactors | undefined {
  const [runtime, name] = id.split('/') as [string, string];
  if (c.engines[name]) return undefined;
  const engine = architectureEngines[name];
  return engine ? c.runtimes[`${runtime}/${engine}`] : undefined;
}
