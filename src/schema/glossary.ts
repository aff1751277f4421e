/** `glossary.yaml`: the guide's words, one sentence or two each. */
import { z } from 'zod';
import { Id, Text } from './common.ts';

export const TermSchema = z.strictObject({
  id: Id,
  term: Text,
  /** Other names and spellings. */
  also: z.array(Text).optional(),
  /** Where it is a quantity; `1` for a pure number. */
  unit: Text.optional(),
  text: z.string().regex(/[.)]$/, 'ends with a full stop'),
  /** The article that explains it: a file of content/articles. */
  chapter: Id,
});
export type Term = z.infer<typeof TermSchema>;
