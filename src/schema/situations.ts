/** `situations.yaml`: whom `/plan/` is answered for at build, each a page of its own. */
import { z } from 'zod';
import { Id, Text } from './common.ts';

export const SituationsSchema = z.array(
  z.strictObject({
    /** The last part of the page's address. */
    id: Id,
    title: Text,
    /** A plan's query. */
    needs: Text,
    /** Who asks, and why the needs are what they are. */
    story: Text,
    /** What the numbers do not say. */
    mind: Text,
  }),
);

export type Situation = z.infer<typeof SituationsSchema>[number];
