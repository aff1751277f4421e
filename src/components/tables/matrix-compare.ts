/**
 * Lets a reader choose up to four cells of a matrix and open them side by side. While choosing, a cell
 * is a toggle button; before and after it is the link it was.
 */
import { LETTERS } from '../../configuration/letters.ts';

const CELLS = '.cell a[href*="/configure/?"]';

/** The comparison of these cells' links: every key once for each, behind its letter. */
export function comparingQuery(hrefs: readonly string[]): string {
  const queries = hrefs.map((href) => new URLSearchParams(href.slice(href.indexOf('?') + 1)));
  const keys = queries.flatMap((query, at) =>
    [...query]
      .filter(([key]) => key !== 'v')
      .map(([key, value]) => `${LETTERS[at]}.${key}=${value}`),
  );
  return `${keys.join('&')}&v=${queries[0]?.get('v') ?? 1}`;
}

export function startChoosing(table: HTMLTableElement, box: HTMLElement): void {
  const check = box.querySelector('input');
  const output = box.querySelector('output');
  const link = box.querySelector('a');
  if (!check || !output || !link) return;
  const address = link.getAttribute('href') ?? '';
  let chosen: HTMLAnchorElement[] = [];

  const tell = () => {
    for (const cell of table.querySelectorAll<HTMLAnchorElement>(CELLS))
      mark(cell, check.checked, chosen.includes(cell));
    const hrefs = chosen.map((cell) => cell.getAttribute('href') ?? '');
    link.hidden = chosen.length === 0;
    if (chosen.length > 0) link.href = `${address}?${comparingQuery(hrefs)}`;
    output.value = sentence(check.checked, chosen.length);
  };
  const toggle = (event: Event) => {
    const cell = check.checked && (event.target as Element).closest<HTMLAnchorElement>(CELLS);
    if (!cell) return;
    event.preventDefault();
    if (chosen.includes(cell)) chosen = chosen.filter((one) => one !== cell);
    else if (chosen.length < LETTERS.length) chosen = [...chosen, cell];
    tell();
  };
  check.addEventListener('change', () => {
    if (!check.checked) chosen = [];
    tell();
  });
  // Ticked before the script came.
  if (check.checked) tell();
  table.addEventListener('click', toggle);
  // A button answers to the space bar, a link does not.
  table.addEventListener('keydown', (event) => event.key === ' ' && toggle(event));
}

function mark(cell: HTMLAnchorElement, choosing: boolean, chosen: boolean): void {
  if (choosing) cell.setAttribute('role', 'button');
  else cell.removeAttribute('role');
  if (choosing) cell.setAttribute('aria-pressed', String(chosen));
  else cell.removeAttribute('aria-pressed');
}

function sentence(choosing: boolean, count: number): string {
  if (!choosing) return '';
  if (count === 0) return 'Choose up to four cells.';
  return count < LETTERS.length
    ? `${count} of four chosen.`
    : 'Four chosen, the most there can be.';
}
