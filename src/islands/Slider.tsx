import { useState } from 'preact/hooks';
import type { Configuration } from '../configuration/types.ts';
import { positionOf, type SliderScale, STEPS, valueAt } from './scale.ts';
import { still } from './still.ts';
import { change, enter } from './store.ts';

export interface SliderProps {
  /** Unique on the page, shared by label and fields. */
  id: string;
  field: keyof Configuration;
  label: string;
  unit: string;
  value: number;
  scale: SliderScale;
  /** The value is the reader's own where the catalogue has another; a button takes it back. */
  own?: boolean;
  /** What takes it back, where that is a word and not the absence of a value. */
  reset?: string;
}

/** One quantity: a slider to feel it, a number field to set it exactly. */
function DrawSlider({ id, field, label, unit, value, scale, own, reset }: SliderProps) {
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const type = (text: string) => {
    setDraft(text);
    enter(field, text, setProblem);
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {own && (
          <button type="button" class="link" onClick={() => change({ [field]: reset })}>
            your value: reset
          </button>
        )}
      </label>
      <div class="slider">
        <input
          type="range"
          aria-label={label}
          aria-valuetext={`${value} ${unit}`}
          max={STEPS}
          value={positionOf(value, scale)}
          autocomplete="off"
          onInput={(event) =>
            change({ [field]: valueAt(Number(event.currentTarget.value), scale) })
          }
        />
        <input
          type="number"
          step="any"
          id={id}
          value={draft ?? value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-unit`}
          autocomplete="off"
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            setDraft(undefined);
            setProblem(undefined);
          }}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      {problem && <p class="problem">{problem}</p>}
    </div>
  );
}

export const Slider = still(DrawSlider);
