/** Tables of the chapters that are worked from the catalogue: caches, experts, devices, prices, pictures and sound. */
import { loadCatalogue } from '../catalogue/index.ts';
import { kvBytes, kvBytesPerToken } from '../estimation/kv-cache.ts';
import { activeParameters } from '../estimation/parameters.ts';
import type { DeviceRow, ModelRow } from '../estimation/types.ts';
import { weightBytes } from '../estimation/weights.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import type { System } from '../schema/system.ts';
import { cellOr, type DataCell, type DataTable } from './data-table.ts';
import {
  formatBandwidth,
  formatBytes,
  formatCount,
  formatDate,
  formatGigabytes,
  formatMoney,
  formatParameters,
  formatPercent,
  formatSignificant,
  formatTera,
  formatWatts,
} from './format.ts';
import { deviceById, kvTypeById, modelById, quantizationById } from './guide-data.ts';
import { wordPriceKind } from './prices.ts';

const ATTENTION: Readonly<Record<ModelRow['attention']['kind'], string>> = {
  mha: 'a key and value for every head',
  gqa: 'heads share keys and values',
  mqa: 'all heads share one',
  mla: 'compressed (latent)',
  'swa-hybrid': 'half the layers or more look back a window only',
  'linear-hybrid': 'most layers keep a fixed state',
};

const modelCell = ({ id, name }: ModelRow): DataCell => ({ text: name, href: `/models/${id}/` });
const deviceCell = ({ id, name }: DeviceRow): DataCell => ({ text: name, href: `/devices/${id}/` });

/** Cache of one token, and of whole contexts, model by model. */
export function kvTable(
  models: readonly string[],
  contexts: readonly number[],
  kv: string,
): DataTable {
  const type = kvTypeById(kv);
  const rows = models.map((id) => {
    const model = modelById(id);
    const each = kvBytesPerToken(model, type);
    const whole = contexts.map((contextTokens): DataCell => {
      const most = model.maximumContextTokens;
      if (most !== undefined && contextTokens > most) {
        return { text: `at most ${formatCount(most)} tokens`, known: false };
      }
      const bytes = kvBytes(model, type, { contextTokens });
      return { text: formatBytes(bytes), sort: bytes };
    });
    const kind = { text: ATTENTION[model.attention.kind] };
    return [modelCell(model), kind, { text: formatBytes(each), sort: each }, ...whole];
  });
  const columns = [
    { name: 'Model' },
    { name: 'What is kept' },
    { name: 'One more token', numeric: true },
    ...contexts.map((tokens) => ({ name: `${formatCount(tokens)} tokens`, numeric: true })),
  ];
  return { columns, rows };
}

/** Total against active: parameters, and bytes in memory against bytes read for a token. */
export function expertsTable(pairs: readonly string[]): DataTable {
  const rows = pairs.map((pair) => {
    const [id, quant] = pair.split(':');
    const model = modelById(id);
    const quantization = quantizationById(quant);
    const bytes = weightBytes(model, quantization);
    const { experts } = model;
    const share = experts ? experts.activePerToken / experts.count : 1;
    const read = bytes.dense + bytes.experts * share;
    const active = activeParameters(model);
    return [
      modelCell(model),
      { text: quantization.name },
      cellOr(experts && `${experts.activePerToken} of ${experts.count}`, 'dense'),
      { text: formatParameters(model.totalParameters), sort: model.totalParameters },
      { text: formatParameters(active), sort: active },
      { text: formatGigabytes(bytes.file), sort: bytes.file },
      { text: formatGigabytes(read), sort: read },
      { text: formatPercent(read / bytes.file), sort: read / bytes.file },
    ];
  });
  const names = ['Parameters', 'Active', 'File', 'Read for a token', 'Share read'];
  return {
    columns: [
      { name: 'Model' },
      { name: 'Format' },
      { name: 'Experts chosen' },
      ...names.map((name) => ({ name, numeric: true })),
    ],
    rows,
  };
}

const worded = (value: number | undefined, word: (value: number) => string): DataCell =>
  value === undefined ? { text: 'not sourced', known: false } : { text: word(value), sort: value };

/** Matrix units where there are any, else the shaders' rate. */
const matrixRate = (d: DeviceRow) =>
  d.fp16MatrixFlopPerSecond ?? d.fp16VectorFlopPerSecond ?? d.fp32FlopPerSecond;

/** What decides: memory, bandwidth, compute, and compute over bandwidth. */
export function devicesTable(ids: readonly string[]): DataTable {
  const rows = ids.map((id) => {
    const device = deviceById(id);
    const { memoryBytes, bandwidthBytesPerSecond: bandwidth, tdpWatts, int8OpPerSecond } = device;
    const fp16 = matrixRate(device);
    const balance = fp16 && bandwidth ? fp16 / bandwidth : undefined;
    return [
      deviceCell(device),
      worded(memoryBytes, formatGigabytes),
      worded(bandwidth, formatBandwidth),
      worded(fp16, formatTera),
      worded(int8OpPerSecond, (value) => formatTera(value, 'TOPS')),
      worded(balance, (value) => formatSignificant(value, 2)),
      worded(tdpWatts, formatWatts),
    ];
  });
  const names = ['Memory', 'Bandwidth', 'FP16', 'INT8', 'FLOP per byte', 'Rated power'];
  return { columns: [{ name: 'Device' }, ...names.map((name) => ({ name, numeric: true }))], rows };
}

/** Dated prices of parts, oldest first. */
export function pricesTable(items: readonly string[]): DataTable {
  const { prices } = loadCatalogue().tables;
  const found = prices.filter(({ item_id }) => items.includes(item_id));
  if (found.length === 0) throw new Error(`prices.csv has none of ${items.join(', ')}`);
  const rows = found
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ item, price, currency, unit, kind, date, source_url }) => {
      const words = `${formatMoney(price, currency)}${unit === 'each' ? '' : ` ${unit === 'kit' ? 'a kit' : unit}`}`;
      const address = /^https?:\S+$/.exec(source_url)?.[0];
      return [
        { text: item },
        { text: words, sort: price },
        { text: formatDate(date), sort: Number(date.replaceAll('-', '').padEnd(8, '0')) },
        { text: kind, ...(address && { href: address }) },
      ];
    });
  return {
    columns: [
      { name: 'Item' },
      { name: 'Price', numeric: true },
      { name: 'Date', numeric: true },
      { name: 'Kind' },
    ],
    rows,
  };
}

const factCell = (fact: Fact, word: (value: number) => string, missing: string): DataCell =>
  isKnown(fact) ? { text: word(fact.value), sort: fact.value } : { text: missing, known: false };

/** What a machine cost, with the kind and the day of the price. */
export const priceCell = ({ price }: System): DataCell =>
  'unknown' in price
    ? { text: 'not known', known: false }
    : {
        text: wordPrice(price.value),
        small: `${wordPriceKind(price.kind)}, ${formatDate(price.date)}`,
        sort: Number.parseFloat(price.value),
      };

/** What machines are made of, what they cost on a day, what they draw. */
export function systemsTable(ids: readonly string[]): DataTable {
  const { systems, devices } = loadCatalogue();
  const rows = ids.map((id) => {
    const system = systems.get(id);
    if (!system) throw new Error(`there is no system "${id}"`);
    const { name, ram, ram_bandwidth, gpus, load_llm } = system;
    const cards = gpus.map(({ device, count }) => {
      const card = devices.get(device)?.name ?? device;
      return count > 1 ? `${count} x ${card}` : card;
    });
    return [
      { text: name, href: `/systems/${id}/` },
      { text: cards.join(', ') || 'none' },
      factCell(ram, formatGigabytes, 'not told'),
      factCell(ram_bandwidth, formatBandwidth, 'not told'),
      priceCell(system),
      factCell(load_llm, formatWatts, 'not measured'),
    ];
  });
  return {
    columns: [
      { name: 'Machine' },
      { name: 'Graphics cards' },
      ...['RAM', 'RAM bandwidth', 'Price', 'Watts with an LLM'].map((name) => ({
        name,
        numeric: true,
      })),
    ],
    rows,
  };
}

/** `1108.61 USD` is `$1,109`. */
const wordPrice = (text: string): string => {
  const [value = '', currency = ''] = text.split(' ');
  return formatMoney(Math.round(Number(value)), currency);
};

export type ImageAudioTask = 'image' | 'video' | 'speech-to-text' | 'text-to-speech';

/** `SDXL Turbo`, or `whisper large-v2 / x real time` where a model was measured in several units. */
function isModel(row: { model: string; unit: string }, wanted: string): boolean {
  const [model, unit] = wanted.split(' / ');
  return row.model === model && (unit === undefined || row.unit === unit);
}

/** Measured pictures, clips and speech of some models. */
export function imageAudioTable(task: ImageAudioTask, models: readonly string[]): DataTable {
  const all = loadCatalogue().tables['image-audio'].filter((row) => row.task === task);
  const wanted = models.length > 0 ? all.filter((row) => models.some((m) => isModel(row, m))) : all;
  if (wanted.length === 0) {
    throw new Error(`image-audio.csv has ${[...new Set(all.map((r) => r.model))].join(', ')}`);
  }
  const rows = wanted.map(({ device, model, value, unit, settings, engine, date, notes }) => [
    { text: device },
    { text: model },
    { text: `${value} ${unit}`, sort: Number(value.replace(/[<>~]/, '').split('-')[0]) },
    cellOr(settings, 'not said'),
    { text: engine },
    cellOr(date, 'not dated'),
    cellOr(notes, 'none'),
  ]);
  return {
    columns: [
      { name: 'Device' },
      { name: 'Model' },
      { name: 'Measured', numeric: true },
      { name: 'Settings' },
      { name: 'Software' },
      { name: 'Date' },
      { name: 'Remark' },
    ],
    rows,
  };
}
