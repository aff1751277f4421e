import { useState } from 'preact/hooks';
import type { Configuration } from '../../configuration/types.ts';
import type { Option } from '../types.ts';
import { Choice, Pick, Typed } from './Field.tsx';
import { type FieldText, type Key, MORE } from './fields.ts';
import type { Loaded } from './use-comparison.ts';

interface Props {
  /** `A` */
  letter: string;
  configuration: Configuration;
  names: { hw: string; model: string };
  quantizations: readonly Option[];
  loaded: Loaded | undefined;
  wake: () => Promise<Loaded>;
  onValue: (key: Key, value: string | number | undefined) => void;
}

/** One of the configurations: machine, model and format open, the rest behind a heading. */
export function Column(props: Props) {
  const { letter, configuration, names, quantizations, loaded, wake, onValue } = props;
  const id = `compare-${letter.toLowerCase()}`;
  const quant = configuration.quant;
  const listed = loaded
    ? Object.values(loaded.tables.quantizations).map((one): Option => [one.id, one.name])
    : quantizations;
  return (
    <>
      <Pick
        {...{ id: `${id}-hw`, field: 'hw', label: 'Hardware', name: names.hw, wake }}
        value={configuration.hw}
        onPick={(value) => onValue('hw', value)}
      />
      <Pick
        {...{ id: `${id}-model`, field: 'model', label: 'Model', name: names.model, wake }}
        value={configuration.model}
        onPick={(value) => onValue('model', value)}
      />
      <Choice
        id={`${id}-quant`}
        label="Quantization"
        value={quant}
        options={listed}
        onValue={(value) => onValue('quant', value)}
      />
      <More {...props} id={id} />
    </>
  );
}

/** An empty choice takes the reader's value back, where a configuration may go without. */
const emptyOf = ({ key, usual }: FieldText): Option[] =>
  key === 'kv' || key === 'fa' ? [] : [['', usual]];

/** The usual value stands in grey. */
const ownOf = ({ usual }: FieldText, value: string | number | undefined) =>
  String(value) === usual ? undefined : value;

function More({ id, configuration, loaded, wake, onValue }: Props & { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        void wake();
      }}
    >
      <summary>More of this one</summary>
      {open && loaded && (
        <div class="more">
          {MORE.map((text) => {
            const field = { id: `${id}-${text.key}`, onValue: onValue.bind(null, text.key) };
            const value = configuration[text.key];
            return text.options ? (
              <Choice
                key={text.key}
                {...field}
                label={text.label}
                value={String(value ?? '')}
                options={[...emptyOf(text), ...text.options(loaded.tables)]}
                onValue={(chosen) => onValue(text.key, chosen || undefined)}
              />
            ) : (
              <Typed key={text.key} {...field} text={text} value={ownOf(text, value)} wake={wake} />
            );
          })}
        </div>
      )}
    </details>
  );
}
