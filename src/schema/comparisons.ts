/** `comparisons.yaml`: the pairs people ask for most, each a page of its own. */
import { z } from 'zod';
import { Id, Text } from './common.ts';

export const ComparisonsSchema = z.array(
  z.strictObject({
    /** The last part of the page's address. */
    id: Id,
    /** What people ask, ending in a question mark. */
    question: Text,
    /** A link's query: `a.hw=…&b.hw=…&model=…`. */
    query: Text,
  }),
);

export type ComparisonRow = z.infer<typeof ComparisonsSchema>[number];
