/** Predicted against measured, as a chart's geometry and words. */

import type { ScatterChartProps, ScatterSeries } from '../charts/ScatterChart.tsx';
import { logScale, roundDomain, ticksOf } from '../charts/scale.ts';
import type { Mark, ValuesTable } from '../charts/types.ts';
import {
  type Evidence,
  type EvidenceQuantity,
  evidence,
  type FormulaName,
  predictedBy,
  summarize,
} from './evidence.ts';
import { formatPercent, formatSignificant } from './format.ts';

interface MachineClass {
  id: string;
  name: string;
  mark: Mark;
  holds: (e: Evidence) => boolean;
}

const isCpu = ({ input }: Evidence) => input.machine.accelerator === undefined;
const vendorIs = (vendor: string) => (e: Evidence) =>
  !isCpu(e) && e.input.machine.accelerator?.vendor === vendor;

/** Classes of machine, told apart by shape; the first that holds counts. */
const CLASSES: readonly MachineClass[] = [
  { id: 'cpu', name: 'CPUs', mark: 'cross', holds: isCpu },
  { id: 'nvidia', name: 'NVIDIA', mark: 'circle', holds: vendorIs('NVIDIA') },
  { id: 'apple', name: 'Apple', mark: 'triangle', holds: vendorIs('Apple') },
  { id: 'amd', name: 'AMD', mark: 'square', holds: vendorIs('AMD') },
  { id: 'intel', name: 'Intel', mark: 'diamond', holds: vendorIs('Intel') },
  { id: 'others', name: 'Others', mark: 'bar', holds: () => true },
];

const classOf = (e: Evidence): string => CLASSES.find((c) => c.holds(e))?.id ?? 'others';

function seriesOf(list: readonly Evidence[], formula: FormulaName): ScatterSeries[] {
  return CLASSES.map(({ id, name, mark }) => {
    const points = list
      .filter((e) => classOf(e) === id)
      .flatMap((e) => {
        const y = predictedBy(e, formula);
        return y === undefined ? [] : [{ x: e.measured, y }];
      });
    return { id, name: `${name} (${points.length})`, mark, points };
  }).filter(({ points }) => points.length > 0);
}

const NAMES: Readonly<Record<EvidenceQuantity, string>> = {
  pp: 'Prompt processing',
  tg: 'Token generation',
};

const WHOSE: Readonly<Record<FormulaName, string>> = {
  original: 'the original’s formula',
  corrected: 'the corrected formula',
  guide: 'this guide’s formula',
};

/** Errors beyond the measured value itself read better as a ratio than as so many per cent. */
function describe(list: readonly Evidence[], formula: FormulaName): string {
  const s = summarize(list, formula);
  const count = `${s.count} configurations, each a device, model, format and software once.`;
  if (s.medianError > 1) {
    return `${count} The middle prediction is ${formatSignificant(s.medianRatio, 2)} times what was measured; one in ten is more than ${formatSignificant(s.p90Ratio, 2)} times.`;
  }
  return `${count} Half of the predictions are within ${formatPercent(s.medianError)} of what was measured, nine in ten within ${formatPercent(s.p90Error)}.`;
}

function tableOf(list: readonly Evidence[], quantity: EvidenceQuantity): ValuesTable {
  const rows = list
    .filter((e) => e.original !== undefined)
    .sort((a, b) => b.measured - a.measured)
    .map((e) => [
      e.input.machine.accelerator?.name ?? e.input.machine.host?.name ?? e.row.deviceName,
      `${e.input.model.name} ${e.input.quantization.name}`,
      e.input.runtime.name,
      formatSignificant(e.measured),
      formatSignificant(e.original ?? 0),
      formatSignificant(e.guide.central),
    ]);
  return {
    caption: `${NAMES[quantity]} measured and predicted, tok/s`,
    columns: [
      { name: 'Device' },
      { name: 'Model' },
      { name: 'Software' },
      { name: 'Measured', numeric: true },
      { name: 'Original', numeric: true },
      { name: 'Guide', numeric: true },
    ],
    rows,
  };
}

/** The models most machines were measured with: enough to see the pattern, few enough to read. */
const SHOWN =
  /^(llama-2-7b|llama-3-8b|llama-3\.1-8b|qwen2\.5-14b|llama-3-70b|llama-3\.1-70b|llama-3\.3-70b|gpt-oss-20b|gpt-oss-120b|qwen3-30b-a3b)$/;

/**
 * Left out: rare formats; and for reading, which hardly depends on the format and goes with one over
 * the parameters, all but four bits and one of two models of the same shape.
 */
const LEFT_OUT: Readonly<Record<EvidenceQuantity, RegExp>> = {
  pp: /f16|q8|q[2356]_|iq|^llama-3\.1-8b/,
  tg: /bf16|q[2356]_|iq/,
};

/** What the charts draw: of the evidence, the files most machines were measured with. */
export const shownEvidence = (quantity: EvidenceQuantity): Evidence[] =>
  evidence(quantity).filter(
    (e) =>
      e.original !== undefined &&
      SHOWN.test(e.input.model.id) &&
      !LEFT_OUT[quantity].test(`${e.input.model.id} ${e.input.quantization.id}`),
  );

/** Chart of one formula; both formulas of a quantity share axes, so that they can be compared. */
export function evidenceChart(quantity: EvidenceQuantity, formula: FormulaName): ScatterChartProps {
  const list = shownEvidence(quantity);
  const all = list.flatMap((e) => [e.measured, e.guide.central, e.original ?? e.measured]);
  const scale = logScale(roundDomain(all, 'log'));
  const ticks = ticksOf(scale, (value) => formatSignificant(value));
  const spread = list.map((e) => ({
    low: e.guide.low / e.guide.central,
    high: e.guide.high / e.guide.central,
  }));
  const middle = (key: 'low' | 'high') => summarizeSpread(spread.map((s) => s[key]));
  return {
    id: `${quantity}-${formula}`,
    title: `${NAMES[quantity]} by ${WHOSE[formula]} against measured runs`,
    description: describe(list, formula),
    x: { label: 'Measured, tok/s', scale, ticks },
    y: { label: 'Predicted, tok/s', scale, ticks },
    series: seriesOf(list, formula),
    identity: {
      name: 'As measured',
      ...(formula === 'guide' && {
        band: {
          low: 1 / middle('high'),
          high: 1 / middle('low'),
          name: 'Usual width of the 80 % range',
        },
      }),
    },
    ...(formula === 'guide' && { table: tableOf(list, quantity) }),
  };
}

function summarizeSpread(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 1;
}
