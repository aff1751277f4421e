/** The four workflow classes in words, marks and tones: one wording for every page. */
import type { Unknown, WorkflowClass } from '../estimation/types.ts';

/** Best to worst: the order of sorting. */
export const WORKFLOW_CLASSES: readonly WorkflowClass[] = [
  'interactive',
  'background',
  'off-line',
  'non-viable',
];

/** Colour family of a verdict; colour only repeats what mark and word say. */
export type Tone = 'good' | 'ok' | 'tight' | 'bad' | 'none';

export interface Verdict {
  /** The class's word as pages print it. */
  word: string;
  /** Id of the SVG symbol, see `components/Marks.astro`. */
  mark: string;
  tone: Tone;
  /** 0 (best) to 4 (unknown). */
  rank: number;
  /** Why there is no class. */
  reason?: string;
}

const LOOKS: Readonly<Record<WorkflowClass, { mark: string; tone: Tone }>> = {
  interactive: { mark: 'mark-interactive', tone: 'good' },
  background: { mark: 'mark-background', tone: 'ok' },
  'off-line': { mark: 'mark-off-line', tone: 'tight' },
  'non-viable': { mark: 'mark-non-viable', tone: 'bad' },
};

/** Word, mark, tone and rank of a class, or of its absence. */
export function verdictOf(value: WorkflowClass | Unknown): Verdict {
  if (typeof value === 'object') {
    return { word: 'unknown', mark: 'mark-unknown', tone: 'none', rank: 4, reason: value.unknown };
  }
  return { word: value, ...LOOKS[value], rank: WORKFLOW_CLASSES.indexOf(value) };
}

/** Other classes the 80 % range reaches into: `interactive`, `off-line`; empty where it reaches none. */
export function spreadOf(
  central: WorkflowClass | Unknown,
  range: { low: WorkflowClass; high: WorkflowClass } | Unknown,
): string {
  if (typeof central === 'object' || 'unknown' in range) return '';
  const ends = [range.high, range.low].filter((end) => end !== central);
  return [...new Set(ends)].join(' or ');
}
