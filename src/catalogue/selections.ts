/** Reads `content/data/selections.yaml` and refuses ids that the catalogue does not have. */
import type { Tables } from '../configuration/tables.ts';
import { type Selections, SelectionsSchema } from '../schema/selections.ts';
import { readDocument } from './data-file.ts';

/** What the tables show; throws with file and reason where a row is not in the catalogue. */
export function loadSelections(tables: Tables, text?: string): Selections {
  const selections = readDocument('selections.yaml', SelectionsSchema, text);
  const problems = dangling(selections, tables);
  if (problems.length > 0) throw new Error(`content/data/selections.yaml\n${problems.join('\n')}`);
  return selections;
}

function dangling(selections: Selections, tables: Tables): string[] {
  const { matrix, page_models, page_quants, page_systems, home } = selections;
  const weights = [
    matrix.guide,
    ...matrix.models,
    ...matrix.localscore,
    ...page_models,
    ...home.models,
  ];
  const wanted: [string, string, object][] = [
    ...weights.map(({ model }): [string, string, object] => ['model', model, tables.models]),
    ...[...weights.map(({ quant }) => quant), ...page_quants].map(
      (quant): [string, string, object] => ['quantization', quant, tables.quantizations],
    ),
    ...[...page_systems, ...home.systems].map((system): [string, string, object] => [
      'system',
      system,
      tables.systems,
    ]),
  ];
  const missing = wanted.filter(([, id, rows]) => !Object.hasOwn(rows, id));
  const useCase = tables.useCases.some(({ id }) => id === home.use_case);
  return [
    ...missing.map(([kind, id]) => `there is no ${kind} "${id}"`),
    ...(useCase ? [] : [`there is no use case "${home.use_case}"`]),
  ];
}
