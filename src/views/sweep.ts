/** Estimates of one configuration while a single setting varies, as a table's words and a chart's points. */
import { loadCatalogue } from '../catalogue/index.ts';
import {
  type Estimate,
  type EstimationInput,
  isUnknown,
  type Quantity,
} from '../estimation/types.ts';
import { priceCell } from './chapter-tables.ts';
import type { DataCell, DataTable } from './data-table.ts';
import {
  formatCount,
  formatGigabytes,
  formatTokens,
  type QuantityKind,
  wordQuantity,
} from './format.ts';
import { estimateOf, type GuideEstimate, guideTables } from './guide-data.ts';

interface Column {
  name: string;
  /** The name in full, for chapters before the one that tells what the short one means. */
  spelled?: string;
  numeric: boolean;
  cell: (estimate: Estimate, input: EstimationInput, point: GuideEstimate) => DataCell;
}

const sortOf = (quantity: Quantity): number => (isUnknown(quantity) ? 0 : quantity.central);

const worded = (quantity: Quantity, kind: QuantityKind): DataCell => {
  const words = wordQuantity(quantity, kind);
  return words.known
    ? { text: words.value, small: words.range, sort: sortOf(quantity) }
    : { text: words.reason.length > 60 ? 'does not run' : words.reason, known: false };
};

const plain = (text: string, sort?: number): DataCell => ({
  text,
  ...(sort !== undefined && { sort }),
});

/** `9.9 of 16 GB`, or the total alone where the capacity is not known. */
function memoryUse({ memory: { totalBytes, capacityBytes } }: Estimate): string {
  if (capacityBytes === undefined) return formatGigabytes(totalBytes);
  return `${formatGigabytes(totalBytes)} of ${formatGigabytes(capacityBytes)}`;
}

function fit({ memory }: Estimate): string {
  if (memory.fits) return 'yes';
  const { gpuLayers, cpuLayers } = memory.placement;
  if (gpuLayers === 0 || cpuLayers === 0) return 'no';
  return `${gpuLayers} of ${gpuLayers + cpuLayers} layers on the GPU`;
}

/** Whole thousands: a context that fits is not known to the token. */
export const roundedTokens = (tokens: number): string =>
  tokens < 1000 ? formatTokens(Math.floor(tokens)) : formatTokens(Math.floor(tokens / 1000) * 1000);

function longestContext({ memory }: Estimate, { model }: EstimationInput): DataCell {
  const tokens = memory.placement.longestContextTokens;
  if (tokens === undefined) return { text: 'memory not known', known: false };
  if (tokens < 1) return plain('none', 0);
  const most = model.maximumContextTokens;
  if (most !== undefined && tokens >= most)
    return plain(`all ${formatCount(most)} of the model`, tokens);
  return plain(roundedTokens(tokens), tokens);
}

export const SWEEP_COLUMNS = {
  pp: {
    name: 'PP',
    spelled: 'Prompt processing',
    numeric: true,
    cell: (e) => worded(e.pp, 'rate'),
  },
  ttft: { name: 'First token', numeric: true, cell: (e) => worded(e.ttft, 'seconds') },
  tg: {
    name: 'TG',
    spelled: 'Token generation',
    numeric: true,
    cell: (e) => worded(e.tg, 'rate'),
  },
  throughput: { name: 'TG, together', numeric: true, cell: (e) => worded(e.throughput, 'rate') },
  total: { name: 'In all', numeric: true, cell: (e) => worded(e.total, 'duration') },
  weights: {
    name: 'Weights',
    numeric: true,
    cell: (e) => plain(formatGigabytes(e.memory.weightBytes), e.memory.weightBytes),
  },
  kv: {
    name: 'KV cache',
    numeric: true,
    cell: (e) => plain(formatGigabytes(e.memory.kvBytes), e.memory.kvBytes),
  },
  memory: { name: 'Memory', numeric: true, cell: (e) => plain(memoryUse(e), e.memory.totalBytes) },
  fit: { name: 'Fits', numeric: false, cell: (e) => plain(fit(e)) },
  context: { name: 'Longest context', numeric: true, cell: longestContext },
  price: {
    name: 'Price',
    numeric: true,
    cell: (_estimate, _input, { configuration: { hw } }) => {
      const system = loadCatalogue().systems.get(hw);
      if (!system) throw new Error(`only whole machines have a price here, ${hw} is not one`);
      return priceCell(system);
    },
  },
  class: {
    name: 'Class',
    numeric: false,
    cell: ({ workflowClass }) =>
      typeof workflowClass === 'string'
        ? plain(workflowClass)
        : { text: workflowClass.unknown, known: false },
  },
} as const satisfies Record<string, Column>;

export type SweepColumn = keyof typeof SWEEP_COLUMNS;

const UNITS: Readonly<Record<string, string>> = {
  users: 'users',
  prompt: 'tokens',
  gen: 'tokens',
  depth: 'tokens',
  ngl: 'layers',
};

const VARIED: Readonly<Record<string, string>> = {
  hw: 'Machine',
  model: 'Model',
  quant: 'Format',
  kv: 'Cache format',
  users: 'Users at once',
  prompt: 'Prompt',
  depth: 'Already in context',
  runtime: 'Software',
  ngl: 'Layers on the GPU',
  fa: 'Flash attention',
  gen: 'Answer',
};

/** `RTX 5090`, `2 x RTX 5090`. */
export function machineName({ configuration: { hw, count } }: GuideEstimate): string {
  const { systems, devices } = guideTables();
  const name = systems[hw]?.name ?? devices[hw]?.name ?? hw;
  return count !== undefined && count > 1 ? `${count} x ${name}` : name;
}

function nameOf(vary: string, value: string, point: GuideEstimate): string {
  const { input } = point;
  if (vary === 'hw') return machineName(point);
  if (vary === 'model') return input.model.name;
  if (vary === 'quant') return input.quantization.name;
  if (vary === 'runtime') return input.runtime.name;
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  const unit = UNITS[vary];
  return unit ? `${formatCount(number)} ${number === 1 ? unit.replace(/s$/, '') : unit}` : value;
}

/** The estimate for one value of the varied setting; a value may carry further settings: `rtx-5090&count=2`. */
export const sweepPoint = (query: string, vary: string, value: string): GuideEstimate =>
  estimateOf([query, `${vary}=${value}`].filter(Boolean).join('&'));

export interface SweepWords {
  /** Names of the rows, one for each value, below a head of their own. */
  rows?: { head: string; names: readonly string[] };
  /** Heads in full. */
  spelled?: boolean;
}

/** Where a table tells what all users get together, a user's own speed says so. */
function headOf(column: Column, all: readonly Column[], spelled: boolean): string {
  if (spelled && column.spelled) return column.spelled;
  return column === SWEEP_COLUMNS.tg && all.includes(SWEEP_COLUMNS.throughput)
    ? `${column.name}, each`
    : column.name;
}

/** One row for each value, one column for each thing to show. */
export function sweep(
  query: string,
  vary: string,
  values: readonly string[],
  show: readonly SweepColumn[],
  { rows: given, spelled = false }: SweepWords = {},
): DataTable {
  const varied = VARIED[vary];
  if (!varied)
    throw new Error(`vary must be one of ${Object.keys(VARIED).join(', ')}, got ${vary}`);
  if (given && given.names.length !== values.length)
    throw new Error(`${values.length} values need as many names, got ${given.names.length}`);
  const columns: Column[] = show.map((id) => SWEEP_COLUMNS[id]);
  const rows = values.map((value, index): DataCell[] => {
    const point = sweepPoint(query, vary, value);
    const first = value.split('&')[0] ?? value;
    const number = Number(first);
    const name: DataCell = {
      text: given?.names[index] ?? nameOf(vary, first, point),
      href: point.href,
      ...(!Number.isNaN(number) && { sort: number }),
    };
    return [name, ...columns.map(({ cell }) => cell(point.estimate, point.input, point))];
  });
  const head = columns.map((column) => ({
    name: headOf(column, columns, spelled),
    numeric: column.numeric,
  }));
  return { columns: [{ name: given?.head ?? varied }, ...head], rows };
}
