/** `validation.json`: what `npm run validate` writes, predictions of runs that the fit had not seen. */
import { z } from 'zod';

const percent = z.number().min(0);

const ErrorRow = z.object({
  group: z.string().min(1),
  phase: z.enum(['pp', 'tg']),
  runs: z.number().int().min(1),
  devices: z.number().int().min(1),
  median: percent,
  p90: percent,
  deviceMedian: percent,
  deviceP90: percent,
  coverage: percent.max(100),
  originalMedian: percent.optional(),
  originalP90: percent.optional(),
});
export type ValidationRow = z.infer<typeof ErrorRow>;

const HeldOutRun = z.object({
  id: z.string().min(1),
  phase: z.enum(['pp', 'tg']),
  usage: z.string(),
  class: z.string(),
  measured: z.number().positive(),
  predicted: z.number().positive(),
  inside: z.boolean(),
});
export type HeldOutRun = z.infer<typeof HeldOutRun>;

export const ValidationSchema = z.object({
  /** Newest run and hash of the runs the fit was made on. */
  date: z.string(),
  dataHash: z.string(),
  /** Held out in turn: whole devices, models, sources. */
  tables: z.partialRecord(z.enum(['device', 'sweep', 'model', 'source']), z.array(ErrorRow)),
  /** How many groups each was divided into; one after the other was held out. */
  groups: z.partialRecord(z.enum(['device', 'sweep', 'model', 'source']), z.number().int().min(2)),
  /** Sizes against the files and logs of engines. */
  memory: z.array(
    z.object({
      what: z.string().min(1),
      rows: z.number().int().min(1),
      median: percent,
      p90: percent,
    }),
  ),
  runs: z.array(HeldOutRun),
});
export type Validation = z.infer<typeof ValidationSchema>;
