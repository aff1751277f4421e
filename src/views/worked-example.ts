/** One configuration worked through: each term of the sum, the sum, and the result. */
import type { StackSegment } from '../charts/StackBar.tsx';
import { TONES, type Tone } from '../charts/types.ts';
import type { Estimate, Quantity, Term, TermPhase } from '../estimation/types.ts';
import {
  formatFixed,
  formatGigabytes,
  formatPercent,
  formatSignificant,
  phraseQuantity,
  withUnit,
} from './format.ts';
import { estimateOf } from './guide-data.ts';

export const WORKED = ['pp', 'tg', 'memory'] as const;
export type Worked = (typeof WORKED)[number];

export interface WorkedView {
  id: string;
  name: string;
  href: string;
  /** What the sum is of: `One token`, `The prompt of 4,096 tokens`, `Memory`. */
  sumOf: string;
  terms: { name: string; text: string; share: string }[];
  sum: string;
  segments: StackSegment[];
  capacity?: { value: number; text: string };
  /** The last line: from the sum to the result. */
  result: string;
  assumptions: string[];
}

const toneOf = (id: string): Tone => TONES.find((tone) => tone === id) ?? 'other';

/** Milliseconds below a second; three digits. */
export const formatShort = (seconds: number): string =>
  seconds < 1
    ? withUnit(formatSignificant(seconds * 1000), 'ms')
    : withUnit(formatSignificant(seconds), 's');

const amountOf = (term: Term): number => term.seconds ?? term.bytes ?? 0;

function segmentsOf(terms: Term[], word: (value: number) => string): StackSegment[] {
  return terms.map((term) => ({
    id: term.id,
    name: term.name,
    value: amountOf(term),
    text: word(amountOf(term)),
    tone: toneOf(term.id),
  }));
}

function resultOf(show: Worked, estimate: Estimate, sum: number, tokens: number): string {
  const phrase = (quantity: Quantity) => phraseQuantity(quantity, 'rate');
  if (show === 'tg') return `TG = 1 token / ${formatShort(sum)}: ${phrase(estimate.tg)}.`;
  if (show === 'pp') {
    return `PP = ${formatFixed(tokens, 0)} tokens / ${formatShort(sum)}: ${phrase(estimate.pp)}.`;
  }
  const { capacityBytes, totalBytes, fits, placement } = estimate.memory;
  if (capacityBytes === undefined) return `${formatGigabytes(totalBytes)} in all.`;
  const left = placement.leftBytes ?? capacityBytes - totalBytes;
  const elsewhere = left - (capacityBytes - totalBytes);
  const table =
    elsewhere > 1e7
      ? `; ${formatGigabytes(elsewhere)} of the weights, a table that is only looked up, stay in system memory`
      : '';
  return fits
    ? `It fits into ${formatGigabytes(capacityBytes)}, with ${formatGigabytes(left)} to spare${table}.`
    : `It does not fit into ${formatGigabytes(capacityBytes)}: ${formatGigabytes(-left)} too much.`;
}

const SUM_OF: Readonly<Record<Worked, (tokens: number) => string>> = {
  tg: () => 'One token',
  pp: (tokens) => `The prompt of ${formatFixed(tokens, 0)} tokens`,
  memory: () => 'Memory',
};

/** The worked view of a link's query; terms under a thousandth of the sum are left out. */
export function workedExample(query: string, show: Worked): WorkedView {
  const { estimate, href, name, configuration } = estimateOf(query);
  const phase: TermPhase = show;
  const terms = estimate.terms.filter((t) => t.phase === phase && t.share >= 0.001);
  if (terms.length === 0)
    throw new Error(`query “${query}”: the estimate has no terms for ${show}`);
  const sum = terms.reduce((total, term) => total + amountOf(term), 0);
  const word = show === 'memory' ? formatGigabytes : formatShort;
  const { capacityBytes } = estimate.memory;
  return {
    id: `worked-${show}-${configuration.hw}-${configuration.model}`.replace(/[^a-z0-9-]/g, '-'),
    name,
    href,
    sumOf: SUM_OF[show](configuration.prompt),
    terms: terms.map((t) => ({
      name: t.name,
      text: word(amountOf(t)),
      share: formatPercent(t.share),
    })),
    sum: word(sum),
    segments: segmentsOf(terms, word),
    ...(show === 'memory' &&
      capacityBytes !== undefined && {
        capacity: { value: capacityBytes, text: `of ${formatGigabytes(capacityBytes)}` },
      }),
    result: resultOf(show, estimate, sum, configuration.prompt),
    assumptions: estimate.assumptions.map(({ text }) => text),
  };
}
