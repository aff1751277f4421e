/** The first look: a dozen machines × a few models, one use case, class words only. */
import type { Selections } from '../schema/selections.ts';
import type { Estimator } from './estimator.ts';
import { cellOf, choiceOf, type MatrixCell, type UseCase } from './matrix.ts';

export interface HomeTable {
  useCase: UseCase;
  models: { name: string; href: string }[];
  rows: { name: string; href: string; cells: MatrixCell[] }[];
}

/** @throws Error where the selection names what the catalogue does not have. */
export function homeTable(estimator: Estimator, { home }: Selections): HomeTable {
  const { tables } = estimator;
  const useCase = tables.useCases.find(({ id }) => id === home.use_case);
  if (!useCase) throw new Error(`selections.yaml: home.use_case: there is no "${home.use_case}"`);
  return {
    useCase,
    models: home.models.map(({ model }) => ({
      name: tables.models[model]?.name ?? model,
      href: `/models/${model}/`,
    })),
    rows: home.systems.map((hw) => ({
      name: tables.systems[hw]?.name ?? hw,
      href: `/systems/${hw}/`,
      cells: home.models.map((weights) =>
        cellOf(estimator, choiceOf({ hw, ...weights }, useCase), useCase.id),
      ),
    })),
  };
}
