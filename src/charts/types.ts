/** What charts are handed: values already placed, text already worded. */
import type { Scale, Tick } from './scale.ts';

/** Marks differ by shape first and colour second. */
export const MARKS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring', 'bar'] as const;
export type Mark = (typeof MARKS)[number];

/**
 * Fills of bars. Weights, KV cache, compute and overhead are told apart with every common colour
 * blindness; others take one of these colours where it is free in the same sum, or add a texture.
 */
export const TONES = [
  'weights',
  'kv',
  'compute',
  'overhead',
  'unpacking',
  'attention',
  'activations',
  'batch',
  'runtime',
  'link',
  'other',
] as const;
export type Tone = (typeof TONES)[number];

export interface Axis {
  /** With its unit: `Measured, tok/s`. */
  label: string;
  scale: Scale;
  ticks: Tick[];
}

/** The same values as the drawing, worded. */
export interface ValuesTable {
  caption: string;
  /** What opens it; without, `The same values in a table`. */
  summary?: string;
  columns: { name: string; numeric?: boolean }[];
  rows: string[][];
}

export interface ChartText {
  /** Unique on the page: labels refer to it. */
  id: string;
  title: string;
  /** One or two sentences that say what the drawing shows, for those who do not see it too. */
  description: string;
  table?: ValuesTable;
  /** Lower heading weight and no frame, where a caption around it already says what it is. */
  compact?: boolean;
}
