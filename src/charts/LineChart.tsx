import { Frame } from './Frame.tsx';
import { MarkKey, Marks, type Point } from './Marks.tsx';
import { Plot, polyline, Stretched } from './Plot.tsx';
import type { Axis, ChartText, Mark } from './types.ts';

export interface LineSeries {
  id: string;
  name: string;
  /** Lines are told apart without colour. */
  line: 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'none';
  curve: Point[];
  /** Range around the curve, same x order. */
  band?: { x: number; low: number; high: number }[];
  /** Measured points that belong to the curve. */
  measured?: { mark: Mark; name: string; points: Point[] };
}

export interface LineChartProps extends ChartText {
  x: Axis;
  y: Axis;
  series: LineSeries[];
}

/** Curves over a quantity such as depth or model size, with measured points on them. */
export function LineChart(props: LineChartProps) {
  const { id, x, y, series } = props;
  return (
    <Frame {...props} legend={<LineLegend series={series} />}>
      <Plot id={id} title={props.title} x={x} y={y}>
        <Stretched>
          {series.map((s, i) => (
            <Curve key={s.id} series={s} tone={i} x={x} y={y} />
          ))}
        </Stretched>
        {series.map(
          (s, i) =>
            s.measured && (
              <g key={s.id} class={`line-tone-${i % 4}`}>
                <Marks
                  id={`${id}-${s.id}`}
                  mark={s.measured.mark}
                  points={s.measured.points}
                  x={x}
                  y={y}
                />
              </g>
            ),
        )}
      </Plot>
    </Frame>
  );
}

function Curve({ series, tone, x, y }: { series: LineSeries; tone: number; x: Axis; y: Axis }) {
  const low = series.band?.map((b) => ({ x: b.x, y: b.low })) ?? [];
  const high = series.band?.map((b) => ({ x: b.x, y: b.high })).reverse() ?? [];
  return (
    <g class={`line-tone-${tone % 4}`}>
      {low.length > 0 && <polygon class="curve-band" points={polyline([...low, ...high], x, y)} />}
      {series.line !== 'none' && (
        <polyline class={`curve curve-${series.line}`} points={polyline(series.curve, x, y)} />
      )}
    </g>
  );
}

function LineLegend({ series }: { series: LineSeries[] }) {
  return (
    <ul class="chart-legend">
      {series.map((s, i) => (
        <li key={s.id} class={`line-tone-${i % 4}`}>
          {s.line !== 'none' && <span class={`key-curve curve-${s.line}`} aria-hidden="true" />}{' '}
          {s.name}
          {s.measured && (
            <>
              {' · '}
              <MarkKey mark={s.measured.mark} /> {s.measured.name}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
