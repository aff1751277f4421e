import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Tables } from '../configuration/tables.ts';
import {
  cpuEntries,
  hardwareEntries,
  matching,
  modelEntries,
  type PickerEntry,
} from '../views/picker.ts';

export interface PickerProps {
  id: string;
  field: 'hw' | 'model' | 'cpu';
  label: string;
  value: string;
  tables: Tables;
  onPick: (id: string) => void;
  onClose: () => void;
}

const ENTRIES = { hw: hardwareEntries, model: modelEntries, cpu: cpuEntries };

const PAGE = 10;
const KEYS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/** Every machine or model in one list: type to narrow it, arrows to move, Enter to take. */
export function Picker({ id, field, label, value, tables, onPick, onClose }: PickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const entries = useMemo(() => ENTRIES[field](tables), [field, tables]);
  const found = useMemo(() => matching(entries, typed), [entries, typed]);
  const [active, setActive] = useState(() => entries.findIndex((one) => one.id === value));
  useLayoutEffect(() => {
    // A click outside closes it where the browser knows how; Escape and the button do everywhere.
    dialog.current?.setAttribute('closedby', 'any');
    dialog.current?.showModal();
  }, []);
  useLayoutEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);

  const take = (entry: PickerEntry | undefined) => {
    if (!entry) return;
    onPick(entry.id);
    dialog.current?.close();
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take(found[active]);
    else if (KEYS[event.key])
      setActive(Math.min(found.length - 1, Math.max(0, active + (KEYS[event.key] ?? 0))));
    else return;
    event.preventDefault();
  };
  const list = `${id}-list`;
  return (
    <dialog ref={dialog} class="picker" aria-label={label} onClose={onClose}>
      <div class="picker-head">
        <input
          type="search"
          role="combobox"
          aria-label={`${label}: type to narrow the list`}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found[active] && `${list}-${found[active].id}`}
          placeholder="Type to narrow the list"
          autocomplete="off"
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <p class="picker-count" role="status">
        {found.length === 0
          ? 'Nothing has all of these words.'
          : `${found.length} of ${entries.length}`}
      </p>
      <Entries {...{ id: list, label, found, active, value, take }} />
    </dialog>
  );
}

interface EntriesProps {
  id: string;
  label: string;
  found: PickerEntry[];
  active: number;
  value: string;
  take: (entry: PickerEntry) => void;
}

function Entries({ id, label, found, active, value, take }: EntriesProps) {
  const groups = Map.groupBy(found, (entry) => entry.group);
  let at = -1;
  return (
    // Focus stays in the field above, which names the active option and takes the keys.
    <div class="picker-list" role="listbox" id={id} aria-label={label}>
      {[...groups].map(([group, entries]) => (
        <div role="group" key={group} aria-labelledby={`${id}-${entries[0]?.id}-group`}>
          <div class="picker-group" id={`${id}-${entries[0]?.id}-group`}>
            {group}
          </div>
          {entries.map((entry) => {
            at += 1;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
              <div
                key={entry.id}
                role="option"
                tabIndex={-1}
                id={`${id}-${entry.id}`}
                aria-selected={at === active}
                aria-current={entry.id === value ? 'true' : undefined}
                onClick={() => take(entry)}
              >
                {entry.name} <span>{entry.detail}</span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
