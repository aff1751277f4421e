import { useMemo } from 'preact/hooks';
import type { Configuration } from '../../configuration/types.ts';
import type { PageControl } from '../../views/calculators/controls.ts';
import type { Frame } from '../../views/calculators/panel.ts';
import { Ruler } from '../Controls.tsx';
import { PickerField } from '../PickerField.tsx';
import { Select } from '../Select.tsx';
import { Slider } from '../Slider.tsx';

export interface PageControlsProps {
  id: string;
  controls: PageControl[];
  configuration: Configuration;
  frame: Frame;
}

/** The controls of the page's configuration that one calculator shows. */
export const PageControls = ({ controls, ...rest }: PageControlsProps) => (
  <>
    {controls.map((control) => (
      <Control key={keyOf(control)} control={control} {...rest} />
    ))}
  </>
);

const keyOf = (control: PageControl): string =>
  'field' in control ? control.field : 'name' in control ? control.name : control.kind;

type ControlProps = Omit<PageControlsProps, 'controls'> & { control: PageControl };

function Control({ id, control, configuration, frame }: ControlProps) {
  if (control.kind === 'picker') {
    const { field } = control;
    const label = field === 'hw' ? 'Hardware' : 'Model';
    const name = frame.names[field];
    return (
      <PickerField {...{ id: `${id}-${field}`, field, label, name, value: configuration[field] }} />
    );
  }
  if (control.kind === 'select') {
    const { field, label, options } = control;
    const value = configuration[field] ?? '';
    return <Select {...{ id: `${id}-${field}`, field, label, options, value }} />;
  }
  if (control.kind === 'layers') return <Layers {...{ id, configuration, frame }} />;
  const { name } = control;
  if (name === 'users') return <Users {...{ id, configuration }} />;
  if (name === 'count') return <Count {...{ id, configuration, frame }} />;
  return <Ruler {...{ id, name, configuration }} effective={frame.effective} />;
}

// Made once: a slider whose scale is the same stands still while another moves.
const USERS = { low: 1, high: 256, log: true, step: 1 };
const GPUS = { low: 1, high: 8, step: 1 };

type Part = Omit<ControlProps, 'control'>;

const Users = ({ id, configuration }: Omit<Part, 'frame'>) => (
  <Slider
    {...{ id: `${id}-users`, field: 'users', label: 'Users at once', unit: 'users' }}
    value={configuration.users}
    scale={USERS}
  />
);

const Count = ({ id, configuration, frame }: Part) => (
  <Slider
    {...{ id: `${id}-count`, field: 'count', label: 'GPUs', unit: 'GPUs' }}
    value={configuration.count ?? frame.count ?? 0}
    scale={GPUS}
    own={configuration.count !== undefined}
  />
);

/** Nothing to move where the machine has no GPU. */
function Layers({ id, configuration, frame: { layers } }: Part) {
  const all = layers?.all ?? 0;
  const scale = useMemo(() => ({ low: 0, high: all, step: 1 }), [all]);
  if (!layers) return null;
  return (
    <Slider
      {...{ id: `${id}-ngl`, field: 'ngl', label: 'Layers on the GPU', unit: `of ${layers.all}` }}
      value={layers.onGpu}
      scale={scale}
      own={configuration.ngl !== 'auto'}
      reset="auto"
    />
  );
}
