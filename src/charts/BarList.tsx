import './bar-list.css';
import { Frame } from './Frame.tsx';
import { MarkKey, Marks } from './Marks.tsx';
import { linearScale, percent, type Scale } from './scale.ts';
import type { ChartText, Mark } from './types.ts';

export interface BarRow {
  id: string;
  name: string;
  /** Where the name leads. */
  href?: string;
  value: number;
  /** 80 % range, where there is one. */
  low?: number;
  high?: number;
  /** Value as words: `41 tok/s`. */
  text: string;
  /** Smaller words under the value: `29 to 47`. */
  rangeText?: string;
  /** A measured value set on the bar. */
  measured?: number;
}

export interface BarListProps extends ChartText {
  rows: BarRow[];
  /** Same axis for all rows; by default from zero to the largest value shown. */
  scale?: Scale;
  /** What the bars and marks are, for the legend. */
  keys?: { bar: string; range?: string; measured?: string };
}

const MEASURED_MARK: Mark = 'diamond';

/** One bar a row, its range as a whisker, a measured value as a diamond; names and values are text. */
export function BarList(props: BarListProps) {
  const { id, rows, keys } = props;
  const scale = props.scale ?? linearScale([0, Math.max(...rows.flatMap(extent))]);
  return (
    <Frame {...props} legend={keys && <BarLegend keys={keys} />}>
      <ul class="bar-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span class="bar-name">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</span>
            <Bar id={`${id}-${row.id}`} row={row} scale={scale} />
            <span class="bar-value num">
              {row.text}
              {row.rangeText && <small>{row.rangeText}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

const extent = (row: BarRow): number[] => [row.value, row.high ?? 0, row.measured ?? 0];

function Bar({ id, row, scale }: { id: string; row: BarRow; scale: Scale }) {
  const at = (value: number) => percent(Math.min(1, Math.max(0, scale.position(value))));
  const axis = { label: '', scale, ticks: [] };
  const middle = { label: '', scale: linearScale([0, 1]), ticks: [] };
  return (
    <svg class="bar" aria-hidden="true">
      <rect class="bar-fill" x="0" y="20%" width={at(row.value)} height="60%" />
      {row.low !== undefined && row.high !== undefined && (
        <g class="whisker">
          <line x1={at(row.low)} x2={at(row.high)} y1="50%" y2="50%" />
          <line x1={at(row.low)} x2={at(row.low)} y1="32%" y2="68%" />
          <line x1={at(row.high)} x2={at(row.high)} y1="32%" y2="68%" />
        </g>
      )}
      {row.measured !== undefined && (
        <Marks
          id={id}
          mark={MEASURED_MARK}
          points={[{ x: row.measured, y: 0.5 }]}
          x={axis}
          y={middle}
        />
      )}
    </svg>
  );
}

function BarLegend({ keys }: { keys: NonNullable<BarListProps['keys']> }) {
  return (
    <ul class="chart-legend">
      <li>
        <span class="key-bar" aria-hidden="true" /> {keys.bar}
      </li>
      {keys.range && (
        <li>
          <span class="key-whisker" aria-hidden="true" /> {keys.range}
        </li>
      )}
      {keys.measured && (
        <li>
          <MarkKey mark={MEASURED_MARK} /> {keys.measured}
        </li>
      )}
    </ul>
  );
}
