/**
 * The original document's matrix beside what its own figures and thresholds say: 9 configurations ×
 * 4 use cases, 28 cells with a class, 8 without (the document has "?" there).
 *
 *   prompt time = prompt tokens / PP,  answer time = generated tokens / TG   [s]
 */

import type { Unknown, WorkflowClass, WorkflowThresholds } from '../estimation/types.ts';
import { classify } from '../estimation/workflow.ts';
import type { OriginalConfiguration, OriginalMark, OriginalMatrix } from './original-source.ts';
import { sentenceOf } from './original-wording.ts';

export interface UseCaseShape {
  id: string;
  name: string;
  promptTokens: number;
  generatedTokens: number;
}

/** What the document's PP and TG make of a use case. */
export interface OriginalOutcome {
  ppTokensPerSecond: number;
  tgTokensPerSecond: number;
  promptSeconds: number;
  answerSeconds: number;
  totalSeconds: number;
  workflowClass: WorkflowClass;
}

export interface OriginalCell {
  configurationId: string;
  hardware: string;
  useCaseId: string;
  mark: OriginalMark;
  outcome: OriginalOutcome | Unknown;
  /** Readings of the marks (see READINGS) that this cell contradicts. */
  contradicts: string[];
  /** The arithmetic, and where mark and class part. */
  sentence: string;
}

/** `Ryzen 9 9950X + RTX 5080`. */
export const hardwareOf = ({ cpu, gpu }: OriginalConfiguration): string =>
  gpu === undefined ? cpu : `${cpu} + ${gpu}`;

/** Times and class of one use case on one configuration, by the document's own PP and TG. */
export function outcomeOf(
  configuration: OriginalConfiguration,
  useCase: UseCaseShape,
  thresholds: WorkflowThresholds,
): OriginalOutcome | Unknown {
  const { pp, tg } = configuration;
  if (typeof pp === 'object') return pp;
  if (typeof tg === 'object') return tg;
  const promptSeconds = useCase.promptTokens / pp;
  const answerSeconds = useCase.generatedTokens / tg;
  const totalSeconds = promptSeconds + answerSeconds;
  return {
    ppTokensPerSecond: pp,
    tgTokensPerSecond: tg,
    promptSeconds,
    answerSeconds,
    totalSeconds,
    workflowClass: classify(
      { firstTokenSeconds: promptSeconds, tokensPerSecond: tg, totalSeconds },
      thresholds,
    ),
  };
}

/** A guess at what the marks mean, since the document has no legend. */
export interface Reading {
  id: 'A' | 'B' | 'C';
  name: string;
  expected: (workflowClass: WorkflowClass, useCaseId: string) => OriginalMark;
}

const better = (workflowClass: WorkflowClass) => workflowClass === 'interactive';
const inTime = (workflowClass: WorkflowClass) =>
  better(workflowClass) || workflowClass === 'background';

export const READINGS: readonly Reading[] = [
  {
    id: 'A',
    name: 'one mark a class: check is interactive, question mark is background, cross is longer',
    expected: (is) => (better(is) ? 'check' : inTime(is) ? 'question' : 'cross'),
  },
  {
    id: 'B',
    name: 'check is interactive or background, question mark is longer',
    expected: (is) => (inTime(is) ? 'check' : 'question'),
  },
  {
    id: 'C',
    name: 'our reconstruction, an aim for each use case: UC1 and UC3 need only be background, UC2 must be interactive, UC4 should be',
    expected: (is, useCaseId) => {
      if (useCaseId === 'uc2') return better(is) ? 'check' : 'cross';
      if (useCaseId === 'uc4') return better(is) ? 'check' : inTime(is) ? 'question' : 'cross';
      return inTime(is) ? 'check' : 'question';
    },
  },
];

/** All 36 cells, configuration by configuration. */
export function originalCells(
  { configurations }: Pick<OriginalMatrix, 'configurations'>,
  useCases: readonly UseCaseShape[],
  thresholds: WorkflowThresholds,
): OriginalCell[] {
  const judged = configurations.flatMap((configuration) =>
    useCases.map((useCase) => judge(configuration, useCase, thresholds)),
  );
  const tally = tallyMarks(judged);
  return judged.map(({ useCase, ...cell }) => ({
    ...cell,
    sentence: sentenceOf({ ...cell, useCase, thresholds, tally }),
  }));
}

function markOf({ id, marks }: OriginalConfiguration, useCaseId: string): OriginalMark {
  const mark = marks[useCaseId];
  if (!mark) throw new Error(`the original document marks no ${useCaseId} for ${id}`);
  return mark;
}

function judge(
  configuration: OriginalConfiguration,
  useCase: UseCaseShape,
  thresholds: WorkflowThresholds,
) {
  const outcome = outcomeOf(configuration, useCase, thresholds);
  const mark = markOf(configuration, useCase.id);
  const contradicts =
    'unknown' in outcome
      ? []
      : READINGS.filter((one) => one.expected(outcome.workflowClass, useCase.id) !== mark);
  return {
    configurationId: configuration.id,
    hardware: hardwareOf(configuration),
    useCaseId: useCase.id,
    useCase,
    mark,
    outcome,
    contradicts: contradicts.map(({ id }) => id),
  };
}

/** How many cells of a class carry a mark, under `class mark`. */
export type MarkTally = Readonly<Record<string, number>>;

export function tallyMarks(cells: readonly Pick<OriginalCell, 'outcome' | 'mark'>[]): MarkTally {
  const tally: Record<string, number> = {};
  for (const { outcome, mark } of cells) {
    if ('unknown' in outcome) continue;
    const key = `${outcome.workflowClass} ${mark}`;
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
}

/** Cells that contradict each reading: `A` 16, `B` 11, `C` 5 of 28 at the document's thresholds. */
export const countContradictions = (cells: readonly OriginalCell[]): Record<string, number> =>
  Object.fromEntries(
    READINGS.map(({ id }) => [id, cells.filter((cell) => cell.contradicts.includes(id)).length]),
  );

/** Cells whose mark contradicts one of the readings a reader may bring along (A or B). */
export const disagreements = (cells: readonly OriginalCell[]): OriginalCell[] =>
  cells.filter(({ contradicts }) => contradicts.includes('A') || contradicts.includes('B'));
