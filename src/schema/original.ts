/**
 * `content/data/originals/`: tables and short quotations of the documents this guide grew from,
 * letter by letter. Corrections stand beside them as notes; nothing is changed silently.
 */
import { z } from 'zod';
import { Id, Text, When } from './common.ts';
import { type OriginalCell, readCell } from './original-cell.ts';

/** `documents.yaml`: a document, in the version that was read. */
export const DocumentSchema = z.strictObject({
  id: Id,
  title: Text,
  url: z.url().optional(),
  date: When.optional(),
  licence: Text,
});
export type OriginalDocument = z.infer<typeof DocumentSchema>;

const Column = z.strictObject({
  name: Text,
  unit: Text.optional(),
  /** `numbers`: each cell is a number or missing. `worded`: a number with words, or words alone. */
  cells: z.enum(['numbers', 'worded']).optional(),
});

const Note = z.strictObject({
  /** First cell of the row it is about; without it the note is about a column or the whole table. */
  row: Text.optional(),
  column: Text.optional(),
  text: Text,
});
export type OriginalNote = z.infer<typeof Note>;

const RawTable = z.strictObject({
  id: Id,
  title: Text,
  /** An id of documents.yaml. */
  document: Id,
  /** Where in the document. */
  place: Text.optional(),
  date: When.optional(),
  /** What one must know to read it: conditions, software, what was measured. */
  about: Text.optional(),
  columns: z.array(Column).min(1),
  rows: z.array(z.array(z.string())).min(1),
  notes: z.array(Note).default([]),
});

type Raw = z.infer<typeof RawTable>;
type Complain = (message: string, path: PropertyKey[]) => void;

function readRow(table: Raw, row: string[], index: number, complain: Complain): OriginalCell[] {
  if (row.length !== table.columns.length) {
    complain(`has ${row.length} cells, the table ${table.columns.length} columns`, ['rows', index]);
  }
  return row.map((words, place) => {
    const kind = table.columns[place]?.cells;
    if (!kind) return words === '' ? { words, missing: 'empty' } : { words };
    const cell = readCell(words);
    if (kind === 'numbers' && !('value' in cell) && !('missing' in cell)) {
      complain(`"${words}" is no number`, ['rows', index, place]);
    }
    return cell;
  });
}

function checkNotes(table: Raw, complain: Complain): void {
  for (const [index, { row, column }] of table.notes.entries()) {
    if (row !== undefined && !table.rows.some(([first]) => first === row)) {
      complain(`there is no row "${row}"`, ['notes', index, 'row']);
    }
    if (column !== undefined && !table.columns.some(({ name }) => name === column)) {
      complain(`there is no column "${column}"`, ['notes', index, 'column']);
    }
  }
}

/** `tables/<id>.yaml` */
export const OriginalTableSchema = RawTable.transform((table, context) => {
  const complain: Complain = (message, path) => {
    context.issues.push({ code: 'custom', message, path, input: table });
  };
  const rows = table.rows.map((row, index) => readRow(table, row, index, complain));
  checkNotes(table, complain);
  return { ...table, rows };
});
export type OriginalTable = z.infer<typeof OriginalTableSchema>;
export type OriginalColumn = z.infer<typeof Column>;

/** `quotations.yaml` */
export const QuotationSchema = z.strictObject({
  id: Id,
  /** Groups quotations on a page: `gpu`, `low-end/memory`. */
  topic: z.string().regex(/^[a-z-]+(\/[a-z-]+)?$/, 'topics are words, with at most one slash'),
  document: Id,
  who: Text.optional(),
  place: Text.optional(),
  url: z.url().optional(),
  date: When.optional(),
  text: Text,
  note: Text.optional(),
});
export type Quotation = z.infer<typeof QuotationSchema>;
