/** Measured runs chosen by what they were run on, as a table's words. */
import type { Measurement } from '../catalogue/measurements.ts';
import { cellOr, type DataTable } from './data-table.ts';
import {
  formatCount,
  formatDate,
  formatGigabytes,
  formatRate,
  formatSeconds,
  formatSignificant,
  formatWatts,
  withUnit,
} from './format.ts';
import { guideMeasurements } from './guide-data.ts';

const flash = ({ flashAttention: on }: Measurement) =>
  on === undefined ? undefined : on ? 'on' : 'off';

/** What runs can be chosen by: `device=rtx-4090 test=batched users=1,8`. */
const KEYS: Readonly<Record<string, (row: Measurement) => string | number | undefined>> = {
  id: (row) => row.id,
  source: (row) => row.sourceId,
  device: (row) => row.deviceId,
  kind: (row) => row.deviceKind,
  model: (row) => row.modelId,
  quant: (row) => row.quantizationId ?? row.quantizationName,
  runtime: (row) => row.runtimeId,
  engine: (row) => row.engine.replaceAll(' ', '-'),
  version: (row) => row.engineVersion,
  test: (row) => row.test,
  processor: (row) => row.processor,
  split: (row) => row.split ?? 'none',
  gpus: (row) => row.gpuCount ?? 0,
  users: (row) => row.sequences,
  depth: (row) => row.depthTokens ?? 0,
  prompt: (row) => row.promptTokens ?? 0,
  gen: (row) => row.generatedTokens ?? 0,
  fa: (row) => flash(row) ?? 'unknown',
  limit: (row) => row.powerLimitWatts,
  switches: (row) => row.switches.join('+') || 'none',
  /** Last part of the address, where a source numbers its setups. */
  setup: (row) => row.url.split('/').at(-1),
  tp: (row) => row.tensorParallel,
};

const HAS: Readonly<Record<string, (row: Measurement) => number | undefined>> = {
  pp: (row) => row.ppTokensPerSecond,
  tg: (row) => row.tgTokensPerSecond,
  ttft: (row) => row.ttftSeconds,
  power: (row) => row.powerWatts,
};

/** Runs that fit `key=value` pairs separated by spaces; `has=tg` asks for a number that is there. */
export function chooseRuns(where: string): Measurement[] {
  const tests = where
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [key = '', list = ''] = pair.split('=');
      const wanted = new Set(list.split(','));
      if (key === 'has') {
        return (row: Measurement) => [...wanted].every((what) => HAS[what]?.(row) !== undefined);
      }
      const read = KEYS[key];
      if (!read)
        throw new Error(`runs are chosen by ${Object.keys(KEYS).join(', ')} or has, got ${pair}`);
      return (row: Measurement) => wanted.has(String(read(row) ?? ''));
    });
  const found = guideMeasurements().rows.filter((row) => tests.every((test) => test(row)));
  if (found.length === 0) throw new Error(`no measured run fits “${where}”`);
  return found;
}

interface Column {
  name: string;
  numeric: boolean;
  text: (row: Measurement) => string | undefined;
  value?: (row: Measurement) => number | undefined;
}

const many = ({ tgBasis, sequences = 1 }: Measurement) => tgBasis === 'total' && sequences > 1;

const each = (row: Measurement): number | undefined => {
  const { tgTokensPerSecond: tg, sequences = 1 } = row;
  return tg === undefined ? undefined : many(row) ? tg / sequences : tg;
};

/** Watts over tok/s of all sequences. */
const joules = ({ powerWatts, tgTokensPerSecond }: Measurement): number | undefined =>
  powerWatts === undefined || tgTokensPerSecond === undefined
    ? undefined
    : powerWatts / tgTokensPerSecond;

const number = (
  name: string,
  value: (row: Measurement) => number | undefined,
  word: (value: number) => string,
): Column => ({
  name,
  numeric: true,
  value,
  text: (row) => {
    const found = value(row);
    return found === undefined ? undefined : word(found);
  },
});

const words = (name: string, text: (row: Measurement) => string | undefined): Column => ({
  name,
  numeric: false,
  text,
});

const machine = ({ deviceName, gpuCount = 1, deviceKind }: Measurement): string =>
  gpuCount > 1 && deviceKind === 'multi-gpu' ? `${gpuCount} x ${deviceName}` : deviceName;

const SPLITS: Readonly<Record<string, string>> = {
  layer: 'by layers',
  tensor: 'tensor parallel',
  network: 'over the network',
  pipeline: 'pipeline',
};

export const RUN_COLUMNS = {
  machine: words('Machine', machine),
  host: words('Host', (row) => row.hostName),
  model: words('Model', (row) => row.modelName),
  quant: words('Format', (row) => row.quantizationName),
  engine: words('Software', (row) => [row.engine, row.engineVersion].filter(Boolean).join(' ')),
  split: words('Split', (row) => (row.split ? SPLITS[row.split] : 'none')),
  cpu: words('On the CPU', (row) => row.onCpu ?? 'nothing'),
  fa: words('Flash attention', flash),
  switches: words('Build and driver', ({ switches }) => switches.join(', ') || 'plain'),
  notes: words('Remark', (row) => row.notes),
  date: words('Date', (row) => row.date && formatDate(row.date)),
  gpus: number('GPUs', (row) => row.gpuCount, formatCount),
  users: number('Users at once', (row) => row.sequences, formatCount),
  prompt: number('Prompt, tokens', (row) => row.promptTokens, formatCount),
  depth: number('In context, tokens', (row) => row.depthTokens, formatCount),
  pp: number('PP', (row) => row.ppTokensPerSecond, formatRate),
  tg: number('TG', (row) => row.tgTokensPerSecond, formatRate),
  each: number('TG, each', each, formatRate),
  ttft: number('First token', (row) => row.ttftSeconds, formatSeconds),
  power: number('Power', (row) => row.powerWatts, formatWatts),
  joules: number('Energy a token', joules, (value) => withUnit(formatSignificant(value, 3), 'J')),
  file: number('File', (row) => row.fileBytes, formatGigabytes),
} as const satisfies Record<string, Column>;

export type RunColumn = keyof typeof RUN_COLUMNS;

export interface RunsView {
  table: DataTable;
  sources: { name: string; href: string }[];
}

function sorted(rows: Measurement[], by: string | undefined): Measurement[] {
  if (!by) return rows;
  const name = by.replace(/^-/, '') as RunColumn;
  const column: Column | undefined = RUN_COLUMNS[name];
  if (!column)
    throw new Error(`sort must be one of ${Object.keys(RUN_COLUMNS).join(', ')}, got ${by}`);
  const sign = by.startsWith('-') ? -1 : 1;
  const key = (row: Measurement) => column.value?.(row) ?? 0;
  return [...rows].sort((a, b) => sign * (key(a) - key(b)));
}

function sourceOf(id: string): { name: string; href: string } {
  const source = guideMeasurements().sources.get(id);
  if (!source) throw new Error(`measurements/sources.yaml has no source "${id}"`);
  return { name: source.title, href: source.url };
}

/** A row for each run, a column for each thing to show; what the source does not say is said so. */
export function runsTable(where: string, show: readonly RunColumn[], sort?: string): RunsView {
  const runs = sorted(chooseRuns(where), sort);
  const columns: Column[] = show.map((id) => RUN_COLUMNS[id]);
  const rows = runs.map((row) =>
    columns.map(({ text, value }) => cellOr(text(row), 'not said', value?.(row))),
  );
  const sources = [...new Set(runs.map(({ sourceId }) => sourceId))].map(sourceOf);
  return {
    table: { columns: columns.map(({ name, numeric }) => ({ name, numeric })), rows },
    sources,
  };
}
