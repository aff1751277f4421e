/** What the one of two costs less than the other, in a sentence. */
import { comparable, pricedOf, wordDifference } from './machine-facts.ts';

interface Named {
  label: string;
  /** In words, `$3,449 (list price, 30 September 2026)`. */
  price: string | undefined;
}

const told = ({ label, price }: Named): string => `${label} ${price}`;

/** Nothing where no source tells either price. */
export function priceSentence(a: Named, b: Named): string[] {
  const [left, right] = [pricedOf(a.price), pricedOf(b.price)];
  if (!left && !right) return [];
  if (!left || !right) {
    const [known, unknown] = left ? [a, b] : [b, a];
    return [`Price: ${told(known)}; of ${unknown.label} none is known.`];
  }
  if (!comparable(left, right)) return [`Price: ${told(a)}; ${told(b)}.`];
  if (left.amount === right.amount) return [`Price: both ${left.words}.`];
  const [cheap, dear] = left.amount < right.amount ? [a, b] : [b, a];
  return [
    `Price: ${cheap.label} is ${wordDifference(left, right)} cheaper, ${cheap.price} against ${dear.price}.`,
  ];
}
