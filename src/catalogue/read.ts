/** Reads files of content/data and checks each by its schema; the only place that touches the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { parsePlain } from './plain-yaml.ts';
import { type DataProblem, fromZod } from './problems.ts';

export interface Reader {
  root: string;
  problems: DataProblem[];
  /** Ids of things whose own file does not hold: other files may still name them. */
  refused: Set<string>;
}

function readText(reader: Reader, file: string): string | undefined {
  const path = join(reader.root, file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  reader.problems.push({ file, field: '(whole file)', reason: 'is missing' });
  return undefined;
}

function readYaml(reader: Reader, file: string): unknown {
  const text = readText(reader, file);
  if (text === undefined) return undefined;
  try {
    return parsePlain(text) ?? parseYaml(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    reader.problems.push({ file, field: '(whole file)', reason });
    return undefined;
  }
}

/** A folder of one YAML file a thing; the file's name is the thing's id. */
export function readFolder<T extends z.ZodType<{ id: string }>>(
  reader: Reader,
  folder: string,
  schema: T,
): Map<string, z.output<T>> {
  const things = new Map<string, z.output<T>>();
  const path = join(reader.root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
  if (names.length === 0) {
    reader.problems.push({ file: folder, field: '(whole folder)', reason: 'holds no YAML file' });
  }
  for (const name of names.sort()) {
    const file = `${folder}/${name}`;
    const raw = readYaml(reader, file);
    if (raw === undefined) continue;
    const result = schema.safeParse(raw);
    if (!result.success) {
      reader.problems.push(...fromZod(file, '', result.error));
      reader.refused.add(name.replace(/\.yaml$/, ''));
      continue;
    }
    const { id } = result.data;
    if (`${id}.yaml` !== name) {
      reader.problems.push({ file, field: 'id', reason: `"${id}" is not the file's name` });
    }
    things.set(id, result.data);
  }
  return things;
}

/** One YAML file with a list of things. */
export function readList<T extends z.ZodType<{ id: string }>>(
  reader: Reader,
  file: string,
  schema: T,
): Map<string, z.output<T>> {
  const things = new Map<string, z.output<T>>();
  const raw = readYaml(reader, file);
  if (raw === undefined) return things;
  if (!Array.isArray(raw)) {
    reader.problems.push({ file, field: '(whole file)', reason: 'is not a list' });
    return things;
  }
  raw.forEach((item: unknown, index) => {
    const name =
      typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : `${index + 1}`;
    const result = schema.safeParse(item);
    if (!result.success) {
      reader.problems.push(...fromZod(file, name, result.error));
      reader.refused.add(name);
    } else if (things.has(result.data.id))
      reader.problems.push({ file, field: name, reason: 'is there twice' });
    else things.set(result.data.id, result.data);
  });
  return things;
}

/** A CSV table; blank cells are left out of the row. Problems name the line. */
export function readTable<T extends z.ZodType>(
  reader: Reader,
  file: string,
  schema: T,
): z.output<T>[] {
  const text = readText(reader, file);
  if (text === undefined) return [];
  const rows: z.output<T>[] = [];
  const records = parseCsv(text, {
    columns: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  for (const { record, info } of records) {
    const filled = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''));
    const result = schema.safeParse(filled);
    if (result.success) rows.push(result.data);
    else reader.problems.push(...fromZod(`${file}:${info.lines}`, '', result.error));
  }
  return rows;
}
