/**
 * How far estimates fall from measured runs, by what was run, beside the original document's formulas
 * on the same runs: on things the fit had not seen where they were held out, else on the runs at hand.
 */
import type { Validation, ValidationRow } from '../schema/validation.ts';
import {
  type Evidence,
  type EvidenceQuantity,
  evidence,
  type FormulaName,
  predictedBy,
  quantile,
} from './evidence.ts';
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
  return group.charAt(0).toUpperCase() + group.slice(1);
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
const LEAST_RUNS = 5;

/** Whole devices held out: four tables a quantity. */
export function heldOutTables(validation: Validation, quantity: EvidenceQuantity): ErrorTable[] {
  const rows = (validation.tables.device ?? []).filter(({ phase }) => phase === quantity);
  return SPLITS.map(([id, words, belongs]) => ({
    id: `${quantity}-${id}`,
    caption: `${PHASES[quantity]}, ${words}; whole devices held out`,
    rows: rows.filter(({ group, runs }) => belongs(group) && runs >= LEAST_RUNS).map(rowOfHeldOut),
  })).filter((table) => table.rows.length > 0);
}

const HOLDOUTS = { device: 'devices', model: 'models', source: 'sources' } as const;

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

const errorsOf = (list: readonly Evidence[], formula: FormulaName): number[] =>
  list.flatMap((e) => {
    const predicted = predictedBy(e, formula);
    return predicted === undefined ? [] : [Math.abs(predicted / e.measured - 1)];
  });

const wordErrors = (errors: readonly number[]): string =>
  errors.length === 0 ? 'cannot say' : pair(quantile(errors, 0.5), quantile(errors, 0.9));

const isInside = ({ guide, measured }: Evidence): boolean =>
  measured >= guide.low && measured <= guide.high;

function rowOfSeen(name: string, list: readonly Evidence[]): ErrorRow {
  const devices = new Map<string, number[]>();
  list.forEach((e, place) => {
    const error = errorsOf([e], 'guide')[0] ?? 0;
    const id = e.row.deviceId ?? String(place);
    devices.set(id, [...(devices.get(id) ?? []), error]);
  });
  return {
    name,
    count: formatCount(list.length),
    devices: formatCount(devices.size),
    runs: wordErrors(errorsOf(list, 'guide')),
    perDevice: wordErrors([...devices.values()].map((each) => quantile(each, 0.5))),
    original: wordErrors(errorsOf(list, 'original')),
    inside: formatPercent(list.filter(isInside).length / list.length),
  };
}

const KEYS: readonly (readonly [words: string, of: (e: Evidence) => string])[] = [
  ['by kind of model', ({ input }) => (input.model.experts ? 'Mixtures of experts' : 'Dense')],
  ['by runtime', ({ input }) => input.runtime.name],
];

/** The runs at hand, each device, model, format and runtime once. */
export function seenTables(quantity: EvidenceQuantity): ErrorTable[] {
  const list = evidence(quantity);
  return KEYS.map(([words, of], place) => {
    const groups = Map.groupBy(list, of);
    const rows = [...groups]
      .filter(([, votes]) => votes.length >= LEAST_RUNS)
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([name, votes]) => rowOfSeen(name, votes));
    return {
      id: `${quantity}-seen-${place}`,
      caption: `${PHASES[quantity]}, ${words}`,
      rows: place === 0 ? [rowOfSeen('All', list), ...rows] : rows,
    };
  });
}
