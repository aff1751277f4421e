import { useState } from 'preact/hooks';
import { type OwnField, readOwn } from '../../views/calculators/own-fields.ts';
import { positionOf, STEPS, valueAt } from '../scale.ts';

export interface OwnNumberProps {
  /** Unique on the page. */
  id: string;
  field: OwnField;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** One number of the reader's own: a slider where it has one, an exact field always. */
export function OwnNumber({ id, field, value, onChange }: OwnNumberProps) {
  const { label, unit, slider } = field;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const type = (text: string) => {
    setDraft(text);
    const read = readOwn(field, text);
    setProblem('message' in read ? read.message : undefined);
    if ('value' in read) onChange(read.value);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={slider ? 'slider' : 'slider slider-bare'}>
        {slider && (
          <input
            type="range"
            aria-label={label}
            aria-valuetext={`${value ?? slider.low} ${unit}`}
            max={STEPS}
            value={positionOf(value ?? slider.low, slider)}
            autocomplete="off"
            onInput={(event) => onChange(valueAt(Number(event.currentTarget.value), slider))}
          />
        )}
        <input
          type="number"
          step="any"
          id={id}
          value={draft ?? value ?? ''}
          placeholder={field.optional && 'yours'}
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
