/**
 * Writes content/data/measurements/*.csv from a folder of collected runs.
 *
 *   node scripts/import-measurements.ts <folder with the collected CSV files>
 *
 * Figures are copied as they stand; only names, units of columns and the join to the catalogue are
 * ours. Run it again after adding a device or a model: rows that had a gap may then find their id.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { measurementColumns } from '../src/schema/measurement.ts';
import {
  type Ids,
  type Joined,
  type Joins,
  joinDevice,
  joinHost,
  joinModel,
  joinQuantization,
  joinRuntime,
  readIds,
  readJoins,
} from './measurements/joins.ts';
import { memoryOf } from './measurements/names.ts';
import { type Cells, readNotes } from './measurements/notes.ts';

type Collected = Readonly<Record<string, string>>;

const cell = (row: Collected, name: string): string => {
  const value = row[name];
  if (value === undefined) throw new Error(`collected file has no column ${name}`);
  return value.trim();
};

/** Trailing zeros say nothing here; `103.0` and `103` are one figure. */
const plain = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

function processorOf(kind: string, engine: string): string {
  if (/RKLLM|Hexagon/.test(engine)) return 'npu';
  if (kind === 'hybrid' || /CUDA\+CPU/.test(engine)) return 'hybrid';
  if (/CPU/.test(engine)) return 'cpu';
  if (kind === 'cpu') return 'cpu';
  return kind === 'sbc' && !/OpenCL/.test(engine) ? 'cpu' : 'gpu';
}

function testOf(row: Collected): string {
  const notes = cell(row, 'notes');
  const engine = cell(row, 'backend');
  if (cell(row, 'source_id') === 'localscore') return 'localscore';
  if (/sweep-bench/.test(notes)) return 'sweep';
  if (/batched-bench/.test(notes)) return 'batched';
  if (/over (all|concurrent) streams|open-loop|aggregate/.test(notes)) return 'serving';
  if (cell(row, 'batch') !== '1') return 'serving';
  const alone = cell(row, 'n_gen') === '0' || cell(row, 'n_prompt') === '0';
  return alone && engine.includes('llama') ? 'bench' : 'request';
}

/** What the TG figure counts: decoding alone, the whole wall time of a request, or all sequences. */
function tgBasisOf(row: Collected, test: string): string {
  if (cell(row, 'tg_tps') === '') return '';
  if (test === 'serving' || Number(cell(row, 'batch')) > 1) return 'total';
  return /wall rate/.test(cell(row, 'notes')) ? 'wall' : 'decode';
}

const joined = (name: string, found: Joined): Cells =>
  'id' in found ? { [`${name}_id`]: found.id } : { [`${name}_gap`]: found.gap };

function hardware(row: Collected, joins: Joins, ids: Ids): Cells {
  const name = cell(row, 'device');
  const entry = joins.devices[name];
  const memory = memoryOf(name);
  const sockets = memory.sockets ?? entry?.sockets?.toString();
  return {
    device_name: name,
    device_kind: cell(row, 'device_kind'),
    ...joined('device', joinDevice(name, cell(row, 'device_id'), joins, ids)),
    gpu_count: cell(row, 'gpu_count'),
    ...(entry?.host !== undefined && ids.devices.has(entry.host) ? { host_id: entry.host } : {}),
    ...(sockets === undefined ? {} : { sockets }),
    ...(memory.channels === undefined ? {} : { memory_channels: memory.channels }),
    ...(memory.mts === undefined ? {} : { memory_mts: memory.mts }),
    processor: processorOf(cell(row, 'device_kind'), cell(row, 'backend')),
  };
}

function software(row: Collected, joins: Joins, ids: Ids): Cells {
  const engine = cell(row, 'backend');
  const model = cell(row, 'model');
  const quantization = cell(row, 'quant');
  return {
    engine,
    engine_version: cell(row, 'backend_version'),
    ...joined('runtime', joinRuntime(engine, cell(row, 'runtime_id'), joins, ids)),
    model_name: model,
    ...joined('model', joinModel(model, cell(row, 'model_id'), joins, ids)),
    parameters_billion: plain(cell(row, 'params_b')),
    active_parameters_billion: plain(cell(row, 'active_params_b')),
    quantization_name: quantization,
    ...joined('quantization', joinQuantization(quantization, cell(row, 'quant_id'), joins, ids)),
    file_gib: plain(cell(row, 'model_size_gib')),
  };
}

const ON_OFF: Readonly<Record<string, string>> = { '': '', '0': 'off', '1': 'on' };

function run(row: Collected): Cells {
  const test = testOf(row);
  return {
    test,
    prompt_tokens: cell(row, 'n_prompt'),
    generated_tokens: cell(row, 'n_gen'),
    depth_tokens: cell(row, 'depth'),
    sequences: cell(row, 'batch'),
    gpu_layers: cell(row, 'n_gpu_layers'),
    threads: cell(row, 'threads'),
    flash_attention: ON_OFF[cell(row, 'flash_attn')] ?? cell(row, 'flash_attn'),
    pp_tokens_per_second: plain(cell(row, 'pp_tps')),
    tg_tokens_per_second: plain(cell(row, 'tg_tps')),
    tg_basis: tgBasisOf(row, test),
    ttft_ms: plain(cell(row, 'ttft_ms')),
    power_watts: plain(cell(row, 'power_w')),
    skip: cell(row, 'skip'),
  };
}

/** How several accelerators share the model, where engine or notes say so. */
function splitOf(row: Collected, cells: Cells): Cells {
  if (/RPC/.test(cell(row, 'backend'))) return { split: 'network' };
  if (cells.split !== undefined || cell(row, 'backend') !== 'vLLM') return {};
  if (Number(cells.tensor_parallel) > 1) return { split: 'tensor' };
  if (Number(cells.pipeline_parallel) > 1) return { split: 'pipeline' };
  const assumed = /tensor parallel assumed/.test(cell(row, 'notes'));
  return assumed && Number(cell(row, 'gpu_count')) > 1 ? { split: 'tensor' } : {};
}

function convert(row: Collected, joins: Joins, ids: Ids): Cells {
  const { cells: told, rest } = readNotes(cell(row, 'notes'));
  const base: Cells = {
    source_id: cell(row, 'source_id').replace('ik_llama-github', 'ik-llama-github'),
    source_url: cell(row, 'source_url'),
    date: cell(row, 'date'),
    ...hardware(row, joins, ids),
    ...software(row, joins, ids),
    ...run(row),
    notes: rest,
  };
  const host = told.host_name;
  const hostId = host === undefined ? undefined : joinHost(host, joins, ids);
  const power = base.power_watts === '' ? { power_scope: '' } : {};
  const ime = /IME/.test(cell(row, 'backend')) ? { switches: 'ime' } : {};
  const moltenvk = /MoltenVK/.test(cell(row, 'backend')) ? { switches: 'moltenvk' } : {};
  const hostCell = hostId === undefined ? {} : { host_id: hostId };
  const stated = joins.stated.find(
    ({ source, device }) =>
      source === base.source_id && (device === undefined || device === base.device_name),
  );
  const lacks = stated && told.micro_batch_tokens === undefined;
  return {
    ...base,
    ...told,
    ...hostCell,
    ...splitOf(row, told),
    ...power,
    ...ime,
    ...moltenvk,
    ...(lacks && {
      micro_batch_tokens: stated.micro_batch_tokens,
      notes: [rest, stated.said].filter(Boolean).join('; '),
    }),
  };
}

const quoted = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const csvOf = (rows: readonly Cells[]): string =>
  [
    measurementColumns.join(','),
    ...rows.map((row) => measurementColumns.map((column) => quoted(row[column] ?? '')).join(',')),
    '',
  ].join('\n');

function main(folder: string): void {
  const data = join(import.meta.dirname, '..', 'content', 'data');
  const joins = readJoins(join(import.meta.dirname, 'measurements', 'joins.yaml'));
  const ids = readIds(data);
  mkdirSync(join(data, 'measurements'), { recursive: true });
  let total = 0;
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  for (const file of files) {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, file), 'utf8'), {
      columns: true,
    });
    const written = rows.map((row) => convert(row, joins, ids));
    writeFileSync(join(data, 'measurements', file), csvOf(written));
    total += written.length;
  }
  console.log(`${total} rows in ${files.length} files`);
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node scripts/import-measurements.ts <folder with the collected CSV files>');
  process.exitCode = 1;
} else main(folder);
