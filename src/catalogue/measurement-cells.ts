/** A measured run as the cells of its file: the inverse of reading it, for who takes the data away. */
import { type MeasurementColumn, measurementColumns } from '../schema/measurement.ts';
import { type Measurement, RENAMED, SCALED } from './measurement-row.ts';

export type MeasurementCells = Partial<Record<MeasurementColumn, string | number>>;

/** Twelve digits are more than any source prints, and strip what a division left. */
const clean = (value: number): number => Number(value.toPrecision(12));

const plain = (row: Measurement): MeasurementCells => ({
  source_id: row.sourceId,
  source_url: row.url,
  device_name: row.deviceName,
  device_kind: row.deviceKind,
  processor: row.processor,
  engine: row.engine,
  model_name: row.modelName,
  test: row.test,
});

/** Of a run, the columns of `content/data/measurements/README.md` that its source fills. */
export function cellsOf(row: Measurement): MeasurementCells {
  const cells = plain(row);
  for (const [name, column] of Object.entries(RENAMED)) {
    const value = row[name as keyof typeof RENAMED];
    if (value !== undefined) cells[column] = value;
  }
  for (const [name, [column, factor]] of Object.entries(SCALED)) {
    const value = row[name as keyof typeof SCALED];
    if (value !== undefined) cells[column] = clean(value / factor);
  }
  if (row.flashAttention !== undefined) cells.flash_attention = row.flashAttention ? 'on' : 'off';
  if (row.switches.length > 0) cells.switches = row.switches.join(' ');
  if (row.skip) cells.skip = row.skip.scope === 'tg' ? `tg: ${row.skip.reason}` : row.skip.reason;
  const entries = measurementColumns.flatMap((column) => {
    const value = cells[column];
    return value === undefined ? [] : [[column, value] as const];
  });
  return Object.fromEntries(entries);
}
