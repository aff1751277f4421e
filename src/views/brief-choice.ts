/** Which of several a brief advises: the faster where speed decides, else the cheaper, with what it gives up. */
import { isUnknown } from '../estimation/types.ts';
import type { BriefData } from './brief-words.ts';
import type { Compared } from './comparison-parts.ts';
import { type PairVerdict, verdictOn } from './comparison-verdict.ts';
import { formatGigabytes } from './format.ts';
import { LIKELIHOOD_WORDS, standingOf } from './likelihood.ts';
import {
  comparable,
  factsOfConfiguration,
  listed,
  type Priced,
  pricedOf,
  wordDifference,
} from './machine-facts.ts';

export interface Choice {
  taken: Compared;
  /** Why, and against what. */
  text: string;
}

interface Offer {
  one: Compared;
  price: Priced | undefined;
}

type Current = Offer & { price: Priced };

/** `B, NVIDIA DGX Spark`: the letter stands for it from here on. */
export const introduced = ({ letter, label }: Compared): string =>
  label.startsWith(`${letter}, `) ? label : `${letter}, ${label}`;

/** Ends a sentence about two machines with letters in place of their names. */
export const byLetter = (a: Compared, b: Compared): PairVerdict =>
  verdictOn({ ...a, label: a.letter }, { ...b, label: b.letter });

const offerOf = (one: Compared, { facts }: BriefData): Offer => ({
  one,
  price: facts && pricedOf(factsOfConfiguration(one.configuration, facts)?.price),
});

const isCurrent = (offer: Offer): offer is Current => offer.price !== undefined && !offer.price.old;

const leftOf = ({ made }: Compared): number | undefined =>
  made?.result.memory.fits ? made.result.memory.placement.leftBytes : undefined;

/** @param best the one that is done first */
export function choose(best: Compared, others: readonly Compared[], data: BriefData): Choice {
  const verdicts = others.map((other) => ({ other, verdict: verdictOn(other, best) }));
  const open = verdicts.filter(
    ({ verdict: { outcome } }) => outcome === 'open' || outcome === 'same',
  );
  if (open.length > 0) {
    const { taken, text } = undecided([best, ...open.map(({ other }) => other)], data);
    const slower = others.filter((other) => open.every((one) => one.other !== other));
    return { taken, text: [text, ...dearer(taken, slower, data)].join(' ') };
  }
  const unsure = verdicts.some(({ verdict }) => verdict.outcome === 'perhaps');
  const text = [
    `${unsure ? 'Lean towards' : 'Take'} ${introduced(best)}, if speed in this job decides.`,
    ...dearer(best, others, data),
  ].join(' ');
  return { taken: best, text };
}

/** What the faster costs more than each that is cheaper. */
function dearer(best: Compared, others: readonly Compared[], data: BriefData): string[] {
  const { price } = offerOf(best, data);
  const more = others.flatMap((other) => {
    const { price: theirs } = offerOf(other, data);
    if (!price || !theirs || !comparable(price, theirs) || theirs.amount >= price.amount) return [];
    const old = theirs.old ? ', an old price' : '';
    return [
      `${wordDifference(price, theirs)} more than ${other.letter}, ${price.words} against ${theirs.words}${old}`,
    ];
  });
  return more.length > 0 ? [`${best.letter} costs ${listed(more)}.`] : [];
}

/** @param all contenders whose ranges overlap, the one that is done first before the others */
function undecided(all: readonly [Compared, ...Compared[]], data: BriefData): Choice {
  const [best] = all;
  const why = `Speed does not decide between ${listed(all.map(introduced))}: their ranges overlap too far.`;
  if (new Set(all.map(({ configuration }) => configuration.hw)).size === 1)
    return {
      taken: best,
      text: `${why} They are the same machine, so price does not either: let the quality of the answers decide.`,
    };
  const offers = all.map((one) => offerOf(one, data));
  const [first, ...rest] = offers
    .filter(isCurrent)
    .toSorted((a, b) => a.price.amount - b.price.amount);
  if (!first || rest.some(({ price }) => !comparable(first.price, price)))
    return { taken: best, text: `${why} ${unpriced(offers)} Let price, noise and memory decide.` };
  const unknown = offers.filter((offer) => !isCurrent(offer));
  if (unknown.length > 0)
    return {
      taken: first.one,
      text: `${why} Lean towards ${first.one.letter}, ${first.price.words}${rest.length > 0 ? ', the cheapest with a price of today' : ''}, but ${unpriced(unknown, 'the')}`,
    };
  return cheapest(why, first, rest);
}

/** What has to be asked for before money can decide. */
function unpriced(offers: readonly Offer[], the = 'The'): string {
  const words = offers
    .filter((offer) => !isCurrent(offer))
    .map(({ one, price }) =>
      price ? `${one.letter}, ${price.words}, is old` : `${one.letter} is not known`,
    );
  if (words.length === 0) return 'Their prices cannot be set against each other.';
  return `${the} price of ${listed(words)}: ask for ${words.length > 1 ? 'them' : 'it'} first.`;
}

function cheapest(why: string, first: Current, rest: readonly Current[]): Choice {
  const { one, price } = first;
  const saved = rest.filter((other) => other.price.amount > price.amount);
  const left = leftOf(one);
  const leaves = left === undefined ? '' : `, and leaves ${formatGigabytes(left)} of memory`;
  const saving = saved.map(
    (other) =>
      `${wordDifference(price, other.price)} cheaper than ${other.one.letter}, ${price.words} against ${other.price.words}`,
  );
  const gain =
    saving.length > 0
      ? `${one.letter} is ${listed(saving)}${leaves}.`
      : `They cost the same, ${price.words}.`;
  const given = rest.flatMap((other) => givenUp(one, other.one));
  const advice =
    given.length > 0 ? `Take ${one.letter}, unless ${given.join('; or ')}.` : `Take ${one.letter}.`;
  return { taken: one, text: `${why} ${gain} ${advice}` };
}

/** More memory by less than this is no reason. */
const MUCH_MORE = 1.1;

/** What another has over the one that is taken. */
function givenUp(taken: Compared, other: Compared): string[] {
  const ahead = (key: 'pp' | 'tg'): string | undefined => {
    const [mine, theirs] = [taken.made?.result[key], other.made?.result[key]];
    if (!mine || !theirs || isUnknown(mine) || isUnknown(theirs)) return undefined;
    const standing = standingOf(mine, theirs);
    if (!standing || standing.larger === 'a') return undefined;
    const { likelihood, times } = standing;
    if (likelihood === 'open' || likelihood === 'same') return undefined;
    return `${other.letter} is ${LIKELIHOOD_WORDS[likelihood]} faster there, ${times}`;
  };
  const [prompts, answers] = [ahead('pp'), ahead('tg')];
  const [mine, theirs] = [leftOf(taken), leftOf(other)];
  const roomier = theirs !== undefined && (mine ?? 0) * MUCH_MORE < theirs;
  return [
    ...(prompts ? [`prompts are long: ${prompts}`] : []),
    ...(answers ? [`answers are long: ${answers}`] : []),
    ...(roomier ? [`you need more memory: ${other.letter} leaves ${formatGigabytes(theirs)}`] : []),
  ];
}
