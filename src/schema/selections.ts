/** `selections.yaml`: which of the catalogue's rows the tables of the site show. */
import { z } from 'zod';

const Id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'ids are lower case');
const Weights = z.strictObject({ model: Id, quant: Id });

export const SelectionsSchema = z.strictObject({
  matrix: z.strictObject({
    guide: Weights,
    models: z.array(Weights).min(16),
    localscore: z.array(Weights).min(1),
  }),
  page_models: z.array(Weights).min(1),
  page_quants: z.array(Id).min(1),
  page_systems: z.array(Id).min(1),
  home: z.strictObject({
    use_case: Id,
    models: z.array(Weights).min(1),
    systems: z.array(Id).min(1),
  }),
});

export type Selections = z.infer<typeof SelectionsSchema>;
export type Weights = z.infer<typeof Weights>;
