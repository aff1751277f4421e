/** Price, watts and noise of a machine in words: light enough for the browser. */
import type { Configuration } from '../configuration/types.ts';
import { formatCount } from './format.ts';

/** Every value in words, or why there is none. */
export interface MachineFacts {
  price: string;
  idle: string;
  load: string;
  noise: string;
  /** Cost of owning it a month, at the usual hours. */
  month: string;
}

export const FACT_NAMES: readonly (readonly [key: keyof MachineFacts, name: string])[] = [
  ['price', 'Price'],
  ['load', 'Watts while a model runs'],
  ['idle', 'Watts when idle'],
  ['noise', 'Noise'],
  ['month', 'Cost of a month'],
];

/** What the static file of all machines holds: by the id of a system or a device. */
export type FactsFile = Record<string, MachineFacts>;

export interface Priced {
  amount: number;
  /** `$`. */
  sign: string;
  /** More than a year before the newest price here. */
  old: boolean;
  /** `$3,449`. */
  words: string;
  /** Of a card or chip without the machine around it. */
  part: boolean;
}

/** The amount in `$3,449 (list price, 30 September 2026)`; nothing where it is not known, or of other parts. */
export function pricedOf(price: string | undefined): Priced | undefined {
  const [, words, sign, digits] =
    /^((\D{1,4}?)([\d,]+(?:\.\d+)?)) (?:for|\()/.exec(price ?? '') ?? [];
  if (!words || !sign || !digits || price?.includes(CHANGED)) return undefined;
  return {
    amount: Number(digits.replaceAll(',', '')),
    sign,
    old: price?.includes('old:') ?? false,
    words,
    part: price?.includes('for the part alone') ?? false,
  };
}

/** Amounts that may be set against each other: one currency, whole machines or bare parts. */
export const comparable = (a: Priced, b: Priced): boolean => a.sign === b.sign && a.part === b.part;

/** `$1,000`. */
export const wordDifference = (a: Priced, b: Priced): string =>
  a.sign + formatCount(Math.abs(a.amount - b.amount));

const CHANGED = 'before the changes of the link';

/** What holds of the machine as it is sold, where a link changes its parts. */
export function factsOfConfiguration(
  { hw, count, cpu, ram }: Configuration,
  file: FactsFile,
): MachineFacts | undefined {
  const facts = Object.hasOwn(file, hw) ? file[hw] : undefined;
  const changed = count !== undefined || cpu !== undefined || ram !== undefined;
  if (!facts || !changed) return facts;
  const before = (words: string) => (isMissing(words) ? words : `${words}, ${CHANGED}`);
  return {
    price: before(facts.price),
    idle: before(facts.idle),
    load: before(facts.load),
    noise: before(facts.noise),
    month: before(facts.month),
  };
}

const isMissing = (words: string): boolean => words.startsWith('unknown');

/** The facts of one machine as sentences; what is not known is said too. */
export function factSentences(name: string, facts: MachineFacts | undefined): string[] {
  if (!facts) return [`No source here tells the price or the watts of ${name}.`];
  const { price, load, idle, noise, month } = facts;
  const missing = [
    ...(isMissing(price) ? ['the price'] : []),
    ...(isMissing(load) ? ['the watts under a model'] : []),
    ...(isMissing(noise) ? ['the noise'] : []),
  ];
  return [
    ...(isMissing(price)
      ? []
      : [`${name} was priced at ${price}; ask for today’s price before deciding.`]),
    ...(isMissing(load)
      ? []
      : [`While a model runs it draws ${load}${isMissing(idle) ? '' : `, when idle ${idle}`}.`]),
    ...(isMissing(month) ? [] : [`Owning it costs ${month}.`]),
    ...(isMissing(noise) ? [] : [`Noise: ${noise}.`]),
    ...(missing.length > 0 ? [`No source here tells ${listed(missing)} of ${name}.`] : []),
  ];
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
