/** gpus.csv → devices of kind `gpu`. */
import {
  compact,
  NOT_SEEN,
  notesOf,
  power,
  type Row,
  sourcesOf,
  type Written,
  whole,
  written,
} from './text.ts';

const NO_MATRIX = ['Maxwell', 'Pascal', 'GCN 4 (Polaris)', 'GCN 5.1 (Vega 20)', 'RDNA 1', 'RDNA 2'];
const FP8 = ['Ada Lovelace', 'Hopper', 'Blackwell', 'CDNA 3', 'CDNA 4', 'RDNA 4'];
const FP4 = ['Blackwell', 'CDNA 4'];

/** FP16 shader rate as a multiple of FP32: packed math doubles it, Pascal GeForce and P40 run it at 1/64. */
const VECTOR_RATIO: Record<string, number> = {
  'GCN 4 (Polaris)': 1,
  'GCN 5.1 (Vega 20)': 2,
  'RDNA 1': 2,
  'RDNA 2': 2,
  Turing: 2,
  Pascal: 1 / 64,
};

const hasMatrix = (row: Row): boolean =>
  !NO_MATRIX.includes(row.arch ?? '') && row.id !== 'gtx-1660-super';

function vectorRate(row: Row): Written | undefined {
  const ratio = row.id === 'tesla-p100-16gb' ? 2 : VECTOR_RATIO[row.arch ?? ''];
  if (hasMatrix(row) || ratio === undefined) return undefined;
  const rate = Number((Number(row.fp32_tflops) * ratio).toPrecision(4));
  const share = ratio >= 1 ? `${ratio} times` : '1/64 of';
  return {
    value: `${rate} TFLOPS`,
    note: `arithmetic: ${share} the FP32 rate, as ${row.arch} runs FP16 on its shaders`,
  };
}

function launchPrice(row: Row): Written {
  const reason =
    row.segment === 'datacenter'
      ? 'sold in systems; no list price seen in a source'
      : 'no launch price seen in a source';
  return written(row.launch_msrp_usd, 'USD', reason);
}

function rates(row: Row): Record<string, Written | undefined> {
  const { arch = '' } = row;
  const matrix = hasMatrix(row)
    ? NOT_SEEN
    : `none: ${row.id === 'gtx-1660-super' ? 'GTX 16 cards have' : `${arch} has`} no matrix units`;
  const accumulate = row.fp16_matrix_fp16acc_tflops;
  return {
    fp32: written(row.fp32_tflops, 'TFLOPS', NOT_SEEN),
    fp16_matrix: written(row.fp16_tflops_dense_matrix, 'TFLOPS', matrix),
    fp16_matrix_fp16_accumulate: accumulate ? written(accumulate, 'TFLOPS', NOT_SEEN) : undefined,
    fp16_vector: vectorRate(row),
    int8: written(row.int8_tops_dense, 'TOPS', matrix),
    fp8: written(
      row.fp8_tflops_dense,
      'TFLOPS',
      FP8.includes(arch) ? NOT_SEEN : `none: ${arch} has no FP8 units`,
    ),
    fp4: written(
      row.fp4_tflops_dense,
      'TFLOPS',
      FP4.includes(arch) ? NOT_SEEN : `none: ${arch} has no FP4 units`,
    ),
  };
}

export function gpu(row: Row): Record<string, unknown> & { id: string } {
  const superchip = row.id?.startsWith('gh200') ? 'a superchip with its own host link' : NOT_SEEN;
  return compact({
    id: row.id ?? '',
    kind: 'gpu',
    name: row.name,
    vendor: row.vendor,
    architecture: row.arch,
    segment: row.id?.includes('laptop') ? 'laptop' : row.segment,
    year: whole(row.launch_year, NOT_SEEN),
    memory: written(row.vram_gb, 'GB', NOT_SEEN),
    memory_type: row.mem_type,
    bus: written(row.bus_bits, 'bit', NOT_SEEN),
    bandwidth: written(row.bandwidth_gbs, 'GB/s', NOT_SEEN),
    ...rates(row),
    matrix_basis: row.matrix_basis || undefined,
    tdp: power(row.tdp_w, 'superchip; its power was not seen in a source'),
    idle: written(row.idle_w, 'W', 'idle watts were found for three cards only'),
    pcie: row.pcie_gen
      ? { generation: Number(row.pcie_gen), lanes: Number(row.pcie_lanes) }
      : { unknown: superchip },
    nvlink: row.nvlink_gbs ? written(row.nvlink_gbs, 'GB/s', NOT_SEEN) : undefined,
    launch_price: launchPrice(row),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}
