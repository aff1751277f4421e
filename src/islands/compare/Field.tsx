import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { Tables } from '../../configuration/tables.ts';
import type { PickerProps } from '../Picker.tsx';
import type { FieldText } from './fields.ts';
import type { Loaded } from './use-comparison.ts';

interface Opened {
  Picker: FunctionComponent<PickerProps>;
  tables: Tables;
}

interface PickProps {
  id: string;
  field: 'hw' | 'model';
  label: string;
  name: string;
  value: string;
  wake: () => Promise<Loaded>;
  onPick: (id: string) => void;
}

/** A button that names what is chosen and opens the list of everything there is. */
export function Pick({ id, field, label, name, value, wake, onPick }: PickProps) {
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState(false);
  const open = async () => {
    setProblem(false);
    try {
      const [{ Picker }, { tables }] = await Promise.all([import('../Picker.tsx'), wake()]);
      setOpened({ Picker, tables });
    } catch {
      setProblem(true);
    }
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <button type="button" class="picker-button" id={id} aria-haspopup="dialog" onClick={open}>
        {name}
      </button>
      {problem && <p class="problem">The list could not be loaded. Press again to retry.</p>}
      {opened && (
        <opened.Picker
          {...{ id, field, label, value, onPick, tables: opened.tables }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

interface TypedProps {
  id: string;
  text: FieldText;
  value: string | number | undefined;
  /** In grey while it is empty. */
  placeholder?: string;
  wake: () => Promise<Loaded>;
  onValue: (value: string | number | undefined) => void;
}

/** A number to type; what it must be is said where it is not. */
export function Typed({ id, text, value, placeholder, wake, onValue }: TypedProps) {
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const type = async (typed: string) => {
    setDraft(typed);
    setProblem(undefined);
    if (typed.trim() === '') return onValue(undefined);
    const { engine } = await wake();
    const field = engine.FIELDS.find(({ key }) => key === text.key);
    const read = field && engine.readValue(field, typed.trim());
    if (!read) return;
    if ('message' in read) setProblem(read.message);
    else onValue(read.value);
  };
  return (
    <div class="field">
      <label for={id}>{text.label}</label>
      <input
        type="text"
        inputmode="decimal"
        id={id}
        value={draft ?? String(value ?? '')}
        placeholder={placeholder ?? text.usual}
        aria-invalid={problem ? true : undefined}
        autocomplete="off"
        onInput={(event) => void type(event.currentTarget.value)}
        onBlur={() => {
          setDraft(undefined);
          setProblem(undefined);
        }}
      />
      {problem && <p class="problem">{problem}</p>}
    </div>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onValue: (value: string) => void;
}

/** A short list: the browser's own. */
export const Choice = ({ id, label, value, options, onValue }: ChoiceProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select
      id={id}
      value={value}
      autocomplete="off"
      onInput={(event) => onValue(event.currentTarget.value)}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one} selected={one === value}>
          {text}
        </option>
      ))}
    </select>
  </div>
);
