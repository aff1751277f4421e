import type { Tables } from '../../configuration/tables.ts';
import type { Configuration } from '../../configuration/types.ts';
import type { Option } from '../types.ts';

export type Key = keyof Configuration;

export interface FieldText {
  key: Key;
  label: string;
  /** What holds while the field is empty. */
  usual: string;
  options?: (tables: Tables) => Option[];
}

const named = (rows: Record<string, { id: string; name?: string }>): Option[] =>
  Object.values(rows).map(({ id, name }) => [id, name ?? id]);

const cpus = ({ devices }: Tables): Option[] =>
  Object.values(devices)
    .filter(({ kind }) => kind !== 'gpu')
    .map(({ id, name }) => [id, name]);

const SWITCH: Option[] = [
  ['on', 'on'],
  ['off', 'off'],
];

/** What belongs to one configuration, beside its machine, its model and its format. */
export const MORE: readonly FieldText[] = [
  { key: 'count', label: 'GPUs', usual: 'as sold' },
  { key: 'cpu', label: 'Host CPU', usual: 'as sold', options: cpus },
  { key: 'ram', label: 'RAM, GB', usual: 'as sold' },
  { key: 'bw', label: 'Memory bandwidth, GB/s', usual: 'the catalogue’s' },
  { key: 'vram', label: 'Memory of one GPU, GB', usual: 'the catalogue’s' },
  { key: 'power', label: 'Power limit of one GPU, W', usual: 'none' },
  {
    key: 'runtime',
    label: 'Runtime',
    usual: 'the machine’s usual one',
    options: ({ runtimes }) => named(runtimes),
  },
  { key: 'kv', label: 'KV cache', usual: 'f16', options: ({ kvTypes }) => named(kvTypes) },
  { key: 'fa', label: 'Flash attention', usual: 'on', options: () => SWITCH },
  { key: 'ngl', label: 'Layers on the GPU', usual: 'auto' },
  { key: 'ubatch', label: 'Micro-batch, tokens', usual: '512' },
];

/** The job: the same for all unless the link says otherwise. */
export const JOB: readonly FieldText[] = [
  { key: 'prompt', label: 'Prompt, tokens', usual: '4096' },
  { key: 'gen', label: 'Answer, tokens', usual: '256' },
  { key: 'depth', label: 'In context before, tokens', usual: '0' },
  { key: 'users', label: 'Users at once', usual: '1' },
];

/** Overrides that belong to one machine and mean nothing on another. */
const OF_THE_MACHINE: readonly Key[] = ['count', 'cpu', 'ram', 'bw', 'vram', 'power', 'runtime'];

/** A configuration with one value changed; `undefined` takes a reader's own value back. */
export function changed(
  configuration: Configuration,
  key: Key,
  value: string | number | undefined,
  defaults: Readonly<Configuration>,
): Configuration {
  const next: Partial<Record<Key, unknown>> = { ...configuration };
  if (value === undefined) {
    if (defaults[key] === undefined) delete next[key];
    else next[key] = defaults[key];
  } else next[key] = value;
  if (key === 'hw') {
    for (const one of OF_THE_MACHINE) delete next[one];
    next.ngl = defaults.ngl;
  }
  return next as unknown as Configuration;
}
