/** Orders of machines in which none stands above one that is better or equal in everything. */
import { type Chance, wordChance } from './probability.ts';

export type Order = 'cheapest' | 'model' | 'fastest';
export const ORDERS: readonly Order[] = ['cheapest', 'model', 'fastest'];

export interface Rankable {
  /** Unknown prices are listed apart and have no place here. */
  price: number;
  /** The price is too old to be set against a recent one. */
  old: boolean;
  /** The larger the better. */
  speed: number;
  /** That all needs are met.  [1] */
  chance: number;
  /** Of its model, in the list that orders models; 0 where it has none. */
  score: number;
  /** Of its weights: of one model the heavier is the finer. */
  bytes: number;
}

const GROUPS: readonly Chance[] = ['likely', 'borderline', 'unlikely'];
const groupOf = ({ chance }: Rankable): number => GROUPS.indexOf(wordChance(chance));

type Compare = (a: Rankable, b: Rankable) => number;

const cheaper: Compare = (a, b) => a.price - b.price;
const faster: Compare = (a, b) => b.speed - a.speed;
const surer: Compare = (a, b) => b.chance - a.chance;
const bestModel: Compare = (a, b) => b.score - a.score || b.bytes - a.bytes;

const BY: Readonly<Record<Order, readonly Compare[]>> = {
  cheapest: [cheaper, faster, surer],
  model: [bestModel, cheaper, faster, surer],
  fastest: [faster, cheaper, surer],
};

/** Likely ones first, of these the recently priced, then by what the reader asks for. */
export const compareRank =
  (order: Order): Compare =>
  (a, b) =>
    [
      groupOf(a) - groupOf(b),
      Number(a.old) - Number(b.old),
      ...BY[order].map((by) => by(a, b)),
    ].find((difference) => difference !== 0) ?? 0;

/** `a` is no worse in price, speed and chance, and better in one of them; an old price proves nothing against a recent one. */
export const dominates = (a: Rankable, b: Rankable): boolean =>
  (!a.old || b.old) &&
  a.price <= b.price &&
  a.speed >= b.speed &&
  a.chance >= b.chance &&
  (a.price < b.price || a.speed > b.speed || a.chance > b.chance);

/** Those that nobody beats in both price and speed, cheapest first. */
export function paretoFront<Item extends Pick<Rankable, 'price' | 'speed'>>(
  items: readonly Item[],
): Item[] {
  const sorted = [...items].sort((a, b) => a.price - b.price || b.speed - a.speed);
  let fastest = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ speed }) => {
    if (speed <= fastest) return false;
    fastest = speed;
    return true;
  });
}
