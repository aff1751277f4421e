import { percent } from './scale.ts';
import './stack-bar.css';
import type { Tone } from './types.ts';

export interface StackSegment {
  id: string;
  name: string;
  /** In any unit, the same for all segments; zero and less is listed but not drawn. */
  value: number;
  /** As words: `18.9 GB`, `61 %`. */
  text: string;
  tone: Tone;
}

export interface StackBarProps {
  /** Unique on the page: textures are looked up by it. */
  id: string;
  /** Says what is summed: `Where a token's time goes`. */
  title: string;
  segments: StackSegment[];
  /** The sum as words, shown beside the title. */
  totalText?: string;
  /** A limit to hold the sum against, such as the memory there is. */
  capacity?: { value: number; text: string };
}

/** One bar of terms, its legend carrying every value; shared by calculators, articles and reference pages. */
export function StackBar({ id, title, segments, totalText, capacity }: StackBarProps) {
  const drawn = segments.filter((s) => s.value > 0);
  const total = drawn.reduce((sum, s) => sum + s.value, 0);
  const full = Math.max(total, capacity?.value ?? 0);
  let start = 0;
  return (
    <figure class="stack-bar" aria-label={title}>
      <p class="stack-head">
        <span>{title}</span>
        {totalText && <strong class="num">{totalText}</strong>}
      </p>
      <svg class="stack-svg" aria-hidden="true">
        <Textures id={id} />
        {full > 0 &&
          drawn.map((s) => {
            const x = start;
            start += s.value / full;
            return <Segment key={s.id} id={id} tone={s.tone} x={x} width={s.value / full} />;
          })}
        <rect class="stack-frame" x="0" y="0" width="100%" height="100%" />
        {capacity && full > 0 && <Limit at={capacity.value / full} />}
      </svg>
      {capacity && <p class="stack-capacity num">{capacity.text}</p>}
      <ul class="stack-legend">
        {segments.map((s) => (
          <li key={s.id}>
            <svg class="stack-key" aria-hidden="true">
              <Segment id={id} tone={s.tone} x={0} width={1} />
            </svg>
            {s.name} <strong class="num">{s.text}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Tones that share a colour differ by texture. */
const TEXTURED: Partial<Record<Tone, string>> = {
  attention: 'hatch',
  activations: 'hatch',
  batch: 'hatch',
  link: 'dots',
};

function Segment({ id, tone, x, width }: { id: string; tone: Tone; x: number; width: number }) {
  const place = { x: percent(x), y: '0', width: percent(width), height: '100%' };
  const texture = TEXTURED[tone];
  return (
    <>
      <rect class={`segment tone-${tone}`} {...place} />
      {texture && <rect class="texture" fill={`url(#${id}-${texture})`} {...place} />}
    </>
  );
}

function Limit({ at }: { at: number }) {
  return at >= 1 ? null : (
    <line class="stack-limit" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
  );
}

function Textures({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="texture-ink" width="2" height="6" />
      </pattern>
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle class="texture-ink" cx="3" cy="3" r="1.4" />
      </pattern>
    </defs>
  );
}
