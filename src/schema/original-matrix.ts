/** `original-matrix.yaml`: what concerns the guide's original document as a whole. */
import { z } from 'zod';
import { Id, Text } from './common.ts';

const Configuration = z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9']);

export const OriginalDocumentSchema = z.strictObject({
  source: z.strictObject({ title: Text, url: z.url() }),
  model: Id,
  quantization: Id,
  doubtful: z.array(Configuration),
  systems_remarks: z.array(Text),
  configuration_remarks: z.partialRecord(Configuration, z.array(Text).min(1)),
  later: z.array(Text),
});

export type OriginalDocument = z.infer<typeof OriginalDocumentSchema>;
