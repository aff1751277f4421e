/**
 * What the chapters' calculators show, as plain objects. One that concerns the page's configuration
 * answers from its estimate; others from numbers of the reader's own, which no configuration holds.
 */

import type { LineSeries } from '../../charts/LineChart.tsx';
import type { ChartText, ValuesTable } from '../../charts/types.ts';
import { assumptionsOf } from '../../configuration/assumptions.ts';
import type { Tables } from '../../configuration/tables.ts';
import type { Configuration } from '../../configuration/types.ts';
import type { Estimate, EstimationInput } from '../../estimation/types.ts';
import {
  type CalculatorView,
  estimateOrProblems,
  frameOf,
  type ResultWords,
} from '../calculator.ts';

/** The reader's own numbers by key; one that is asked for and not given is absent. */
export type Own = Readonly<Record<string, number | undefined>>;

/** An axis with its ticks worded; the island makes the scale. */
export interface AxisView {
  label: string;
  kind: 'linear' | 'log';
  domain: [number, number];
  ticks: { value: number; text: string }[];
}

/** A line chart as plain data: it travels to the browser. */
export interface ChartView extends Omit<ChartText, 'id'> {
  x: AxisView;
  y: AxisView;
  series: LineSeries[];
}

export interface Frame extends Pick<CalculatorView, 'names' | 'query' | 'effective'> {
  /** GPUs of the machine, where a slider shows them. */
  count?: number;
  /** Layers on the GPU and in all, where a slider shows them. */
  layers?: { onGpu: number; all: number };
}

export interface PanelView
  extends Pick<
    CalculatorView,
    'results' | 'verdict' | 'bars' | 'formulas' | 'caption' | 'assumptions' | 'problems'
  > {
  /** What the page's configuration is called; absent where it does not matter. */
  frame?: Frame;
  chart?: ChartView;
  tables?: ValuesTable[];
  /** What follows, sentence by sentence. */
  remarks: string[];
}

/** What a calculator on the page's configuration is asked. */
export interface Asked {
  configuration: Configuration;
  tables: Tables;
  own: Own;
  /** Catalogue facts that the rows do not hold, as its kind gathers them at build. */
  data?: unknown;
}

export type PresentOfPage = (asked: Asked) => PanelView;
export type PresentOwn = (own: Own) => PanelView;

/** An answer without a configuration. */
export const answer = (parts: Partial<PanelView> & Pick<PanelView, 'caption'>): PanelView => ({
  results: [],
  bars: [],
  formulas: [],
  remarks: [],
  assumptions: [],
  problems: [],
  ...parts,
});

/** How the page's configuration is called, and its workload in words. */
export function frameFrom({ configuration, tables }: Asked): { frame: Frame; caption: string } {
  const { caption, ...names } = frameOf(configuration, tables);
  return { frame: { ...names, effective: {} }, caption };
}

const outcomes = new WeakMap<Configuration, ReturnType<typeof estimateOrProblems>>();

/** The estimate of the page's configuration, made once for all calculators that ask. */
function outcomeOf({ configuration, tables }: Asked): ReturnType<typeof estimateOrProblems> {
  const known = outcomes.get(configuration) ?? estimateOrProblems(configuration, tables);
  outcomes.set(configuration, known);
  return known;
}

/** The answer of one configuration: what `make` adds to its name, caption and assumptions. */
export function fromEstimate(
  asked: Asked,
  make: (input: EstimationInput, result: Estimate, frame: Frame) => Partial<PanelView>,
): PanelView {
  const { configuration, tables } = asked;
  const { frame, caption } = frameFrom(asked);
  const outcome = outcomeOf(asked);
  if ('problems' in outcome) return answer({ frame, caption, problems: outcome.problems });
  const { input, result } = outcome;
  const assumptions = [...assumptionsOf(configuration, tables), ...result.assumptions];
  return answer({
    frame,
    caption,
    assumptions: assumptions.map(({ text }) => text),
    ...make(input, result, frame),
  });
}

/** A value that is counted, not estimated, with a remark under it. */
export const fact = (name: string, value: string, remark = ''): ResultWords => ({
  name,
  words: { known: true, value, range: remark },
  ranged: false,
});

/** A value that is missing, and why. */
export const missing = (name: string, reason: string): ResultWords => ({
  name,
  words: { known: false, reason },
  ranged: false,
});
