/** The lists of all devices, systems and models, in groups. */
import type { Catalogue } from '../catalogue/index.ts';
import type { Device } from '../schema/device.ts';
import type { Model } from '../schema/model.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import type { System } from '../schema/system.ts';
import { wordKind, wordSegment } from './device.ts';
import { formatCount, formatDate, formatParameters } from './format.ts';
import { SYSTEM_CLASSES } from './matrix.ts';
import { compareNames } from './same-parts.ts';
import { wordFact } from './specs.ts';
import { newestPriceMonth, wordPrice } from './system.ts';

export interface IndexRow {
  id: string;
  name: string;
  href: string;
  /** One for each column; `unknown` cells carry their reason. */
  cells: { text: string; unknown?: true }[];
}

export interface IndexGroup {
  id: string;
  name: string;
  rows: IndexRow[];
}

export interface Index {
  columns: string[];
  groups: IndexGroup[];
  count: number;
}

type Cell = IndexRow['cells'][number];

const blank = (reason: string): Cell => ({ text: `unknown: ${reason}`, unknown: true });
const said = (text: string): Cell => ({ text });

const fact = (value: Fact): Cell =>
  isKnown(value) ? said(wordFact(value.text)) : blank(value.unknown);

const plain = <T extends string | number>(
  value: T | { unknown: string },
  word: (value: T) => string = String,
): Cell => (typeof value === 'object' ? blank(value.unknown) : said(word(value)));

function grouped<T>(
  things: Iterable<T>,
  groupOf: (thing: T) => string,
  row: (thing: T) => IndexRow,
): IndexGroup[] {
  const groups = new Map<string, IndexRow[]>();
  for (const thing of things) {
    const name = groupOf(thing);
    groups.set(name, [...(groups.get(name) ?? []), row(thing)]);
  }
  return [...groups].map(([name, rows]) => ({
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, ''),
    name,
    rows: rows.toSorted((a, b) => compareNames(a.name, b.name)),
  }));
}

const countOf = (groups: readonly IndexGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** All devices: GPUs, SoCs and CPUs by maker. */
export function deviceIndex({ devices }: Catalogue): Index {
  const groups = grouped(
    devices.values(),
    (device) => `${wordKind(device.kind)}s, ${device.vendor}`,
    deviceRow,
  );
  const order = ['GPU', 'SoC', 'CPU'];
  const rank = ({ name }: IndexGroup) => order.findIndex((kind) => name.startsWith(kind));
  const sorted = groups.toSorted((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length);
  const columns = ['Memory', 'Bandwidth', 'Segment', 'Architecture', 'Year'];
  return { columns, groups: sorted, count: countOf(sorted) };
}

function deviceRow(device: Device): IndexRow {
  const memory = device.kind === 'gpu' ? device.memory : device.max_memory;
  const cells = [
    fact(memory),
    fact(device.bandwidth),
    said(wordSegment(device.segment)),
    said(device.architecture),
    plain(device.year),
  ];
  return { id: device.id, name: device.name, href: `/devices/${device.id}/`, cells };
}

/** All systems in the guide's four classes. */
export function systemIndex(catalogue: Catalogue): Index {
  const newest = newestPriceMonth(catalogue);
  const all = [...catalogue.systems.values()];
  const groups = SYSTEM_CLASSES.flatMap((id) =>
    grouped(
      all.filter((system) => system.class === id),
      () => (id[0]?.toUpperCase() ?? '') + id.slice(1),
      (system) => systemRow(system, catalogue, newest),
    ),
  );
  return { columns: ['CPU or SoC', 'GPU', 'Memory', 'Price'], groups, count: countOf(groups) };
}

function systemRow(system: System, { devices }: Catalogue, newest: number): IndexRow {
  const name = (id: string) => devices.get(id)?.name ?? id;
  const [cards] = system.gpus;
  const gpu = cards ? `${cards.count > 1 ? `${cards.count} x ` : ''}${name(cards.device)}` : 'none';
  const cells = [
    plain(system.host, name),
    said(gpu),
    fact(system.ram),
    plain(wordPrice(system.price, newest)),
  ];
  return { id: system.id, name: system.name, href: `/systems/${system.id}/`, cells };
}

const MODEL_SIZES: readonly (readonly [name: string, below: number])[] = [
  ['Under 2 B parameters', 2e9],
  ['2 to 6 B', 6e9],
  ['6 to 16 B', 16e9],
  ['16 to 40 B', 40e9],
  ['40 to 150 B', 150e9],
  ['Over 150 B', Number.POSITIVE_INFINITY],
];

/** All models by size. */
export function modelIndex({ models }: Catalogue): Index {
  const sizeOf = ({ parameters }: Model): string => {
    const count = isKnown(parameters) ? parameters.value : 0;
    return MODEL_SIZES.find(([, below]) => count < below)?.[0] ?? '';
  };
  const groups = grouped(models.values(), sizeOf, modelRow);
  const order = MODEL_SIZES.map(([name]) => name);
  const sorted = groups.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const columns = ['Parameters', 'Active', 'Kind', 'Longest context', 'Released', 'Licence'];
  return { columns, groups: sorted, count: countOf(sorted) };
}

function modelRow(model: Model): IndexRow {
  const size = (value: Fact): Cell =>
    isKnown(value) ? said(formatParameters(value.value)) : blank(value.unknown);
  const cells = [
    size(model.parameters),
    size(model.active_parameters),
    said(model.experts ? 'mixture of experts' : 'dense'),
    plain(model.max_context, (tokens) => formatCount(Number(tokens))),
    said(formatDate(model.released)),
    plain(model.licence),
  ];
  return { id: model.id, name: model.name, href: `/models/${model.id}/`, cells };
}
