/** LocalScore's nine tests on all systems, and the score they add up to. */
import { isUnknown } from '../estimation/types.ts';
import type { Weights } from '../schema/selections.ts';
import type { Estimator } from './estimator.ts';
import { formatCount, formatSignificant } from './format.ts';
import {
  cellOf,
  choiceOf,
  type MatrixCell,
  SYSTEM_CLASSES,
  type SystemClass,
  type UseCase,
} from './matrix.ts';
import { sameParts } from './same-parts.ts';

/** LocalScore's own words for its values. */
export function bandOf(score: number): string {
  if (score >= 1000) return 'excellent';
  if (score >= 250) return 'passable or better';
  return score >= 100 ? 'below passable' : 'poor';
}

export interface ScoreRow {
  id: string;
  name: string;
  href: string;
  /** `1,230, excellent`, or why there is none. */
  score:
    | { known: true; value: string; range: string; band: string }
    | { known: false; reason: string };
  cells: MatrixCell[];
}

export interface ScoreTable {
  useCases: UseCase[];
  groups: { id: SystemClass; rows: ScoreRow[] }[];
}

/** Rows of all systems; those of the same parts share one. */
export function scoreTable(estimator: Estimator, weights: Weights): ScoreTable {
  const { tables } = estimator;
  const useCases = tables.useCases.filter(({ set }) => set === 'localscore');
  const systems = Object.values(tables.systems);
  const groups = SYSTEM_CLASSES.map((id) => ({
    id,
    rows: sameParts(
      systems.filter((system) => system.class === id),
      tables,
    ).map(({ name, systems: [first] }) => rowOf(estimator, weights, useCases, first.id, name)),
  }));
  return { useCases, groups: groups.filter(({ rows }) => rows.length > 0) };
}

function rowOf(
  estimator: Estimator,
  { model, quant }: Weights,
  useCases: readonly UseCase[],
  hw: string,
  name: string,
): ScoreRow {
  // The benchmark's own engine.
  const choice = { hw, model, quant, runtime: 'llamafile' };
  const result = estimator.score(choice);
  return {
    id: hw,
    name,
    href: `/systems/${hw}/`,
    score: isUnknown(result)
      ? { known: false, reason: result.unknown }
      : {
          known: true,
          value: wordScore(result.score.central),
          range: `${wordScore(result.score.low)}\u2013${wordScore(result.score.high)}`,
          band: bandOf(result.score.central),
        },
    cells: useCases.map((useCase) => cellOf(estimator, choiceOf(choice, useCase), useCase.id)),
  };
}

/** Whole points from ten on. */
export const wordScore = (score: number): string =>
  score < 10 ? formatSignificant(score, 2) : formatCount(score);
