import type { OwnField, Presets } from '../../views/calculators/own-fields.ts';
import type { Own } from '../../views/calculators/panel.ts';
import { OwnNumber } from './OwnNumber.tsx';

export interface OwnFieldsProps {
  id: string;
  fields: OwnField[];
  presets?: Presets | undefined;
  own: Own;
  onChange: (patch: Own) => void;
}

/** A calculator's own numbers, and named sets of them to begin from. */
export function OwnFields({ id, fields, presets, own, onChange }: OwnFieldsProps) {
  return (
    <>
      {presets && (
        <PresetField {...{ id: `${id}-preset`, presets, own, onChange }} wide={fields.length > 1} />
      )}
      {fields.map((field) => (
        <OwnNumber
          key={field.key}
          {...{ id: `${id}-${field.key}`, field, value: own[field.key] }}
          onChange={(value) => onChange({ [field.key]: value })}
        />
      ))}
    </>
  );
}

function PresetField(props: {
  id: string;
  presets: Presets;
  own: Own;
  onChange: (patch: Own) => void;
  /** It fills several fields, and stands above them all. */
  wide: boolean;
}) {
  const { id, presets, own, onChange, wide } = props;
  const chosen = presets.list.findIndex(({ values }) =>
    Object.entries(values).every(([key, value]) => own[key] === value),
  );
  return (
    <div class={wide ? 'field field-preset' : 'field'}>
      <label for={id}>{presets.label}</label>
      <select
        id={id}
        value={String(chosen)}
        autocomplete="off"
        onInput={(event) => {
          const preset = presets.list[Number(event.currentTarget.value)];
          if (preset) onChange(preset.values);
        }}
      >
        <option value="-1" disabled>
          Your own numbers
        </option>
        {presets.list.map(({ name }, at) => (
          <option key={name} value={String(at)}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
