/** Sentences about the original document's marks, with their arithmetic. */
import type { Unknown, WorkflowThresholds } from '../estimation/types.ts';
import { formatCount, formatExact, formatSecondsExactly } from './format.ts';
import type { MarkTally, OriginalOutcome, UseCaseShape } from './original-matrix.ts';
import type { OriginalMark } from './original-source.ts';

export const MARK_WORDS: Readonly<Record<OriginalMark, string>> = {
  check: 'check mark',
  cross: 'cross',
  question: 'question mark',
};

interface Judged {
  outcome: OriginalOutcome | Unknown;
  mark: OriginalMark;
  useCase: UseCaseShape;
  thresholds: WorkflowThresholds;
  tally: MarkTally;
}

/** The arithmetic of one cell, its class, and how the document marked cells of that class. */
export function sentenceOf({ outcome, mark, useCase, thresholds, tally }: Judged): string {
  if ('unknown' in outcome) return `No class can be computed: ${outcome.unknown}.`;
  const sums = arithmetic(outcome, useCase);
  const verdict = `${reason(outcome, thresholds)}: ${outcome.workflowClass}.`;
  return `${sums}; ${verdict} ${comparison(outcome, mark, tally)}`;
}

function arithmetic(
  outcome: OriginalOutcome,
  { promptTokens, generatedTokens }: UseCaseShape,
): string {
  const prompt = `${formatCount(promptTokens)} / ${formatExact(outcome.ppTokensPerSecond)} = ${formatSecondsExactly(outcome.promptSeconds)}`;
  const answer = `${formatCount(generatedTokens)} / ${formatExact(outcome.tgTokensPerSecond)} = ${formatSecondsExactly(outcome.answerSeconds)}`;
  return `Reading takes ${prompt}, writing ${answer}, together ${formatSecondsExactly(outcome.totalSeconds)}`;
}

/** Which limits decide the class. */
function reason(outcome: OriginalOutcome, thresholds: WorkflowThresholds): string {
  const seconds = (limit: number) => `${formatExact(limit)} s`;
  const missed: string[] = [];
  if (outcome.promptSeconds >= thresholds.interactivePromptSeconds)
    missed.push(`reading is not under ${seconds(thresholds.interactivePromptSeconds)}`);
  if (outcome.tgTokensPerSecond <= thresholds.interactiveTokensPerSecond)
    missed.push(`writing is not over ${formatExact(thresholds.interactiveTokensPerSecond)} tok/s`);
  if (missed.length === 0) return 'both limits of interactive are kept';
  const { backgroundSeconds, offlineSeconds } = thresholds;
  const end =
    outcome.totalSeconds <= backgroundSeconds
      ? `it ends within ${seconds(backgroundSeconds)}`
      : `it ends after ${seconds(outcome.totalSeconds > offlineSeconds ? offlineSeconds : backgroundSeconds)}`;
  return `${missed.join(' and ')}, and ${end}`;
}

function comparison(
  { workflowClass }: OriginalOutcome,
  mark: OriginalMark,
  tally: MarkTally,
): string {
  const word = MARK_WORDS[mark];
  const others = (['check', 'question', 'cross'] as const)
    .filter((other) => other !== mark)
    .map((other) => ({ word: MARK_WORDS[other], cells: tally[`${workflowClass} ${other}`] ?? 0 }))
    .filter(({ cells }) => cells > 0)
    .map((other) => `${formatCount(other.cells)} have a ${other.word}`);
  const crosses = tally['background cross'] ?? 0;
  const milder =
    workflowClass === 'off-line' && mark === 'question' && crosses > 0
      ? `, while ${formatCount(crosses)} cells that do end in time have a cross`
      : '';
  if (others.length === 0) return `The document has a ${word}${milder}.`;
  return `The document has a ${word} here; of the other ${workflowClass} cells ${others.join(' and ')}${milder}.`;
}
