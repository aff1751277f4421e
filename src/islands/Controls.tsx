import type { Configuration } from '../configuration/types.ts';
import type { CalculatorKind, CalculatorView } from '../views/calculator.ts';
import { PickerField } from './PickerField.tsx';
import { Select } from './Select.tsx';
import { Slider, type SliderProps } from './Slider.tsx';
import type { CalculatorProps } from './types.ts';

type Ruler = Pick<SliderProps, 'field' | 'label' | 'unit' | 'scale'>;

const tokens = (field: Ruler['field'], label: string, low: number, high: number): Ruler => ({
  field,
  label,
  unit: 'tokens',
  scale: { low, high, log: true, step: 1 },
});

export const RULERS = {
  prompt: tokens('prompt', 'Prompt', 1, 131_072),
  gen: tokens('gen', 'Answer', 1, 16_384),
  depth: tokens('depth', 'In context before', 0, 131_072),
  bw: {
    field: 'bw',
    label: 'Memory bandwidth',
    unit: 'GB/s',
    scale: { low: 10, high: 10_000, log: true, step: 1 },
  },
  vram: {
    field: 'vram',
    label: 'Memory of one GPU',
    unit: 'GB',
    scale: { low: 2, high: 512, log: true, step: 1 },
  },
} as const satisfies Record<string, Ruler>;

export type RulerKey = keyof typeof RULERS;

const OF_KIND: Record<CalculatorKind, RulerKey[]> = {
  pp: ['prompt', 'depth'],
  ttft: ['prompt', 'depth'],
  tg: ['depth', 'bw'],
  fit: ['prompt', 'vram'],
};

/** A slider of the configuration; a machine's own value shows where the reader has set none. */
export function Ruler(props: {
  id: string;
  name: RulerKey;
  configuration: Configuration;
  effective: CalculatorView['effective'];
}) {
  const { id, name, configuration, effective } = props;
  const machines = name === 'bw' || name === 'vram';
  const value = configuration[name] ?? (machines ? effective[name] : undefined);
  if (value === undefined) return null;
  const own = machines && configuration[name] !== undefined;
  return <Slider {...RULERS[name]} id={`${id}-${name}`} value={value} own={own} />;
}

export function Controls(props: CalculatorProps) {
  const { id, kind, configuration, view, quantizations, kvTypes } = props;
  return (
    <>
      <PickerField
        {...{ id: `${id}-hw`, field: 'hw', label: 'Hardware', name: view.names.hw }}
        value={configuration.hw}
      />
      <PickerField
        {...{ id: `${id}-model`, field: 'model', label: 'Model', name: view.names.model }}
        value={configuration.model}
      />
      <Select
        {...{ id: `${id}-quant`, field: 'quant', label: 'Quantization', options: quantizations }}
        value={configuration.quant}
      />
      {kind === 'fit' && (
        <Select
          {...{ id: `${id}-kv`, field: 'kv', label: 'KV cache', options: kvTypes }}
          value={configuration.kv}
        />
      )}
      {OF_KIND[kind].map((name) => (
        <Ruler key={name} {...{ id, name, configuration }} effective={view.effective} />
      ))}
    </>
  );
}
