/** Orders of machines in which none stands above one that is better or equal in everything. */
import { type Chance, wordChance } from './probability.ts';

export interface Rankable {
  /** Unknown prices are listed apart and have no place here. */
  price: number;
  /** The larger the better. */
  speed: number;
  /** That all needs are met.  [1] */
  chance: number;
}

const GROUPS: readonly Chance[] = ['likely', 'borderline', 'unlikely'];
const groupOf = ({ chance }: Rankable): number => GROUPS.indexOf(wordChance(chance));

/** Likely ones first, then the cheapest, then the fastest, then the surest. */
export const compareRank = (a: Rankable, b: Rankable): number =>
  groupOf(a) - groupOf(b) || a.price - b.price || b.speed - a.speed || b.chance - a.chance;

/** `a` is no worse in price, speed and chance, and better in one of them. */
export const dominates = (a: Rankable, b: Rankable): boolean =>
  a.price <= b.price &&
  a.speed >= b.speed &&
  a.chance >= b.chance &&
  (a.price < b.price || a.speed > b.speed || a.chance > b.chance);

/** Those that nobody beats in both price and speed, cheapest first. */
export function paretoFront<Item extends Rankable>(items: readonly Item[]): Item[] {
  const sorted = [...items].sort((a, b) => a.price - b.price || b.speed - a.speed);
  let fastest = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ speed }) => {
    if (speed <= fastest) return false;
    fastest = speed;
    return true;
  });
}
