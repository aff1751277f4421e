import { LETTERS } from '../../configuration/letters.ts';
import type { Several } from '../../configuration/several.ts';
import type { Configuration } from '../../configuration/types.ts';
import { Column } from './Column.tsx';
import type { CompareProps } from './Compare.tsx';
import { Typed } from './Field.tsx';
import { changed, JOB, type Key } from './fields.ts';
import type { Loaded, State } from './use-comparison.ts';

interface Props extends CompareProps {
  state: State;
  change: (several: Several) => Promise<void>;
  wake: () => Promise<Loaded>;
}

/** Machines and models one beside the other, the job below, for all. */
export function Controls(props: Props) {
  const { state, change, wake, defaults } = props;
  const { configurations, pinned } = state.several;
  const put = (all: Configuration[], pin = pinned) =>
    change({ configurations: all, pinned: Math.min(pin, all.length - 1) });
  const set = (at: number, key: Key, value: string | number | undefined) =>
    put(configurations.map((one, i) => (i === at ? changed(one, key, value, defaults) : one)));
  const setAll = (key: Key, value: string | number | undefined) =>
    put(configurations.map((one) => changed(one, key, value, defaults)));
  return (
    <>
      <div class="compare-fields">
        {configurations.map((one, at) => (
          <fieldset key={LETTERS[at]}>
            <legend>{letterOf(at)}</legend>
            <Column
              {...{ letter: letterOf(at), configuration: one, loaded: state.loaded, wake }}
              names={namesOf(props, at)}
              quantizations={props.quantizations}
              onValue={(key, value) => set(at, key, value)}
            />
            <Moves {...{ at, put }} several={state.several} />
          </fieldset>
        ))}
      </div>
      <div class="compare-fields">
        {JOB.map((text) => {
          const values = new Set(configurations.map((one) => one[text.key]));
          const [common] = values;
          return (
            <Typed
              key={text.key}
              {...{ id: `compare-${text.key}`, text, wake }}
              value={values.size > 1 || String(common) === text.usual ? undefined : common}
              {...(values.size > 1 && { placeholder: [...values].join(', ') })}
              onValue={(value) => setAll(text.key, value)}
            />
          );
        })}
      </div>
    </>
  );
}

const letterOf = (at: number): string => (LETTERS[at] ?? '').toUpperCase();

function namesOf({ state, names }: Props, at: number): { hw: string; model: string } {
  const one = state.several.configurations[at];
  if (!one || !state.loaded || !state.view)
    return names[at] ?? { hw: one?.hw ?? '', model: one?.model ?? '' };
  const { systems, devices, models } = state.loaded.tables;
  return {
    hw: systems[one.hw]?.name ?? devices[one.hw]?.name ?? one.hw,
    model: models[one.model]?.name ?? one.model,
  };
}

interface MovesProps {
  at: number;
  several: Several;
  put: (all: Configuration[], pin?: number) => Promise<void>;
}

/** Once drawn, a button that is gone leaves the keyboard with the hardware of the card that follows from it. */
const thenFocus = (drawn: Promise<void>, at: number): void =>
  void drawn.then(() =>
    requestAnimationFrame(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost) document.getElementById(`compare-${LETTERS[at]}-hw`)?.focus();
    }),
  );

/** Which one the others are compared with, its place, and whether it stays. */
function Moves({ at, several: { configurations: all, pinned }, put }: MovesProps) {
  const one = all[at] as Configuration;
  const swap = () => {
    const next = [...all];
    next[at] = all[at - 1] as Configuration;
    next[at - 1] = one;
    put(next, pinned === at ? at - 1 : pinned === at - 1 ? at : pinned);
  };
  const remove = () =>
    thenFocus(put(all.toSpliced(at, 1), pinned > at ? pinned - 1 : pinned), Math.max(0, at - 1));
  const add = () => thenFocus(put([...all, { ...one }]), all.length);
  const button = (text: string, act: () => void, pressed?: boolean) => (
    <button type="button" class="button" aria-pressed={pressed} onClick={act}>
      {text}
    </button>
  );
  return (
    <div class="compare-buttons">
      {all.length > 1 && button('Compare the others with it', () => put(all, at), pinned === at)}
      {at > 0 && button(`Swap with ${letterOf(at - 1)}`, swap)}
      {all.length > 1 && button(`Remove ${letterOf(at)}`, remove)}
      {at === all.length - 1 && all.length < LETTERS.length && button('Add another like it', add)}
    </div>
  );
}
