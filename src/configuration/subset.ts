import { PLAIN_HOST_ID } from './machine.ts';
import { lookUp } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Configuration } from './types.ts';

/** Ids of a configuration that the rows at hand do not have. */
export function missingIds(configuration: Configuration, tables: Tables): (keyof Configuration)[] {
  const has = (rows: object, id: string | undefined) => id === undefined || Object.hasOwn(rows, id);
  const { hw, cpu, model, quant, kv, runtime } = configuration;
  const missing: (keyof Configuration)[] = [];
  if (!has(tables.systems, hw) && !has(tables.devices, hw)) missing.push('hw');
  if (!has(tables.devices, cpu)) missing.push('cpu');
  if (!has(tables.models, model)) missing.push('model');
  if (!has(tables.quantizations, quant)) missing.push('quant');
  if (!has(tables.kvTypes, kv)) missing.push('kv');
  if (!has(tables.runtimes, runtime)) missing.push('runtime');
  return missing;
}

/** The rows one configuration needs, and all short lists: what a page hands to its calculators. */
export function rowsFor({ hw, cpu, model }: Configuration, tables: Tables): Tables {
  const system = lookUp(tables.systems, hw);
  const devices = [system?.hostId, system?.gpuId, system ? undefined : hw, cpu, PLAIN_HOST_ID];
  return {
    ...tables,
    devices: pick(tables.devices, devices),
    systems: pick(tables.systems, [hw]),
    models: pick(tables.models, [model]),
    useCases: [],
  };
}

function pick<Row>(rows: Record<string, Row>, ids: (string | undefined)[]): Record<string, Row> {
  const found = ids.flatMap((id): [string, Row][] => {
    const row = id === undefined ? undefined : lookUp(rows, id);
    return row === undefined ? [] : [[id as string, row]];
  });
  return Object.fromEntries(found);
}
