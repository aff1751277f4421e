/** The first look: a dozen machines × a few models, one use case: class, first token and speed. */
import type { Catalogue } from '../catalogue/index.ts';
import { isKnown } from '../schema/quantity.ts';
import type { Selections } from '../schema/selections.ts';
import type { System } from '../schema/system.ts';
import type { Estimator } from './estimator.ts';
import { formatDate, formatGigabytes, formatRate } from './format.ts';
import { cellOf, choiceOf, type MatrixCell, type UseCase } from './matrix.ts';
import { ageOf } from './prices.ts';
import { wordFact } from './specs.ts';
import { newestPriceMonth } from './system.ts';

export interface HomeRow {
  name: string;
  href: string;
  /** RAM and dated price, as far as sources tell: `128 GB RAM`, `$3,449, September 2026`. */
  facts: string[];
  /** `detail` is seconds to the first token and speed, or why there are none. */
  cells: (MatrixCell & { detail: string })[];
}

export interface HomeTable {
  useCase: UseCase;
  models: { name: string; href: string }[];
  rows: HomeRow[];
}

interface Shared {
  catalogue: Catalogue;
  estimator: Estimator;
  selections: Selections;
}

/** @throws Error where the selection names what the catalogue does not have. */
export function homeTable({ catalogue, estimator, selections }: Shared): HomeTable {
  const { tables } = estimator;
  const { home } = selections;
  const useCase = tables.useCases.find(({ id }) => id === home.use_case);
  if (!useCase) throw new Error(`selections.yaml: home.use_case: there is no "${home.use_case}"`);
  const newest = newestPriceMonth(catalogue);
  return {
    useCase,
    models: home.models.map(({ model }) => ({
      name: tables.models[model]?.name ?? model,
      href: `/models/${model}/`,
    })),
    rows: home.systems.map((hw) => ({
      name: tables.systems[hw]?.name ?? hw,
      href: `/systems/${hw}/`,
      facts: factsOf(catalogue.systems.get(hw), newest),
      cells: home.models.map((weights) => {
        const cell = cellOf(estimator, choiceOf({ hw, ...weights }, useCase), useCase.id);
        return { ...cell, detail: detailOf(cell) };
      }),
    })),
  };
}

const detailOf = ({ numbers, firstToken, reason }: MatrixCell): string =>
  numbers ? `${firstToken}, then ${formatRate(numbers.tokensPerSecond)}` : reason;

function factsOf(system: System | undefined, newest: number): string[] {
  if (!system) return [];
  const { ram, price } = system;
  const memory = isKnown(ram) ? `${formatGigabytes(ram.value)} RAM` : 'RAM not stated';
  if ('unknown' in price) return [memory, 'price not known'];
  const old = ageOf(price.date, newest) ? ', old' : '';
  return [memory, `${wordFact(price.value)}, ${formatDate(price.date)}${old}`];
}
