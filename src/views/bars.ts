/** Bars of terms: what takes the time, what takes the memory. */
import type { Estimate, Term, TermPhase } from '../estimation/types.ts';
import { formatPercent, formatSignificant, withUnit } from './format.ts';
import { memoryParts, wordMemory } from './memory.ts';

/** A bar of parts, each named and worded; drawn as a stacked bar. */
export interface BarView {
  id: string;
  title: string;
  totalText: string;
  /** `id` is the term's and picks the colour. */
  segments: { id: string; name: string; value: number; text: string }[];
  /** A limit to hold the sum against. */
  capacity?: { value: number; text: string };
}

/** The summands of one phase, as the estimate lists them. */
export const termsOf = ({ terms }: Estimate, phase: TermPhase): Term[] =>
  terms.filter((term) => term.phase === phase);

/** Three digits, in ms below a second: the terms of one token are a few of these. */
export const formatShortTime = (seconds: number): string =>
  seconds < 1
    ? withUnit(formatSignificant(seconds * 1000), 'ms')
    : withUnit(formatSignificant(seconds), 's');

function timeBar(result: Estimate, phase: 'pp' | 'tg', id: string, title: string): BarView[] {
  const terms = termsOf(result, phase).filter((term) => (term.seconds ?? 0) > 0);
  if (terms.length === 0) return [];
  const segments = terms.map((term) => ({
    id: term.id,
    name: term.name,
    value: term.seconds as number,
    text: `${formatShortTime(term.seconds as number)} (${formatPercent(term.share)})`,
  }));
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  return [{ id, title, segments, totalText: formatShortTime(total) }];
}

/** Seconds of the whole prompt, by cause; none where there is no prompt. */
export const promptBar = (result: Estimate) =>
  timeBar(result, 'pp', 'prompt-time', 'What the prompt’s time goes to');

/** Seconds of one generated token, by cause; none where there is no answer. */
export const tokenBar = (result: Estimate) =>
  timeBar(result, 'tg', 'token-time', 'What one token’s time goes to');

/** Bytes held, against the memory there is. */
export function memoryBar(result: Estimate): BarView[] {
  const { memory } = result;
  const segments = memoryParts(memory).map((part) => ({
    id: part.id,
    name: part.name,
    value: part.bytes,
    text: part.size,
  }));
  const { capacityBytes } = memory;
  const capacity = capacityBytes !== undefined && {
    capacity: {
      value: capacityBytes,
      text: `${withUnit(formatSignificant(capacityBytes / 1e9), 'GB')} there`,
    },
  };
  const { use } = wordMemory(result);
  return [{ id: 'memory', title: 'What takes the memory', segments, totalText: use, ...capacity }];
}
