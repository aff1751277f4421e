/** Measured watts and sound, in words. */
import type { Catalogue } from '../catalogue/index.ts';
import { formatDate, withUnit } from './format.ts';

export interface PowerLine {
  machine: string;
  idle: string;
  load: string;
  noise: string;
  /** What was measured, and how. */
  context: string;
  date: string;
  source: string;
}

/** Ranges of the tables keep their shape: `9-12` is `9–12 W`. */
const worded = (text: string | undefined, unit: string): string =>
  text === undefined ? 'not measured' : withUnit(text.replace('-', '\u2013'), unit);

const MAKERS = /^(NVIDIA|AMD|Intel|GeForce|Radeon|Quadro) /i;

/** A card's name as people write it: `GeForce RTX 4090` is `RTX 4090`. */
export function plainName(name: string): string {
  let plain = name;
  while (MAKERS.test(plain)) plain = plain.replace(MAKERS, '');
  return plain.toLowerCase();
}

/** Whether a measured machine has this device: its name in parentheses, or the machine's own name. */
function names(machine: string, device: string): boolean {
  const inside = /\(([^)]*)\)/.exec(machine)?.[1];
  return [machine, inside].some((part) => part !== undefined && plainName(part) === device);
}

/** Rows of `power.csv` whose machine is or has the device. */
export function powerLines({ tables }: Pick<Catalogue, 'tables'>, deviceName: string): PowerLine[] {
  const device = plainName(deviceName);
  return tables.power
    .filter((row) => names(row.device, device))
    .map((row) => ({
      machine: row.system,
      idle: worded(row.idle_w, 'W'),
      load: worded(row.load_w, 'W'),
      noise: 'not measured',
      context: `${row.context} (${row.measure})`,
      date: row.date ? formatDate(row.date) : 'date not stated',
      source: row.source_url,
    }));
}

/** Rows of `power-noise.csv` for one system. */
export function noiseLines({ tables }: Pick<Catalogue, 'tables'>, systemId: string): PowerLine[] {
  return tables['power-noise']
    .filter((row) => row.system_id === systemId)
    .map((row) => ({
      machine: row.system,
      idle: worded(row.idle_w, 'W'),
      load: worded(row.load_w_llm ?? row.load_w_max, 'W'),
      noise: worded(row.noise_dba, 'dBA'),
      context: [row.method, row.noise_condition, row.notes]
        .filter((one) => one !== undefined)
        .join('; '),
      date: formatDate(row.date),
      source: row.source_url,
    }));
}
