/** The roofline of several machines, and where reading and writing one model come to lie under it. */
import type { LineChartProps, LineSeries } from '../charts/LineChart.tsx';
import { logScale, roundDomain, type Scale, ticksOf } from '../charts/scale.ts';
import type { Axis, Mark } from '../charts/types.ts';
import { activeParameters } from '../estimation/parameters.ts';
import { cpuPeaks, gpuPeaks } from '../estimation/processor.ts';
import { attainableFlop } from '../estimation/roofline.ts';
import { type DeviceRow, isUnknown, type Quantity } from '../estimation/types.ts';
import { weightBytes } from '../estimation/weights.ts';
import { formatRate, formatSignificant } from './format.ts';
import { deviceById, estimateOf, modelById, quantizationById } from './guide-data.ts';

/** llama.cpp reads a prompt in portions of so many tokens. */
const PORTION_TOKENS = 512;
const FEWEST = 0.5;
const MOST = 8192;
const LINES = ['solid', 'dashed', 'dotted', 'solid'] as const;
const MARKS: readonly Mark[] = ['circle', 'square', 'triangle', 'diamond'];

interface Request {
  id: string;
  /** Up to four devices, separated by spaces. */
  hw: string;
  model: string;
  quant: string;
}

interface Machine {
  device: DeviceRow;
  bandwidthBytesPerSecond: number;
  flopPerSecond: number;
  reading: number;
  writing: number;
}

const centralOf = (quantity: Quantity, what: string): number => {
  if (isUnknown(quantity)) throw new Error(`${what}: ${quantity.unknown}`);
  return quantity.central;
};

function machineOf(hw: string, { model, quant }: Request): Machine {
  const device = deviceById(hw);
  const { bandwidth, matrix } = device.kind === 'cpu' ? cpuPeaks(device) : gpuPeaks(device);
  if (!bandwidth || !matrix) throw new Error(`${hw} has no known bandwidth or peak rate`);
  const query = `hw=${hw}&model=${model}&quant=${quant}&prompt=${PORTION_TOKENS}&gen=128`;
  const { pp, tg } = estimateOf(query).estimate;
  return {
    device,
    bandwidthBytesPerSecond: bandwidth,
    flopPerSecond: matrix,
    reading: centralOf(pp, query),
    writing: centralOf(tg, query),
  };
}

const axis = (label: string, scale: Scale): Axis => ({
  label,
  scale,
  ticks: ticksOf(scale, (value) => formatSignificant(value)),
});

const tera = (flopPerSecond: number): number => flopPerSecond / 1e12;

/** Slope and roof: three points draw them. */
const roofOf = (machine: Machine) =>
  [FEWEST, machine.flopPerSecond / machine.bandwidthBytesPerSecond, MOST].map((flopPerByte) => ({
    x: flopPerByte,
    y: tera(attainableFlop({ ...machine, flopPerByte })),
  }));

/** @throws where a device has no bandwidth or rate, or an estimate is missing. */
export function rooflineChart(request: Request): LineChartProps {
  const names = request.hw.trim().split(/\s+/);
  if (names.length > 4) throw new Error('hw must be at most four devices');
  const model = modelById(request.model);
  const operations = 2 * activeParameters(model);
  const perByte = operations / weightBytes(model, quantizationById(request.quant)).file;
  const machines = names.map((hw) => machineOf(hw, request));
  const pointsOf = ({ writing, reading }: Machine) => [
    { x: perByte, y: tera(writing * operations) },
    { x: perByte * PORTION_TOKENS, y: tera(reading * operations) },
  ];
  const series = machines.map(
    (machine, at): LineSeries => ({
      id: machine.device.id.replace(/\W/g, '-'),
      name: machine.device.name,
      line: LINES[at] ?? 'solid',
      curve: roofOf(machine),
      measured: { mark: MARKS[at] ?? 'circle', name: 'estimated', points: pointsOf(machine) },
    }),
  );
  const heights = series.flatMap(({ curve, measured }) => [...curve, ...(measured?.points ?? [])]);
  return {
    id: request.id,
    title: `Rooflines, with ${model.name} ${request.quant.toUpperCase()} under them`,
    description: `Each line rises with a machine's bandwidth and goes level at its peak rate. Two marks a machine: on the left one user's token generation, ${formatSignificant(perByte, 2)} operations for each byte of weights, close under the slope; on the right prompt processing in portions of ${PORTION_TOKENS} tokens, under the level part.`,
    x: axis('Operations per byte of weights read', logScale([FEWEST, MOST])),
    y: axis(
      'TFLOPS',
      logScale(
        roundDomain(
          heights.map(({ y }) => y),
          'log',
        ),
      ),
    ),
    series,
    table: tableOf(machines, operations),
  };
}

function tableOf(machines: readonly Machine[], operations: number) {
  const share = (tokensPerSecond: number, peak: number) =>
    `${formatSignificant((100 * tokensPerSecond * operations) / peak, 2)} %`;
  return {
    caption: 'Peaks, balance, and what reading and writing make of the peak rate (estimated)',
    columns: [
      { name: 'Machine' },
      { name: 'Peak, TFLOPS', numeric: true },
      { name: 'Bandwidth, GB/s', numeric: true },
      { name: 'Operations per byte', numeric: true },
      { name: 'PP', numeric: true },
      { name: 'Of the peak', numeric: true },
      { name: 'TG', numeric: true },
      { name: 'Of the peak', numeric: true },
    ],
    rows: machines.map(({ device, flopPerSecond, bandwidthBytesPerSecond, reading, writing }) => [
      device.name,
      formatSignificant(tera(flopPerSecond)),
      formatSignificant(bandwidthBytesPerSecond / 1e9, 4),
      formatSignificant(flopPerSecond / bandwidthBytesPerSecond),
      formatRate(reading),
      share(reading, flopPerSecond),
      formatRate(writing),
      share(writing, flopPerSecond),
    ]),
  };
}
