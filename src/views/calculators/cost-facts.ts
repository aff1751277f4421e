/** Prices, watts and noise of systems, and named sets of prices to compare with; gathered at build. */
import type { Catalogue } from '../../catalogue/index.ts';
import { siOf } from '../../schema/quantity.ts';
import type { System } from '../../schema/system.ts';
import { formatDate } from '../format.ts';
import { ageOf, wordPriceKind } from '../prices.ts';
import { sharedData } from '../shared.ts';
import { newestPriceMonth } from '../system.ts';
import type { CostFacts } from './cost.ts';
import { measuredPower } from './measured-power.ts';
import type { Presets } from './own-fields.ts';

function priceOf({ price }: System, newest: number): Partial<CostFacts> {
  if ('unknown' in price) return {};
  const [amount = '', currency = ''] = price.value.split(' ');
  return {
    price: Number(amount),
    currency,
    priceWords: `${wordPriceKind(price.kind)}, ${formatDate(price.date)}`,
    ...(ageOf(price.date, newest) && { old: true as const }),
  };
}

/** By system; what no source tells is absent. */
export function costFacts(): Record<string, CostFacts> {
  const { catalogue } = sharedData();
  const newest = newestPriceMonth(catalogue);
  const power = measuredPower();
  return Object.fromEntries(
    [...catalogue.systems.values()].map((system) => {
      const [load, idle] = [power[system.id], siOf(system.idle)];
      const facts: CostFacts = {
        ...priceOf(system, newest),
        ...(load && { loadWatts: load.watts, loadWords: load.words }),
        ...(idle !== undefined && { idleWatts: idle }),
        ...('unknown' in system.noise ? {} : { noise: String(system.noise.text) }),
      };
      return [system.id, facts];
    }),
  );
}

type Row<Name extends keyof Catalogue['tables']> = Catalogue['tables'][Name][number];

/** Newest household price of each region, in the currency it is told in. */
export function householdPrices({ tables }: Catalogue): Row<'electricity-prices'>[] {
  const newest = new Map<string, Row<'electricity-prices'>>();
  for (const row of tables['electricity-prices']) {
    if (row.segment !== 'household') continue;
    const known = newest.get(row.region);
    if (!known || known.date < row.date) newest.set(row.region, row);
  }
  return [...newest.values()].sort((a, b) => a.region.localeCompare(b.region));
}

const REGIONS: Readonly<Record<string, string>> = {
  'Great Britain': 'United Kingdom',
  'EU average': 'European Union (27)',
  Turkiye: 'Turkey',
};

function electricity(catalogue: Catalogue): Presets['list'] {
  const carbon = new Map(
    catalogue.tables['grid-carbon']
      .filter(({ segment }) => segment === 'generation mix')
      .map((row) => [row.region, row.value]),
  );
  return householdPrices(catalogue).map(({ region, value, unit, date }) => ({
    name: `Electricity: ${region}, ${value} ${unit}, ${formatDate(date) || date}`,
    values: { kwh: value, grams: carbon.get(REGIONS[region] ?? region) },
  }));
}

/** Providers' prices for reading and writing a million tokens, where both are told. */
export function tokenPrices({ tables }: Catalogue) {
  const rows = tables['token-prices'];
  return rows
    .filter(({ segment }) => segment === 'output')
    .flatMap((output) => {
      const input = rows.find(
        ({ item, provider, segment }) =>
          segment === 'input' && item === output.item && provider === output.provider,
      );
      return input ? [{ input, output }] : [];
    })
    .filter(
      ({ output }, at, all) =>
        all.findIndex(
          (one) => one.output.item === output.item && one.output.provider === output.provider,
        ) === at,
    );
}

/** GPUs by the hour, one card, on demand. */
export const rents = ({ tables }: Catalogue): Row<'cloud-prices'>[] =>
  tables['cloud-prices'].filter(
    ({ segment, item, provider }) =>
      segment === 'on-demand' && provider === 'RunPod' && item.length > 0,
  );

/** Prices of others to begin from; each sets its own numbers and leaves the rest. */
export function costPresets(): Presets {
  const { catalogue } = sharedData();
  return {
    label: 'Take a price from a list',
    list: [
      ...electricity(catalogue),
      ...tokenPrices(catalogue).map(({ input, output }) => ({
        name: `API: ${output.item} (${output.provider}), ${input.value} in, ${output.value} out, USD`,
        values: { apiin: input.value, apiout: output.value },
      })),
      ...rents(catalogue).map(({ item, provider, value, date }) => ({
        name: `Rent: ${item} (${provider ?? ''}), ${value} USD/h, ${formatDate(date)}`,
        values: { rent: value },
      })),
    ],
  };
}
