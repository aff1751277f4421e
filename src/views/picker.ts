/** Entries of the lists a reader picks hardware and models from: grouped, and found by typing. */
import type { Tables } from '../configuration/tables.ts';
import type { DeviceRow, ModelRow, SystemRow } from '../estimation/types.ts';
import { formatBandwidth, formatGigabytes, formatParameters } from './format.ts';

export interface PickerEntry {
  id: string;
  name: string;
  /** What tells it from its neighbours. */
  detail: string;
  group: string;
  /** What typed words are looked for in. */
  text: string;
}

type Draft = Omit<PickerEntry, 'text'>;

const complete = (entry: Draft): PickerEntry => ({
  ...entry,
  text: `${entry.name} ${entry.id} ${entry.detail} ${entry.group}`.toLowerCase(),
});

const SYSTEM_GROUPS: Record<SystemRow['class'], string> = {
  embedded: 'Embedded and mini systems',
  desktop: 'Desktop systems',
  workstation: 'Workstation systems',
  server: 'Server systems',
};

const DEVICE_GROUPS: Record<DeviceRow['kind'], string> = {
  gpu: 'GPUs in a plain desktop',
  soc: 'SoCs with shared memory',
  cpu: 'CPUs alone',
};

/** Systems by class, then bare devices by kind and maker. */
export function hardwareEntries({ systems, devices }: Tables): PickerEntry[] {
  const bySystemClass = Object.keys(SYSTEM_GROUPS) as SystemRow['class'][];
  const fromSystems = bySystemClass.flatMap((one) =>
    Object.values(systems)
      .filter((row) => row.class === one)
      .map((row) => ({
        id: row.id,
        name: row.name,
        detail: systemDetail(row),
        group: SYSTEM_GROUPS[one],
      })),
  );
  // A system of the same id is what the id means.
  const fromDevices = deviceEntries(devices).filter(({ id }) => !Object.hasOwn(systems, id));
  return [...fromSystems, ...fromDevices].map(complete);
}

/** Hosts a system can have: CPUs and SoCs. */
export const cpuEntries = ({ devices }: Tables): PickerEntry[] =>
  deviceEntries(devices)
    .filter(({ id }) => devices[id]?.kind !== 'gpu')
    .map(complete);

function deviceEntries(devices: Tables['devices']): Draft[] {
  const kinds = Object.keys(DEVICE_GROUPS) as DeviceRow['kind'][];
  return kinds.flatMap((kind) =>
    Object.values(devices)
      .filter((row) => row.kind === kind)
      .sort((a, b) => a.vendor.localeCompare(b.vendor, 'en'))
      .map((row) => ({
        id: row.id,
        name: row.name,
        detail: deviceDetail(row),
        group: `${DEVICE_GROUPS[kind]}: ${row.vendor}`,
      })),
  );
}

const list = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');

const systemDetail = (row: SystemRow): string =>
  list(
    row.gpuCount > 1 ? `${row.gpuCount} GPUs` : undefined,
    row.ramBytes === undefined ? undefined : `${formatGigabytes(row.ramBytes)} RAM`,
  );

const deviceDetail = (row: DeviceRow): string =>
  list(
    row.kind === 'cpu' || row.memoryBytes === undefined
      ? undefined
      : formatGigabytes(row.memoryBytes),
    row.bandwidthBytesPerSecond === undefined
      ? 'bandwidth unknown'
      : formatBandwidth(row.bandwidthBytesPerSecond),
  );

/** Models by family, the newest family first. */
export function modelEntries({ models }: Tables): PickerEntry[] {
  const rows = Object.values(models);
  const newest = new Map<string, string>();
  for (const { family, released = '' } of rows)
    if (released >= (newest.get(family) ?? '')) newest.set(family, released);
  const age = (row: ModelRow) => `${newest.get(row.family)} ${row.family}`;
  return rows
    .sort((a, b) => age(b).localeCompare(age(a), 'en') || a.totalParameters - b.totalParameters)
    .map((row) =>
      complete({ id: row.id, name: row.name, detail: modelDetail(row), group: row.family }),
    );
}

function modelDetail(row: ModelRow): string {
  const size = formatParameters(row.totalParameters);
  return row.experts ? `${size}, ${formatParameters(row.activeParameters)} active` : size;
}

/** Entries in which every typed word occurs. */
export function matching(entries: PickerEntry[], typed: string): PickerEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => words.every((word) => entry.text.includes(word)));
}
