import type { DeviceRow, Machine, Problem, RuntimeRow, SystemRow } from '../estimation/types.ts';
import { lookUp } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Configuration } from './types.ts';
import { wiredBytes } from './wired-memory.ts';

const GB = 1e9;

/** Host of a graphics card that is named alone: a current desktop with two channels of DDR5. */
export const PLAIN_HOST_ID = 'ryzen-9-9950x';
const PLAIN_RAM_BYTES = 64 * GB;
/** RAM of a CPU that is named alone: one module of this size in each memory channel. */
const MODULE_BYTES = 32 * GB;

/** What a configuration's `hw`, `cpu`, `count` and `ram` name, before it is known what computes. */
export interface Parts {
  system?: SystemRow;
  gpu?: DeviceRow;
  gpuCount: number;
  host?: DeviceRow;
  ramBytes?: number;
  ramBandwidthBytesPerSecond?: number;
  hostAssumed: boolean;
  hostPutIn?: boolean;
}

/** The parts of the machine, from a system or from a minimal one around a bare device. */
export function readMachine(
  configuration: Configuration,
  tables: Tables,
  problems: Problem[],
): Parts | undefined {
  const { hw } = configuration;
  const system = lookUp(tables.systems, hw);
  const device = lookUp(tables.devices, hw);
  if (!system && !device) {
    problems.push({ field: 'hw', message: `there is no system or device “${hw}”` });
    return undefined;
  }
  const host = hostOverride(configuration, tables, problems);
  const parts = system
    ? systemParts(system, tables, host)
    : bareParts(device as DeviceRow, tables, host);
  if (configuration.ram !== undefined) parts.ramBytes = configuration.ram * GB;
  if (configuration.count !== undefined) setCount(parts, configuration.count, problems);
  return parts;
}

function hostOverride({ cpu }: Configuration, tables: Tables, problems: Problem[]) {
  if (cpu === undefined) return undefined;
  const row = lookUp(tables.devices, cpu);
  if (!row) problems.push({ field: 'cpu', message: `there is no CPU “${cpu}”` });
  else if (row.kind === 'gpu')
    problems.push({ field: 'cpu', message: `cpu must be a CPU or SoC, and ${row.name} is a GPU` });
  else return row;
  return undefined;
}

function systemParts(system: SystemRow, tables: Tables, named: DeviceRow | undefined): Parts {
  const own = system.hostId ? lookUp(tables.devices, system.hostId) : undefined;
  const host = named ?? own ?? lookUp(tables.devices, PLAIN_HOST_ID);
  const gpu = system.gpuId ? lookUp(tables.devices, system.gpuId) : undefined;
  // Another CPU brings its own memory controller; the memory modules stay.
  const bandwidth =
    (named ? undefined : system.ramBandwidthBytesPerSecond) ?? host?.bandwidthBytesPerSecond;
  // A GPU works without knowing the RAM beside it; a CPU or SoC gets what it is usually sold with.
  const ramBytes = system.ramBytes ?? (gpu ? undefined : own ? ownRamBytes(own) : PLAIN_RAM_BYTES);
  return {
    system,
    ...(gpu && { gpu }),
    gpuCount: gpu ? system.gpuCount : 0,
    ...(host && { host }),
    ...(ramBytes && { ramBytes }),
    ...(bandwidth && { ramBandwidthBytesPerSecond: bandwidth }),
    hostAssumed: !own || system.ramBytes === undefined,
    hostPutIn: !own && !named,
  };
}

/** A GPU in a plain desktop, a CPU on its own channels, a SoC with the most memory it is sold with. */
function bareParts(device: DeviceRow, tables: Tables, named: DeviceRow | undefined): Parts {
  const isGpu = device.kind === 'gpu';
  const host = named ?? (isGpu ? lookUp(tables.devices, PLAIN_HOST_ID) : device);
  const bandwidth = host?.bandwidthBytesPerSecond;
  return {
    ...(isGpu && { gpu: device }),
    gpuCount: isGpu ? 1 : 0,
    ...(host && { host }),
    ramBytes: isGpu || !host ? PLAIN_RAM_BYTES : ownRamBytes(host),
    ...(bandwidth && { ramBandwidthBytesPerSecond: bandwidth }),
    hostAssumed: true,
    hostPutIn: isGpu && !named,
  };
}

function ownRamBytes(host: DeviceRow): number {
  if (host.kind === 'soc' && host.memoryBytes) return host.memoryBytes;
  const channels = (host.memoryChannels ?? 2) * MODULE_BYTES;
  return Math.min(channels, host.memoryBytes ?? channels);
}

function setCount(parts: Parts, count: number, problems: Problem[]): void {
  if (parts.gpu) {
    parts.gpuCount = count;
    if (count === 0) delete parts.gpu;
  } else if (count > 0 && !(count === 1 && parts.host?.kind === 'soc'))
    problems.push({
      field: 'count',
      message: `count must be 0: this machine has no GPU, got ${count}`,
    });
}

/** Which processor computes, with the reader's own bandwidth and memory put into it. */
export function processorOf(
  configuration: Configuration,
  parts: Parts,
  tables: Tables,
  problems: Problem[],
): { machine: Machine; runtime: RuntimeRow } | undefined {
  const candidate = parts.gpu ?? (parts.host?.kind === 'soc' ? parts.host : undefined);
  const usual = (candidate ?? parts.host)?.defaultRuntime;
  const runtime = runtimeOf(configuration.runtime, usual, candidate, tables, problems);
  if (!runtime) return undefined;
  const accelerator = runtime.backend === 'cpu' ? undefined : candidate;
  const machine: Machine = {
    ...(accelerator && { accelerator }),
    acceleratorCount: accelerator ? Math.max(1, parts.gpuCount) : 0,
    ...(parts.host && { host: parts.host }),
    ...(parts.ramBytes && { ramBytes: parts.ramBytes }),
    ...(parts.ramBandwidthBytesPerSecond && {
      ramBandwidthBytesPerSecond: parts.ramBandwidthBytesPerSecond,
    }),
    unifiedMemory: accelerator !== undefined && accelerator === parts.host,
    hostAssumed: parts.hostAssumed,
    ...(parts.hostPutIn && { hostPutIn: true }),
    ...linkOf(parts),
    ...(parts.system?.storageBytes && { storageBytes: parts.system.storageBytes }),
  };
  setMemory(machine, configuration, problems);
  setBandwidth(machine, configuration, parts.system);
  setPower(machine, configuration, problems);
  return { machine, runtime };
}

/** The machine's own link, else what the card can do, which the reader is told. */
function linkOf({ system, gpu }: Parts): Pick<Machine, 'link' | 'linkAssumed'> {
  if (!gpu) return {};
  if (system?.gpuLink) return { link: system.gpuLink };
  if (!gpu.pcieGeneration) return { linkAssumed: true };
  return { link: `pcie${gpu.pcieGeneration}x${gpu.pcieLanes ?? 16}`, linkAssumed: true };
}

function setMemory(machine: Machine, { vram }: Configuration, problems: Problem[]): void {
  const { accelerator, unifiedMemory, ramBytes } = machine;
  if (vram !== undefined && !accelerator)
    problems.push({
      field: 'vram',
      message: `vram needs a GPU, and here the CPU computes, got ${vram}`,
    });
  const shared = unifiedMemory ? wiredBytes(accelerator as DeviceRow, ramBytes) : undefined;
  const own = unifiedMemory ? shared : accelerator?.memoryBytes;
  const bytes = vram === undefined ? own : vram * GB;
  if (accelerator && bytes !== undefined) machine.acceleratorMemoryBytes = bytes;
}

/** A system's memory may be slower than its SoC allows; the reader's own figure wins over both. */
function setBandwidth(machine: Machine, { bw, ngl }: Configuration, system?: SystemRow): void {
  const onCpu = !machine.accelerator || ngl === 0;
  const ownRam = machine.unifiedMemory ? system?.ramBandwidthBytesPerSecond : undefined;
  const own = bw === undefined ? ownRam : bw * GB;
  if (own === undefined) return;
  if (machine.accelerator && (!onCpu || machine.unifiedMemory))
    machine.accelerator = { ...machine.accelerator, bandwidthBytesPerSecond: own };
  if (onCpu || machine.unifiedMemory) machine.ramBandwidthBytesPerSecond = own;
  if (bw !== undefined && machine.host?.cpu && (onCpu || machine.unifiedMemory)) {
    const { visibleBandwidthBytesPerSecond: _, ...cpu } = machine.host.cpu;
    machine.host = { ...machine.host, cpu };
  }
}

function setPower(machine: Machine, { power }: Configuration, problems: Problem[]): void {
  if (power === undefined) return;
  const { accelerator } = machine;
  if (accelerator?.kind === 'gpu' && accelerator.tdpWatts) machine.powerLimitWatts = power;
  else
    problems.push({
      field: 'power',
      message: `power needs a graphics card of published board power, got ${power}`,
    });
}

type Backend = RuntimeRow['backend'];

const BACKEND_VENDORS: Partial<Record<Backend, string>> = {
  cuda: 'NVIDIA',
  metal: 'Apple',
  rocm: 'AMD',
  sycl: 'Intel',
};

const COMMON: Partial<Record<string, Backend>> = { NVIDIA: 'cuda', Apple: 'metal', AMD: 'rocm' };

/** Engines with one name for several back ends, by the maker of the processor; elsewhere the CPU's. */
const ENGINES: Partial<Record<string, Partial<Record<string, Backend>>>> = {
  llamafile: COMMON,
  ollama: COMMON,
  'ik_llama.cpp': { NVIDIA: 'cuda', Apple: 'metal' },
  vllm: { NVIDIA: 'cuda', AMD: 'rocm' },
};

/** The runtime asked for, or the device's usual one. */
function runtimeOf(
  asked: string | undefined,
  usual: string | undefined,
  accelerator: DeviceRow | undefined,
  tables: Tables,
  problems: Problem[],
): RuntimeRow | undefined {
  const fail = (message: string) => void problems.push({ field: 'runtime', message });
  const id = asked ?? usual ?? 'llama.cpp-cpu';
  const row = lookUp(tables.runtimes, id);
  if (!row) return fail(`there is no runtime “${id}”`);
  const engine = lookUp(ENGINES, id);
  const backend = engine ? (engine[accelerator?.vendor ?? ''] ?? 'cpu') : row.backend;
  if (backend === 'cpu')
    return id === 'vllm' ? fail(`${id} needs a GPU of NVIDIA or AMD`) : { ...row, backend };
  if (!accelerator) return fail(`${id} needs a GPU, and this machine has none`);
  const vendor = BACKEND_VENDORS[backend];
  if (vendor && vendor !== accelerator.vendor)
    return fail(
      `${id} runs on processors of ${vendor}, and ${accelerator.name} is one of ${accelerator.vendor}`,
    );
  return { ...row, backend };
}
