/** Writes imported things as YAML, one file each, and leaves alone what a person has taken over. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

export const MARK =
  '# Imported. Delete this line to edit by hand: the import then leaves the file alone.\n';

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with one meaning, replaced as a whole: a quantity with its note, or a reason. */
const isFact = (value: Plain): boolean => 'value' in value || 'unknown' in value;

const merges = (old: unknown, value: unknown): boolean =>
  isPlain(old) && isPlain(value) && !isFact(old) && !isFact(value);

/**
 * Lays `change` over `base`: objects are merged, `notes` and `sources` appended, the rest replaced.
 * `without_notes` lists remarks that no longer hold.
 */
export function amend(base: Plain, { without_notes: dropped, ...change }: Plain): Plain {
  const result: Plain = { ...base };
  if (Array.isArray(dropped) && Array.isArray(base.notes)) {
    const lost = dropped.filter((note) => !(base.notes as unknown[]).includes(note));
    if (lost.length > 0)
      throw new Error(`${String(base.id)}: no such note to drop: ${lost.join('; ')}`);
    result.notes = base.notes.filter((note) => !dropped.includes(note));
  }
  for (const [key, value] of Object.entries(change)) {
    const old = result[key];
    const listed = (key === 'notes' || key === 'sources') && Array.isArray(value);
    if (listed) result[key] = [...new Set([...(Array.isArray(old) ? old : []), ...value])];
    else if (merges(old, value)) result[key] = amend(old as Plain, value as Plain);
    else result[key] = value;
  }
  return result;
}

/** Hand-made corrections to imported things, by id. */
export function readAmendments(kind: string): Record<string, Plain> {
  const url = new URL(`./amendments/${kind}.yaml`, import.meta.url);
  return existsSync(url) ? ((parse(readFileSync(url, 'utf8')) ?? {}) as Record<string, Plain>) : {};
}

/** Keys in the order people read them: what was added late goes to its place, remarks to the end. */
const order = (record: Plain): Plain => {
  const { notes, sources, text_parameters: text, ...others } = record;
  const rest = text
    ? Object.fromEntries(
        Object.entries(others).flatMap(([key, value]) =>
          key === 'parameters'
            ? [
                [key, value],
                ['text_parameters', text],
              ]
            : [[key, value]],
        ),
      )
    : others;
  const hasNotes = Array.isArray(notes) && notes.length > 0;
  return { ...rest, ...(hasNotes ? { notes } : {}), ...(sources ? { sources } : {}) };
};

const toYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, flowCollectionPadding: true });

export interface Written {
  written: number;
  kept: string[];
}

export function writeThings(folder: string, things: (Plain & { id: string })[]): Written {
  mkdirSync(folder, { recursive: true });
  const kept: string[] = [];
  for (const thing of things) {
    const path = join(folder, `${thing.id}.yaml`);
    if (existsSync(path) && !readFileSync(path, 'utf8').startsWith(MARK)) kept.push(thing.id);
    else writeFileSync(path, MARK + toYaml(order(thing)));
  }
  return { written: things.length - kept.length, kept };
}

/** Removes an earlier import of things that are now left out. */
export function removeThings(folder: string, ids: string[]): void {
  for (const id of ids) {
    const path = join(folder, `${id}.yaml`);
    if (existsSync(path) && readFileSync(path, 'utf8').startsWith(MARK)) rmSync(path);
  }
}

export function writeList(path: string, things: Plain[], heading: string): void {
  writeFileSync(path, `# ${heading}\n${toYaml(things.map(order))}`);
}

const quote = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export function writeCsv(path: string, rows: Record<string, string>[], columns: string[]): void {
  const lines = rows.map((row) => columns.map((column) => quote(row[column] ?? '')).join(','));
  writeFileSync(path, `${[columns.join(','), ...lines].join('\n')}\n`);
}
