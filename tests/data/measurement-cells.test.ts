// Proves that what readers take away is what the data files say: each run's cells equal its row's, column by column.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { cellsOf } from '../../src/catalogue/measurement-cells.ts';
import { sharedData } from '../../src/views/shared.ts';

const folder = 'content/data/measurements';

/** Rows as written, empty cells left out, numbers as numbers. */
function written(): Map<string, Record<string, string | number>> {
  const rows = new Map<string, Record<string, string | number>>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const records = parse(readFileSync(`${folder}/${file}`, 'utf8'), {
      columns: true,
    }) as Record<string, string>[];
    records.forEach((record, place) => {
      const cells = Object.entries(record).filter(([, cell]) => cell !== '');
      rows.set(`${file.slice(0, -4)}-${place + 1}`, Object.fromEntries(cells));
    });
  }
  return rows;
}

test('every cell of every row comes back', () => {
  const expected = written();
  const { rows } = sharedData().measurements;
  expect(rows.length).toBe(expected.size);
  for (const row of rows) {
    const back = cellsOf(row);
    const wanted = expected.get(row.id) ?? {};
    const asNumbers = Object.entries(wanted).map(([column, cell]) => [
      column,
      typeof back[column as 'notes'] === 'number' ? Number(cell) : cell,
    ]);
    expect(back, row.id).toEqual(Object.fromEntries(asNumbers));
  }
});
