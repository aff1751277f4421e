/** Every input of the configurations compared, line by line under one another. */
import type { Configuration } from '../configuration/types.ts';
import type { EstimationInput } from '../estimation/types.ts';
import { type Compared, type ComparedRow, rowOf } from './comparison-parts.ts';
import { formatCount, formatExact, formatTokens, withUnit } from './format.ts';
import { type InputGroup, inputGroups } from './inputs.ts';

export interface ComparedGroup {
  title: string;
  rows: ComparedRow[];
}

const NO_SOURCES = { sources: [], rows: {} };
const ROLES = ['Machine', 'GPU or SoC', 'Host CPU', 'Model', 'Formats and software'] as const;
type Role = (typeof ROLES)[number];

/** What stands where a machine has no such part. */
const ABSENT: Partial<Record<Role, string>> = {
  'GPU or SoC': 'none, the CPU computes',
  'Host CPU': 'the same chip',
};

/** A configuration's groups by what they are, whatever the things are called. */
function byRole({ configuration, hw, made }: Compared, isSystem: boolean): Map<Role, InputGroup> {
  if (!made) return new Map();
  const { accelerator, host } = made.input.machine;
  const groups = inputGroups(configuration, made.input, { hw, isSystem }, NO_SOURCES);
  const roles = ROLES.filter(
    (role) =>
      (role !== 'GPU or SoC' || accelerator !== undefined) &&
      (role !== 'Host CPU' || (host !== undefined && host.id !== accelerator?.id)),
  );
  return new Map(roles.flatMap((role, at) => (groups[at] ? [[role, groups[at]] as const] : [])));
}

/** All inputs in the order of the configurator, each with the workload before. */
export function comparedInputs(
  all: readonly Compared[],
  systems: Record<string, unknown>,
): ComparedGroup[] {
  const maps = all.map((one) => byRole(one, Object.hasOwn(systems, one.configuration.hw)));
  const things = ROLES.flatMap((role): ComparedGroup[] => {
    const groups = maps.map((map) => map.get(role));
    const names = new Set(groups.flatMap((group) => group?.rows.map(({ name }) => name) ?? []));
    if (names.size === 0) return [];
    const missing = (at: number) =>
      all[at]?.made ? (ABSENT[role] ?? 'does not apply') : 'no estimate';
    const title = rowOf(
      'Name',
      groups.map((group, at) => group?.title ?? missing(at)),
    );
    const rows = [...names].map((name) =>
      rowOf(
        name,
        groups.map((group, at) => {
          const row = group?.rows.find((one) => one.name === name);
          if (!row) return group ? 'does not apply' : missing(at);
          return row.own ? `${row.value}, your value` : row.value;
        }),
      ),
    );
    return [{ title: role, rows: role === 'Formats and software' ? rows : [title, ...rows] }];
  });
  return [{ title: 'Workload and settings', rows: settingRows(all) }, ...things];
}

type Word = (configuration: Configuration, input: EstimationInput | undefined) => string;

const SETTINGS: readonly [name: string, word: Word][] = [
  ['Prompt', ({ prompt }) => formatTokens(prompt)],
  ['Answer', ({ gen }) => formatTokens(gen)],
  ['In context before', ({ depth }) => formatTokens(depth)],
  ['Users at once', ({ users }) => formatCount(users)],
  ['Flash attention', ({ fa }) => fa],
  ['Layers on the GPU', ({ ngl }) => (ngl === 'auto' ? 'as many as fit' : formatCount(ngl))],
  ['Micro-batch', ({ ubatch }) => formatTokens(ubatch)],
];

function settingRows(all: readonly Compared[]): ComparedRow[] {
  const limits: readonly [string, string, (input: EstimationInput) => number][] = [
    ['Interactive: prompt read in less than', 's', (i) => i.thresholds.interactivePromptSeconds],
    ['Interactive: more than', 'tok/s', (i) => i.thresholds.interactiveTokensPerSecond],
    ['Background: in all at most', 's', (i) => i.thresholds.backgroundSeconds],
    ['Off-line: in all at most', 's', (i) => i.thresholds.offlineSeconds],
  ];
  return [
    ...SETTINGS.map(([name, word]) =>
      rowOf(
        name,
        all.map(({ configuration, made }) => word(configuration, made?.input)),
      ),
    ),
    ...limits.map(([name, unit, value]) =>
      rowOf(
        name,
        all.map(({ made }) =>
          made ? withUnit(formatExact(value(made.input)), unit) : 'no estimate',
        ),
      ),
    ),
  ];
}
