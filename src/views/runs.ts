/** What runs how fast: a model on machines, or models on a machine, with ranges and classes. */
import { type Estimate, isUnknown, type Quantity } from '../estimation/types.ts';
import type { Weights } from '../schema/selections.ts';
import type { Choice, Estimator } from './estimator.ts';
import { type WordedQuantity, wordQuantity } from './format.ts';
import { cellOf, choiceOf, type MatrixCell, type UseCase } from './matrix.ts';
import { type MemoryWords, wordMemory } from './memory.ts';

export interface RunRow {
  name: string;
  /** The configuration PP and TG are given for. */
  choice: Choice;
  /** Page of the row's thing, below the site's base. */
  href: string;
  /** Format of the weights, where rows differ in it. */
  format: string;
  memory: MemoryWords | { unknown: string };
  /** At the speed use case: prompt processing, token generation. */
  pp: WordedQuantity;
  tg: WordedQuantity;
  cells: MatrixCell[];
}

export interface RunTable {
  /** The use case PP and TG are given for. */
  speedCase: UseCase;
  useCases: readonly UseCase[];
  rows: RunRow[];
}

interface Named {
  name: string;
  href: string;
  choice: Choice;
}

/** Models on one system or device. */
export function modelsOn(estimator: Estimator, hw: string, models: readonly Weights[]): RunTable {
  return tableOf(
    estimator,
    models.map(({ model, quant }) => ({
      name: estimator.tables.models[model]?.name ?? model,
      href: `/models/${model}/`,
      choice: { hw, model, quant },
    })),
  );
}

/** One model, in one format, on several systems. */
export function systemsFor(
  estimator: Estimator,
  { model, quant }: Weights,
  systems: readonly string[],
): RunTable {
  return tableOf(
    estimator,
    systems.map((hw) => ({
      name: estimator.tables.systems[hw]?.name ?? hw,
      href: `/systems/${hw}/`,
      choice: { hw, model, quant },
    })),
  );
}

/** The guide's four use cases. */
export const guideUseCases = ({ tables }: Estimator): UseCase[] =>
  tables.useCases.filter(({ set }) => set === 'guide');

function tableOf(estimator: Estimator, things: readonly Named[]): RunTable {
  const useCases = guideUseCases(estimator);
  // The longest prompt of the four: reading is slowest to finish there, and the cache is full.
  const speedCase = useCases.reduce((most, one) =>
    one.promptTokens > most.promptTokens ? one : most,
  );
  return {
    speedCase,
    useCases,
    rows: things.map((thing) => rowOf(estimator, thing, speedCase, useCases)),
  };
}

/** A machine that cannot hold the model says so in three words; the memory column has the numbers. */
const speedOf = (quantity: Quantity, is: Estimate['workflowClass']): WordedQuantity =>
  isUnknown(quantity) && is === 'non-viable'
    ? { known: false, reason: 'does not fit' }
    : wordQuantity(quantity, 'rate');

function rowOf(
  estimator: Estimator,
  { name, href, choice }: Named,
  speedCase: UseCase,
  useCases: readonly UseCase[],
): RunRow {
  const speedChoice = choiceOf(choice, speedCase);
  const result = estimator.run(speedChoice);
  const cells = useCases.map((useCase) => cellOf(estimator, choiceOf(choice, useCase), useCase.id));
  const quant = choice.quant ?? '';
  const format = estimator.tables.quantizations[quant]?.name ?? quant;
  const row = { name, choice: speedChoice, href, format, cells };
  if (isUnknown(result)) {
    const missing: WordedQuantity = { known: false, reason: result.unknown };
    return { ...row, memory: result, pp: missing, tg: missing };
  }
  return {
    ...row,
    memory: wordMemory(result),
    pp: speedOf(result.pp, result.workflowClass),
    tg: speedOf(result.tg, result.workflowClass),
  };
}
