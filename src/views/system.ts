/** What a system's page says: its parts with sources, its price, its watts. */
import type { Catalogue } from '../catalogue/index.ts';
import { isKnown } from '../schema/quantity.ts';
import type { System } from '../schema/system.ts';
import { formatDate } from './format.ts';
import { noiseLines, type PowerLine } from './power.ts';
import { ageOf, newestMonth, type PriceLine, pricesOf, wordPriceKind } from './prices.ts';
import { counted, SourceList, type SourceRef, type SpecRow, SpecTable, wordFact } from './specs.ts';

export interface SystemPage {
  id: string;
  name: string;
  /** `Desktop, tower, self-built`. */
  kicker: string;
  specs: SpecRow[];
  /** The devices in it, with their pages. */
  parts: { name: string; href: string }[];
  /** What the original document prints for it, if it is one of its nine. */
  original?: { id: string; pp: string; tg: string };
  notes: readonly string[];
  prices: PriceLine[];
  power: PowerLine[];
  sources: SourceRef[];
}

const capital = (word: string): string => (word[0]?.toUpperCase() ?? '') + word.slice(1);

/** Everything the catalogue knows of one system. */
export function systemPage(catalogue: Catalogue, system: System): SystemPage {
  const list = new SourceList(catalogue);
  const table = new SpecTable(list, system.sources);
  partSpecs(table, system, catalogue);
  memorySpecs(table, system);
  priceSpec(table, system, catalogue);
  table
    .fact('Power supply', system.psu)
    .fact('Idle power at the wall', system.idle)
    .fact('Power while a model runs', system.load_llm)
    .fact('Most power', system.load_max)
    .fact('Noise', system.noise);
  return {
    id: system.id,
    name: system.name,
    kicker: [capital(system.class), system.form.replace('-', ' '), system.maker].join(', '),
    specs: table.rows,
    parts: partsOf(catalogue, system),
    ...(system.original && { original: printedOf(system.original) }),
    notes: system.notes ?? [],
    prices: pricesOf(catalogue, 'system', system.id),
    power: noiseLines(catalogue, system.id),
    sources: list.refs,
  };
}

const printedOf = ({
  configuration,
  prompt_processing: pp,
  token_generation: tg,
}: NonNullable<System['original']>) => ({
  id: configuration,
  pp: isKnown(pp) ? wordFact(pp.text) : '“?”',
  tg: isKnown(tg) ? wordFact(tg.text) : '“?”',
});

const nameOf = (catalogue: Catalogue, id: string): string => catalogue.devices.get(id)?.name ?? id;

function partsOf(catalogue: Catalogue, { host, gpus }: System): SystemPage['parts'] {
  const ids = [typeof host === 'string' ? host : undefined, gpus[0]?.device];
  return ids
    .filter((id): id is string => id !== undefined)
    .map((id) => ({ name: nameOf(catalogue, id), href: `/devices/${id}/` }));
}

function partSpecs(table: SpecTable, system: System, catalogue: Catalogue): void {
  const { host, host_count: hosts = 1, gpus } = system;
  const [cards] = gpus;
  const times = (count: number, name: string) => (count > 1 ? `${count} x ${name}` : name);
  table.plain(
    'CPU or SoC',
    typeof host === 'string' ? times(hosts, nameOf(catalogue, host)) : host,
  );
  if (!cards) {
    table.plain('GPU', 'none beside the CPU or SoC');
    return;
  }
  table
    .plain('GPU', times(cards.count, nameOf(catalogue, cards.device)))
    .plain('Link of each GPU', typeof cards.link === 'string' ? wordLink(cards.link) : cards.link);
}

/** `pcie5x16` in words. */
export function wordLink(link: string): string {
  const [, generation, lanes] = /^pcie(\d)x(\d+)$/.exec(link) ?? [];
  if (generation)
    return `PCI Express ${generation}.0, ${lanes} ${lanes === '1' ? 'lane' : 'lanes'}`;
  return link === 'nvlink' ? 'NVLink' : 'OCuLink';
}

function memorySpecs(table: SpecTable, system: System): void {
  table
    .fact('Memory', system.ram)
    .plain('Memory type', system.ram_type)
    .plain('Memory channels', system.ram_channels, counted())
    .fact('Memory speed', system.ram_speed)
    .fact('Memory bandwidth', system.ram_bandwidth)
    .plain('Storage', system.storage)
    .plain('Operating system', system.os);
}

/** The price with its kind and date; an old one says so. */
export function wordPrice(price: System['price'], newest: number): string | { unknown: string } {
  if ('unknown' in price) return price;
  const age = ageOf(price.date, newest);
  const details = [wordPriceKind(price.kind), formatDate(price.date), ...(age ? [age] : [])];
  return `${wordFact(price.value)} (${details.join(', ')})`;
}

function priceSpec(table: SpecTable, system: System, catalogue: Catalogue): void {
  table.plain('Price', wordPrice(system.price, newestPriceMonth(catalogue)));
}

/** The newest month of any price in the catalogue: what the age of a price is counted from. */
export const newestPriceMonth = ({ tables, systems }: Catalogue): number =>
  newestMonth([
    ...tables.prices.map(({ date }) => date),
    ...[...systems.values()].flatMap(({ price }) => ('unknown' in price ? [] : [price.date])),
  ]);
