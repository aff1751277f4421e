import { LineChart } from '../../charts/LineChart.tsx';
import { linearScale, logScale } from '../../charts/scale.ts';
import type { Axis } from '../../charts/types.ts';
import type { AxisView, ChartView } from '../../views/calculators/panel.ts';

function axisOf({ label, kind, domain, ticks }: AxisView): Axis {
  const scale = kind === 'log' ? logScale(domain) : linearScale(domain);
  return {
    label,
    scale,
    ticks: ticks.map((tick) => ({ ...tick, position: scale.position(tick.value) })),
  };
}

/** A calculator's chart, drawn from plain data. */
export const Chart = ({ id, view }: { id: string; view: ChartView }) => (
  <LineChart {...view} id={id} x={axisOf(view.x)} y={axisOf(view.y)} />
);
