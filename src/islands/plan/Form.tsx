import { useState } from 'preact/hooks';
import { ownSize } from '../../planning/needs.ts';
import type { PlannerProps } from './Planner.tsx';
import type { Raw, RawUse } from './raw.ts';

interface FormProps extends Pick<PlannerProps, 'useCases' | 'models' | 'lists' | 'systems'> {
  raw: Raw;
  /** Uses that a patch does not name stay. */
  onChange: (patch: Partial<Raw>) => void;
}

const CLASSES = ['interactive', 'background', 'off-line'];

/** A labelled field around a native control. */
function Field({
  id,
  label,
  children,
}: {
  id: string;
  label: string;
  children: preact.ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

type TextKey = 'users' | 'bits' | 'context' | 'budget' | 'watts' | 'noise' | 'size' | 'score';

function NumberField(props: FormProps & { name: TextKey; label: string; hint?: string }) {
  const { name, label, raw, onChange, hint } = props;
  return (
    <Field id={`plan-${name}`} label={label}>
      <input
        id={`plan-${name}`}
        type="number"
        step="any"
        autocomplete="off"
        placeholder={hint}
        value={raw[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </Field>
  );
}

type ChoiceKey = 'floor' | 'model' | 'list' | 'currency' | 'own' | 'order';

function Choice(
  props: FormProps & {
    name: ChoiceKey;
    label: string;
    options: readonly (readonly [string, string])[];
  },
) {
  const { name, label, options, raw, onChange } = props;
  return (
    <Field id={`plan-${name}`} label={label}>
      <select
        id={`plan-${name}`}
        autocomplete="off"
        value={raw[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

function UseLine(props: {
  id: string;
  name: string;
  use: RawUse;
  onChange: (use: RawUse) => void;
}) {
  const { id, name, use, onChange } = props;
  return (
    <li>
      <label class="plan-check">
        <input
          type="checkbox"
          autocomplete="off"
          checked={use.on}
          onInput={(event) => onChange({ ...use, on: event.currentTarget.checked })}
        />{' '}
        {name}
      </label>
      {use.on && (
        <span class="plan-use">
          <input
            type="number"
            step="any"
            autocomplete="off"
            aria-label={`${name}: runs a day`}
            value={use.runs}
            onInput={(event) => onChange({ ...use, runs: event.currentTarget.value })}
          />{' '}
          a day,{' '}
          <select
            autocomplete="off"
            aria-label={`${name}: class`}
            value={use.class}
            onInput={(event) => onChange({ ...use, class: event.currentTarget.value })}
          >
            {CLASSES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </span>
      )}
      <span class="visually-hidden">{id}</span>
    </li>
  );
}

/** Sizes that came with a link. */
const ownSizes = (raw: Raw, useCases: FormProps['useCases']): [string, string][] =>
  Object.keys(raw.uses)
    .filter((id) => !useCases.some(([known]) => known === id))
    .map((id) => [id, `${id.replace('+', ' tokens read, ')} written`]);

/** Adds a size of the reader's own to the uses. */
function OwnSize({ onChange }: FormProps) {
  const [text, setText] = useState('');
  const add = () => {
    if (!ownSize(text)) return;
    onChange({ uses: { [text]: { on: true, runs: '20', class: 'interactive' } } });
    setText('');
  };
  return (
    <Field id="plan-own-size" label="Another size: tokens read + written">
      <span class="plan-use">
        <input
          id="plan-own-size"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          placeholder="32000+800"
          value={text}
          onInput={(event) => setText(event.currentTarget.value.replaceAll(' ', ''))}
        />
        <button type="button" class="button" disabled={!ownSize(text)} onClick={add}>
          Add
        </button>
      </span>
    </Field>
  );
}

const FLOORS = [
  ['size', 'of a size'],
  ['model', 'one by name'],
  ['score', 'with a score'],
] as const;

/** The reader's needs in native controls. */
export function Form(props: FormProps) {
  const { raw, onChange, useCases, models, lists, systems } = props;
  return (
    <form class="panel needs-scripts" onSubmit={(event) => event.preventDefault()}>
      <div class="plan-pair">
        <NumberField {...props} name="budget" label="Budget" hint="no limit" />
        <Choice {...props} name="currency" label="Currency" options={CURRENCIES} />
      </div>
      <Choice {...props} name="order" label="Order" options={ORDERS} />
      <fieldset>
        <legend>What for, how often, how fast</legend>
        <ul class="plan-uses">
          {[...useCases, ...ownSizes(raw, useCases)].map(([id, name]) => (
            <UseLine
              key={id}
              {...{ id, name }}
              use={raw.uses[id] ?? { on: false, runs: '20', class: 'interactive' }}
              onChange={(use) => onChange({ uses: { [id]: use } })}
            />
          ))}
        </ul>
      </fieldset>
      <OwnSize {...props} />
      <NumberField {...props} name="users" label="People at the same moment" />
      <Choice {...props} name="floor" label="Smallest model you accept" options={FLOORS} />
      {raw.floor === 'size' && (
        <NumberField {...props} name="size" label="Billions of parameters" />
      )}
      {raw.floor === 'model' && <Choice {...props} name="model" label="Model" options={models} />}
      {raw.floor === 'score' && (
        <>
          <Choice {...props} name="list" label="Benchmark and setting" options={lists} />
          <NumberField {...props} name="score" label="Least score" />
        </>
      )}
      <NumberField {...props} name="bits" label="Coarsest format (bits)" />
      <NumberField {...props} name="context" label="Longest context, tokens" />
      <NumberField {...props} name="watts" label="Most watts at work" hint="no limit" />
      <NumberField {...props} name="noise" label="Loudest, dBA" hint="no limit" />
      <Choice
        {...props}
        name="own"
        label="A machine at hand"
        options={[['', 'none'], ...systems]}
      />
      <label class="plan-check">
        <input
          type="checkbox"
          autocomplete="off"
          checked={raw.cloud}
          onInput={(event) => onChange({ cloud: event.currentTarget.checked })}
        />{' '}
        Data may leave the house
      </label>
    </form>
  );
}

const ORDERS = [
  ['cheapest', 'cheapest first'],
  ['model', 'best model first'],
  ['fastest', 'fastest first'],
] as const;

const CURRENCIES = [
  ['USD', 'USD'],
  ['EUR', 'EUR'],
] as const;
