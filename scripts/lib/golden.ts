// The matrix as one text file, so that an edit of data or constants shows its consequences in review.
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { loadSelections } from '../../src/catalogue/selections.ts';
import { buildTables } from '../../src/catalogue/tables.ts';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/index.ts';
import { createEstimator, type Estimator } from '../../src/views/estimator.ts';
import { cellOf, choiceOf } from '../../src/views/matrix.ts';
import { guideUseCases } from '../../src/views/runs.ts';

const number = (value: number): string => String(Number(value.toPrecision(3)));

/** `interactive 0.82 s, 3.9 s, 83 tok/s` of one cell, in three digits. */
function cellText(estimator: Estimator, hw: string, model: string, quant: string): string[] {
  return guideUseCases(estimator).map((useCase) => {
    const cell = cellOf(estimator, choiceOf({ hw, model, quant }, useCase), useCase.id);
    if (!cell.numbers) return `${cell.verdict.word} (${cell.reason.replaceAll(',', ';')})`;
    const { firstTokenSeconds, totalSeconds, tokensPerSecond } = cell.numbers;
    return [
      cell.verdict.word,
      ...[firstTokenSeconds, totalSeconds, tokensPerSecond].map(number),
    ].join(' ');
  });
}

/** The guide's model on every system, and every model of the matrix on the systems of the model pages. */
export function goldenMatrix(): string {
  const tables = buildTables(loadCatalogue());
  const { matrix, page_systems } = loadSelections(tables);
  const estimator = createEstimator(tables, DEFAULT_CONFIGURATION);
  const rows = [
    ...Object.keys(tables.systems)
      .sort()
      .map((hw) => ({ hw, ...matrix.guide })),
    ...matrix.models.flatMap((weights) => page_systems.map((hw) => ({ hw, ...weights }))),
  ];
  const lines = rows.map(({ hw, model, quant }) =>
    [model, quant, hw, ...cellText(estimator, hw, model, quant)].join(','),
  );
  const head = 'model,quant,system,uc1: class first-token-s total-s tok/s,uc2,uc3,uc4';
  return `${[head, ...lines].join('\n')}\n`;
}
