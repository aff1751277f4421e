/** Tables of the page on costs: three worked machines, electricity, providers' prices. */
import { costPerMillionTokens } from '../economy/index.ts';
import { isUnknown } from '../estimation/types.ts';
import { siOf } from '../schema/quantity.ts';
import { householdPrices, rents, tokenPrices } from './calculators/cost-facts.ts';
import type { DataCell, DataTable } from './data-table.ts';
import {
  formatDate,
  formatRange,
  formatRate,
  formatSignificant,
  formatWatts,
  withUnit,
} from './format.ts';
import { estimateOf } from './guide-data.ts';
import { sharedData } from './shared.ts';

/** The three of the video, in its order. */
const VIDEO_MACHINES = [
  'nuc-core-ultra-5-125h',
  'mac-mini-m2-pro-32gb',
  'mini-pc-oculink-rtx-4090',
] as const;
const WORK = 'model=llama-3.1-8b&quant=q4_k_m&prompt=256&gen=1333';
/** Household price of Germany, first half of 2025 (Eurostat), as the chapter on power has it. */
const REGION = 'Germany';

const sourceCell = (source: string): DataCell => {
  const [address] = /https?:\/\/[^\s)]+/.exec(source) ?? [];
  return address
    ? { text: new URL(address).hostname.replace(/^www\./, ''), href: address }
    : { text: source };
};

const number = (value: number): DataCell => ({ text: formatSignificant(value, 4), sort: value });

/** Energy and electricity of a story of 1,000 words, about 1,333 tokens, on the video's machines. */
export function videoMachines(): DataTable {
  const { catalogue } = sharedData();
  const price = householdPrices(catalogue).find(({ region }) => region === REGION)?.value;
  if (price === undefined) throw new Error(`no household price of ${REGION}`);
  const rows = VIDEO_MACHINES.map((id): DataCell[] => {
    const system = catalogue.systems.get(id);
    if (!system) throw new Error(`there is no system “${id}”`);
    const query = `hw=${id}&${WORK}`;
    const { tg, total } = estimateOf(query).estimate;
    if (isUnknown(tg) || isUnknown(total)) throw new Error(`no estimate for ${query}`);
    const watts = siOf(system.load_llm);
    const name: DataCell = { text: system.name, href: `/costs/?${query}#calculator-cost` };
    const speed: DataCell = {
      text: formatRate(tg.central),
      small: formatRange(tg),
      sort: tg.central,
    };
    if (watts === undefined) {
      const none: DataCell = { text: 'no watts told', known: false };
      return [name, speed, none, none, none];
    }
    const wattHours = { low: 0, central: 0, high: 0 };
    const cost = { low: 0, central: 0, high: 0 };
    for (const end of ['low', 'central', 'high'] as const) {
      wattHours[end] = (watts * total[end]) / 3600;
      cost[end] = (wattHours[end] / 1000) * price;
    }
    const million = costPerMillionTokens(cost, 256 + 1333);
    return [
      name,
      speed,
      { text: formatWatts(watts), sort: watts },
      {
        text: withUnit(formatSignificant(wattHours.central), 'Wh'),
        small: formatRange(wattHours),
        sort: wattHours.central,
      },
      {
        text: withUnit(formatSignificant(million.central), 'EUR'),
        small: formatRange(million),
        sort: million.central,
      },
    ];
  });
  return {
    columns: [
      { name: 'Machine' },
      { name: 'Writes, estimated', numeric: true },
      { name: 'Power', numeric: true },
      { name: 'Energy of the story', numeric: true },
      { name: 'Electricity for a million tokens, read or written', numeric: true },
    ],
    rows,
  };
}

/** Every price of every region, the newest first. */
export function electricityTable(): DataTable {
  const rows = [...sharedData().catalogue.tables['electricity-prices']].sort(
    (a, b) => a.region.localeCompare(b.region, 'en') || b.date.localeCompare(a.date),
  );
  return {
    columns: [
      { name: 'Region' },
      { name: 'Date' },
      { name: 'Price', numeric: true },
      { name: 'For' },
      { name: 'Source' },
    ],
    rows: rows.map((row) => [
      { text: row.region },
      { text: formatDate(row.date) || row.date },
      { text: `${row.value} ${row.unit}`, sort: row.value },
      { text: row.segment },
      sourceCell(row.source_url),
    ]),
  };
}

export function apiTable(): DataTable {
  return {
    columns: [
      { name: 'Model' },
      { name: 'Provider' },
      { name: 'Read', unit: 'USD a million', numeric: true },
      { name: 'Written', unit: 'USD a million', numeric: true },
      { name: 'Date' },
      { name: 'Source' },
    ],
    rows: tokenPrices(sharedData().catalogue).map(({ input, output }) => [
      { text: output.item },
      { text: output.provider ?? 'not told' },
      number(input.value),
      number(output.value),
      { text: output.date },
      sourceCell(output.source_url),
    ]),
  };
}

export function rentTable(): DataTable {
  return {
    columns: [
      { name: 'GPU' },
      { name: 'Provider' },
      { name: 'Price', unit: 'USD an hour', numeric: true },
      { name: 'Date' },
      { name: 'Source' },
    ],
    rows: rents(sharedData().catalogue).map((row) => [
      { text: row.item },
      { text: row.provider ?? 'not told' },
      number(row.value),
      { text: formatDate(row.date) || row.date },
      sourceCell(row.source_url),
    ]),
  };
}
