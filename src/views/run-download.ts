/**
 * Measured runs to take away: the columns of their files, then this module's estimate of each, as CSV
 * and as JSON with the same rows.
 */
import { cellsOf } from '../catalogue/measurement-cells.ts';
import type { Measurement } from '../catalogue/measurements.ts';
import { measurementColumns } from '../schema/measurement.ts';
import { estimateOf, type RunQuantity, type RunRecord } from './run-records.ts';

/** Columns that this guide adds; its README explains the others. */
const ADDED = [
  'run_id',
  'pp_outlier',
  'tg_outlier',
  'pp_estimate_tokens_per_second',
  'pp_estimate_low',
  'pp_estimate_high',
  'pp_estimate_gap',
  'tg_estimate_tokens_per_second',
  'tg_estimate_low',
  'tg_estimate_high',
  'tg_estimate_gap',
] as const;

export const DOWNLOAD_COLUMNS = [...measurementColumns, ...ADDED] as const;
export type DownloadColumn = (typeof DOWNLOAD_COLUMNS)[number];
export type DownloadRow = Partial<Record<DownloadColumn, string | number>>;

function estimateCells(run: RunRecord, quantity: RunQuantity): DownloadRow {
  const estimate = estimateOf(run, quantity);
  if (estimate === undefined) return {};
  if ('unknown' in estimate) return { [`${quantity}_estimate_gap`]: estimate.unknown };
  const rounded = (value: number) => Number(value.toPrecision(4));
  return {
    [`${quantity}_estimate_tokens_per_second`]: rounded(estimate.central),
    [`${quantity}_estimate_low`]: rounded(estimate.low),
    [`${quantity}_estimate_high`]: rounded(estimate.high),
  };
}

/** Rows in the order of the files; cells that have no value are absent. */
export function downloadRows(
  rows: readonly Measurement[],
  records: readonly RunRecord[],
): DownloadRow[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return rows.map((row) => {
    const record = byId.get(row.id);
    if (!record) throw new Error(`run ${row.id} has no record`);
    return {
      ...cellsOf(row),
      run_id: row.id,
      ...(record.ppMark && { pp_outlier: record.ppMark }),
      ...(record.tgMark && { tg_outlier: record.tgMark }),
      ...estimateCells(record, 'pp'),
      ...estimateCells(record, 'tg'),
    };
  });
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** RFC 4180 with line feeds; an absent cell is empty. */
export function csvOf(rows: readonly DownloadRow[]): string {
  const lines = rows.map((row) =>
    DOWNLOAD_COLUMNS.map((column) => quoted(String(row[column] ?? ''))).join(','),
  );
  return `${[DOWNLOAD_COLUMNS.join(','), ...lines].join('\n')}\n`;
}
