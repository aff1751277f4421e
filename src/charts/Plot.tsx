import type { ComponentChildren } from 'preact';
import './plot.css';
import { percent } from './scale.ts';
import type { Axis } from './types.ts';

/**
 * The area two axes span. The SVG has no view box: places are percentages and marks keep their size
 * in pixels at any width, and all text is HTML beside it.
 */
export function Plot(props: {
  id: string;
  title: string;
  x: Axis;
  y: Axis;
  square?: boolean;
  children: ComponentChildren;
}) {
  const { id, title, x, y, square, children } = props;
  return (
    <div class={square ? 'plot plot-square' : 'plot'}>
      <div class="plot-y-label" aria-hidden="true">
        {y.label}
      </div>
      <div class="plot-area">
        <svg class="plot-svg" role="img" aria-label={title} aria-describedby={`${id}-description`}>
          <g class="grid">
            {x.ticks.map((t) => (
              <line
                key={t.value}
                x1={percent(t.position)}
                x2={percent(t.position)}
                y1="0"
                y2="100%"
              />
            ))}
            {y.ticks.map((t) => (
              <line
                key={t.value}
                x1="0"
                x2="100%"
                y1={percent(1 - t.position)}
                y2={percent(1 - t.position)}
              />
            ))}
          </g>
          {children}
        </svg>
        <div class="plot-ticks" aria-hidden="true">
          {x.ticks.map((t) => (
            <span key={t.value} class="tick-x" style={{ left: percent(t.position) }}>
              {t.text}
            </span>
          ))}
          {y.ticks.map((t) => (
            <span key={t.value} class="tick-y" style={{ bottom: percent(t.position) }}>
              {t.text}
            </span>
          ))}
        </div>
      </div>
      <div class="plot-x-label" aria-hidden="true">
        {x.label}
      </div>
    </div>
  );
}

/** A part of the area whose coordinates are 0…100 both ways and which stretches with it: for lines and bands. */
export function Stretched({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      width="100%"
      height="100%"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** `x,y x,y …` in the coordinates of `Stretched`. */
export const polyline = (points: readonly { x: number; y: number }[], x: Axis, y: Axis): string =>
  points
    .map(
      (p) =>
        `${(x.scale.position(p.x) * 100).toFixed(2)},${(100 - y.scale.position(p.y) * 100).toFixed(2)}`,
    )
    .join(' ');
