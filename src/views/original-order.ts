/**
 * Marks of the original document that contradict each other whatever they mean, as long as a check
 * mark is better than a question mark and a question mark better than a cross.
 */

import { formatSeconds } from './format.ts';
import type { OriginalCell, OriginalOutcome, UseCaseShape } from './original-matrix.ts';
import type { OriginalMark } from './original-source.ts';
import { MARK_WORDS } from './original-wording.ts';

const RANK: Readonly<Record<OriginalMark, number>> = { check: 0, question: 1, cross: 2 };

export interface OrderContradiction {
  kind: 'faster in both' | 'shorter in all' | 'smaller task';
  /** `C3/uc3`: the cell that does better and is marked worse. */
  better: string;
  worse: string;
  sentence: string;
}

interface Computed extends OriginalCell {
  outcome: OriginalOutcome;
}

const nameOf = (cell: OriginalCell) => `${cell.configurationId}/${cell.useCaseId}`;

/** Pairs of cells in which the better run has the worse mark. */
export function orderContradictions(
  cells: readonly OriginalCell[],
  useCases: readonly UseCaseShape[],
): OrderContradiction[] {
  const computed = cells.filter((cell): cell is Computed => !('unknown' in cell.outcome));
  return computed.flatMap((better) =>
    computed
      .filter((worse) => RANK[better.mark] > RANK[worse.mark])
      .map((worse) => contradiction(better, worse, useCases))
      .filter((found) => found !== undefined),
  );
}

function contradiction(
  better: Computed,
  worse: Computed,
  useCases: readonly UseCaseShape[],
): OrderContradiction | undefined {
  const kind =
    better.useCaseId === worse.useCaseId
      ? kindAcrossHardware(better.outcome, worse.outcome)
      : better.configurationId === worse.configurationId
        ? kindAcrossTasks(better, worse, useCases)
        : undefined;
  if (!kind) return undefined;
  return {
    kind,
    better: nameOf(better),
    worse: nameOf(worse),
    sentence: wording(kind, better, worse),
  };
}

function kindAcrossHardware(better: OriginalOutcome, worse: OriginalOutcome) {
  const faster =
    better.ppTokensPerSecond > worse.ppTokensPerSecond &&
    better.tgTokensPerSecond > worse.tgTokensPerSecond;
  if (faster) return 'faster in both' as const;
  return better.totalSeconds < worse.totalSeconds ? ('shorter in all' as const) : undefined;
}

function kindAcrossTasks(better: Computed, worse: Computed, useCases: readonly UseCaseShape[]) {
  const small = useCases.find(({ id }) => id === better.useCaseId);
  const large = useCases.find(({ id }) => id === worse.useCaseId);
  if (!small || !large) return undefined;
  const smaller =
    small.promptTokens < large.promptTokens && small.generatedTokens < large.generatedTokens;
  return smaller ? ('smaller task' as const) : undefined;
}

function wording(kind: OrderContradiction['kind'], better: Computed, worse: Computed): string {
  const [good, bad] = [better.outcome, worse.outcome];
  const marks = `it has a ${MARK_WORDS[better.mark]} and the other a ${MARK_WORDS[worse.mark]}`;
  const times = `${formatSeconds(good.totalSeconds)} against ${formatSeconds(bad.totalSeconds)}`;
  const task = better.useCaseId.toUpperCase();
  if (kind === 'smaller task')
    return `On ${better.hardware}, ${task} has the shorter prompt and the shorter answer than ${worse.useCaseId.toUpperCase()} (${times}), yet ${marks}.`;
  const how = kind === 'faster in both' ? 'reads and writes faster than' : 'finishes before';
  return `In ${task}, ${better.hardware} ${how} ${worse.hardware} (${times}), yet ${marks}.`;
}
