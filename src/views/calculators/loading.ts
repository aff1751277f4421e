/** How long a model takes from disk to RAM to GPU, and the first answer after a cold start. */
import { calibration } from '../../estimation/calibration.ts';
import { readLink } from '../../estimation/links.ts';
import { type LoadSeconds, loadSeconds } from '../../estimation/loading.ts';
import { prepare } from '../../estimation/setup.ts';
import { type Estimate, type EstimationInput, isUnknown } from '../../estimation/types.ts';
import type { ResultWords } from '../calculator.ts';
import {
  formatBandwidth,
  formatDuration,
  formatGigabytes,
  formatSignificant,
  withUnit,
} from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { DISKS } from './disks.ts';
import { type Asked, fact, fromEstimate, missing, type PanelView } from './panel.ts';

interface Way {
  fileBytes: number;
  /** Weights that go on to the GPU; 0 where none are copied. */
  gpuBytes: number;
  link?: { text: string; bytesPerSecond: number };
  /** Why nothing is copied on. */
  without: string;
}

function wayOf(input: EstimationInput): Way {
  const { machine } = input;
  const { weights, placement } = prepare(input, calibration.runtimeBytes);
  const file = { fileBytes: weights.file };
  if (!machine.accelerator || input.gpuLayers === 0)
    return { ...file, gpuBytes: 0, without: 'no GPU computes' };
  if (machine.unifiedMemory)
    return { ...file, gpuBytes: 0, without: 'the GPU reads the RAM itself' };
  const { text, bytesPerSecond } = readLink(machine.link, machine.accelerator.nvlinkBytesPerSecond);
  const gpuBytes = weights.file - weights.embedding - placement.cpuWeightBytes;
  return { ...file, gpuBytes, link: { text, bytesPerSecond }, without: '' };
}

const secondsOf = (way: Way, diskBytesPerSecond?: number): LoadSeconds =>
  loadSeconds({
    fileBytes: way.fileBytes,
    gpuBytes: way.gpuBytes,
    ...(diskBytesPerSecond !== undefined && { diskBytesPerSecond }),
    ...(way.link && { linkBytesPerSecond: way.link.bytesPerSecond }),
  });

const range = ({ overlapped, inTurn }: LoadSeconds): string => {
  const [from, to] = [formatDuration(overlapped), formatDuration(inTurn)];
  return from === to ? from : `${from} if both paths work at once, ${to} in turn`;
};

function coldFact({ ttft }: Estimate, { inTurn }: LoadSeconds): ResultWords {
  const name = 'Cold start to first token';
  if (isUnknown(ttft)) return missing(name, ttft.unknown);
  const remark = `warm: ${formatDuration(ttft.central)}`;
  return fact(name, formatDuration(inTurn + ttft.central), remark);
}

function formulas(way: Way, disk: number, seconds: LoadSeconds): FormulaLine[] {
  const gigabytes = (bytes: number) => withUnit(formatSignificant(bytes / 1e9), 'GB');
  return [
    {
      name: { symbol: 't', index: 'load' },
      symbols: {
        sum: [
          { over: { symbol: 'S', index: 'model' }, under: { symbol: 'BW', index: 'disk' } },
          ...(way.link
            ? [{ over: { symbol: 'S', index: 'GPU' }, under: { symbol: 'BW', index: 'link' } }]
            : []),
        ],
      },
      numbers: {
        sum: [
          { over: gigabytes(way.fileBytes), under: formatBandwidth(disk) },
          ...(way.link
            ? [{ over: gigabytes(way.gpuBytes), under: formatBandwidth(way.link.bytesPerSecond) }]
            : []),
        ],
      },
      result: formatDuration(seconds.inTurn),
    },
  ];
}

function tableOf(way: Way, result: Estimate) {
  return {
    caption: `Other disks, ${formatGigabytes(way.fileBytes)}`,
    columns: [
      { name: 'Disk' },
      { name: 'Reads', numeric: true },
      { name: 'Disk to RAM', numeric: true },
      { name: 'Cold start to first token', numeric: true },
    ],
    rows: DISKS.map(([name, gigabytes]) => {
      const seconds = secondsOf(way, gigabytes * 1e9);
      const first = isUnknown(result.ttft)
        ? `unknown: ${result.ttft.unknown}`
        : formatDuration(seconds.inTurn + result.ttft.central);
      return [name, formatBandwidth(gigabytes * 1e9), formatDuration(seconds.disk), first];
    }),
  };
}

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input, result) => {
    const way = wayOf(input);
    const disk = (asked.own.disk ?? 1) * 1e9;
    const seconds = secondsOf(way, disk);
    return {
      results: [
        fact('Disk to RAM', formatDuration(seconds.disk), formatGigabytes(way.fileBytes)),
        way.link
          ? fact(
              'RAM to GPU',
              formatDuration(seconds.link),
              `${way.link.text}, ${formatGigabytes(way.gpuBytes)}`,
            )
          : fact('RAM to GPU', 'nothing to copy', way.without),
        coldFact(result, seconds),
      ],
      formulas: formulas(way, disk, seconds),
      remarks: [
        `Loading takes ${range(seconds)}. The second start is faster: the file is still in RAM.`,
      ],
      tables: [tableOf(way, result)],
    };
  });
}
