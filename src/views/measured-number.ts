/** A measured number quoted in a sentence, with who measured it. */
import type { Measurement } from '../catalogue/measurements.ts';
import { median } from './evidence.ts';
import { formatDate, formatRate, formatSeconds } from './format.ts';
import { guideMeasurements } from './guide-data.ts';

export interface MeasuredFilter {
  hw: string;
  model: string;
  quant: string;
  show: 'pp' | 'tg' | 'ttft';
  source?: string | undefined;
  runtime?: string | undefined;
  prompt?: string | undefined;
  gen?: string | undefined;
  depth?: string | undefined;
  fa?: string | undefined;
  /** On the processor's cores, where the device also has a GPU. */
  processor?: string | undefined;
}

export interface MeasuredNumber {
  value: number;
  text: string;
  title: string;
  href: string;
  runs: number;
}

const rateOf = (row: Measurement, show: MeasuredFilter['show']): number | undefined =>
  ({ pp: row.ppTokensPerSecond, tg: row.tgTokensPerSecond, ttft: row.ttftSeconds })[show];

const same = (wanted: string | undefined, actual: string | number | undefined): boolean =>
  wanted === undefined || String(actual ?? '') === wanted;

const flash = (row: Measurement): string =>
  row.flashAttention === undefined ? '' : row.flashAttention ? 'on' : 'off';

/** Every run that fits, those the catalogue marks as broken among them only when asked by source. */
export function measuredRows(f: MeasuredFilter): Measurement[] {
  return guideMeasurements().rows.filter(
    (row) =>
      row.deviceId === f.hw &&
      row.modelId === f.model &&
      row.quantizationId === f.quant &&
      rateOf(row, f.show) !== undefined &&
      (row.gpuCount ?? 1) <= 1 &&
      (row.sequences ?? 1) === 1 &&
      same(f.source, row.sourceId) &&
      same(f.runtime, row.runtimeId) &&
      same(f.prompt, row.promptTokens) &&
      same(f.gen, row.generatedTokens) &&
      same(f.depth, row.depthTokens) &&
      same(f.processor, row.processor) &&
      (f.fa === undefined || flash(row) === f.fa),
  );
}

/** The median of the runs that fit, and where they were read. @throws where there is none. */
export function measuredNumber(f: MeasuredFilter): MeasuredNumber {
  const rows = measuredRows(f);
  const first = rows[0];
  if (!first) {
    throw new Error(
      `no measured ${f.show} of ${f.model} ${f.quant} on ${f.hw} fits; loosen the filter`,
    );
  }
  const value = median(rows.map((row) => rateOf(row, f.show) ?? Number.NaN));
  const software = [first.engine, first.engineVersion].filter(Boolean).join(' ');
  const who = [first.sourceId, software, first.date && formatDate(first.date)].filter(Boolean);
  const many = rows.length > 1 ? `median of ${rows.length} runs, ` : '';
  return {
    value,
    text: f.show === 'ttft' ? formatSeconds(value) : formatRate(value),
    title: `Measured: ${many}${who.join(', ')}`,
    href: first.url,
    runs: rows.length,
  };
}
