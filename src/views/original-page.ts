/** What the page about the original document shows. */
import { localScoreTests } from '../estimation/index.ts';
import { isUnknown } from '../estimation/types.ts';
import { formatDuration, type WordedQuantity, wordQuantity } from './format.ts';
import {
  countContradictions,
  disagreements,
  hardwareOf,
  type OriginalCell,
  originalCells,
  READINGS,
} from './original-matrix.ts';
import { type OrderContradiction, orderContradictions } from './original-order.ts';
import { asPrinted, placementOf } from './original-rows.ts';
import type { OriginalConfiguration, OriginalMark, OriginalMatrix } from './original-source.ts';
import { MARK_WORDS } from './original-wording.ts';
import { guideUseCases } from './runs.ts';
import type { Shared } from './shared.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface MarkCell {
  mark: OriginalMark;
  markWord: string;
  verdict: Verdict;
  /** `12 s + 1.5 s = 14 s`; empty where unknown. */
  seconds: string;
  /** `A, B`: the readings this cell contradicts. */
  contradicts: string;
}

/** The document's PP and TG beside the estimate for the same machine and benchmark. */
export interface FigureRow {
  id: string;
  hardware: string;
  href: string;
  vram: string;
  modelSize: string;
  pp: string;
  tg: string;
  estimatedPp: WordedQuantity;
  estimatedTg: WordedQuantity;
  run?: { number: string; url: string };
  remarks: readonly string[];
}

export interface OriginalPage {
  source: OriginalMatrix['document']['source'];
  useCases: { id: string; name: string }[];
  rows: { id: string; hardware: string; figures: string; cells: MarkCell[] }[];
  readings: { id: string; name: string; misses: number }[];
  computable: number;
  disagreements: {
    configuration: string;
    hardware: string;
    lines: { useCase: string; sentence: string }[];
  }[];
  order: OrderContradiction[];
  figures: FigureRow[];
  systems: OriginalMatrix['systems'];
  systemsRemarks: readonly string[];
  later: readonly string[];
}

/** Everything on the page. */
export function originalPage(shared: Shared): OriginalPage {
  const { original, estimator } = shared;
  const { document, configurations, systems } = original;
  const useCases = guideUseCases(estimator);
  const cells = originalCells(original, useCases, estimator.tables.thresholds);
  const misses = countContradictions(cells);
  return {
    source: document.source,
    useCases: useCases.map(({ id, name }) => ({ id: id.toUpperCase(), name })),
    rows: configurations.map((one) => ({
      id: one.id,
      hardware: hardwareOf(one),
      figures: `PP ${asPrinted(one.pp, one)}, TG ${asPrinted(one.tg, one)} tok/s`,
      cells: cells.filter((cell) => cell.configurationId === one.id).map(markCell),
    })),
    readings: READINGS.map(({ id, name }) => ({ id, name, misses: misses[id] ?? 0 })),
    computable: cells.filter(({ outcome }) => !('unknown' in outcome)).length,
    disagreements: byConfiguration(configurations, disagreements(cells)),
    order: orderContradictions(cells, useCases),
    figures: configurations.map((one) => figureRow(one, shared)),
    systems,
    systemsRemarks: document.systems_remarks,
    later: document.later,
  };
}

function markCell({ mark, outcome, contradicts }: OriginalCell): MarkCell {
  const base = { mark, markWord: MARK_WORDS[mark], contradicts: contradicts.join(', ') };
  if ('unknown' in outcome) return { ...base, verdict: verdictOf(outcome), seconds: '' };
  const { promptSeconds, answerSeconds, totalSeconds, workflowClass } = outcome;
  const [prompt, answer, total] = [promptSeconds, answerSeconds, totalSeconds].map(formatDuration);
  return {
    ...base,
    verdict: verdictOf(workflowClass),
    seconds: `${prompt} + ${answer} = ${total}`,
  };
}

function byConfiguration(
  configurations: readonly OriginalConfiguration[],
  cells: readonly OriginalCell[],
): OriginalPage['disagreements'] {
  return configurations
    .map((one) => ({
      configuration: one.id,
      hardware: hardwareOf(one),
      lines: cells
        .filter((cell) => cell.configurationId === one.id)
        .map(({ useCaseId, sentence }) => ({ useCase: useCaseId.toUpperCase(), sentence })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

const mean = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);

/** LocalScore's means over its nine tests: what its PP and TG are averages of. */
export const localScoreMeans = {
  prompt: mean(localScoreTests.map(([prompt]) => prompt)),
  gen: mean(localScoreTests.map(([, answer]) => answer)),
};

function figureRow(one: OriginalConfiguration, { estimator, original }: Shared): FigureRow {
  const choice = {
    hw: one.systemId,
    model: original.document.model,
    quant: original.document.quantization,
    runtime: 'llamafile',
    ...localScoreMeans,
    ...placementOf(one, estimator),
  };
  const result = estimator.run(choice);
  const [pp, tg] = isUnknown(result) ? [result, result] : [result.pp, result.tg];
  return {
    id: one.id,
    hardware: hardwareOf(one),
    href: estimator.href(choice),
    vram: one.vram,
    modelSize: one.modelSize,
    pp: asPrinted(one.pp, one),
    tg: asPrinted(one.tg, one),
    estimatedPp: wordQuantity(pp, 'rate'),
    estimatedTg: wordQuantity(tg, 'rate'),
    ...(one.run && { run: one.run }),
    remarks: one.remarks,
  };
}
