/** A model in two memories: which layers or experts go where, and what it costs. */
import { calibration } from '../../estimation/calibration.ts';
import { estimate } from '../../estimation/estimate.ts';
import { addedBandwidthSpeed, splitSpeed } from '../../estimation/hybrid-split.ts';
import { prepare } from '../../estimation/setup.ts';
import { type Estimate, type EstimationInput, isUnknown } from '../../estimation/types.ts';
import { tokenBar } from '../bars.ts';
import { named } from '../calculator.ts';
import {
  formatBandwidth,
  formatCount,
  formatGigabytes,
  formatRate,
  formatSignificant,
  phraseQuantity,
  withUnit,
} from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { axisBetween, axisOver } from './axes.ts';
import { type Asked, type ChartView, fact, fromEstimate, type PanelView } from './panel.ts';

const STEPS = 12;

interface Point {
  layers: number;
  result: Estimate;
}

const hasTwo = ({ machine }: EstimationInput): boolean =>
  machine.accelerator !== undefined && !machine.unifiedMemory && machine.host !== undefined;

const fitsOnGpu = ({ memory }: Estimate): boolean =>
  memory.capacityBytes === undefined || memory.placement.gpuBytes <= memory.capacityBytes;

/** Whole layers moved to the GPU step by step, as far as its memory goes. */
function sweep(input: EstimationInput): Point[] {
  const { layers, experts } = input.model;
  const counts = Array.from({ length: STEPS + 1 }, (_, at) => Math.round((layers * at) / STEPS));
  // Where whole layers are what moves, the curve ends at the most that fit.
  const auto = estimate({ ...input, gpuLayers: 'auto' }).memory.placement.gpuLayers;
  return [...new Set(experts ? counts : [...counts, auto])]
    .sort((a, b) => a - b)
    .map((gpuLayers) => ({ layers: gpuLayers, result: estimate({ ...input, gpuLayers }) }))
    .filter(({ layers, result }) => layers === 0 || fitsOnGpu(result));
}

/** Weights one token reads from each memory, and the bandwidths of the two. */
function splitOf(input: EstimationInput) {
  const { gpu, cpu, weights } = withPlacement(input);
  const { experts } = input.model;
  const picked = experts ? experts.activePerToken / experts.count : 0;
  const read = (share: typeof gpu) =>
    share.dense * weights.dense + share.experts * weights.experts * picked;
  const gpuBytesPerSecond = input.machine.accelerator?.bandwidthBytesPerSecond;
  const cpuBytesPerSecond = input.machine.ramBandwidthBytesPerSecond;
  if (!gpuBytesPerSecond || !cpuBytesPerSecond) return undefined;
  return { gpuBytes: read(gpu), cpuBytes: read(cpu), gpuBytesPerSecond, cpuBytesPerSecond };
}

function withPlacement(input: EstimationInput) {
  const { placement, weights } = prepare(input, calibration.runtimeBytes);
  return { gpu: placement.gpu, cpu: placement.cpu, weights };
}

type Split = NonNullable<ReturnType<typeof splitOf>>;

function formulas(split: Split): FormulaLine[] {
  const over = (bytes: number, bandwidth: number) => ({
    over: withUnit(formatSignificant(bytes / 1e9), 'GB'),
    under: formatBandwidth(bandwidth),
  });
  const part = (name: string) => ({
    over: { symbol: 'S', index: name },
    under: { symbol: 'BW', index: name },
  });
  return [
    {
      name: { symbol: 'TG', index: 'most' },
      symbols: { over: '1', under: { sum: [part('GPU'), part('CPU')] } },
      numbers: {
        over: '1',
        under: {
          sum: [
            over(split.gpuBytes, split.gpuBytesPerSecond),
            over(split.cpuBytes, split.cpuBytesPerSecond),
          ],
        },
      },
      result: formatRate(splitSpeed(split)),
    },
  ];
}

function chartOf(points: readonly Point[], here: Estimate, layers: number): ChartView | undefined {
  const known = points.flatMap(({ layers, result: { tg } }) =>
    isUnknown(tg) ? [] : [{ x: layers, ...tg }],
  );
  if (known.length < 2) return undefined;
  const now = isUnknown(here.tg)
    ? []
    : [{ x: here.memory.placement.gpuLayers, y: here.tg.central }];
  return {
    title: 'Token generation over layers on the GPU',
    description:
      'Whole layers move from RAM to the GPU. The curve bends up late: until few layers are left in RAM, the RAM sets the speed. Shaded: the range that holds 8 of 10 measured runs.',
    x: axisBetween('Layers on the GPU', 'linear', [0, layers]),
    y: axisOver('tok/s', 'linear', [0, ...known.map(({ high }) => high), ...now.map(({ y }) => y)]),
    series: [
      {
        id: 'layers',
        name: 'Whole layers',
        line: 'solid',
        curve: known.map(({ x, central }) => ({ x, y: central })),
        band: known,
        measured: { mark: 'diamond', name: 'now', points: now },
      },
    ],
  };
}

function tableOf(points: readonly Point[]) {
  return {
    caption: 'Whole layers on the GPU, as far as its memory goes',
    columns: [
      { name: 'On the GPU' },
      { name: 'GPU memory', numeric: true },
      { name: 'RAM', numeric: true },
      { name: 'Token generation', numeric: true },
      { name: 'Prompt processing', numeric: true },
    ],
    rows: points.map(({ layers, result }) => [
      `${formatCount(layers)} layers`,
      formatGigabytes(result.memory.placement.gpuBytes),
      formatGigabytes(result.memory.placement.cpuBytes),
      isUnknown(result.tg) ? phraseQuantity(result.tg, 'rate') : formatRate(result.tg.central),
      isUnknown(result.pp) ? phraseQuantity(result.pp, 'rate') : formatRate(result.pp.central),
    ]),
  };
}

function remarksOf(input: EstimationInput, split: Split | undefined): string[] {
  const experts = input.model.experts !== undefined && input.gpuLayers === 'auto';
  const remarks = experts
    ? [
        'Left to itself, a mixture of experts keeps attention and shared weights on the GPU and leaves experts in RAM; the slider moves whole layers instead.',
      ]
    : [];
  if (!split || split.cpuBytes === 0) return remarks;
  const [sum, added] = [splitSpeed(split), addedBandwidthSpeed(split)].map(formatRate);
  return [
    ...remarks,
    `Reading the weights alone allows ${sum}. Adding the two bandwidths, as the original advises, would promise ${added}: but the memories are read one after the other, so times add.`,
  ];
}

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input, result, frame) => {
    const { gpuLayers, gpuBytes, cpuBytes } = result.memory.placement;
    const speeds = [
      named('Token generation', result, 'tg', 'rate'),
      named('Prompt processing', result, 'pp', 'rate'),
    ];
    if (!hasTwo(input))
      return {
        frame,
        results: speeds,
        bars: tokenBar(result),
        remarks: [
          'This machine has one memory: there is nothing to split. Choose one with a graphics card.',
        ],
      };
    const all = input.model.layers;
    const points = sweep(input);
    const chart = chartOf(points, result, all);
    const split = splitOf(input);
    return {
      frame: {
        ...frame,
        layers: { onGpu: gpuLayers, all },
        effective: { vram: (input.machine.acceleratorMemoryBytes ?? 0) / 1e9 },
      },
      results: [
        ...speeds,
        fact(
          'Layers on the GPU',
          `${formatCount(gpuLayers)} of ${formatCount(all)}`,
          formatGigabytes(gpuBytes),
        ),
        fact(
          'In RAM',
          formatGigabytes(cpuBytes),
          split ? formatBandwidth(split.cpuBytesPerSecond) : '',
        ),
      ],
      bars: tokenBar(result),
      formulas: split ? formulas(split) : [],
      remarks: remarksOf(input, split),
      ...(chart && { chart }),
      tables: [tableOf(points)],
    };
  });
}
