/** The one shape of the chapters' computed and measured tables. */

export interface DataCell {
  text: string;
  /** A second, smaller line: a range. */
  small?: string;
  /** False where the text says why there is no value. */
  known?: boolean;
  /** Below the site's base, or an address of another site. */
  href?: string;
  /** What the column sorts by, where it is not the text. */
  sort?: number;
}

export interface DataColumn {
  name: string;
  unit?: string;
  numeric?: boolean;
}

export interface DataTable {
  columns: readonly DataColumn[];
  rows: readonly (readonly DataCell[])[];
}

/** A cell, or the reason why it is empty. */
export const cellOr = (text: string | undefined, reason: string, sort?: number): DataCell =>
  text === undefined
    ? { text: reason, known: false }
    : { text, ...(sort !== undefined && { sort }) };
