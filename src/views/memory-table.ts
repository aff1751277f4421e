/** Memory bandwidth worked from channels and speed, beside what the catalogue states. */
import type { DataCell, DataTable } from './data-table.ts';
import { formatBandwidth, formatCount, formatRate, withUnit } from './format.ts';
import { deviceById } from './guide-data.ts';

const BYTES_PER_TRANSFER = 8;
/** The file the ceilings are worked for: nine gigabytes, Qwen2.5 14B in Q4_K_M. */
const FILE_BYTES = 8_988_110_976;

const missing = (what: string): DataCell => ({ text: `${what} not sourced`, known: false });

/** Ids of CPUs or SoCs, separated by spaces. */
export function memoryTable(list: string): DataTable {
  const rows = list
    .trim()
    .split(/\s+/)
    .map((id): DataCell[] => {
      const {
        name,
        memoryChannels,
        memoryTransfersPerSecond: speed,
        memoryType,
        bandwidthBytesPerSecond: stated,
      } = deviceById(id);
      const worked =
        memoryChannels && speed ? memoryChannels * BYTES_PER_TRANSFER * speed : undefined;
      return [
        { text: name, href: `/devices/${id}/` },
        memoryType ? { text: memoryType } : missing('type'),
        memoryChannels
          ? { text: formatCount(memoryChannels), sort: memoryChannels }
          : missing('channels'),
        speed
          ? { text: withUnit(formatCount(speed / 1e6), 'MT/s'), sort: speed }
          : missing('speed'),
        worked ? { text: formatBandwidth(worked), sort: worked } : missing('channels or speed'),
        stated ? { text: formatBandwidth(stated), sort: stated } : missing('bandwidth'),
        stated ? { text: formatRate(stated / FILE_BYTES), sort: stated } : missing('bandwidth'),
      ];
    });
  const names = ['Channels', 'Speed', 'Worked', 'Stated', 'Ceiling, file of 9 GB'];
  return {
    columns: [
      { name: 'Processor' },
      { name: 'Memory' },
      ...names.map((name) => ({ name, numeric: true })),
    ],
    rows,
  };
}
