import { tenth } from './scale.ts';
import type { Axis, Mark } from './types.ts';

/** Shapes about 9 px across, centred on 0 0. */
const SHAPES: Record<Mark, string> = {
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  square: 'M-3.6 -3.6h7.2v7.2h-7.2z',
  triangle: 'M0 -4.9L4.7 3.6H-4.7z',
  diamond: 'M0 -5.2L4.6 0L0 5.2L-4.6 0z',
  cross: 'M-3.6 -3.6L3.6 3.6M3.6 -3.6L-3.6 3.6',
  ring: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0z',
  bar: 'M-4.4 -1.6h8.8v3.2h-8.8z',
};

export interface Point {
  x: number;
  y: number;
}

/** One kind of mark at many places. The shape is defined once and used by reference: a third of the bytes. */
export function Marks(props: {
  id: string;
  mark: Mark;
  points: readonly Point[];
  x: Axis;
  y: Axis;
}) {
  const { id, mark, points, x, y } = props;
  return (
    <g class={`marks mark-${mark}`}>
      <defs>
        <path id={id} d={SHAPES[mark]} />
      </defs>
      {points.map((p, i) => (
        <use
          key={i}
          href={`#${id}`}
          x={tenth(x.scale.position(p.x))}
          y={tenth(1 - y.scale.position(p.y))}
        />
      ))}
    </g>
  );
}

/** A mark in a legend. */
export function MarkKey({ mark }: { mark: Mark }) {
  return (
    <svg
      class={`mark-key mark-${mark}`}
      viewBox="-6 -6 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      <path d={SHAPES[mark]} />
    </svg>
  );
}
