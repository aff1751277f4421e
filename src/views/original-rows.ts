/** The original document's configurations as rows of the matrix, measured where it gives PP and TG. */
import type { WorkflowThresholds } from '../estimation/types.ts';
import { isUnknown } from '../estimation/types.ts';
import type { Estimator } from './estimator.ts';
import { formatDuration, formatExact } from './format.ts';
import { choiceOf, type MatrixCell, type UseCase } from './matrix.ts';
import { hardwareOf, outcomeOf } from './original-matrix.ts';
import type { OriginalConfiguration, OriginalMatrix } from './original-source.ts';
import { verdictOf } from './verdict.ts';

export interface OriginalRow {
  /** `C1` to `C9`. */
  id: string;
  name: string;
  /** The catalogue's system of these parts, below the site's base. */
  href: string;
  /** `2,291 and 24 tok/s`, with the document's question marks. */
  pp: string;
  tg: string;
  modelSize: string;
  cells: MatrixCell[];
}

/** A figure as the document prints it: `295?`, or `?` where it has none. */
export function asPrinted(
  figure: OriginalConfiguration['pp'],
  { doubtful }: Pick<OriginalConfiguration, 'doubtful'>,
): string {
  return typeof figure === 'object' ? '?' : formatExact(figure) + (doubtful ? '?' : '');
}

/** Nine rows; each cell links to the configuration of the same parts, where an estimate stands. */
export function originalRows(
  { document: { model, quantization }, configurations }: OriginalMatrix,
  useCases: readonly UseCase[],
  thresholds: WorkflowThresholds,
  estimator: Estimator,
): OriginalRow[] {
  return configurations.map((configuration) => ({
    id: configuration.id,
    name: hardwareOf(configuration),
    href: `/systems/${configuration.systemId}/`,
    pp: asPrinted(configuration.pp, configuration),
    tg: asPrinted(configuration.tg, configuration),
    modelSize: configuration.modelSize,
    cells: useCases.map((useCase) => {
      const choice = choiceOf({ hw: configuration.systemId, model, quant: quantization }, useCase);
      return cellOf(
        configuration,
        useCase,
        thresholds,
        estimator.href({ ...choice, ...placementOf(configuration, estimator) }),
      );
    }),
  }));
}

/** On a chip with graphics the document's figures are of the CPU cores: no layer on the GPU. */
export function placementOf(
  { systemId, cpuOnly }: OriginalConfiguration,
  { tables }: Estimator,
): { ngl?: 0 } {
  const host = tables.systems[systemId]?.hostId;
  return cpuOnly && host && tables.devices[host]?.kind === 'soc' ? { ngl: 0 } : {};
}

function cellOf(
  configuration: OriginalConfiguration,
  useCase: UseCase,
  thresholds: WorkflowThresholds,
  href: string,
): MatrixCell {
  const outcome = outcomeOf(configuration, useCase, thresholds);
  const label = configuration.doubtful ? 'from doubtful measured speeds' : 'from measured speeds';
  const base = { useCaseId: useCase.id, spread: '', label, href };
  if (isUnknown(outcome)) {
    const reason = 'not measured';
    return {
      ...base,
      verdict: verdictOf(outcome),
      basis: 'none',
      firstToken: '',
      total: '',
      reason,
    };
  }
  return {
    ...base,
    verdict: verdictOf(outcome.workflowClass),
    basis: 'measured',
    firstToken: formatDuration(outcome.promptSeconds),
    total: formatDuration(outcome.totalSeconds),
    reason: '',
    numbers: {
      firstTokenSeconds: outcome.promptSeconds,
      totalSeconds: outcome.totalSeconds,
      tokensPerSecond: outcome.tgTokensPerSecond,
    },
  };
}
