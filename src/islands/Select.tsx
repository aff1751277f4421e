import { useMemo } from 'preact/hooks';
import type { Configuration } from '../configuration/types.ts';
import { still } from './still.ts';
import { change } from './store.ts';
import type { Option } from './types.ts';

export interface SelectProps {
  id: string;
  field: keyof Configuration;
  label: string;
  value: string;
  options: Option[];
}

/** A short list: the browser's own. An empty value takes the reader's choice back. */
function DrawSelect({ id, field, label, value, options }: SelectProps) {
  // A link may name what a short list leaves out.
  const listed = options.some(([id]) => id === value);
  // Unchanged elements are passed over: dozens of options would be most of a slider's work.
  const items = useMemo(
    () =>
      (listed ? options : [...options, [value, value] as const]).map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      )),
    [options, listed || value],
  );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        autocomplete="off"
        onInput={(event) => change({ [field]: event.currentTarget.value || undefined })}
      >
        {items}
      </select>
    </div>
  );
}

export const Select = still(DrawSelect);
