/** What a link's `seen` says against what the estimator says now. */
import type { SeenResult } from '../configuration/types.ts';
import { type Estimate, isUnknown } from '../estimation/types.ts';
import { formatPercent, formatRate, formatSeconds } from './format.ts';

const QUANTITIES = [
  ['pp', 'prompt processing', formatRate],
  ['ttft', 'time to first token', formatSeconds],
  ['tg', 'token generation', formatRate],
] as const;

/** A link keeps four digits; less than this is rounding. */
const LEAST_CHANGE = 0.001;

/** One sentence for each quantity that is no longer what it was; none when nothing moved. */
export function movedSince(seen: SeenResult, result: Estimate): string[] {
  return QUANTITIES.flatMap(([key, name, word]) => {
    const before = seen[key];
    if (before === undefined) return [];
    const now = result[key];
    if (isUnknown(now)) return [`${name} was ${word(before)}; it is now unknown: ${now.unknown}`];
    const change = before > 0 ? now.central / before - 1 : 1;
    if (Math.abs(change) < LEAST_CHANGE) return [];
    const percent = `${change > 0 ? '+' : ''}${formatPercent(change)}`;
    return [`${name} was ${word(before)} and is now ${word(now.central)} (${percent})`];
  });
}

/** What a link made now would carry. */
export function seenOf(result: Estimate): SeenResult {
  const seen: SeenResult = {};
  for (const [key] of QUANTITIES) {
    const quantity = result[key];
    if (!isUnknown(quantity)) seen[key] = quantity.central;
  }
  return seen;
}
