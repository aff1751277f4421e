/**
 * How far estimates fall from measured runs that the fit had not seen, by what was run, beside the
 * original document's formulas on the same runs.
 */
import type { Validation, ValidationRow } from '../schema/validation.ts';
import type { EvidenceQuantity } from './evidence.ts';
import { formatCount, formatPercent } from './format.ts';
import { className, engineName } from './method-names.ts';

export interface ErrorRow {
  name: string;
  count: string;
  devices: string;
  /** Median and 90th percentile of the error: `11 / 68 %`. */
  runs: string;
  /** The same over devices, each by its own median. */
  perDevice: string;
  original: string;
  /** Part of the runs inside the 80 % range. */
  inside: string;
}

export interface ErrorTable {
  id: string;
  caption: string;
  rows: ErrorRow[];
}

const PHASES: Readonly<Record<EvidenceQuantity, string>> = {
  tg: 'Token generation',
  pp: 'Prompt processing',
};

const pair = (median: number, p90: number): string =>
  `${formatPercent(median)} / ${formatPercent(p90)}`;

/** `runtime llamafile`, `class ada/cuda`, `depth none`: groups of the file in words. */
function groupName(group: string): string {
  const [kind = '', ...rest] = group.split(' ');
  const name = rest.join(' ');
  if (kind === 'class') {
    const [architecture = '', engine = ''] = name.split('/');
    return `${className(architecture)}, ${engineName(engine)}`;
  }
  if (kind === 'runtime') return name;
  if (kind === 'depth') return `${name === 'none' ? 'no' : name} tokens in context`;
  return group.startsWith('llama.cpp') ? group : group.charAt(0).toUpperCase() + group.slice(1);
}

const rowOfHeldOut = (row: ValidationRow): ErrorRow => ({
  name: groupName(row.group),
  count: formatCount(row.runs),
  devices: formatCount(row.devices),
  runs: pair(row.median / 100, row.p90 / 100),
  perDevice: pair(row.deviceMedian / 100, row.deviceP90 / 100),
  original:
    row.originalMedian === undefined || row.originalP90 === undefined
      ? 'cannot say'
      : pair(row.originalMedian / 100, row.originalP90 / 100),
  inside: formatPercent(row.coverage / 100),
});

const SPLITS = [
  ['runs', 'by what was run', (group: string) => !/^(runtime|class|depth) /.test(group)],
  ['depths', 'by tokens in context', (group: string) => group.startsWith('depth ')],
  ['runtimes', 'by runtime', (group: string) => group.startsWith('runtime ')],
  ['classes', 'by class of hardware', (group: string) => group.startsWith('class ')],
] as const;

/** Fewer runs say nothing of a group's tenth worst. */
const LEAST_RUNS = 16;

/** Whole devices held out: four tables a quantity. */
export function heldOutTables(validation: Validation, quantity: EvidenceQuantity): ErrorTable[] {
  const rows = (validation.tables.device ?? []).filter(({ phase }) => phase === quantity);
  return SPLITS.map(([id, words, belongs]) => ({
    id: `${quantity}-${id}`,
    caption: `${PHASES[quantity]}, ${words}; whole devices held out`,
    rows: rows.filter(({ group, runs }) => belongs(group) && runs >= LEAST_RUNS).map(rowOfHeldOut),
  })).filter((table) => table.rows.length > 0);
}

function allHeldOut(validation: Validation, quantity: EvidenceQuantity): ValidationRow {
  const all = validation.tables.device?.find(
    ({ group, phase }) => group === 'all' && phase === quantity,
  );
  if (!all) throw new Error('validation.json has no row "all" of held-out devices');
  return all;
}

/** Part of all runs of held-out devices that fell inside their range: `74 %`. */
export const coverage = (validation: Validation, quantity: EvidenceQuantity): string =>
  formatPercent(allHeldOut(validation, quantity).coverage / 100);

/** Half of all runs of held-out devices were off by less: `11 %`. */
export const heldOutError = (validation: Validation, quantity: EvidenceQuantity): string =>
  formatPercent(allHeldOut(validation, quantity).median / 100);

const HOLDOUTS = {
  device: 'devices',
  sweep: 'devices (of the six most measured one model at a time)',
  model: 'models',
  source: 'sources',
} as const;

/** All runs, by what was held out: how much worse an unseen device, model or source is. */
export const holdoutRows = (validation: Validation): ErrorRow[] =>
  (Object.keys(HOLDOUTS) as (keyof typeof HOLDOUTS)[]).flatMap((by) =>
    (validation.tables[by] ?? [])
      .filter(({ group }) => group === 'all')
      .map((row) => ({
        ...rowOfHeldOut(row),
        name: `${PHASES[row.phase]}, whole ${HOLDOUTS[by]} held out`,
      })),
  );

export interface MemoryErrorRow {
  what: string;
  rows: string;
  errors: string;
}

/** Sizes beside what files hold and engines logged; no constant of them is fitted. */
export const memoryRows = ({ memory }: Validation): MemoryErrorRow[] =>
  memory.map(({ what, rows, median, p90 }) => ({
    what: what.charAt(0).toUpperCase() + what.slice(1),
    rows: formatCount(rows),
    errors: pair(median / 100, p90 / 100),
  }));
