/** The rows of a matrix as the controls see them, and how a cell is painted anew. */
import type { WorkflowClass, WorkflowThresholds } from '../../estimation/types.ts';
import { classify } from '../../estimation/workflow.ts';
import { verdictOf, WORKFLOW_CLASSES } from '../../views/verdict.ts';

export interface Cell {
  element: HTMLTableCellElement;
  /** Seconds to the first token, seconds in all, tok/s; empty where nothing is known. */
  numbers: number[];
  /** 0 (interactive) to 3, 4 where there is no class. */
  rank: number;
  href: string;
}

export interface Row {
  element: HTMLTableRowElement;
  text: string;
  cells: Cell[];
}

const wordOf = (cell: HTMLElement) => cell.querySelector('b');

export function readRow(element: HTMLTableRowElement): Row {
  const cells = [...element.querySelectorAll<HTMLTableCellElement>('.cell')].map((cell) => {
    const rank = WORKFLOW_CLASSES.indexOf(wordOf(cell)?.textContent as WorkflowClass);
    return {
      element: cell,
      numbers: cell.dataset['n']?.split(' ').map(Number) ?? [],
      rank: rank < 0 ? WORKFLOW_CLASSES.length : rank,
      href: cell.querySelector('a')?.getAttribute('href') ?? '',
    };
  });
  return { element, text: element.cells[0]?.textContent?.toLowerCase() ?? '', cells };
}

/** Gives a cell the class its numbers have under these limits, and its link the limits. */
export function reclassify(cell: Cell, limits: WorkflowThresholds, suffix: string): void {
  cell.element.querySelector('a')?.setAttribute('href', cell.href + suffix);
  const [firstTokenSeconds, totalSeconds, tokensPerSecond] = cell.numbers;
  if (firstTokenSeconds === undefined || !totalSeconds || !tokensPerSecond) return;
  const found = classify({ firstTokenSeconds, totalSeconds, tokensPerSecond }, limits);
  cell.rank = WORKFLOW_CLASSES.indexOf(found);
  const word = wordOf(cell.element);
  if (!word || word.textContent === found) return;
  const { mark, tone } = verdictOf(found);
  word.textContent = found;
  cell.element.className = `cell verdict-${tone}`;
  cell.element.querySelector('use')?.setAttribute('href', `#${mark}`);
}

/** Rows in the wanted order; without one as the page was built. */
export function ordered(rows: readonly Row[], sort: string, column: number): readonly Row[] {
  const place = ['first', 'total', 'rate'].indexOf(sort);
  if (place < 0) return rows;
  const key = (row: Row) => {
    const number = row.cells[column]?.numbers[place];
    if (number === undefined) return Number.POSITIVE_INFINITY;
    return sort === 'rate' ? -number : number;
  };
  return [...rows].sort((a, b) => key(a) - key(b) || 0);
}
