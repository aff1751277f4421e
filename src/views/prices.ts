/** Dated prices of one thing, newest first, and which of them are old. */
import type { Catalogue } from '../catalogue/index.ts';
import { formatDate, formatMoney } from './format.ts';

export interface PriceLine {
  amount: string;
  /** List price, street price, second hand, sum of parts. */
  kind: string;
  date: string;
  /** `old: 14 months before the newest price here`, or empty. */
  age: string;
  note?: string;
  /** One or several addresses, separated by ` | `. */
  source: string;
}

const KINDS: Readonly<Record<string, string>> = {
  msrp: 'list price',
  street: 'street price',
  used: 'second hand',
  'build-sum': 'sum of the parts',
};

/** Prices move fast: after this many months one is called old. */
const OLD_AFTER_MONTHS = 12;

const monthOf = (date: string): number => {
  const [year = '0', month] = date.split('-');
  // A bare year, a half year or a span counts from its middle.
  return Number(year) * 12 + (month && /^\d\d$/.test(month) ? Number(month) : 7);
};

/** The newest month any price of the catalogue was taken in. */
export const newestMonth = (dates: readonly string[]): number =>
  dates.reduce((newest, date) => Math.max(newest, monthOf(date)), 0);

/** `old: 26 months before the newest price here`; empty while young. */
export function ageOf(date: string, newest: number): string {
  const months = newest - monthOf(date);
  if (months < OLD_AFTER_MONTHS) return '';
  return `old: ${months} months before the newest price here`;
}

/** All dated prices of a device or a system. */
export function pricesOf(
  catalogue: Pick<Catalogue, 'tables'>,
  kind: 'device' | 'system',
  id: string,
): PriceLine[] {
  const { prices } = catalogue.tables;
  const newest = newestMonth(prices.map(({ date }) => date));
  return prices
    .filter((row) => row.item_kind === kind && row.item_id === id)
    .toSorted((a, b) => monthOf(b.date) - monthOf(a.date))
    .map((row) => ({
      amount: formatMoney(row.price, row.currency),
      kind: KINDS[row.kind] ?? row.kind,
      date: formatDate(row.date),
      age: ageOf(row.date, newest),
      ...(row.notes && { note: row.notes }),
      source: row.source_url,
    }));
}

/** `sum of the parts` for `build-sum`. */
export const wordPriceKind = (kind: string): string => KINDS[kind] ?? kind;
