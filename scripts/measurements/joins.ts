/** Meets names in the runs with catalogue ids; what has none gets the reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { cpuIdOf } from './names.ts';

const Detailed = z.strictObject({
  id: z.string().optional(),
  host: z.string().optional(),
  sockets: z.int().optional(),
  gap: z.string().optional(),
});
export type JoinEntry = z.infer<typeof Detailed>;
const Entry = z.union([z.string().transform((id): JoinEntry => ({ id })), Detailed]);

/** What a source states of its runs and the collected rows lack; `said` tells where. */
const Stated = z.strictObject({
  source: z.string(),
  /** Where it holds for one machine of several. */
  device: z.string().optional(),
  micro_batch_tokens: z.int().positive().transform(String),
  said: z.string(),
});

const JoinsSchema = z.strictObject({
  devices: z.record(z.string(), Entry),
  hosts: z.record(z.string(), z.string()),
  models: z.record(z.string(), Entry),
  runtimes: z.record(z.string(), z.string()),
  runtimeGaps: z.record(z.string(), z.string()),
  quantizationGaps: z.record(z.string(), z.string()),
  stated: z.array(Stated),
});
export type Joins = z.infer<typeof JoinsSchema>;

export interface Ids {
  devices: ReadonlySet<string>;
  models: ReadonlySet<string>;
  quantizations: ReadonlySet<string>;
  runtimes: ReadonlySet<string>;
}

const fileIds = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length)),
  );

const IdList = z.array(z.looseObject({ id: z.string() }));
const listIds = (file: string): Set<string> =>
  new Set(IdList.parse(parse(readFileSync(file, 'utf8'))).map((row) => row.id));

/** Ids the catalogue in `dataFolder` has. */
export const readIds = (dataFolder: string): Ids => ({
  devices: fileIds(join(dataFolder, 'devices')),
  models: fileIds(join(dataFolder, 'models')),
  quantizations: listIds(join(dataFolder, 'quantizations.yaml')),
  runtimes: listIds(join(dataFolder, 'runtimes.yaml')),
});

export const readJoins = (file: string): Joins =>
  JoinsSchema.parse(parse(readFileSync(file, 'utf8')));

/** An id that exists, or the reason there is none. */
export type Joined = { id: string } | { gap: string };

const orGap = (id: string, known: ReadonlySet<string>, gap: string): Joined =>
  id !== '' && known.has(id) ? { id } : { gap };

/** Device of a run: the table first, then the collector's join, then the name as a CPU id. */
export function joinDevice(name: string, collected: string, joins: Joins, ids: Ids): Joined {
  const entry = joins.devices[name];
  if (entry?.gap !== undefined) return { gap: entry.gap };
  const gap = 'no sourced specifications in the catalogue';
  if (entry?.id !== undefined) return orGap(entry.id, ids.devices, gap);
  if (collected !== '') return orGap(collected, ids.devices, gap);
  return orGap(cpuIdOf(name), ids.devices, gap);
}

export function joinHost(name: string, joins: Joins, ids: Ids): string | undefined {
  const id = joins.hosts[name] ?? cpuIdOf(name);
  return ids.devices.has(id) ? id : undefined;
}

export function joinModel(name: string, collected: string, joins: Joins, ids: Ids): Joined {
  const entry = joins.models[name];
  if (entry?.gap !== undefined) return { gap: entry.gap };
  return orGap(entry?.id ?? collected, ids.models, 'no sourced geometry in the catalogue');
}

export function joinRuntime(engine: string, collected: string, joins: Joins, ids: Ids): Joined {
  const id = joins.runtimes[collected] ?? collected;
  return orGap(id, ids.runtimes, joins.runtimeGaps[engine] ?? 'engine outside the catalogue');
}

export function joinQuantization(name: string, collected: string, joins: Joins, ids: Ids): Joined {
  const gap = joins.quantizationGaps[name] ?? 'format outside the catalogue';
  return orGap(collected, ids.quantizations, gap);
}
