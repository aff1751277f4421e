/** Use cases and workflow classes in words. */
import type { Catalogue } from '../catalogue/index.ts';
import type { WorkflowThresholds } from '../estimation/types.ts';
import { isKnown } from '../schema/quantity.ts';
import type { UseCase, WorkflowClassRow } from '../schema/short.ts';
import { formatCount, formatExact, withUnit } from './format.ts';
import { SourceList, type SourceRef } from './specs.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The four classes in one breath, with their limits. */
export function thresholdSentence(limits: WorkflowThresholds): string {
  const seconds = (value: number) => withUnit(formatExact(value), 's');
  const rate = withUnit(formatExact(limits.interactiveTokensPerSecond), 'tok/s');
  const night = withUnit(formatExact(limits.offlineSeconds / 3600), 'h');
  return [
    `Interactive: the prompt is read in less than ${seconds(limits.interactivePromptSeconds)} and the answer written at more than ${rate}.`,
    `Background: all done within ${seconds(limits.backgroundSeconds)}.`,
    `Off-line: within ${night}.`,
    'Non-viable: longer, or it does not fit.',
  ].join(' ');
}

export interface UseCaseRow {
  id: string;
  name: string;
  description: string;
  promptTokens: string;
  generatedTokens: string;
  /** The guide's use case with the same workload: `UC1`. */
  sameAs: string;
}

export interface ClassRow {
  id: string;
  name: string;
  verdict: Verdict;
  description: string;
  /** `prompt read in less than 3 s`, one limit a line. */
  limits: string[];
  justification: string;
}

export interface UseCasesPage {
  guide: UseCaseRow[];
  localScore: UseCaseRow[];
  classes: ClassRow[];
  sources: SourceRef[];
}

const rowOf = (useCase: UseCase): UseCaseRow => ({
  id: useCase.id.toUpperCase(),
  name: useCase.name,
  description: useCase.description,
  promptTokens: formatCount(useCase.prompt_tokens),
  generatedTokens: formatCount(useCase.generated_tokens),
  sameAs: useCase.same_as?.toUpperCase() ?? '',
});

function limitsOf(row: WorkflowClassRow): string[] {
  const { prompt_time: prompt, token_generation: rate, total_time: total } = row;
  const words = (limit: typeof prompt | typeof rate): string =>
    limit && isKnown(limit.value) ? limit.value.text : '';
  const below = (strict: boolean) => (strict ? 'in less than' : 'within');
  return [
    prompt && `prompt read ${below(prompt.strict)} ${words(prompt)}`,
    rate && `answer at ${rate.strict ? 'more than' : 'at least'} ${words(rate)}`,
    total && `all done ${below(total.strict)} ${words(total)}`,
  ].filter((one) => one !== undefined);
}

/** Everything the use-case page says. */
export function useCasesPage(catalogue: Catalogue): UseCasesPage {
  const list = new SourceList(catalogue);
  const useCases = [...catalogue.useCases.values()];
  const classes = [...catalogue.workflowClasses.values()];
  for (const { sources } of [...useCases, ...classes]) list.cite(sources);
  return {
    guide: useCases.filter(({ set }) => set === 'guide').map(rowOf),
    localScore: useCases.filter(({ set }) => set === 'localscore').map(rowOf),
    classes: classes.map((row) => ({
      id: row.id,
      name: row.name,
      verdict: verdictOf(row.id),
      description: row.description,
      limits: limitsOf(row),
      justification: row.justification,
    })),
    sources: list.refs,
  };
}
