import type { ComponentChildren } from 'preact';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import type { ConfiguratorView } from '../views/configurator.ts';
import { Ruler, type RulerKey } from './Controls.tsx';
import { ExactField, type ExactFieldProps } from './ExactField.tsx';
import { PickerField, type PickerFieldProps } from './PickerField.tsx';
import { Select } from './Select.tsx';
import type { Option } from './types.ts';

const ID = 'configure';

interface Props {
  configuration: Configuration;
  tables: Tables;
  view: ConfiguratorView;
}

const known = new WeakMap<object, Option[]>();

/** The same options for the same rows, so that lists are drawn once. */
function optionsOf(rows: Record<string, { id: string; name?: string }>): Option[] {
  const options =
    known.get(rows) ?? Object.values(rows).map(({ id, name }): Option => [id, name ?? id]);
  known.set(rows, options);
  return options;
}

/** What most readers change stands open; the rest waits behind its heading. */
export function ConfiguratorControls({ configuration, tables, view }: Props) {
  const { usual, names } = view;
  const own = (...fields: (keyof Configuration)[]) =>
    fields.some((field) => configuration[field] !== undefined);
  const exact = (field: ExactFieldProps['field'], label: string, unit?: string) => (
    <ExactField
      {...{ id: `${ID}-${field}`, field, label, usual: usual[field] }}
      {...(unit && { unit })}
      value={configuration[field]}
    />
  );
  const counted = (field: ExactFieldProps['field'], label: string, empty: string | number) => (
    <ExactField
      {...{ id: `${ID}-${field}`, field, label, empty, usual: String(empty) }}
      value={configuration[field]}
    />
  );
  const ruler = (name: RulerKey) => (
    <Ruler {...{ id: ID, name, configuration, effective: effectiveOf(usual) }} />
  );
  const pick = (field: PickerFieldProps['field'], label: string, name: string) => (
    <PickerField
      {...{ id: `${ID}-${field}`, field, label, name }}
      value={configuration[field] ?? ''}
    />
  );
  const select = (field: 'quant' | 'kv' | 'runtime' | 'fa', label: string, options: Option[]) => (
    <Select
      id={`${ID}-${field}`}
      value={configuration[field] ?? ''}
      {...{ field, label, options }}
    />
  );
  return (
    <>
      {pick('hw', 'Hardware', names.hw)}
      {pick('model', 'Model', names.model)}
      {select('quant', 'Quantization', optionsOf(tables.quantizations))}
      {ruler('prompt')}
      {ruler('gen')}
      <More title="Machine" open={own('cpu', 'count', 'ram', 'bw', 'vram', 'power')}>
        {ruler('bw')}
        {ruler('vram')}
        {exact('count', 'GPUs')}
        {pick('cpu', 'Host CPU', usual.cpu ?? '')}
        {exact('ram', 'RAM', 'GB')}
        {exact('power', 'Power limit of one GPU', 'W')}
      </More>
      <More title="Software" open={own('runtime')}>
        {select('runtime', 'Runtime', [
          ['', 'The machine’s usual one'],
          ...optionsOf(tables.runtimes),
        ])}
        {select('kv', 'KV cache', optionsOf(tables.kvTypes))}
        {select('fa', 'Flash attention', [
          ['on', 'on'],
          ['off', 'off'],
        ])}
        {counted('ngl', 'Layers on the GPU', 'auto')}
        {counted('ubatch', 'Micro-batch, tokens', 512)}
      </More>
      <More title="Context and users" open={configuration.depth > 0 || configuration.users > 1}>
        {ruler('depth')}
        {counted('users', 'Users at once', 1)}
      </More>
      <More
        title="Limits of the workflow classes"
        open={own('maxinput', 'mintg', 'maxbackground', 'maxoffline')}
      >
        {exact('maxinput', 'Interactive: prompt read in less than', 's')}
        {exact('mintg', 'Interactive: more than', 'tok/s')}
        {exact('maxbackground', 'Background: in all at most', 's')}
        {exact('maxoffline', 'Off-line: in all at most', 's')}
      </More>
    </>
  );
}

/** The machine's own values, where they are numbers. */
function effectiveOf(usual: Record<string, string>) {
  const bw = Number(usual.bw);
  const vram = Number(usual.vram);
  return { ...(bw > 0 && { bw }), ...(vram > 0 && { vram }) };
}

const More = (props: { title: string; open: boolean; children: ComponentChildren }) => (
  <details open={props.open}>
    <summary>{props.title}</summary>
    <div class="more">{props.children}</div>
  </details>
);
