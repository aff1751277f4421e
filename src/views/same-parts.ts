/** Systems that differ only in maker, case or storage: for an estimate they are one machine. */
import type { Tables } from '../configuration/tables.ts';
import type { SystemRow } from '../estimation/types.ts';
import { BYTES_PER_GB, formatExact, withUnit } from './format.ts';

export interface SameParts {
  /** The system's name where it stands alone, else the parts. */
  name: string;
  systems: [SystemRow, ...SystemRow[]];
}

const signatureOf = (system: SystemRow): string =>
  [
    system.hostId,
    system.ramBytes,
    system.ramBandwidthBytesPerSecond,
    system.gpuId,
    system.gpuCount,
    system.gpuLink,
  ].join('|');

/** Systems by parts, sorted by name. A system of unknown host stands alone. */
export function sameParts(
  systems: readonly SystemRow[],
  tables: Pick<Tables, 'devices'>,
): SameParts[] {
  const byParts = new Map<string, [SystemRow, ...SystemRow[]]>();
  for (const system of systems) {
    const signature = system.hostId ? signatureOf(system) : system.id;
    const others = byParts.get(signature);
    if (others) others.push(system);
    else byParts.set(signature, [system]);
  }
  const groups = [...byParts.values()].map((group) => ({
    name: nameOf(group, tables),
    systems: group,
  }));
  return groups.toSorted((a, b) => compareNames(a.name, b.name));
}

function nameOf(
  group: readonly [SystemRow, ...SystemRow[]],
  { devices }: Pick<Tables, 'devices'>,
): string {
  const [first] = group;
  if (group.length === 1) return first.name;
  const device = (id: string | undefined) => (id ? [devices[id]?.name ?? id] : []);
  const cards = device(first.gpuId).map((name) =>
    first.gpuCount > 1 ? `${first.gpuCount} x ${name}` : name,
  );
  const ram =
    first.ramBytes === undefined
      ? ''
      : `, ${withUnit(formatExact(first.ramBytes / BYTES_PER_GB), 'GB')}`;
  return [...device(first.hostId), ...cards].join(' + ') + ram;
}

/** Alphabetical with numbers by size, the same on every machine: `M4` before `M10`. */
export function compareNames(a: string, b: string): number {
  const parts = (name: string) => name.toLowerCase().split(/(\d+)/);
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [x = '', y = ''] = [left[index], right[index]];
    if (x === y) continue;
    const numbers = index % 2 === 1 && x !== '' && y !== '';
    return numbers && Number(x) !== Number(y) ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return 0;
}
