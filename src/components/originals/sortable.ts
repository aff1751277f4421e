/**
 * Makes the headers of `table[data-sortable]` sort its rows. Cells sort by `data-sort`: as numbers
 * where both are, else as text; missing ones stay last either way. Without scripts the table keeps
 * the order of its source.
 */

type Direction = 'ascending' | 'descending';

function compare(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, 'en', { numeric: true }) : x - y;
}

function sortRows(table: HTMLTableElement, column: number, direction: Direction): void {
  const body = table.tBodies[0];
  if (!body) return;
  const keyOf = (row: HTMLTableRowElement) => row.cells[column]?.dataset.sort ?? '';
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = [...body.rows].sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return sign * compare(a, b);
  });
  body.append(...sorted);
}

/** Numbers are looked up from the top, names from A. */
function nextDirection(header: HTMLTableCellElement): Direction {
  const now = header.ariaSort;
  if (now) return now === 'ascending' ? 'descending' : 'ascending';
  return header.classList.contains('number') ? 'descending' : 'ascending';
}

function sortBy(table: HTMLTableElement, header: HTMLTableCellElement): void {
  const direction = nextDirection(header);
  for (const other of table.tHead?.rows[0]?.cells ?? []) other.removeAttribute('aria-sort');
  header.ariaSort = direction;
  sortRows(table, header.cellIndex, direction);
}

function addButtons(table: HTMLTableElement): void {
  for (const header of table.tHead?.rows[0]?.cells ?? []) {
    const name = header.querySelector('.name');
    if (!name) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    name.replaceWith(button);
    button.append(name);
    button.addEventListener('click', () => sortBy(table, header));
  }
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(addButtons);
