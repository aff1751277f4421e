import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { Tables } from '../configuration/tables.ts';
import type { PickerProps } from './Picker.tsx';
import { still } from './still.ts';
import { change, loadCatalogue, type Patch } from './store.ts';

/** Overrides that belong to one machine and mean nothing on another. */
const OF_THE_MACHINE: Patch = {
  count: undefined,
  cpu: undefined,
  ram: undefined,
  bw: undefined,
  vram: undefined,
  power: undefined,
  runtime: undefined,
  ngl: 'auto',
};

interface Opened {
  Picker: FunctionComponent<PickerProps>;
  tables: Tables;
}

export interface PickerFieldProps {
  id: string;
  field: PickerProps['field'];
  label: string;
  /** What is chosen, by its name and its id. */
  name: string;
  value: string;
}

/** A button that names what is chosen and opens the list of everything there is. */
function DrawPickerField(props: PickerFieldProps) {
  const { id, field, label, name, value } = props;
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState(false);
  const open = async () => {
    setProblem(false);
    try {
      const [{ Picker }, tables] = await Promise.all([import('./Picker.tsx'), loadCatalogue()]);
      setOpened({ Picker, tables });
    } catch {
      setProblem(true);
    }
  };
  const pick = (chosen: string) => {
    if (chosen !== value) change({ ...(field === 'hw' && OF_THE_MACHINE), [field]: chosen });
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
          {...{ id, field, label, value, tables: opened.tables }}
          onPick={pick}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

export const PickerField = still(DrawPickerField);
