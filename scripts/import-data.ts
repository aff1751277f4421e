/**
 * Turns a folder of CSV tables into `content/data`:
 *
 *     node scripts/import-data.ts <folder of CSV files> [content/data]
 *
 * Things come out as one YAML file each, marked in their first line; a file whose mark was deleted
 * belongs to a person and is left alone, and so is every file the tables do not name. Corrections
 * to imported things are in `scripts/import/amendments/`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cpu } from './import/cpus.ts';
import { gpu } from './import/gpus.ts';
import { importLongTables } from './import/long.ts';
import { model } from './import/models.ts';
import { kvType, quantization } from './import/short.ts';
import { soc } from './import/socs.ts';
import { system } from './import/systems.ts';
import { type Row, readRows } from './import/text.ts';
import { amend, readAmendments, removeThings, writeList, writeThings } from './import/write.ts';

type Thing = Record<string, unknown> & { id: string };

function amended(things: Thing[], kind: string): Thing[] {
  const changes = readAmendments(kind);
  const ids = new Set(things.map(({ id }) => id));
  const lost = Object.keys(changes).filter((id) => !ids.has(id));
  if (lost.length > 0)
    throw new Error(`amendments/${kind}.yaml names ids that are not imported: ${lost.join(', ')}`);
  return things.map((thing) => amend(thing, changes[thing.id] ?? {}) as Thing);
}

function devices(from: string): Thing[] {
  const read = (name: string): Row[] => readRows(join(from, `${name}.csv`));
  const socs = read('socs');
  const cpus = read('cpus');
  const isSoc = new Set(socs.map(({ id }) => id));
  const cpuOf = new Map(cpus.map((row) => [row.id, row]));
  const things = [
    ...read('gpus').map(gpu),
    ...socs.map((row) => soc(row, cpuOf.get(row.id))),
    ...cpus.filter(({ id }) => !isSoc.has(id)).map(cpu),
  ];
  return amended(things, 'devices');
}

const idsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.yaml$/, '')) : [];

function report(kind: string, { written, kept }: { written: number; kept: string[] }): void {
  const tail = kept.length > 0 ? `, left alone: ${kept.join(', ')}` : '';
  console.log(`${kind}: ${written} written${tail}`);
}

function importAll(from: string, to: string): void {
  const deviceThings = devices(from);
  const sourcesOf = new Map(deviceThings.map((thing) => [thing.id, thing.sources as string[]]));
  const modelThings = amended(readRows(join(from, 'models.csv')).map(model), 'models');
  const allSystems = amended(
    readRows(join(from, 'systems.csv')).map((row) => system(row, (id) => sourcesOf.get(id) ?? [])),
    'systems',
  );
  const systemThings = allSystems.filter((thing) => thing.left_out === undefined);
  const leftOut = allSystems
    .filter((thing) => thing.left_out !== undefined)
    .map(({ id, name, left_out: reason }) => ({ id, name, reason }));
  report('devices', writeThings(join(to, 'devices'), deviceThings));
  report('models', writeThings(join(to, 'models'), modelThings));
  report('systems', writeThings(join(to, 'systems'), systemThings));
  removeThings(
    join(to, 'systems'),
    leftOut.map(({ id }) => id),
  );
  writeList(
    join(to, 'systems-left-out.yaml'),
    leftOut,
    'Machines that could not be listed, and why. Imported; reasons come from scripts/import/amendments.',
  );
  const quantizations = amended(
    readRows(join(from, 'quants.csv')).map(quantization),
    'quantizations',
  );
  writeList(
    join(to, 'quantizations.yaml'),
    quantizations,
    'Weights formats, as llama.cpp spells them. Imported; corrections go to scripts/import/amendments.',
  );
  writeList(
    join(to, 'kv-types.yaml'),
    readRows(join(from, 'kv_types.csv')).map(kvType),
    'Element types of the KV cache. Imported.',
  );
  const known = {
    devices: new Set(idsIn(join(to, 'devices'))),
    systems: new Set(idsIn(join(to, 'systems'))),
    models: new Set(idsIn(join(to, 'models'))),
  };
  for (const [name, rows] of Object.entries(importLongTables(from, to, known))) {
    console.log(`${name}.csv: ${rows} rows`);
  }
}

const [from, to = 'content/data'] = process.argv.slice(2);
if (!from || !existsSync(from)) {
  console.error('Usage: node scripts/import-data.ts <folder of CSV files> [content/data]');
  process.exitCode = 1;
} else importAll(from, to);
