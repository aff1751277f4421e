import { Frame } from './Frame.tsx';
import { MarkKey, Marks, type Point } from './Marks.tsx';
import { Plot, polyline, Stretched } from './Plot.tsx';
import type { Axis, ChartText, Mark } from './types.ts';

export interface ScatterSeries {
  id: string;
  name: string;
  mark: Mark;
  points: Point[];
}

export interface ScatterChartProps extends ChartText {
  x: Axis;
  y: Axis;
  series: ScatterSeries[];
  /** Draws y = x, and around it the band from `low` to `high` times x. */
  identity?: { name: string; band?: { low: number; high: number; name: string } };
}

/** Points on two axes; with `identity`, predicted against measured. */
export function ScatterChart(props: ScatterChartProps) {
  const { id, x, y, series, identity } = props;
  return (
    <Frame {...props} legend={<ScatterLegend series={series} {...(identity && { identity })} />}>
      <Plot id={id} title={props.title} x={x} y={y} square>
        {identity && <Identity x={x} y={y} {...identity} />}
        {series.map((s) => (
          <Marks key={s.id} id={`${id}-${s.id}`} mark={s.mark} points={s.points} x={x} y={y} />
        ))}
      </Plot>
    </Frame>
  );
}

function Identity({ x, y, band }: { x: Axis; y: Axis; band?: { low: number; high: number } }) {
  const line = (factor: number) => x.scale.domain.map((v) => ({ x: v, y: v * factor }));
  return (
    <Stretched>
      {band && (
        <polygon
          class="band"
          points={polyline([...line(band.low), ...line(band.high).reverse()], x, y)}
        />
      )}
      <polyline class="identity" points={polyline(line(1), x, y)} />
    </Stretched>
  );
}

function ScatterLegend({ series, identity }: Pick<ScatterChartProps, 'series' | 'identity'>) {
  return (
    <ul class="chart-legend">
      {series.map((s) => (
        <li key={s.id}>
          <MarkKey mark={s.mark} /> {s.name}
        </li>
      ))}
      {identity && (
        <li>
          <span class="key-line" aria-hidden="true" /> {identity.name}
        </li>
      )}
      {identity?.band && (
        <li>
          <span class="key-band" aria-hidden="true" /> {identity.band.name}
        </li>
      )}
    </ul>
  );
}
