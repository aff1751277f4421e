/** `original-tables.yaml`: tables of the documents this guide began with, word for word. */
import { z } from 'zod';

const Text = z.string().min(1);

export const OriginalTableSchema = z.strictObject({
  id: Text,
  caption: Text,
  /** Of originals/documents.yaml. */
  document: Text,
  /** Lines of the original that hold it. */
  lines: z.string().regex(/^\d+-\d+$/),
  /** What `values` holds beyond the original's words, and where it is from. */
  added: Text.optional(),
  columns: z.array(Text).min(2),
  rows: z
    .array(
      z.strictObject({
        cells: z.array(z.string()).min(2),
        values: z.record(z.string(), z.number()),
      }),
    )
    .min(1),
});
export type OriginalTable = z.infer<typeof OriginalTableSchema>;

export const OriginalTablesSchema = z.array(OriginalTableSchema).min(1);
