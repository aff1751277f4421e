// A catalogue of one of each thing, written into a folder of its own, for tests that spoil one file of it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { csvTables } from '../../src/schema/tables.ts';

const copy = (file: string): string => readFileSync(`content/data/${file}`, 'utf8');

/** Text of every file of the small catalogue; the long tables hold their header alone. */
export function smallCatalogue(): Record<string, string> {
  const tables = Object.keys(csvTables).map((name) => {
    const file = `${name}.csv`;
    return [file, `${copy(file).split('\n')[0] ?? ''}\n`];
  });
  return {
    ...Object.fromEntries(tables),
    'devices/rtx-5090.yaml': copy('devices/rtx-5090.yaml'),
    'devices/ryzen-9-9950x.yaml': copy('devices/ryzen-9-9950x.yaml'),
    'systems/guide-9950x-rtx-5090.yaml': copy('systems/guide-9950x-rtx-5090.yaml'),
    'models/qwen3-32b.yaml': copy('models/qwen3-32b.yaml'),
    'models/gpt-oss-20b.yaml': copy('models/gpt-oss-20b.yaml'),
    'systems-left-out.yaml': '[]\n',
    'quantizations.yaml': copy('quantizations.yaml'),
    'kv-types.yaml': copy('kv-types.yaml'),
    'runtimes.yaml': copy('runtimes.yaml'),
    'use-cases.yaml': copy('use-cases.yaml'),
    'workflow-classes.yaml': copy('workflow-classes.yaml'),
    'sources.yaml': copy('sources.yaml'),
  };
}

const folders: string[] = [];

/** Writes files into a new folder and returns it; `removeFolders` takes all of them away again. */
export function writeFolder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'catalogue-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}
