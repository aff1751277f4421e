import { useMemo } from 'preact/hooks';
import type { Configuration } from '../configuration/types.ts';
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
export function Select({ id, field, label, value, options }: SelectProps) {
  // Unchanged elements are passed over: dozens of options would be most of a slider's work.
  const items = useMemo(
    () =>
      options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      )),
    [options],
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
