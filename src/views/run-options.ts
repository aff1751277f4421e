/** What the filters of the table of measured runs offer, with the number of runs behind each. */
import { FACETS, type Facet } from './run-filter.ts';
import type { RunRecord, RunSet } from './run-records.ts';

export interface RunOption {
  value: string;
  name: string;
  count: number;
}

export interface RunOptionGroup {
  /** Empty where a list has no groups. */
  name: string;
  options: RunOption[];
}

const NOT_LISTED = 'Not in the catalogue';

const NAMES: Readonly<Record<Facet, (run: RunRecord) => string>> = {
  device: (run) => run.device,
  model: (run) => run.model,
  quant: (run) => run.format ?? 'not stated',
  runtime: (run) => run.engine,
  test: (run) => run.test,
};

/** `bench`: what a test's id stands for. */
const TESTS: Readonly<Record<string, string>> = {
  bench: 'prompt or answer alone (llama-bench)',
  sweep: 'over the context (sweep-bench)',
  batched: 'several sequences (batched-bench)',
  localscore: 'LocalScore',
  request: 'one request',
  serving: 'a server under load',
};

function groupOf(set: RunSet, facet: Facet, run: RunRecord): string {
  if (facet === 'device') return set.devices[run.deviceId ?? '']?.vendor ?? NOT_LISTED;
  if (facet === 'model') return run.modelId ? '' : NOT_LISTED;
  if (facet === 'quant') return run.formatId || !run.format ? '' : NOT_LISTED;
  if (facet === 'runtime') return run.runtimeId ? '' : NOT_LISTED;
  return '';
}

/**
 * @param names of ids that runs name by several engines or labels: runtimes, quantizations
 */
export function optionsOf(
  set: RunSet,
  facet: Facet,
  names: Readonly<Record<string, { name: string }>> = {},
): RunOptionGroup[] {
  const groups = new Map<string, Map<string, RunOption>>();
  for (const run of set.runs) {
    const value = FACETS[facet](run);
    const group = groupOf(set, facet, run);
    const options = groups.get(group) ?? new Map<string, RunOption>();
    groups.set(group, options);
    const option = options.get(value) ?? {
      value,
      name: nameOf(facet, run, value, names),
      count: 0,
    };
    option.count += 1;
    options.set(value, option);
  }
  return [...groups]
    .map(([name, options]) => ({ name, options: [...options.values()].sort(byName) }))
    .sort((a, b) => Number(a.name === NOT_LISTED) - Number(b.name === NOT_LISTED) || byName(a, b));
}

const nameOf = (
  facet: Facet,
  run: RunRecord,
  value: string,
  names: Readonly<Record<string, { name: string }>>,
): string =>
  facet === 'test' ? (TESTS[value] ?? value) : (names[value]?.name ?? NAMES[facet](run));

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, 'en', { numeric: true });
