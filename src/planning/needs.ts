/** What a reader needs, and the part of the address that carries it: readable, checked, never lost. */
import type { WorkflowClass } from '../estimation/types.ts';
import { ORDERS, type Order } from './rank.ts';

export type ReachableClass = Exclude<WorkflowClass, 'non-viable'>;
export const REACHABLE: readonly ReachableClass[] = ['interactive', 'background', 'off-line'];

export interface Use {
  /** Of the catalogue's use cases, or tokens read and written, `120000+800`. */
  useCase: string;
  /** Runs a day. */
  perDay: number;
  /** The class each run must reach. */
  class: ReachableClass;
}

/** The least model: so many parameters, one by name, or a place in one list of scores. */
export type Floor =
  | { kind: 'size'; parameters: number }
  | { kind: 'model'; id: string }
  | { kind: 'score'; list: string; least: number };

export interface Needs {
  uses: Use[];
  /** People who ask at the same moment. */
  users: number;
  floor: Floor;
  /** Fewest bits a weight may have. */
  bits: number;
  /** Longest context.  [tokens] */
  context: number;
  /** In `currency`. */
  budget?: number;
  currency: string;
  /** At the wall while it works.  [W] */
  watts?: number;
  /** [dBA] */
  noise?: number;
  /** Price of a kWh, in `currency`. */
  kwh?: number;
  /** Machines at hand: they cost nothing more. */
  owned: string[];
  /** Whether data may leave the house. */
  cloud: boolean;
  /** What puts one machine before another. */
  order: Order;
}

export const USUAL_NEEDS: Needs = {
  uses: [{ useCase: 'uc2', perDay: 20, class: 'interactive' }],
  users: 1,
  floor: { kind: 'size', parameters: 8e9 },
  bits: 4,
  context: 8192,
  currency: 'USD',
  owned: [],
  cloud: false,
  order: 'cheapest',
};

interface Bound {
  key: 'users' | 'bits' | 'context' | 'budget' | 'watts' | 'noise' | 'kwh';
  low: number;
  high: number;
  whole: boolean;
  unit: string;
}

const BOUNDS: readonly Bound[] = [
  { key: 'users', low: 1, high: 1000, whole: true, unit: 'people' },
  { key: 'bits', low: 2, high: 16, whole: true, unit: 'bits' },
  { key: 'context', low: 1, high: 10_000_000, whole: true, unit: 'tokens' },
  { key: 'budget', low: 1, high: 1e8, whole: false, unit: '' },
  { key: 'watts', low: 1, high: 1e5, whole: false, unit: 'W' },
  { key: 'noise', low: 10, high: 120, whole: false, unit: 'dBA' },
  { key: 'kwh', low: 0.001, high: 10, whole: false, unit: '' },
];

export interface Problem {
  field: string;
  message: string;
}

/** Ids that exist, to check a link against. */
export interface Known {
  useCases: ReadonlySet<string>;
  models: ReadonlySet<string>;
  systems: ReadonlySet<string>;
  lists: ReadonlySet<string>;
}

type Read<Value> = { value: Value } | { message: string };

const shown = (text: string): string => `got ${text.slice(0, 40) || 'nothing'}`;

function readNumber({ key, low, high, whole, unit }: Bound, text: string): Read<number> {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return { value };
  const kind = whole ? 'a whole number ' : '';
  return {
    message: `${key} must be ${kind}from ${low} to ${high}${unit && ` ${unit}`}, ${shown(text)}`,
  };
}

/** A size of the reader's own, `120000+800`: tokens read, tokens written. */
export function ownSize(
  text: string,
): { promptTokens: number; generatedTokens: number } | undefined {
  const match = /^(\d{1,8})\+(\d{1,6})$/.exec(text);
  const [promptTokens, generatedTokens] = [Number(match?.[1]), Number(match?.[2])];
  if (!(promptTokens > 0 && generatedTokens > 0)) return undefined;
  return { promptTokens, generatedTokens };
}

/** `uc2:20`, `uc2:20:background`, or a size of one's own in place of the use case. */
function readUse(text: string, usual: ReachableClass, known: Known): Read<Use> {
  const [useCase = '', runs = '1', name = usual] = text.split(':');
  const perDay = Number(runs);
  if (!known.useCases.has(useCase) && !ownSize(useCase))
    return {
      message: `use: there is no use case “${useCase.slice(0, 40)}”; give one by id, or tokens read and written as 4000+500`,
    };
  if (!(perDay > 0 && perDay <= 1e6))
    return { message: `use: runs a day must be above 0 and at most 1000000, ${shown(runs)}` };
  const found = REACHABLE.find((one) => one === name);
  if (!found)
    return { message: `use: class must be one of ${REACHABLE.join(', ')}, ${shown(name)}` };
  return { value: { useCase, perDay, class: found } };
}

function readFloor(text: string, known: Known): Read<Floor> {
  const size = /^(\d+(?:\.\d+)?)b$/i.exec(text);
  if (size) return { value: { kind: 'size', parameters: Number(size[1]) * 1e9 } };
  const [list = '', least = ''] = text.split(':');
  if (known.lists.has(list) && Number.isFinite(Number(least)) && least !== '')
    return { value: { kind: 'score', list, least: Number(least) } };
  if (known.models.has(text)) return { value: { kind: 'model', id: text } };
  return {
    message: `least must be a size such as 14b, a model’s id, or a score such as ${[...known.lists][0] ?? 'arena'}:1300, ${shown(text)}`,
  };
}

function readOrder(text: string): Read<Order> {
  const value = ORDERS.find((one) => one === text);
  return value
    ? { value }
    : { message: `order must be one of ${ORDERS.join(', ')}, ${shown(text)}` };
}

/** Reads a link; what cannot be understood is named, and the rest applies. */
export function parseNeeds(query: string, known: Known): { needs: Needs; problems: Problem[] } {
  const problems: Problem[] = [];
  const needs: Needs = structuredClone(USUAL_NEEDS);
  // A plus is a plus here, not a space.
  const given = new URLSearchParams(query.replaceAll('+', '%2B'));
  const take = <Value>(field: string, read: Read<Value>, set: (value: Value) => void) => {
    if ('value' in read) set(read.value);
    else problems.push({ field, message: read.message });
  };
  const name = given.get('class');
  const usual = REACHABLE.find((one) => one === name) ?? 'interactive';
  if (name !== null && usual !== name)
    problems.push({
      field: 'class',
      message: `class must be one of ${REACHABLE.join(', ')}, ${shown(name)}`,
    });
  const uses: Use[] = [];
  for (const part of (given.get('use') ?? '').split(',').filter(Boolean))
    take('use', readUse(part, usual, known), (use) => uses.push(use));
  needs.uses = uses.length > 0 ? uses : needs.uses.map((use) => ({ ...use, class: usual }));
  for (const bound of BOUNDS) {
    const text = given.get(bound.key);
    if (text !== null)
      take(bound.key, readNumber(bound, text), (value) => (needs[bound.key] = value));
  }
  const least = given.get('least');
  if (least !== null) take('least', readFloor(least, known), (floor) => (needs.floor = floor));
  const currency = given.get('currency');
  if (currency !== null)
    take(
      'currency',
      /^[A-Z]{3}$/.test(currency)
        ? { value: currency }
        : { message: `currency must be three capital letters, ${shown(currency)}` },
      (value) => (needs.currency = value),
    );
  for (const id of (given.get('own') ?? '').split(',').filter(Boolean))
    take(
      'own',
      known.systems.has(id)
        ? { value: id }
        : { message: `own: there is no system “${id.slice(0, 40)}”` },
      (value) => needs.owned.push(value),
    );
  needs.cloud = given.get('cloud') === 'yes';
  const order = given.get('order');
  if (order !== null) take('order', readOrder(order), (value) => (needs.order = value));
  return { needs, problems: [...problems, ...strangers(given)] };
}

const KEYS = [
  'use',
  'class',
  'least',
  'currency',
  'own',
  'cloud',
  'order',
  'v',
  ...BOUNDS.map(({ key }) => key),
];

const strangers = (given: URLSearchParams): Problem[] =>
  [...given.keys()]
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({ field: key.slice(0, 40), message: `${key.slice(0, 40)}: no such need` }));

const wordFloor = (floor: Floor): string => {
  if (floor.kind === 'size') return `${floor.parameters / 1e9}b`;
  return floor.kind === 'model' ? floor.id : `${floor.list}:${floor.least}`;
};

/** The canonical query: what differs from the usual, in a fixed order. */
export function formatNeeds(needs: Needs): string {
  const parts = [
    `use=${needs.uses.map((use) => `${use.useCase}:${use.perDay}:${use.class}`).join(',')}`,
    `least=${wordFloor(needs.floor)}`,
  ];
  for (const { key } of BOUNDS) {
    const value = needs[key];
    if (value !== undefined && value !== USUAL_NEEDS[key]) parts.push(`${key}=${value}`);
  }
  if (needs.currency !== USUAL_NEEDS.currency) parts.push(`currency=${needs.currency}`);
  if (needs.owned.length > 0) parts.push(`own=${needs.owned.join(',')}`);
  if (needs.cloud) parts.push('cloud=yes');
  if (needs.order !== USUAL_NEEDS.order) parts.push(`order=${needs.order}`);
  return [...parts, 'v=1'].join('&');
}
