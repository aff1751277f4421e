/** What a device's page says: its figures with sources, and what was paid for it. */
import type { Catalogue } from '../catalogue/index.ts';
import type { CpuDevice, Device, GpuDevice, SocDevice } from '../schema/device.ts';
import { type PowerLine, powerLines } from './power.ts';
import { type PriceLine, pricesOf } from './prices.ts';
import { compareNames } from './same-parts.ts';
import { counted, SourceList, type SourceRef, type SpecRow, SpecTable } from './specs.ts';

export interface DevicePage {
  id: string;
  name: string;
  vendor: string;
  /** `GPU, consumer, Blackwell, 2025`. */
  kicker: string;
  specs: SpecRow[];
  notes: readonly string[];
  prices: PriceLine[];
  power: PowerLine[];
  sources: SourceRef[];
}

const KINDS: Readonly<Record<Device['kind'], string>> = { gpu: 'GPU', soc: 'SoC', cpu: 'CPU' };

const SEGMENTS: Readonly<Record<string, string>> = { datacenter: 'data centre' };

export const wordKind = (kind: Device['kind']): string => KINDS[kind];
export const wordSegment = (segment: string): string => SEGMENTS[segment] ?? segment;

/** Everything the catalogue knows of one device. */
export function devicePage(catalogue: Catalogue, device: Device): DevicePage {
  const list = new SourceList(catalogue);
  const table = new SpecTable(list, device.sources);
  if (device.kind === 'gpu') gpuSpecs(table, device);
  else if (device.kind === 'cpu') cpuSpecs(table, device);
  else socSpecs(table, device);
  const year = typeof device.year === 'number' ? [String(device.year)] : [];
  const cpuNotes = device.kind === 'soc' ? (device.cpu.notes ?? []) : [];
  if (device.kind === 'soc' && device.cpu.sources) list.cite(device.cpu.sources);
  return {
    id: device.id,
    name: device.name,
    vendor: device.vendor,
    kicker: [wordKind(device.kind), wordSegment(device.segment), device.architecture, ...year].join(
      ', ',
    ),
    specs: table.rows,
    notes: [...(device.notes ?? []), ...cpuNotes],
    prices: pricesOf(catalogue, 'device', device.id),
    power: powerLines(catalogue, device.name),
    sources: list.refs,
  };
}

function gpuSpecs(table: SpecTable, gpu: GpuDevice): void {
  const { pcie } = gpu;
  table
    .fact('Memory', gpu.memory)
    .plain('Memory type', gpu.memory_type)
    .fact('Memory bus', gpu.bus)
    .fact('Memory bandwidth', gpu.bandwidth)
    .fact('FP32, shaders', gpu.fp32)
    .fact('FP16, matrix units, FP32 accumulate', gpu.fp16_matrix)
    .fact('FP16, matrix units, FP16 accumulate', gpu.fp16_matrix_fp16_accumulate)
    .fact('FP16, shaders', gpu.fp16_vector)
    .fact('INT8, matrix units', gpu.int8)
    .fact('FP8, matrix units', gpu.fp8)
    .fact('FP4, matrix units', gpu.fp4)
    .plain('How the matrix rates were found', gpu.matrix_basis)
    .plain(
      'PCI Express',
      'unknown' in pcie ? pcie : `generation ${pcie.generation}, ${pcie.lanes} lanes`,
    )
    .fact('NVLink, both directions', gpu.nvlink)
    .fact('Board power', gpu.tdp)
    .fact('Idle power', gpu.idle)
    .fact('Price at launch', gpu.launch_price);
}

type CpuBlock = CpuDevice['cpu'];

function coreSpecs(table: SpecTable, cpu: CpuBlock): void {
  table
    .plain('CPU cores', cpu.cores, counted())
    .plain('Split of cores', cpu.cores_split)
    .plain('Threads', cpu.threads, counted())
    .fact('Base clock', cpu.base_clock)
    .fact('Boost clock', cpu.boost_clock)
    .plain('Vector instructions', cpu.simd)
    .plain('FP32 operations a cycle and core', cpu.fp32_per_cycle, counted())
    .plain('How those were found', cpu.fp32_basis);
}

function cpuSpecs(table: SpecTable, cpu: CpuDevice): void {
  coreSpecs(table, cpu.cpu);
  table
    .plain('Memory channels', cpu.memory_channels, counted())
    .plain('Memory type', cpu.memory_type)
    .fact('Memory speed', cpu.memory_speed)
    .fact('Memory bandwidth, all channels', cpu.bandwidth)
    .fact('Most memory', cpu.max_memory)
    .plain('PCI Express lanes', cpu.pcie_lanes, counted())
    .fact('Power limit', cpu.tdp);
}

function socSpecs(table: SpecTable, soc: SocDevice): void {
  table
    .plain('Memory type', soc.memory_type)
    .fact('Memory speed', soc.memory_speed)
    .fact('Memory bus', soc.bus)
    .fact('Memory bandwidth', soc.bandwidth)
    .fact('Bandwidth measured from the CPU cores', soc.cpu_bandwidth)
    .fact('Most memory', soc.max_memory)
    .plain('GPU cores', soc.gpu.cores, counted())
    .fact('GPU FP16, matrix units', soc.gpu.fp16_matrix)
    .fact('GPU FP16, shaders', soc.gpu.fp16_vector)
    .fact('GPU FP32', soc.gpu.fp32)
    .fact('GPU FP32 from cores and clock', soc.gpu.fp32_derived)
    .fact('GPU INT8, matrix units', soc.gpu.int8)
    .fact('AI unit, maker’s figure', soc.npu);
  coreSpecs(table, soc.cpu);
  table
    .fact('Power limit', soc.tdp)
    .fact('Idle power', soc.idle)
    .fact('Power under load', soc.load);
}

/** Systems of the catalogue that have this device as host or GPU. */
export const systemsWith = ({ systems }: Catalogue, id: string): { name: string; href: string }[] =>
  [...systems.values()]
    .filter(({ host, gpus }) => host === id || gpus.some(({ device }) => device === id))
    .map((system) => ({ name: system.name, href: `/systems/${system.id}/` }))
    .toSorted((a, b) => compareNames(a.name, b.name));
