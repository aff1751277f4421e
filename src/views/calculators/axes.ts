/** Axes of calculators' charts as plain data. */
import { linearScale, logScale, roundDomain } from '../../charts/scale.ts';
import { formatSignificant } from '../format.ts';
import type { AxisView } from './panel.ts';

/** An axis that holds all values, with round ends and worded ticks. */
export function axisOver(
  label: string,
  kind: 'linear' | 'log',
  values: readonly number[],
): AxisView {
  return axisBetween(label, kind, roundDomain(values, kind));
}

/** An axis with given ends. */
export function axisBetween(
  label: string,
  kind: 'linear' | 'log',
  domain: [number, number],
): AxisView {
  const scale = kind === 'log' ? logScale(domain) : linearScale(domain);
  const ticks = scale.ticks().map((value) => ({ value, text: formatSignificant(value) }));
  return { label, kind, domain, ticks };
}
