/** socs.csv (with cpus.csv where a part is in both) → devices of kind `soc`. */
import { architectureOfSoc, segmentOfSoc } from './architectures.ts';
import { cpuOfSoc } from './cpus.ts';
import {
  compact,
  NOT_SEEN,
  notesOf,
  power,
  type Row,
  sourcesOf,
  text,
  type Written,
  whole,
  written,
} from './text.ts';

/** Cores together: `8P+2E` is 10, `10x Cortex-X925 + 10x Cortex-A725` is 20. */
function cores(cell: string | undefined): number | { unknown: string } {
  if (!cell) return { unknown: NOT_SEEN };
  return cell.split('+').reduce((sum, part) => sum + Number.parseInt(part, 10), 0);
}

/** GHz of Apple's performance cores, by generation. */
const APPLE_CLOCKS: Record<string, string> = { M1: '3.2', M2: '3.5', M3: '4.05', M4: '4.4' };

/** Clock and FP32 rate of the cores; the tables have none for SoCs without a CPU row. */
function coreRates(row: Row): Record<string, unknown> {
  if (row.vendor !== 'Apple') {
    return {
      boost_clock: { unknown: NOT_SEEN },
      simd: 'NEON',
      fp32_per_cycle: { unknown: NOT_SEEN },
    };
  }
  const clock = APPLE_CLOCKS[architectureOfSoc(row.id ?? '')];
  return {
    boost_clock: clock
      ? { value: `${clock} GHz`, note: 'performance cores', sources: ['apple-core-clocks'] }
      : { unknown: NOT_SEEN },
    simd: 'NEON',
    fp32_per_cycle: 32,
    fp32_basis: 'performance cores: 4 x 128-bit NEON units x 4 lanes x 2 (apple-core-clocks)',
  };
}

function cpuWithoutRow(row: Row): Record<string, unknown> {
  const cell = row.cpu_cores;
  const pair = /^(\d+)P\+(\d+)E$/.exec(cell ?? '');
  return {
    cores: cores(cell),
    ...(cell && !/^\d+$/.test(cell) ? { cores_split: cell } : {}),
    ...(pair ? { performance_cores: Number(pair[1]), efficiency_cores: Number(pair[2]) } : {}),
    threads: { unknown: NOT_SEEN },
    base_clock: { unknown: NOT_SEEN },
    ...coreRates(row),
  };
}

/** Generations whose FP16 figure in the table is that of matrix units (WMMA, tensor cores). */
const MATRIX = ['Strix Halo', 'Strix Point', 'Phoenix', 'GB10'];

const NO_MATRIX: Record<string, string> = {
  'Meteor Lake': 'none: Meteor Lake graphics have no matrix units',
  'Lunar Lake': 'only the shader rate was seen, not that of the matrix units',
  'Jetson Orin': 'only the shader rate was seen, not that of the matrix units',
  'Jetson Thor': 'only the shader rate was seen, not that of the matrix units',
};

function gpuPart(row: Row): Record<string, unknown> {
  const apple = row.vendor === 'Apple';
  const architecture = architectureOfSoc(row.id ?? '');
  const isMatrix = MATRIX.includes(architecture);
  const reason = apple
    ? 'none before the M5, and none published for it'
    : (NO_MATRIX[architecture] ?? NOT_SEEN);
  const rate = row.gpu_fp16_tflops;
  return compact({
    cores: whole(row.gpu_cores, NOT_SEEN),
    fp16_matrix: written(isMatrix ? rate : '', 'TFLOPS', reason),
    fp16_vector: rate && !isMatrix ? written(rate, 'TFLOPS', NOT_SEEN) : undefined,
    fp32: written(
      row.gpu_fp32_tflops,
      'TFLOPS',
      apple ? 'not published by Apple for this chip' : NOT_SEEN,
    ),
    fp32_derived: row.gpu_fp32_tflops_derived
      ? written(row.gpu_fp32_tflops_derived, 'TFLOPS', NOT_SEEN)
      : undefined,
  });
}

function tdp(cell: string): Written {
  if (cell.includes('max turbo'))
    return written(cell.replace(' (max turbo)', ''), 'W', '', 'maximum turbo power');
  return power(cell, NOT_SEEN);
}

export function soc(row: Row, cpuRow: Row | undefined): Record<string, unknown> & { id: string } {
  return compact({
    id: row.id ?? '',
    kind: 'soc',
    name: row.vendor === 'Apple' ? `Apple ${row.name}` : row.name,
    vendor: row.vendor,
    architecture: architectureOfSoc(row.id ?? ''),
    segment: segmentOfSoc(row.id ?? ''),
    year: whole(row.year, NOT_SEEN),
    memory_type: text(row.mem_type, 'board memory not seen in a source'),
    memory_speed: written(
      row.mem_mts,
      'MT/s',
      row.vendor === 'Apple' ? 'Apple publishes the bandwidth only' : NOT_SEEN,
    ),
    bus: written(
      row.bus_bits,
      'bit',
      row.vendor === 'Apple' ? 'Apple publishes the bandwidth only' : NOT_SEEN,
    ),
    bandwidth: written(row.bandwidth_gbs, 'GB/s', 'theoretical bandwidth not seen in a source'),
    cpu_bandwidth: written(
      row.cpu_visible_bandwidth_gbs,
      'GB/s',
      'no measurement seen in a source',
    ),
    max_memory: written(row.max_ram_gb, 'GB', NOT_SEEN),
    gpu: gpuPart(row),
    npu: written(row.npu_tops, 'TOPS', NOT_SEEN),
    cpu: cpuRow ? cpuOfSoc(cpuRow) : cpuWithoutRow(row),
    tdp: tdp(row.tdp_w ?? ''),
    idle: written(row.idle_w, 'W', 'no measurement seen in a source'),
    load: written(row.load_w, 'W', 'no measurement seen in a source'),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}
