/** Reads `content/data/estimator-changes.yaml`. */
import { type EstimatorChange, EstimatorChangesSchema } from '../schema/estimator-change.ts';
import { readDocument } from './data-file.ts';

/** Newest first; throws with the field and the reason where a line does not fit. */
export const loadEstimatorChanges = (text?: string): EstimatorChange[] =>
  readDocument('estimator-changes.yaml', EstimatorChangesSchema, text);
