import { useState } from 'preact/hooks';
import type { Configuration } from '../configuration/types.ts';
import { still } from './still.ts';
import { change, enter } from './store.ts';

export interface ExactFieldProps {
  id: string;
  field: keyof Configuration;
  label: string;
  unit?: string;
  value: string | number | undefined;
  /** What holds while the field is empty. */
  usual?: string | undefined;
  /** What an empty field means in the link: no value, or this one. */
  empty?: string | number;
}

/** A value without a slider: empty means the catalogue's own, which shows in grey. */
function DrawExactField({ id, field, label, unit, value, usual, empty }: ExactFieldProps) {
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const type = (text: string) => {
    setDraft(text);
    if (text.trim() !== '') enter(field, text.trim(), setProblem);
    else {
      setProblem(undefined);
      change({ [field]: empty });
    }
  };
  const own = value === empty ? '' : String(value ?? '');
  return (
    <div class="field">
      <label for={id}>
        <span>
          {label}
          {unit && <span class="muted">, {unit}</span>}
        </span>
        {own !== '' && <span class="muted">your value</span>}
      </label>
      <input
        type="text"
        inputmode="decimal"
        id={id}
        value={draft ?? own}
        placeholder={usual}
        aria-invalid={problem ? true : undefined}
        autocomplete="off"
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          setDraft(undefined);
          setProblem(undefined);
        }}
      />
      {problem && <p class="problem">{problem}</p>}
    </div>
  );
}

export const ExactField = still(DrawExactField);
