/** What processors reach of their data sheets when one and the same model reads and writes on them. */
import { cpuPeaks, promptFlopPerToken } from '../estimation/index.ts';
import type { DataCell, DataTable } from './data-table.ts';
import { type Evidence, evidence } from './evidence.ts';
import { formatBandwidth, formatCount, formatPercent, formatRate, formatTera } from './format.ts';

const MODEL = 'llama-3.1-8b';
const QUANT = 'q4_k_m';

const isOurs = ({ row }: Evidence): boolean =>
  row.test === 'localscore' && row.modelId === MODEL && row.quantizationId === QUANT;

const missing: DataCell = { text: 'not measured', known: false };

export interface CpuReach {
  id: string;
  name: string;
  cores: number;
  peak: number;
  pp: number;
  /** Operations of the prompt a second, over the FP32 peak. */
  peakShare: number;
  bandwidth?: number;
  tg?: number;
  bandwidthShare?: number;
}

/** Processors that LocalScore measured with the model, the fastest reader first. */
export function cpuReach(): CpuReach[] {
  const writing = new Map(
    evidence('tg')
      .filter(isOurs)
      .map((e) => [e.row.deviceId, e]),
  );
  return evidence('pp')
    .filter(isOurs)
    .flatMap((e): CpuReach[] => {
      const { host } = e.input.machine;
      const peak = host && cpuPeaks(host).fp32;
      if (!host?.cpu || !peak) return [];
      const tg = writing.get(e.row.deviceId);
      const bandwidth = host.bandwidthBytesPerSecond;
      return [
        {
          id: host.id,
          name: host.name,
          cores: host.cpu.cores,
          peak,
          pp: e.measured,
          peakShare: (e.measured * promptFlopPerToken(e.input.model)) / peak,
          ...(bandwidth && { bandwidth }),
          ...(tg && { tg: tg.measured }),
          ...(tg?.original && { bandwidthShare: tg.measured / tg.original }),
        },
      ];
    })
    .sort((a, b) => b.pp - a.pp);
}

export function cpuTable(): DataTable {
  const rows = cpuReach().map((cpu): DataCell[] => [
    { text: cpu.name, href: `/devices/${cpu.id}/` },
    { text: formatCount(cpu.cores), sort: cpu.cores },
    { text: formatTera(Number(cpu.peak.toPrecision(3))), sort: cpu.peak },
    { text: formatRate(cpu.pp), sort: cpu.pp },
    { text: formatPercent(cpu.peakShare), sort: cpu.peakShare },
    cpu.bandwidth ? { text: formatBandwidth(cpu.bandwidth), sort: cpu.bandwidth } : missing,
    cpu.tg ? { text: formatRate(cpu.tg), sort: cpu.tg } : missing,
    cpu.bandwidthShare
      ? { text: formatPercent(cpu.bandwidthShare), sort: cpu.bandwidthShare }
      : missing,
  ]);
  const names = [
    'Cores',
    'FP32 peak',
    'PP, measured',
    'Share of the peak',
    'Bandwidth',
    'TG, measured',
    'Share of the bandwidth',
  ];
  return {
    columns: [{ name: 'Processor' }, ...names.map((name) => ({ name, numeric: true }))],
    rows,
  };
}
