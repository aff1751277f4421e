/** The original's tables with what the guide computes beside each row. Numbers of the original are never changed. */
import { loadOriginalTables } from '../catalogue/original-tables.ts';
import { loadOriginals } from '../catalogue/originals.ts';
import { originalOperationsPerToken } from '../estimation/original.ts';
import type { OriginalDocument } from '../schema/original.ts';
import type { OriginalTable } from '../schema/original-table.ts';
import { formatFixed, formatGibibytes, formatGigabytes, formatSignificant } from './format.ts';

type Row = OriginalTable['rows'][number];

interface ComputedColumn {
  name: string;
  /** Words for a row, or the reason why there are none. */
  text: (row: Row) => string;
}

/** A value of a row; a missing one is a mistake in the caller, not in the data. */
export function numberIn(row: Row, key: string): number {
  const value = row.values[key];
  if (value === undefined) throw new Error(`the row “${row.cells[0]}” has no value “${key}”`);
  return value;
}

const giga = (value: number) => formatSignificant(value / 1e9, 3);

const sizes: ComputedColumn[] = [
  { name: 'Two bytes a parameter', text: (r) => formatGigabytes(2 * numberIn(r, 'parameters')) },
  { name: 'The same in GiB', text: (r) => formatGibibytes(2 * numberIn(r, 'parameters')) },
];

const ruleOf = (r: Row) => originalOperationsPerToken(numberIn(r, 'layers'), numberIn(r, 'width'));

const operations: ComputedColumn[] = [
  { name: '2·N·d², GFLOP', text: (r) => giga(ruleOf(r)) },
  { name: '2 per parameter, GFLOP', text: (r) => giga(2 * numberIn(r, 'parameters')) },
  {
    name: 'Table over 2 per parameter',
    text: (r) => {
      const [low, high] = ['low', 'high'].map(
        (k) => numberIn(r, k) / (2 * numberIn(r, 'parameters')),
      );
      return `${formatFixed(low ?? 0, 1)} to ${formatFixed(high ?? 0, 1)} times`;
    },
  },
];

const COMPUTED: Readonly<Record<string, ComputedColumn[]>> = {
  'model-sizes': sizes,
  'operations-per-token': operations,
};

export interface OriginalTableView {
  caption: string;
  document: OriginalDocument;
  place: string;
  columns: string[];
  /** Names of the columns this guide adds. */
  computed: string[];
  rows: { cells: string[]; computed: string[] }[];
}

/** A table of the original, its empty cells said to be empty, with computed columns beside. */
export function originalTable(id: string): OriginalTableView {
  const tables = loadOriginalTables();
  const table = tables.get(id);
  if (!table)
    throw new Error(
      `there is no original table “${id}”; there are ${[...tables.keys()].join(', ')}`,
    );
  const document = loadOriginals().documents.get(table.document);
  if (!document) throw new Error(`${id}: there is no document “${table.document}”`);
  const computed = COMPUTED[id] ?? [];
  return {
    caption: table.caption,
    document,
    place: `lines ${table.lines}`,
    columns: table.columns,
    computed: computed.map(({ name }) => name),
    rows: table.rows.map((row) => ({
      cells: row.cells.map((cell) => cell || 'empty in the original'),
      computed: computed.map(({ text }) => text(row)),
    })),
  };
}
