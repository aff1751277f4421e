/** Everything an estimate was made from, thing by thing, with its value and where that comes from. */
import type { Configuration } from '../configuration/types.ts';
import type { DeviceRow, EstimationInput, ModelRow } from '../estimation/types.ts';
import {
  formatBandwidth,
  formatCount,
  formatExact,
  formatGigabytes,
  formatGigahertz,
  formatParameters,
  formatTera,
  formatWatts,
  withUnit,
} from './format.ts';
import type { Provenance } from './provenance.ts';

export interface SourceLink {
  label: string;
  url?: string;
}

export interface InputRow {
  name: string;
  /** In words, or why there is none. */
  value: string;
  /** The reader's own value stands in the place of the catalogue's. */
  own?: boolean;
  /** Where it differs from its thing's sources. */
  sources?: SourceLink[];
}

export interface InputGroup {
  /** The thing: a device, a system, a model. */
  title: string;
  /** Its reference page, below the site's base. */
  path?: string;
  sources: SourceLink[];
  rows: InputRow[];
}

const UNKNOWN = 'not published';
const or = <Value>(value: Value | undefined, word: (value: Value) => string): string =>
  value === undefined ? UNKNOWN : word(value);

/** Looks sources up; a thing the file does not know has none to show. */
function citer({ sources, rows }: Provenance) {
  return (key: string): SourceLink[] =>
    (rows[key] ?? []).flatMap((at) => {
      const found = sources[at];
      if (!found) return [];
      const [label, url] = found;
      return [{ label, ...(url && { url }) }];
    });
}

type Cite = ReturnType<typeof citer>;

/** Groups in the order a reader asks: machine, processors, model, formats, software. */
export function inputGroups(
  configuration: Configuration,
  input: EstimationInput,
  names: { hw: string; isSystem: boolean },
  provenance: Provenance,
): InputGroup[] {
  const cite = citer(provenance);
  const { accelerator, host } = input.machine;
  const processors = [accelerator, host?.id === accelerator?.id ? undefined : host];
  return [
    machineGroup(configuration, input, names, cite),
    ...processors.flatMap((device) => (device ? [deviceGroup(configuration, device, cite)] : [])),
    modelGroup(input.model, cite),
    formatGroup(input, cite),
  ];
}

function machineGroup(
  configuration: Configuration,
  { machine }: EstimationInput,
  names: { hw: string; isSystem: boolean },
  cite: Cite,
): InputGroup {
  const { hw, count, cpu, ram, vram, bw } = configuration;
  const onCpu = !machine.accelerator || configuration.ngl === 0;
  const rows: InputRow[] = [
    { name: 'GPUs', value: String(machine.acceleratorCount), own: count !== undefined },
    {
      name: 'Host',
      value: machine.hostPutIn
        ? `not told; ${machine.host?.name} put in`
        : or(machine.host?.name, String),
      own: cpu !== undefined,
    },
    { name: 'RAM', value: or(machine.ramBytes, formatGigabytes), own: ram !== undefined },
    {
      name: 'RAM bandwidth',
      value: or(machine.ramBandwidthBytesPerSecond, formatBandwidth),
      own: bw !== undefined && (onCpu || machine.unifiedMemory),
    },
    ...(machine.accelerator
      ? [
          {
            name: machine.unifiedMemory ? 'Memory the GPU may use' : 'Memory of one GPU',
            value: or(machine.acceleratorMemoryBytes, formatGigabytes),
            own: vram !== undefined,
          },
        ]
      : []),
    ...(machine.powerLimitWatts
      ? [
          {
            name: 'Power limit of one GPU',
            value: formatWatts(machine.powerLimitWatts),
            own: true,
          },
        ]
      : []),
    ...(machine.link ? [{ name: 'Link of each GPU', value: machine.link }] : []),
  ];
  const path = names.isSystem ? { path: `/systems/${hw}/` } : {};
  return {
    title: names.isSystem ? names.hw : 'A minimal system around it',
    ...path,
    sources: names.isSystem ? cite(`systems/${hw}`) : [],
    rows,
  };
}

function deviceGroup(configuration: Configuration, device: DeviceRow, cite: Cite): InputGroup {
  const key = `devices/${device.id}`;
  const row = (name: string, field: string, value: string, own = false): InputRow => {
    const sources = cite(`${key}/${field}`);
    return { name, value, ...(own && { own }), ...(sources.length > 0 && !own && { sources }) };
  };
  const isCpu = device.kind === 'cpu';
  const bandwidthIsOwn = configuration.bw !== undefined && !isCpu;
  const graphics: InputRow[] = isCpu
    ? []
    : [
        row('FP32, shaders', 'fp32', or(device.fp32FlopPerSecond, formatTera)),
        row('FP16, matrix units', 'fp16_matrix', or(device.fp16MatrixFlopPerSecond, formatTera)),
        row(
          'INT8, matrix units',
          'int8',
          or(device.int8OpPerSecond, (rate) => formatTera(rate, 'TOPS')),
        ),
      ];
  return {
    title: device.name,
    path: `/devices/${device.id}/`,
    sources: cite(key),
    rows: [
      { name: 'Architecture', value: device.architecture },
      row(
        'Memory bandwidth',
        'bandwidth',
        or(device.bandwidthBytesPerSecond, formatBandwidth),
        bandwidthIsOwn,
      ),
      ...graphics,
      ...coreRows(device),
      row('Board or package power', 'tdp', or(device.tdpWatts, formatWatts)),
    ],
  };
}

function coreRows({ cpu }: DeviceRow): InputRow[] {
  if (!cpu) return [];
  return [
    { name: 'CPU cores', value: formatCount(cpu.cores) },
    { name: 'Boost clock', value: or(cpu.boostHertz, formatGigahertz) },
    { name: 'FP32 operations a cycle and core', value: or(cpu.fp32FlopPerCycle, formatCount) },
  ];
}

function modelGroup(model: ModelRow, cite: Cite): InputGroup {
  const { attention, experts } = model;
  const counts: [string, number | undefined][] = [
    ['Layers', model.layers],
    ['Hidden size', model.hiddenSize],
    ['Attention heads', model.heads],
    ['KV heads', model.kvHeads],
    ['Head dimension', model.headDimension],
    ['Feed-forward size', model.feedForwardSize],
    ['Vocabulary', model.vocabularySize],
    ['Longest context, tokens', model.maximumContextTokens],
  ];
  return {
    title: model.name,
    path: `/models/${model.id}/`,
    sources: cite(`models/${model.id}`),
    rows: [
      { name: 'Parameters', value: formatParameters(model.totalParameters) },
      { name: 'Active for one token', value: formatParameters(model.activeParameters) },
      { name: 'Attention', value: attention.kind },
      ...counts.map(([name, value]) => ({ name, value: or(value, formatCount) })),
      ...(experts
        ? [
            {
              name: 'Experts, picked for one token',
              value: `${experts.count}, ${experts.activePerToken}`,
            },
          ]
        : []),
    ],
  };
}

function formatGroup({ quantization, kvType, runtime }: EstimationInput, cite: Cite): InputGroup {
  const { effectiveBitsPerWeight: bits } = quantization;
  const row = (name: string, value: string, key: string): InputRow => ({
    name,
    value,
    sources: cite(key),
  });
  return {
    title: 'Formats and software',
    sources: [],
    rows: [
      row(
        'Quantization',
        `${quantization.name}, ${or(bits, (value) => withUnit(formatExact(value), 'bits per weight'))}`,
        `quantizations/${quantization.id}`,
      ),
      row(
        'KV cache',
        withUnit(`${kvType.id}, ${formatExact(kvType.bitsPerElement)}`, 'bits'),
        `kvTypes/${kvType.id}`,
      ),
      row('Runtime', runtime.name, `runtimes/${runtime.id}`),
    ],
  };
}
