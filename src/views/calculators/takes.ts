/** What a target would take: each quantity alone, all else as it is. */
import {
  bandwidthFor,
  bitsFor,
  computeFor,
  depthFor,
  gpusFor,
  meets,
  memoryFor,
  promptFor,
  type Target,
  usersFor,
} from '../../estimation/inverse-more.ts';
import type { Estimate, EstimationInput } from '../../estimation/types.ts';
import { named } from '../calculator.ts';
import {
  formatBandwidth,
  formatCount,
  formatGigabytes,
  formatSignificant,
  formatTokens,
  withUnit,
} from '../format.ts';
import { type Asked, fact, fromEstimate, missing, type Own, type PanelView } from './panel.ts';

const targetOf = ({ ttft, tg, total }: Own): Target => ({
  ...(ttft !== undefined && { firstTokenSeconds: ttft }),
  ...(tg !== undefined && { tokensPerSecond: tg }),
  ...(total !== undefined && { totalSeconds: total }),
});

interface Line {
  name: string;
  needed: string | undefined;
  now: string;
}

const onGpu = ({ machine, gpuLayers }: EstimationInput): boolean =>
  machine.accelerator !== undefined && gpuLayers !== 0;

const bandwidthNow = (input: EstimationInput): number | undefined =>
  onGpu(input)
    ? input.machine.accelerator?.bandwidthBytesPerSecond
    : input.machine.ramBandwidthBytesPerSecond;

const memoryNow = (input: EstimationInput): number | undefined =>
  onGpu(input) ? input.machine.acceleratorMemoryBytes : input.machine.ramBytes;

const worded = <Value>(value: Value | undefined, words: (value: Value) => string) =>
  value === undefined ? undefined : words(value);

/** The least of what a machine has. */
function leastOf(input: EstimationInput, target: Target): Line[] {
  const { machine } = input;
  const several = onGpu(input) && !machine.unifiedMemory;
  return [
    {
      name: 'Memory bandwidth, at least',
      needed: worded(bandwidthFor(input, target), formatBandwidth),
      now: worded(bandwidthNow(input), formatBandwidth) ?? 'not known',
    },
    {
      name: 'Arithmetic, at least',
      needed: worded(computeFor(input, target), (x) => withUnit(formatSignificant(x, 2), 'times')),
      now: 'once',
    },
    {
      name: several ? 'Memory of one GPU, at least' : 'Memory, at least',
      needed: worded(memoryFor(input, target), formatGigabytes),
      now: worded(memoryNow(input), formatGigabytes) ?? 'not known',
    },
    ...(several
      ? [
          {
            name: 'GPUs of this kind, at least',
            needed: worded(gpusFor(input, target), formatCount),
            now: formatCount(machine.acceleratorCount),
          },
        ]
      : []),
  ];
}

const some = (count: number | undefined): number | undefined => count || undefined;

/** The most of what is asked of it. */
function mostOf(input: EstimationInput, { memory }: Estimate, target: Target): Line[] {
  const { workload, model } = input;
  const bits = bitsFor(input, target);
  const bytesOf = (perWeight: number) => (model.totalParameters * perWeight) / 8;
  return [
    {
      name: 'File of the model, at most',
      needed: worded(bits, (perWeight) => formatGigabytes(bytesOf(perWeight))),
      now: formatGigabytes(memory.weightBytes),
    },
    {
      name: 'Prompt, at most',
      needed: worded(some(promptFor(input, target)), formatTokens),
      now: formatTokens(workload.promptTokens),
    },
    {
      name: 'In context before, at most',
      needed: worded(depthFor(input, target), formatTokens),
      now: formatTokens(workload.depthTokens),
    },
    {
      name: 'Users at once, at most',
      needed: worded(some(usersFor(input, target)), formatCount),
      now: formatCount(workload.concurrentUsers),
    },
  ];
}

const NO_WAY = 'not by this alone';

const tableOf = (caption: string, lines: readonly Line[]) => ({
  caption,
  columns: [
    { name: 'Alone, all else as it is' },
    { name: 'It takes', numeric: true },
    { name: 'Now', numeric: true },
  ],
  rows: lines.map(({ name, needed, now }) => [name, needed ?? NO_WAY, now]),
});

const CAPTION_MET = 'It meets the target; so much of each is to spare';
const CAPTION_SHORT = 'It misses the target; any one of these would mend it';

export const present = (asked: Asked): PanelView =>
  fromEstimate(asked, (input, result) => {
    const target = targetOf(asked.own);
    if (Object.keys(target).length === 0)
      return { results: [missing('Target', 'give at least one limit above')] };
    const met = meets(result, target);
    return {
      results: [
        fact('Target', met ? 'met' : 'missed', 'by the central estimate'),
        named('Time to first token', result, 'ttft', 'seconds'),
        named('Token generation', result, 'tg', 'rate'),
        named('Prompt and answer', result, 'total', 'duration'),
      ],
      tables: [
        tableOf(met ? CAPTION_MET : CAPTION_SHORT, [
          ...leastOf(input, target),
          ...mostOf(input, result, target),
        ]),
      ],
    };
  });
