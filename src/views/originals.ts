/** Tables and quotations of the original documents as a page shows them. */
import { loadOriginals } from '../catalogue/originals.ts';
import type {
  OriginalColumn,
  OriginalDocument,
  OriginalTable,
  Quotation,
} from '../schema/original.ts';
import { isMissingCell, isNumberCell, type OriginalCell } from '../schema/original-cell.ts';
import { formatCount, formatFixed } from './format.ts';

interface ShownCell {
  cell: OriginalCell;
  numeric: boolean;
  /** Numbers of the notes about this cell. */
  marks: number[];
}

export interface ShownTable {
  table: OriginalTable;
  document: OriginalDocument;
  columns: { name: string; unit: string | undefined; numeric: boolean; marks: number[] }[];
  rows: ShownCell[][];
  notes: { number: number; text: string }[];
  /** What an empty cell or a dash means, where there are any. */
  missing: string;
}

function known<T>(things: ReadonlyMap<string, T>, id: string, kind: string): T {
  const thing = things.get(id);
  if (thing) return thing;
  throw new Error(`there is no ${kind} "${id}"; known: ${[...things.keys()].join(', ')}`);
}

const isNumeric = (column: OriginalColumn) => column.cells === 'numbers';

/** Places of the wanted columns; the first, which names the row, is always kept. */
function placesOf(table: OriginalTable, wanted: readonly string[] | undefined): number[] {
  for (const name of wanted ?? []) {
    if (!table.columns.some((column) => column.name === name)) {
      throw new Error(`table "${table.id}" has no column "${name}"`);
    }
  }
  return table.columns.flatMap(({ name }, place) =>
    place === 0 || !wanted || wanted.includes(name) ? [place] : [],
  );
}

/** Numbers of the notes that say something about this row and column. */
function marksAt(table: OriginalTable, row: string | undefined, column: string): number[] {
  return table.notes.flatMap((note, index) => {
    const first = table.columns[0]?.name;
    // A note about a row alone stands at the row's name.
    const at = note.column ?? (note.row === undefined ? undefined : first);
    return note.row === row && at === column ? [index + 1] : [];
  });
}

function explainMissing(rows: readonly OriginalCell[][]): string {
  const kinds = new Set(rows.flat().map((cell) => (isMissingCell(cell) ? cell.missing : '')));
  const sentences = [
    kinds.has('empty') && '“Empty”: nothing stands there in the source.',
    kinds.has('dash') && '“-”: the source prints a dash and does not say why.',
    kinds.has('question mark') && '“?”: so in the source.',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** A table with its notes numbered and placed, and only the wanted columns. */
export function originalTable(id: string, wanted?: readonly string[]): ShownTable {
  const { documents, tables } = loadOriginals();
  const table = known(tables, id, 'original table');
  const places = placesOf(table, wanted);
  const columnAt = (place: number) => table.columns[place] as OriginalColumn;
  const rows = table.rows.map((row) =>
    places.map((place) => ({
      cell: row[place] as OriginalCell,
      numeric: isNumeric(columnAt(place)),
      marks: marksAt(table, row[0]?.words, columnAt(place).name),
    })),
  );
  const columns = places.map((place) => {
    const { name, unit } = columnAt(place);
    return {
      name,
      unit,
      numeric: isNumeric(columnAt(place)),
      marks: marksAt(table, undefined, name),
    };
  });
  const notes = table.notes.map(({ text }, index) => ({ number: index + 1, text }));
  const missing = explainMissing(rows.map((row) => row.map(({ cell }) => cell)));
  return {
    table,
    document: known(documents, table.document, 'document'),
    columns,
    rows,
    notes,
    missing,
  };
}

/** The number in a cell, by the row's first cell and the column's name; a missing one throws. */
export function originalNumber(id: string, row: string, column: string): number {
  const table = known(loadOriginals().tables, id, 'original table');
  const place = table.columns.findIndex(({ name }) => name === column);
  const cell = table.rows.find(([first]) => first?.words === row)?.[place];
  if (cell && isNumberCell(cell)) return cell.value;
  throw new Error(`table "${id}" has no number at "${row}", "${column}"`);
}

/** The words in a cell, for a sentence that quotes it. */
export function originalWords(id: string, row: string, column: string): string {
  const table = known(loadOriginals().tables, id, 'original table');
  const place = table.columns.findIndex(({ name }) => name === column);
  const cell = table.rows.find(([first]) => first?.words === row)?.[place];
  if (cell) return cell.words;
  throw new Error(`table "${id}" has no cell at "${row}", "${column}"`);
}

export type ShownQuotation = Omit<Quotation, 'document'> & { document: OriginalDocument };

export function quotation(id: string): ShownQuotation {
  const { documents, quotations } = loadOriginals();
  const quoted = known(quotations, id, 'quotation');
  return { ...quoted, document: known(documents, quoted.document, 'document') };
}

/** Quotations of a topic, `low-end` including `low-end/memory`; none is a mistake of the author. */
export function quotationsOn(topic: string): Quotation[] {
  const all = [...loadOriginals().quotations.values()];
  const found = all.filter((q) => q.topic === topic || q.topic.startsWith(`${topic}/`));
  if (found.length > 0) return found;
  throw new Error(`no quotation has the topic "${topic}"`);
}

interface EffectiveColumn {
  name: string;
  unit: string;
  /** One for each row; nothing where the table gives no number. */
  cells: ({ text: string; value: number } | undefined)[];
}

/** The number in a row's cell, where there is one. */
function numberOf(table: OriginalTable, row: OriginalTable['rows'][number], column: string) {
  const cell = row[table.columns.findIndex(({ name }) => name === column)];
  return cell && isNumberCell(cell) ? cell.value : undefined;
}

/**
 * What a table of LocalScore results implies: the bytes per second that arrive, TG · file size, and
 * the mean length of the prompts, PP · TTFT.
 */
export function effectiveColumns(id: string, file: string): EffectiveColumn[] {
  const table = known(loadOriginals().tables, id, 'original table');
  const bytes = originalNumber('openbenchmarking-files', file, 'Size');
  const bandwidth = table.rows.map((row) => {
    const tg = numberOf(table, row, 'Token generation');
    const value = tg === undefined ? undefined : (tg * bytes) / 1e9;
    return value === undefined ? undefined : { text: formatFixed(value, 1), value };
  });
  const length = table.rows.map((row) => {
    const pp = numberOf(table, row, 'Prompt processing');
    const ttft = numberOf(table, row, 'Time to first token');
    const value = pp === undefined || ttft === undefined ? undefined : (pp * ttft) / 1000;
    return value === undefined ? undefined : { text: formatCount(value), value };
  });
  return [
    { name: 'TG times file size', unit: 'GB/s', cells: bandwidth },
    { name: 'PP times TTFT', unit: 'tokens', cells: length },
  ];
}
