/** `estimator-changes.yaml`: what changed in the estimator from version to version. */
import { z } from 'zod';

export const EstimatorChangesSchema = z
  .array(
    z.strictObject({
      version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be like 0.1.0'),
      date: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])(-\d\d)?$/, 'must be 2026-11 or 2026-11-21'),
      changes: z.array(z.string().min(10)).min(1),
    }),
  )
  .min(1);
export type EstimatorChange = z.infer<typeof EstimatorChangesSchema>[number];
