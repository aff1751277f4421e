/** Money spent over the months: bought, or rented. */
import { MONTHS_PER_YEAR, type Ownership, type OwnershipCost } from '../../economy/index.ts';
import { axisBetween, axisOver } from './axes.ts';
import type { Alternative } from './cost-against.ts';
import type { ChartView } from './panel.ts';

const LINES = ['dashed', 'dotted'] as const;

/** Straight lines: the purchase starts at its price, renting at nothing. */
export function costChart(
  against: readonly Alternative[],
  { price, lifeYears }: Ownership,
  cost: OwnershipCost,
): ChartView {
  const last = Math.max(2, Math.ceil(lifeYears * MONTHS_PER_YEAR));
  const running = cost.electricity / MONTHS_PER_YEAR;
  const tops = [price + last * running, ...against.map(({ perMonth }) => last * perMonth.high)];
  return {
    title: 'Money spent, month by month',
    description:
      'Where a line of renting crosses that of buying, the machine has paid for itself. Shaded: from the range of its speed, since a faster machine replaces more rented answers.',
    x: axisBetween('Months', 'linear', [0, last]),
    y: axisOver('Spent, in the currency above', 'linear', [0, ...tops]),
    series: [
      {
        id: 'own',
        name: 'Bought: price and electricity',
        line: 'solid',
        curve: [
          { x: 0, y: price },
          { x: last, y: price + last * running },
        ],
      },
      ...against.map(({ id, name, perMonth }, at) => ({
        id,
        name: `From ${name}`,
        line: LINES[at] ?? ('dashed' as const),
        curve: [
          { x: 0, y: 0 },
          { x: last, y: last * perMonth.central },
        ],
        band: [
          { x: 0, low: 0, high: 0 },
          { x: last, low: last * perMonth.low, high: last * perMonth.high },
        ],
      })),
    ],
  };
}
