/** Systems × use cases for one model: what the matrix pages show, cell by cell. */
import type { Tables } from '../configuration/tables.ts';
import { type Estimate, isUnknown, type SystemRow, type Unknown } from '../estimation/types.ts';
import type { Choice, Estimator, Refusal } from './estimator.ts';
import { formatDuration } from './format.ts';
import { type MemoryWords, wordMemory } from './memory.ts';
import { sameParts } from './same-parts.ts';
import { spreadOf, type Verdict, verdictOf } from './verdict.ts';

export type UseCase = Tables['useCases'][number];
export type SystemClass = SystemRow['class'];

export const SYSTEM_CLASSES: readonly SystemClass[] = [
  'embedded',
  'desktop',
  'workstation',
  'server',
];

/** Where a cell's numbers come from. */
export type Basis = 'measured' | 'estimated' | 'none';

/** Central values for sorting and for classes under a reader's own thresholds. */
export interface CellNumbers {
  firstTokenSeconds: number;
  totalSeconds: number;
  tokensPerSecond: number;
}

export interface MatrixCell {
  useCaseId: string;
  verdict: Verdict;
  /** Other classes the range reaches into, else empty. */
  spread: string;
  basis: Basis;
  /** What stands behind the seconds: `est.`, `from measured speeds`; the seconds are worked out from them. */
  label: string;
  firstToken: string;
  total: string;
  /** Why there are no seconds. */
  reason: string;
  numbers?: CellNumbers;
  href: string;
}

export interface MatrixRow {
  id: string;
  name: string;
  /** The system's own page, below the site's base; one of several for machines of the same parts. */
  href: string;
  /** Systems sold with these same parts, where there are several. */
  systems: { name: string; href: string }[];
  /** Memory of the longest use case; a reason where nothing could be estimated. */
  memory: MemoryWords | Unknown;
  cells: MatrixCell[];
}

export interface MatrixGroup {
  id: SystemClass;
  rows: MatrixRow[];
}

export interface MatrixChoice {
  model: string;
  quant: string;
  useCases: readonly UseCase[];
  systems: readonly SystemRow[];
}

/** Rows in the guide's four classes; systems of the same parts share one. */
export function matrixOf(estimator: Estimator, choice: MatrixChoice): MatrixGroup[] {
  return SYSTEM_CLASSES.map((id) => ({
    id,
    rows: sameParts(
      choice.systems.filter((system) => system.class === id),
      estimator.tables,
    ).map(({ name, systems }) => rowOf(estimator, choice, name, systems)),
  })).filter(({ rows }) => rows.length > 0);
}

function rowOf(
  estimator: Estimator,
  { model, quant, useCases }: MatrixChoice,
  name: string,
  systems: readonly [SystemRow, ...SystemRow[]],
): MatrixRow {
  const [{ id }] = systems;
  const pages = systems.map((system) => ({ name: system.name, href: `/systems/${system.id}/` }));
  const choices = useCases.map((useCase) => choiceOf({ hw: id, model, quant }, useCase));
  return {
    id,
    name,
    href: `/systems/${id}/`,
    systems: pages.length > 1 ? pages : [],
    memory: largestMemory(choices.map((one) => estimator.run(one))),
    cells: choices.map((one, index) => cellOf(estimator, one, useCases[index]?.id ?? '')),
  };
}

/** A use case on a machine. */
export const choiceOf = (choice: Choice, useCase: UseCase): Choice => ({
  ...choice,
  prompt: useCase.promptTokens,
  gen: useCase.generatedTokens,
});

function largestMemory(results: readonly (Estimate | Refusal)[]): MemoryWords | Unknown {
  const made = results.filter((one): one is Estimate => !isUnknown(one));
  const largest = made.reduce<Estimate | undefined>(
    (most, one) => (most && most.memory.totalBytes >= one.memory.totalBytes ? most : one),
    undefined,
  );
  if (largest) return wordMemory(largest);
  const [first] = results;
  return first && isUnknown(first) ? first : { unknown: 'no use case was asked for' };
}

/** One cell: class, seconds to the first token and in all, and the link to its configuration. */
export function cellOf(estimator: Estimator, choice: Choice, useCaseId: string): MatrixCell {
  const result = estimator.run(choice);
  const base = {
    useCaseId,
    href: estimator.href(choice),
    spread: '',
    label: '',
    firstToken: '',
    total: '',
  };
  if (isUnknown(result)) {
    const { tooLarge, unknown } = result;
    const verdict = verdictOf(tooLarge ? 'non-viable' : result);
    return {
      ...base,
      verdict,
      basis: 'none',
      reason: tooLarge ? 'does not fit on the disk' : unknown,
    };
  }
  const { ttft, total, tg, workflowClass } = result;
  const verdict = verdictOf(workflowClass);
  if (isUnknown(ttft) || isUnknown(total) || isUnknown(tg)) {
    const missing = [ttft, total, tg].find((one) => isUnknown(one));
    const unfit = workflowClass === 'non-viable';
    const why = missing && isUnknown(missing) ? missing.unknown : 'no estimate';
    return { ...base, verdict, basis: 'none', reason: unfit ? 'does not fit' : why };
  }
  return {
    ...base,
    verdict,
    spread: spreadOf(workflowClass, result.classRange),
    basis: 'estimated',
    label: 'est.',
    firstToken: formatDuration(ttft.central),
    total: formatDuration(total.central),
    reason: '',
    numbers: {
      firstTokenSeconds: ttft.central,
      totalSeconds: total.central,
      tokensPerSecond: tg.central,
    },
  };
}
