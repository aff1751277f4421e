/** What a machine's price would buy from a provider, and what its electricity alone costs. */
import { loadCatalogue } from '../catalogue/index.ts';
import { isUnknown } from '../estimation/types.ts';
import { siOf } from '../schema/quantity.ts';
import {
  formatDate,
  formatDuration,
  formatMoney,
  formatRange,
  formatRate,
  formatSignificant,
  formatWatts,
  withUnit,
} from './format.ts';
import { estimateOf } from './guide-data.ts';
import { wordPriceKind } from './prices.ts';

const JOULES_PER_KILOWATT_HOUR = 3.6e6;

export interface OwnOrRentRequest {
  system: string;
  model: string;
  quant: string;
  /** Models to rent, as the price list names them, separated by spaces; `name@provider` where several offer it. */
  rent: string;
  /** A region of the electricity prices. */
  region: string;
}

export interface OwnOrRentStep {
  name: string;
  text: string;
  from: string;
  href?: string;
}

function owned({ system: id, model, quant }: OwnOrRentRequest) {
  const system = loadCatalogue().systems.get(id);
  if (!system) throw new Error(`there is no system “${id}”`);
  if ('unknown' in system.price) throw new Error(`the price of ${id} is not known`);
  const watts = siOf(system.load_llm);
  if (watts === undefined) throw new Error(`the watts of ${id} under a model are not known`);
  const [amount = '', currency = ''] = system.price.value.split(' ');
  const made = estimateOf(`hw=${id}&model=${model}&quant=${quant}&prompt=1024&gen=1024`);
  const { tg } = made.estimate;
  if (isUnknown(tg)) throw new Error(`${id} with ${model}: ${tg.unknown}`);
  return {
    system,
    price: Number(amount),
    currency,
    note: system.price,
    watts,
    tg,
    href: made.href,
  };
}

/** The newest price of a million tokens, written or read. */
function rented(item: string, segment: 'output' | 'input') {
  const [name, provider] = item.split('@');
  const rows = loadCatalogue().tables['token-prices'].filter(
    (row) =>
      row.item === name && row.segment === segment && (!provider || row.provider === provider),
  );
  const row = rows.at(-1);
  if (!row) throw new Error(`the price list has no ${segment} price of “${item}”`);
  return row;
}

function electricity(region: string) {
  const row = loadCatalogue().tables['electricity-prices'].find(
    (each) => each.region === region && each.segment === 'household',
  );
  if (!row) throw new Error(`there is no household price of electricity for “${region}”`);
  return row;
}

const dateOf = (date: string): string => date.replace(/^current at /, '');

function rentSteps(
  item: string,
  price: number,
  currency: string,
  tokensPerSecond: number,
): OwnOrRentStep[] {
  const row = rented(item, 'output');
  const read = rented(item, 'input');
  const tokens = (price / row.value) * 1e6;
  const seconds = tokens / tokensPerSecond;
  return [
    {
      name: `A million tokens written by ${row.item}, rented`,
      text: formatMoney(row.value, 'USD'),
      from: `${row.provider ?? 'provider not named'}, ${formatDate(dateOf(row.date))}`,
    },
    {
      name: `A million tokens read by ${read.item}, rented`,
      text: formatMoney(read.value, 'USD'),
      from: `${read.provider ?? 'provider not named'}, ${formatDate(dateOf(read.date))}`,
    },
    {
      name: `What the machine’s price buys of ${row.item}`,
      text: `${formatSignificant(tokens / 1e9, 2)}\u00a0billion tokens`,
      from: `${formatMoney(price, currency)} over ${formatMoney(row.value, 'USD')}`,
    },
    {
      name: 'How long the machine would write them, day and night',
      text: formatDuration(seconds),
      from: 'tokens over tokens per second, one user',
    },
  ];
}

/** Steps from a price to the time it takes to earn it back in written tokens. */
export function ownOrRent(request: OwnOrRentRequest): OwnOrRentStep[] {
  const { system, price, currency, note, watts, tg, href } = owned(request);
  const power = electricity(request.region);
  const kilowattHours = ((watts / tg.central) * 1e6) / JOULES_PER_KILOWATT_HOUR;
  return [
    {
      name: system.name,
      text: formatMoney(price, currency),
      from: `${wordPriceKind(note.kind)}, ${formatDate(note.date)}`,
      href: `/systems/${request.system}/`,
    },
    {
      name: `It writes ${request.model} at`,
      text: formatRate(tg.central),
      from: `estimated, range ${formatRange(tg)}`,
      href,
    },
    ...request.rent
      .trim()
      .split(/\s+/)
      .flatMap((item) => rentSteps(item, price, currency, tg.central)),
    {
      name: 'Electricity for a million tokens at home',
      text: `${withUnit(formatSignificant(kilowattHours, 2), 'kWh')}, ${formatMoney(kilowattHours * power.value, 'EUR')}`,
      from: `${formatWatts(watts)} while writing; ${formatMoney(power.value, 'EUR')}/kWh, ${request.region}, ${power.date}`,
    },
  ];
}
