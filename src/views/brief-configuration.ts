/** A decision brief on one configuration: does this machine do this job? */
import { assumptionsOf } from '../configuration/assumptions.ts';
import { format } from '../configuration/codec.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import {
  type Estimate,
  type EstimationInput,
  isUnknown,
  type Quantity,
} from '../estimation/types.ts';
import type { BriefAlternative, BriefContext, BriefDocument } from './brief.ts';
import { betterMachines } from './brief-machines.ts';
import {
  type BriefData,
  thresholdSentence,
  WORDS,
  type WordedKind,
  withRange,
  workloadSentences,
} from './brief-words.ts';
import { estimateOrProblems, frameOf } from './calculator.ts';
import { formatGigabytes, formatPercent, formatRange, formatTokens } from './format.ts';
import { inputGroups, type SourceLink } from './inputs.ts';
import { wordLongestContext, wordMemory } from './memory.ts';
import { reachOf } from './reach.ts';
import { spreadOf } from './verdict.ts';

/** @returns the brief, or why there is none. */
export function configurationBrief(
  configuration: Configuration,
  data: BriefData,
  context: BriefContext,
): BriefDocument | { problems: string[] } {
  const { tables } = data;
  const outcome = estimateOrProblems(configuration, tables);
  if ('problems' in outcome) return outcome;
  const { input, result } = outcome;
  const { names } = frameOf(configuration, tables);
  const weights = `${names.model} ${input.quantization.name}`;
  return {
    title: `${weights} on ${names.hw}`,
    kind: 'configuration',
    question: `Is ${names.hw} fast enough for ${weights} in this job?`,
    needs: [...workloadSentences(configuration), thresholdSentence(input.thresholds)],
    recommendation: [
      verdictParagraph(names.hw, weights, result, configuration.users),
      memoryParagraph(result),
      ...paragraph(data.machineFacts?.(configuration, names.hw) ?? []),
    ],
    tables: [resultTable(result)],
    alternatives: [
      ...betterMachines(configuration, result, data, context),
      ...otherFormats(configuration, tables, context),
      ...reach(input, result),
    ],
    risks: risksOf(input, result, configuration, tables),
    assumptions: [...assumptionsOf(configuration, tables), ...result.assumptions].map(
      ({ text }) => text,
    ),
    sources: sourcesOf(configuration, input, names.hw, data),
    ...context,
    permalink: `${context.site}/brief/?${format(configuration)}`,
  };
}

const paragraph = (sentences: string[]) => (sentences.length > 0 ? [sentences.join(' ')] : []);

const ANSWERS = {
  interactive: 'Yes, for interactive work',
  background: 'Yes, as background work, but one would not wait for it',
  'off-line': 'Only off-line, as a job for the night',
  'non-viable': 'No',
} as const;

function verdictParagraph(
  machine: string,
  weights: string,
  result: Estimate,
  users: number,
): string {
  const { workflowClass, classRange } = result;
  if (isUnknown(workflowClass))
    return `This cannot be told: ${workflowClass.unknown}. No purchase should rest on it.`;
  if (isUnknown(result.ttft))
    return `No: ${machine} cannot run ${weights}. It ${result.ttft.unknown}.`;
  const spread = spreadOf(workflowClass, classRange);
  const sure = spread
    ? `At an end of the ranges the class is ${spread} instead, so this is not certain.`
    : 'Both ends of the ranges lead to the same class.';
  return [
    `${ANSWERS[workflowClass]}. ${machine} with ${weights} gives the first token after ${withRange(result.ttft, 'seconds')} and then writes at ${withRange(result.tg, 'rate')}${users > 1 ? ' for each person' : ''}; prompt and answer take ${withRange(result.total, 'duration')}.`,
    sure,
    `The prompt is bound by ${result.bound.pp}, the answer by ${result.bound.tg}.`,
  ].join(' ');
}

function memoryParagraph(result: Estimate): string {
  const { fit, use, detail } = wordMemory(result);
  const words = {
    fits: `It fits: it takes ${use}${detail && `, ${detail}`}.`,
    split: `It does not fit where it would be fast: it needs ${use}, and ${detail}; the rest is computed from RAM.`,
    'does not fit': `It does not fit: it needs ${use}.`,
  };
  if (fit !== 'fits') return words[fit];
  return `${words[fit]} The longest context beside the weights: ${wordLongestContext(result)}.`;
}

const rowOf = (name: string, quantity: Quantity, kind: WordedKind): string[] =>
  isUnknown(quantity)
    ? [name, 'unknown', quantity.unknown]
    : [name, WORDS[kind](quantity.central), formatRange(quantity, kind)];

function resultTable(result: Estimate) {
  return {
    caption: 'Estimates with their 80 % ranges',
    columns: [
      { name: 'Figure' },
      { name: 'Value', numeric: true },
      { name: '80 % range', numeric: true },
    ],
    rows: [
      rowOf('Prompt processing', result.pp, 'rate'),
      rowOf('Time to first token', result.ttft, 'seconds'),
      rowOf('Token generation', result.tg, 'rate'),
      rowOf('Prompt and answer', result.total, 'duration'),
    ],
  };
}

/** Formats people choose between, from many bits to few. */
const STEPS = ['f16', 'q8_0', 'q6_k', 'q5_k_m', 'q4_k_m', 'q3_k_m', 'q2_k'];

/** The next format up and the next down, each estimated, so that the trade is seen. */
function otherFormats(
  configuration: Configuration,
  tables: Tables,
  { site }: BriefContext,
): BriefAlternative[] {
  const at = STEPS.indexOf(configuration.quant);
  if (at < 0) return [];
  return [STEPS[at - 1], STEPS[at + 1]].flatMap((quant) => {
    const name = quant && tables.quantizations[quant]?.name;
    if (!quant || !name) return [];
    const other = { ...configuration, quant };
    const outcome = estimateOrProblems(other, tables);
    if ('problems' in outcome) return [];
    const { result } = outcome;
    const trade =
      STEPS.indexOf(quant) > at
        ? 'Fewer bits lose some quality and are read faster'
        : 'More bits keep more quality and are read more slowly';
    const { fit, use } = wordMemory(result);
    return [
      {
        name: `The same machine and model in ${name}`,
        text: `${trade}: the first token after ${withRange(result.ttft, 'seconds')}, then ${withRange(result.tg, 'rate')}. Memory: ${fit}, ${use}.`,
        url: `${site}/configure/?${format(other)}`,
      },
    ];
  });
}

const reach = (input: EstimationInput, result: Estimate): BriefAlternative[] => {
  const sentences = reachOf(input, result);
  return sentences.length > 0 ? [{ name: 'What it would take', text: sentences.join(' ') }] : [];
};

const LITTLE_LEFT = 0.05;
const DEEP_TOKENS = 32_768;

function risksOf(
  input: EstimationInput,
  result: Estimate,
  configuration: Configuration,
  tables: Tables,
): string[] {
  const { leftBytes } = result.memory.placement;
  const { capacityBytes } = result.memory;
  const tight =
    leftBytes !== undefined &&
    capacityBytes !== undefined &&
    leftBytes < LITTLE_LEFT * capacityBytes;
  return [
    ...(isUnknown(result.tg)
      ? []
      : [
          'One run in ten is slower than the low end of its range, and one in ten faster than the high end.',
        ]),
    ...result.switches.map(({ text }) => text),
    ...(result.memory.fits && tight
      ? [
          `Only ${formatGigabytes(leftBytes)} of memory would be left, ${formatPercent(leftBytes / capacityBytes)}: other programs or a longer context may push the model out.`,
        ]
      : []),
    ...deeper(configuration, tables, result),
    ...(input.machine.hostAssumed
      ? ['Parts of the machine were not named and a plain host was put in; see the assumptions.']
      : []),
    'Speed says nothing of quality: try the model on your own questions before buying for it.',
  ];
}

/** What becomes of it late in a long conversation. */
function deeper(configuration: Configuration, tables: Tables, now: Estimate): string[] {
  if (configuration.depth >= DEEP_TOKENS || isUnknown(now.tg)) return [];
  const outcome = estimateOrProblems({ ...configuration, depth: DEEP_TOKENS }, tables);
  if ('problems' in outcome) return [];
  const { tg, memory } = outcome.result;
  if (isUnknown(tg)) return [];
  const outgrown =
    now.memory.fits && !memory.fits ? ' and the context no longer fits beside the weights' : '';
  return [
    `Late in a long conversation, with ${formatTokens(DEEP_TOKENS)} in the context, generation is estimated at ${withRange(tg, 'rate')}${outgrown}.`,
  ];
}

export function sourcesOf(
  configuration: Configuration,
  input: EstimationInput,
  hw: string,
  { tables, provenance }: BriefData,
): SourceLink[] {
  const isSystem = Object.hasOwn(tables.systems, configuration.hw);
  const groups = inputGroups(configuration, input, { hw, isSystem }, provenance);
  const all = groups.flatMap(({ sources, rows }) => [
    ...sources,
    ...rows.flatMap((one) => one.sources ?? []),
  ]);
  return [...new Map(all.map((one) => [one.label + (one.url ?? ''), one])).values()];
}
