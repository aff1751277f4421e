/**
 * The one catalogue, estimator and selection that all pages of a build share: read once, each
 * estimate made once.
 */
import { type Catalogue, loadCatalogue } from '../catalogue/index.ts';
import type { Measurements } from '../catalogue/measurements.ts';
import { loadOriginalDocument } from '../catalogue/original-matrix.ts';
import { loadSelections } from '../catalogue/selections.ts';
import { DEFAULT_CONFIGURATION } from '../configuration/index.ts';
import type { Selections } from '../schema/selections.ts';
import { createEstimator, type Estimator } from './estimator.ts';
import { guideMeasurements, guideTables } from './guide-data.ts';
import { type OriginalMatrix, originalMatrix } from './original-source.ts';

export interface Shared {
  catalogue: Catalogue;
  estimator: Estimator;
  selections: Selections;
  original: OriginalMatrix;
  measurements: Measurements;
}

let shared: Shared | undefined;

/** What all pages of a build share. */
export function sharedData(): Shared {
  shared ??= open();
  return shared;
}

function open(): Shared {
  const catalogue = loadCatalogue();
  const tables = guideTables();
  return {
    catalogue,
    estimator: createEstimator(tables, DEFAULT_CONFIGURATION),
    selections: loadSelections(tables),
    original: originalMatrix(catalogue, loadOriginalDocument()),
    measurements: guideMeasurements(),
  };
}
