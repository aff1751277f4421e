/** Rows of a reference page: a property, its value with unit or the reason why it is unknown, its sources. */
import type { Catalogue } from '../catalogue/index.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import { formatExact, formatMoney, withUnit } from './format.ts';

export interface SourceRef {
  number: number;
  label: string;
  url?: string;
  /** What was taken from it, and under which terms. */
  detail?: string;
}

export interface SpecRow {
  name: string;
  /** Value with unit; absent where unknown. */
  value?: string;
  /** Why there is no value. */
  reason?: string;
  note?: string;
  /** Numbers in the page's list of sources. */
  sources: number[];
}

/** Numbers the sources of one page in the order they are first named. */
export class SourceList {
  readonly refs: SourceRef[] = [];
  readonly #catalogue: Pick<Catalogue, 'sources'>;
  readonly #numbers = new Map<string, number>();

  constructor(catalogue: Pick<Catalogue, 'sources'>) {
    this.#catalogue = catalogue;
  }

  /** The numbers of these sources; new ones join the list. */
  cite(sources: readonly string[]): number[] {
    return sources.map((source) => {
      const known = this.#numbers.get(source);
      if (known !== undefined) return known;
      const number = this.refs.length + 1;
      this.#numbers.set(source, number);
      this.refs.push({ number, ...this.#describe(source) });
      return number;
    });
  }

  #describe(source: string): Omit<SourceRef, 'number'> {
    const row = this.#catalogue.sources.get(source);
    if (row) {
      const detail = [row.used_for, row.licence].filter((one) => one !== undefined).join('; ');
      return { label: row.title, ...(row.url && { url: row.url }), detail };
    }
    const address = /^(https?:\/\/\S+)\s*(?:\((.*)\))?$/.exec(source);
    if (!address?.[1]) return { label: source };
    return {
      label: shortAddress(address[1]),
      url: address[1],
      ...(address[2] && { detail: address[2] }),
    };
  }
}

/** An address as people read it: no scheme, no trailing slash, not longer than a line. */
export function shortAddress(url: string): string {
  const plain = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return plain.length > 72 ? `${plain.slice(0, 69)}...` : plain;
}

/** A fact as its data file writes it, with separators: `1,792 GB/s`, `$1,999`, `14.77 billion`. */
export function wordFact(text: string): string {
  const [, digits, unit] = /^(-?[\d.]+) (\S+)$/.exec(text) ?? [];
  if (!digits || !unit) return text;
  if (unit === 'USD' || unit === 'EUR') return formatMoney(Number(digits), unit);
  return withUnit(formatExact(Number(digits)), unit === 'bit' ? 'bits' : unit);
}

type Blank = { unknown: string };
type Plain = string | number | boolean | Blank | undefined;

const isBlank = (value: unknown): value is Blank =>
  typeof value === 'object' && value !== null && 'unknown' in value;

/** Builds the rows of one thing, whose own sources stand behind every row without others. */
export class SpecTable {
  readonly rows: SpecRow[] = [];
  readonly #list: SourceList;
  readonly #own: number[];

  constructor(list: SourceList, sources: readonly string[]) {
    this.#list = list;
    this.#own = list.cite(sources);
  }

  /** A quantity of the catalogue; nothing where the thing has no such property. */
  fact(name: string, fact: Fact | undefined): this {
    if (fact === undefined) return this;
    if (!isKnown(fact)) return this.#push({ name, reason: fact.unknown, sources: [] });
    const sources = fact.sources ? this.#list.cite(fact.sources) : this.#own;
    const note = fact.note ? { note: fact.note } : {};
    return this.#push({ name, value: wordFact(fact.text), ...note, sources });
  }

  /** A text, count or flag; nothing where the thing has no such property. */
  plain(
    name: string,
    value: Plain,
    word: (value: string | number | boolean) => string = String,
  ): this {
    if (value === undefined) return this;
    if (isBlank(value)) return this.#push({ name, reason: value.unknown, sources: [] });
    return this.#push({ name, value: word(value), sources: this.#own });
  }

  #push(row: SpecRow): this {
    this.rows.push(row);
    return this;
  }
}

/** `1`, `1 to 4`, `2 and 5`: numbers of sources as one phrase. */
export function wordNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return 'none';
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${first} to ${last}`;
  return sorted.length > 1 ? `${sorted.slice(0, -1).join(', ')} and ${last}` : String(first);
}

/** Yes or no, for flags. */
export const yesOrNo = (value: string | number | boolean): string => (value ? 'yes' : 'no');

/** A count with separators, optionally with a unit. */
export const counted =
  (unit = '') =>
  (value: string | number | boolean): string =>
    withUnit(formatExact(Number(value)), unit);
