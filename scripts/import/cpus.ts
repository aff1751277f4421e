/** cpus.csv → devices of kind `cpu`, or the `cpu:` block of a SoC. */
import { architectureOfCpu } from './architectures.ts';
import {
  compact,
  NOT_SEEN,
  notesOf,
  type Row,
  sourcesOf,
  text,
  type Written,
  whole,
  written,
} from './text.ts';

const AMD_MEMORY = 'blank in the table of AMD’s that was read';

/** `8P+16E` out of the remarks. */
function split(row: Row): Record<string, unknown> {
  const found = /(\d+)P\+(\d+)E/.exec(row.notes ?? '');
  if (!found) return {};
  return {
    cores_split: found[0],
    performance_cores: Number(found[1]),
    efficiency_cores: Number(found[2]),
  };
}

export function cpuBlock(row: Row): Record<string, unknown> {
  return {
    cores: whole(row.cores, NOT_SEEN),
    ...split(row),
    threads: whole(row.threads, NOT_SEEN),
    base_clock: written(row.base_ghz, 'GHz', NOT_SEEN),
    boost_clock: written(
      row.boost_ghz,
      'GHz',
      row.base_ghz ? 'the source gives one clock' : NOT_SEEN,
    ),
    simd: text(row.simd, NOT_SEEN),
    fp32_per_cycle: whole(
      row.fp32_flops_per_cycle_per_core,
      'not seen in a source for these cores',
    ),
    ...(row.flops_basis ? { fp32_basis: row.flops_basis.replace(' (see README)', '') } : {}),
  };
}

function tdp(row: Row): Written {
  const turbo = /max turbo power/.test(row.notes ?? '') ? 'maximum turbo power' : undefined;
  return written(row.tdp_w, 'W', NOT_SEEN, turbo);
}

function memory(row: Row): Record<string, unknown> {
  return {
    memory_channels: whole(row.mem_channels, NOT_SEEN),
    memory_type: row.mem_type,
    memory_speed: written(row.mem_mts, 'MT/s', NOT_SEEN),
    bandwidth: written(row.bandwidth_gbs, 'GB/s', 'channels or memory speed not seen in a source'),
  };
}

export function cpu(row: Row): Record<string, unknown> & { id: string } {
  return compact({
    id: row.id ?? '',
    kind: 'cpu',
    name: row.name,
    vendor: row.vendor,
    architecture: architectureOfCpu(row.id ?? ''),
    segment: row.segment,
    year: whole(row.year, NOT_SEEN),
    cpu: cpuBlock(row),
    ...memory(row),
    max_memory: written(row.max_ram_gb, 'GB', row.vendor === 'AMD' ? AMD_MEMORY : NOT_SEEN),
    tdp: tdp(row),
    pcie_lanes: whole(row.pcie_lanes, row.vendor === 'AMD' ? AMD_MEMORY : NOT_SEEN),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}

/** The same row as part of a SoC's file: memory and power as the CPU's source gives them. */
export function cpuOfSoc(row: Row): Record<string, unknown> {
  return compact({
    ...cpuBlock(row),
    ...memory(row),
    tdp: tdp(row),
    pcie_lanes: row.pcie_lanes ? whole(row.pcie_lanes, NOT_SEEN) : undefined,
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}
