/**
 * One cell of a table taken over from another document: the words as they stand there, and beside
 * them what a program needs to sort and to draw. `~13 GB` sorts as 13·10⁹, `5660 +/- 2` as 5660,
 * `10–12` as 11; nothing is rounded, and the words are what a page shows.
 */

export type CellMark = 'approximate' | 'doubtful' | 'at most' | 'open';

/** A number with its words. Ranges keep both ends and sort by their middle. */
export interface NumberCell {
  words: string;
  value: number;
  plusMinus?: number;
  low?: number;
  high?: number;
  marks: CellMark[];
}

/** Nothing there: an empty cell, a dash or a question mark are three different things to say. */
export interface MissingCell {
  words: string;
  missing: 'empty' | 'dash' | 'question mark';
}

export interface TextCell {
  words: string;
}

export type OriginalCell = NumberCell | MissingCell | TextCell;

/** Units that change a cell's place in the order; others stand for themselves. */
const sizes: Readonly<Record<string, number>> = {
  M: 1e6,
  B: 1e9,
  'MB/s': 1e6,
  'GB/s': 1e9,
  GB: 1e9,
  GFLOPS: 1e9,
  TFLOPS: 1e12,
};

const absent: Readonly<Record<string, MissingCell['missing']>> = {
  '': 'empty',
  '-': 'dash',
  '?': 'question mark',
};

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?|\.\d+`;
const PATTERN = new RegExp(
  String.raw`^(?<before>~|around |about |up to |under )?\$?(?<first>-?(?:${NUMBER}))` +
    String.raw`(?:(?:–|-|\.\.| to )\$?(?<second>${NUMBER}))?(?<after>[+?])?` +
    String.raw`(?: \+/- (?<error>${NUMBER}))?(?: ?(?<unit>[A-Za-z%].*))?$`,
);

const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));

function marksOf(before: string | undefined, after: string | undefined): CellMark[] {
  const marks: CellMark[] = [];
  if (before === '~' || before === 'around ' || before === 'about ') marks.push('approximate');
  if (before === 'up to ' || before === 'under ') marks.push('at most');
  if (after === '?') marks.push('doubtful');
  if (after === '+') marks.push('open');
  return marks;
}

/** Reads a cell that should hold a number; text where it holds none. */
export function readCell(words: string): OriginalCell {
  const missing = absent[words];
  if (missing) return { words, missing };
  const { before, first, second, after, error, unit } = PATTERN.exec(words)?.groups ?? {};
  if (first === undefined) return { words };
  const size = sizes[unit ?? ''] ?? 1;
  const low = numberOf(first) * size;
  const cell: NumberCell = { words, value: low, marks: marksOf(before, after) };
  if (error !== undefined) cell.plusMinus = numberOf(error) * size;
  if (second === undefined) return cell;
  const high = numberOf(second) * size;
  return { ...cell, value: (low + high) / 2, low, high };
}

export const isNumberCell = (cell: OriginalCell): cell is NumberCell => 'value' in cell;
export const isMissingCell = (cell: OriginalCell): cell is MissingCell => 'missing' in cell;
