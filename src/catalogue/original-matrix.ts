/** What concerns the guide's original document as a whole. */
import { type OriginalDocument, OriginalDocumentSchema } from '../schema/original-matrix.ts';
import { readDocument } from './data-file.ts';

/** `content/data/original-matrix.yaml`; `text` stands in for the file in tests. */
export const loadOriginalDocument = (text?: string): OriginalDocument =>
  readDocument('original-matrix.yaml', OriginalDocumentSchema, text);
