import type { Assumption } from '../estimation/types.ts';
import { PLAIN_HOST_ID } from './machine.ts';
import { lookUp } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Configuration } from './types.ts';

const OVERRIDES: readonly [key: keyof Configuration, what: string, unit: string][] = [
  ['count', 'Number of GPUs', ''],
  ['cpu', 'Host CPU', ''],
  ['ram', 'RAM', ' GB'],
  ['bw', 'Memory bandwidth', ' GB/s'],
  ['vram', 'Memory of one GPU', ' GB'],
  ['power', 'Power limit of one graphics card', ' W'],
  ['runtime', 'Runtime', ''],
  ['maxinput', 'Interactive: longest wait for the first token', ' s'],
  ['mintg', 'Interactive: least speed', ' tok/s'],
  ['maxbackground', 'Background: longest time', ' s'],
  ['maxoffline', 'Off-line: longest time', ' s'],
];

/** What the link sets over the catalogue, and what was put in around a bare device: for the reader. */
export function assumptionsOf(configuration: Configuration, tables: Tables): Assumption[] {
  const overrides = OVERRIDES.flatMap(([key, what, unit]): Assumption[] => {
    const value = configuration[key];
    if (value === undefined) return [];
    const text = `${what} as the link sets it: ${value}${unit}.`;
    return [{ id: `override-${key}`, text, basis: 'override' }];
  });
  return [...overrides, ...minimalSystem(configuration, tables)];
}

function minimalSystem({ hw, cpu, ram }: Configuration, tables: Tables): Assumption[] {
  if (lookUp(tables.systems, hw)) return [];
  const device = lookUp(tables.devices, hw);
  if (!device) return [];
  const host = lookUp(tables.devices, PLAIN_HOST_ID)?.name ?? PLAIN_HOST_ID;
  const around = {
    gpu: cpu
      ? undefined
      : `${device.name} stands in a plain desktop with a ${host} and 64 GB of RAM.`,
    soc: ram ? undefined : `${device.name} has the most memory it is sold with.`,
    cpu: ram ? undefined : `${device.name} has 32 GB of RAM in each of its memory channels.`,
  }[device.kind];
  return around ? [{ id: 'minimal-system', text: around, basis: 'default' }] : [];
}
