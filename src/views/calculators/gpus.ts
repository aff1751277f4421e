/** Several GPUs: what more of them bring, and what the link between them costs. */
import { estimate } from '../../estimation/estimate.ts';
import { allReduceSeconds, readLink } from '../../estimation/links.ts';
import {
  DomainError,
  type Estimate,
  type EstimationInput,
  isUnknown,
} from '../../estimation/types.ts';
import { formatShortTime, tokenBar } from '../bars.ts';
import { named } from '../calculator.ts';
import {
  formatBandwidth,
  formatCount,
  formatGigabytes,
  formatRate,
  phraseQuantity,
} from '../format.ts';
import { wordMemory } from '../memory.ts';
import { type Asked, fact, fromEstimate, type PanelView } from './panel.ts';

const COUNTS = [1, 2, 3, 4, 6, 8];

const LINKS: readonly [name: string, link: string][] = [
  ['PCIe 3.0 x4', 'pcie3x4'],
  ['PCIe 4.0 x4 (OCuLink)', 'pcie4x4'],
  ['PCIe 3.0 x16', 'pcie3x16'],
  ['PCIe 4.0 x16', 'pcie4x16'],
  ['PCIe 5.0 x16', 'pcie5x16'],
  ['NVLink', 'nvlink'],
];

const rate = (quantity: Estimate['tg']): string =>
  isUnknown(quantity) ? phraseQuantity(quantity, 'rate') : formatRate(quantity.central);

function withCount(input: EstimationInput, acceleratorCount: number): Estimate | string {
  try {
    return estimate({ ...input, machine: { ...input.machine, acceleratorCount } });
  } catch (error) {
    if (error instanceof DomainError)
      return error.problems.map(({ message }) => message).join('; ');
    throw error;
  }
}

function countsTable(input: EstimationInput) {
  const rows = COUNTS.map((count) => {
    const name = `${formatCount(count)} GPU${count === 1 ? '' : 's'}`;
    const result = withCount(input, count);
    if (typeof result === 'string') return [name, ...Array(4).fill(`unknown: ${result}`)];
    const { memory } = result;
    const capacity = memory.capacityBytes;
    return [
      name,
      capacity === undefined ? 'unknown: not published' : formatGigabytes(capacity),
      wordMemory(result).fit,
      rate(result.tg),
      rate(result.pp),
    ];
  });
  return {
    caption: 'More GPUs of the same kind',
    columns: [
      { name: 'GPUs' },
      { name: 'Memory together', numeric: true },
      { name: 'The model' },
      { name: 'Token generation', numeric: true },
      { name: 'Prompt processing', numeric: true },
    ],
    rows,
  };
}

/**
 * What tensor parallelism sends: two all-reduces a layer, each of one hidden vector of 16 bits a token.
 * Layer splits send one such vector a card and token.
 */
function linksTable({ model, machine, workload }: EstimationInput, cards: number) {
  const seconds = (link: string, tokens: number) =>
    2 *
    model.layers *
    allReduceSeconds(
      readLink(link, machine.accelerator?.nvlinkBytesPerSecond),
      cards,
      2 * model.hiddenSize * tokens,
    );
  const { promptTokens } = workload;
  return {
    caption: `Each layer split over ${cards} GPUs: waiting for the link, two exchanges a layer`,
    columns: [
      { name: 'Link of each GPU' },
      { name: 'One way, reached', numeric: true },
      { name: 'Waiting, one token', numeric: true },
      { name: `Waiting, prompt of ${formatCount(promptTokens)}`, numeric: true },
    ],
    rows: LINKS.map(([name, link]) => [
      name,
      formatBandwidth(readLink(link, machine.accelerator?.nvlinkBytesPerSecond).bytesPerSecond),
      formatShortTime(seconds(link, 1)),
      promptTokens > 0 ? formatShortTime(seconds(link, promptTokens)) : 'no prompt',
    ]),
  };
}

function linkFact({ terms }: Estimate, text: string) {
  const waiting = terms.find(({ phase, id }) => phase === 'tg' && id === 'link')?.seconds ?? 0;
  const name = 'Waiting for links, one token';
  return waiting > 0 ? fact(name, formatShortTime(waiting), text) : fact(name, 'none', text);
}

export function present(asked: Asked): PanelView {
  return fromEstimate(asked, (input, result, frame) => {
    const { machine, runtime } = input;
    const count = machine.acceleratorCount;
    const speeds = [
      named('Token generation', result, 'tg', 'rate'),
      named('Prompt processing', result, 'pp', 'rate'),
    ];
    if (machine.accelerator?.kind !== 'gpu')
      return {
        results: speeds,
        remarks: ['This machine has no graphics card to add another to.'],
      };
    const { use, fit } = wordMemory(result);
    const together = runtime.id === 'vllm';
    const how = together
      ? 'vLLM splits every layer over all GPUs: they work at once and exchange results twice a layer, so generation gets faster and the link counts.'
      : 'llama.cpp gives each GPU a run of whole layers: memory adds up, one answer is written no faster, and the link hardly counts. Long prompts pass through the GPUs like an assembly line.';
    return {
      frame: { ...frame, count },
      results: [
        ...speeds,
        fact('Memory', use, fit),
        linkFact(result, readLink(machine.link, machine.accelerator.nvlinkBytesPerSecond).text),
      ],
      bars: tokenBar(result),
      remarks: [how],
      tables: [countsTable(input), linksTable(input, Math.max(2, count))],
    };
  });
}
