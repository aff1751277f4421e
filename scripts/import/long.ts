/** The long tables, copied with ids joined and wording cleaned. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clean, type Row, readRows } from './text.ts';
import { writeCsv } from './write.ts';

export interface Known {
  devices: Set<string>;
  systems: Set<string>;
  models: Set<string>;
}

const tidy = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, clean(cell)]));

const withSource = (row: Row): Row => {
  const source = row.source_url ?? '';
  const isNamed = /[a-z]{3}/i.test(source) && source !== 'a public text';
  return { ...row, source_url: isNamed ? source : 'public text, address not recorded' };
};

/** A board that is both is priced as the system one buys. */
function itemKind(id: string, known: Known): string {
  if (known.systems.has(id)) return 'system';
  return known.devices.has(id) ? 'device' : 'part';
}

/** Names of file lists that are a model of the catalogue under another word. */
const SAME_MODEL: Record<string, string> = {
  'deepseek-r1-671b': 'deepseek-r1',
  'mistral-7b-instruct-v0.3': 'mistral-7b-v0.3',
  'mistral-7b-instruct-v0.1': 'mistral-7b-v0.1',
  'mixtral-8x7b-instruct-v0.1': 'mixtral-8x7b',
  'mixtral-8x22b-v0.1': 'mixtral-8x22b',
  'mistral-nemo-instruct-2407': 'mistral-nemo-12b',
  'phi-3-mini-instruct': 'phi-3-mini-4k',
};

/** Name of a model as file lists spell it, to the catalogue's id, where the words agree. */
function modelIdOf(name: string, known: Known): string {
  const spelled = name
    .toLowerCase()
    .replace(/^(meta|openai)[-_ ]/, '')
    .replace(/[ _]/g, '-');
  const same = SAME_MODEL[spelled];
  if (same && known.models.has(same)) return same;
  const slug = spelled
    .replace(/-(it|instruct|chat)(-.*)?$/, '')
    .replace(/-(14b|3\.8b)$/, (size) => (/^phi/i.test(name) ? '' : size));
  return known.models.has(slug) ? slug : '';
}

interface Copy {
  from: string;
  to: string;
  columns: string[];
  rows: (rows: Row[], known: Known) => Row[];
}

const ofKind =
  (kinds: string[], region: string) =>
  (rows: Row[]): Row[] =>
    rows
      .filter((row) => kinds.includes(row.kind ?? ''))
      .map((row) => ({ ...row, [region]: row.region_or_provider ?? '' }));

const DATED = ['value', 'unit', 'segment', 'date', 'notes', 'source_url'];

const copies: Copy[] = [
  {
    from: 'prices',
    to: 'prices',
    columns: [
      'item_id',
      'item_kind',
      'item',
      'price',
      'currency',
      'unit',
      'kind',
      'date',
      'notes',
      'source_url',
    ],
    rows: (rows, known) =>
      rows.map((row) => ({ ...row, item_kind: itemKind(row.item_id ?? '', known) })),
  },
  {
    from: 'prices_energy',
    to: 'electricity-prices',
    columns: ['region', ...DATED],
    rows: ofKind(['electricity'], 'region'),
  },
  {
    from: 'prices_energy',
    to: 'grid-carbon',
    columns: ['region', ...DATED],
    rows: ofKind(['grid_carbon'], 'region'),
  },
  {
    from: 'prices_energy',
    to: 'cloud-prices',
    columns: ['item', 'provider', ...DATED],
    rows: ofKind(['cloud_gpu'], 'provider'),
  },
  {
    from: 'prices_energy',
    to: 'token-prices',
    columns: ['item', 'provider', ...DATED],
    rows: ofKind(['api_tokens'], 'provider'),
  },
  {
    from: 'prices_energy',
    to: 'gpu-purchases',
    columns: ['kind', 'item', 'seller', 'value', 'unit', 'date', 'notes', 'source_url'],
    rows: ofKind(['gpu_purchase', 'street_price'], 'seller'),
  },
  {
    from: 'power_measured',
    to: 'power',
    columns: ['device', 'system', 'idle_w', 'load_w', 'measure', 'context', 'date', 'source_url'],
    rows: (rows) => rows,
  },
  {
    from: 'power_noise',
    to: 'power-noise',
    columns: [
      'system_id',
      'system',
      'idle_w',
      'load_w_llm',
      'load_w_max',
      'noise_dba',
      'noise_condition',
      'method',
      'date',
      'notes',
      'source_url',
    ],
    rows: (rows, known) =>
      rows.map((row) => ({
        ...row,
        system_id: known.systems.has(row.system_id ?? '') ? (row.system_id ?? '') : '',
      })),
  },
  {
    from: 'model_quality',
    to: 'model-quality',
    columns: [
      'model_id',
      'benchmark',
      'score',
      'unit',
      'setting',
      'model_variant',
      'published_by',
      'date',
      'source_url',
    ],
    rows: (rows) => rows,
  },
  {
    from: 'quant_quality',
    to: 'quant-quality',
    columns: [
      'model',
      'model_id',
      'format',
      'benchmark',
      'score',
      'baseline_score',
      'recovery_pct',
      'setting',
      'published_by',
      'date',
      'notes',
      'source_url',
    ],
    rows: (rows, known) =>
      rows.map((row) => ({
        ...row,
        model_id: known.models.has(row.model ?? '') ? (row.model ?? '') : '',
      })),
  },
  {
    from: 'image_audio',
    to: 'image-audio',
    columns: [
      'device',
      'device_id',
      'task',
      'model',
      'value',
      'unit',
      'settings',
      'engine',
      'date',
      'notes',
      'source_url',
    ],
    rows: (rows) => rows,
  },
  {
    from: 'gguf_sizes',
    to: 'gguf-sizes',
    columns: [
      'repo',
      'file',
      'model',
      'model_id',
      'quant',
      'bytes',
      'size_stated',
      'unit',
      'notes',
      'source_url',
    ],
    rows: (rows, known) =>
      rows.map((row) => ({ ...row, model_id: modelIdOf(row.model ?? '', known) })),
  },
  {
    from: 'memory_measured',
    to: 'memory-measured',
    columns: [
      'model',
      'quant',
      'n_ctx',
      'kv_type',
      'backend',
      'weights_mib',
      'kv_mib',
      'compute_mib',
      'total_mib',
      'notes',
      'source_url',
    ],
    rows: (rows) => rows,
  },
];

/** Copies every long table found in the source folder; returns rows written by table. */
export function importLongTables(from: string, to: string, known: Known): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const copy of copies) {
    const path = join(from, `${copy.from}.csv`);
    if (!existsSync(path)) continue;
    const rows = copy.rows(readRows(path), known).map(tidy).map(withSource);
    writeCsv(join(to, `${copy.to}.csv`), rows, copy.columns);
    counts[copy.to] = rows.length;
  }
  return counts;
}
