/** `devices/<id>.yaml`: one CPU, GPU or SoC as its maker sells it. */
import { z } from 'zod';
import { count, Id, Notes, orUnknown, Sources, Text, Year } from './common.ts';
import { quantity } from './quantity.ts';

const common = {
  id: Id,
  name: Text,
  vendor: Text,
  /** Generation, in the maker's word: `Ada Lovelace`, `M4`, `Zen 5`. */
  architecture: Text,
  year: orUnknown(Year),
  notes: Notes,
  sources: Sources,
};

const Pcie = orUnknown(
  z.strictObject({
    generation: z.int().min(1).max(7),
    lanes: z.union([z.literal(1), z.literal(4), z.literal(8), z.literal(16)]),
  }),
);

const Gpu = z.strictObject({
  ...common,
  kind: z.literal('gpu'),
  segment: z.enum(['consumer', 'workstation', 'datacenter', 'laptop']),
  memory: quantity('memory'),
  memory_type: Text,
  bus: quantity('width'),
  bandwidth: quantity('bandwidth'),
  fp32: quantity('rate'),
  /** Dense, matrix units, FP32 accumulate. */
  fp16_matrix: quantity('rate'),
  fp16_matrix_fp16_accumulate: quantity('rate').optional(),
  /** Shader rate; given where there are no matrix units. */
  fp16_vector: quantity('rate').optional(),
  int8: quantity('rate'),
  fp8: quantity('rate'),
  fp4: quantity('rate'),
  /** How the matrix rates were found: read in a source, or arithmetic on one. */
  matrix_basis: Text.optional(),
  tdp: quantity('power'),
  idle: quantity('power'),
  pcie: Pcie,
  /** Both directions together. */
  nvlink: quantity('bandwidth').optional(),
  launch_price: quantity('money'),
});

/** The CPU side of a CPU or SoC. `fp32_per_cycle` is FMA units × lanes × 2 of one (performance) core. */
const cpuFields = {
  cores: orUnknown(count(1024)),
  /** The maker's split where cores differ: `8P+16E`. */
  cores_split: Text.optional(),
  performance_cores: count(1024).optional(),
  efficiency_cores: count(1024).optional(),
  threads: orUnknown(count(2048)),
  base_clock: quantity('frequency'),
  boost_clock: quantity('frequency'),
  simd: orUnknown(z.enum(['AVX', 'AVX2', 'AVX-512', 'AVX-512+AMX', 'NEON', 'SVE2', 'SSE4'])),
  fp32_per_cycle: orUnknown(count(512)),
  fp32_basis: Text.optional(),
};

const Cpu = z.strictObject({
  ...common,
  kind: z.literal('cpu'),
  segment: z.enum(['desktop', 'laptop', 'workstation', 'server', 'embedded']),
  cpu: z.strictObject(cpuFields),
  memory_channels: orUnknown(count(24)),
  memory_type: Text,
  memory_speed: quantity('transfers'),
  bandwidth: quantity('bandwidth'),
  max_memory: quantity('memory'),
  tdp: quantity('power'),
  pcie_lanes: orUnknown(count(256)),
});

const Soc = z.strictObject({
  ...common,
  kind: z.literal('soc'),
  segment: z.enum(['consumer', 'laptop', 'desktop', 'workstation', 'datacenter', 'embedded']),
  memory_type: orUnknown(Text),
  memory_speed: quantity('transfers'),
  bus: quantity('width'),
  bandwidth: quantity('bandwidth'),
  /** Measured with the CPU cores alone. */
  cpu_bandwidth: quantity('bandwidth'),
  max_memory: quantity('memory'),
  gpu: z.strictObject({
    cores: orUnknown(count(65536)),
    /** Dense, matrix units. */
    fp16_matrix: quantity('rate'),
    /** Shader rate. */
    fp16_vector: quantity('rate').optional(),
    fp32: quantity('rate'),
    /** Dense INT8 on matrix units. */
    int8: quantity('rate').optional(),
    /** One consistent basis for all Apple chips: cores × 128 lanes × 2 × clock. */
    fp32_derived: quantity('rate').optional(),
  }),
  /** The maker's headline figure for its AI unit, often sparse. */
  npu: quantity('rate'),
  cpu: z.strictObject({
    ...cpuFields,
    memory_channels: orUnknown(count(24)).optional(),
    memory_type: Text.optional(),
    memory_speed: quantity('transfers').optional(),
    bandwidth: quantity('bandwidth').optional(),
    tdp: quantity('power').optional(),
    pcie_lanes: orUnknown(count(256)).optional(),
    notes: Notes,
    sources: Sources.optional(),
  }),
  tdp: quantity('power'),
  idle: quantity('power'),
  load: quantity('power'),
});

export const DeviceSchema = z.discriminatedUnion('kind', [Gpu, Soc, Cpu]);

export type Device = z.infer<typeof DeviceSchema>;
export type GpuDevice = z.infer<typeof Gpu>;
export type SocDevice = z.infer<typeof Soc>;
export type CpuDevice = z.infer<typeof Cpu>;
