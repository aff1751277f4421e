/** A decision brief on two to four configurations: which one, and what speaks against it. */
import { assumptionsOf } from '../configuration/assumptions.ts';
import { formatSeveral, type Several } from '../configuration/several.ts';
import { isUnknown } from '../estimation/types.ts';
import type { BriefAlternative, BriefContext, BriefDocument } from './brief.ts';
import { byLetter, type Choice, choose, introduced } from './brief-choice.ts';
import { sourcesOf } from './brief-configuration.ts';
import { type BriefData, thresholdSentence, withRange, workloadSentences } from './brief-words.ts';
import { comparisonView } from './comparison.ts';
import { type Compared, comparedOf } from './comparison-parts.ts';
import type { PairVerdict } from './comparison-verdict.ts';
import { listed } from './machine-facts.ts';
import { wordMemory } from './memory.ts';

/** @returns the brief, or why there is none. */
export function comparisonBrief(
  several: Several,
  data: BriefData,
  context: BriefContext,
): BriefDocument | { problems: string[] } {
  const all = comparedOf(several.configurations, data.tables);
  if (all.length < 2) return { problems: ['a comparison needs two configurations'] };
  const best = bestOf(all);
  const labels = all.map(introduced);
  const choice =
    best &&
    choose(
      best,
      all.filter((one) => one !== best),
      data,
    );
  const others = all.filter((one) => one !== choice?.taken);
  return {
    title: all.map(({ label }) => label).join(' or '),
    kind: 'comparison',
    question: `Which one for this job: ${labels.slice(0, -1).join('; ')} or ${labels.at(-1)}?`,
    needs: needsOf(all),
    recommendation: choice
      ? recommend(choice, others, data)
      : ['None of them: not one can do this job as it is asked. The reasons stand below.'],
    tables: tablesOf(several, data),
    alternatives: others.map((one) => alternative(one, choice?.taken, data, context)),
    risks: risksOf(all),
    assumptions: assumptionsOfAll(all, data),
    sources: unique(
      all.flatMap(({ configuration, made, hw }) =>
        made ? sourcesOf(configuration, made.input, hw, data) : [],
      ),
      ({ label, url }) => label + (url ?? ''),
    ),
    ...context,
    permalink: `${context.site}/brief/?${formatSeveral(several)}`,
  };
}

const unique = <One>(all: One[], keyOf: (one: One) => string): One[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];

/** The one that is done first; where none is done, none. */
function bestOf(all: readonly Compared[]): Compared | undefined {
  const seconds = ({ made }: Compared) =>
    made && !isUnknown(made.result.total) ? made.result.total.central : Number.POSITIVE_INFINITY;
  const [first] = all.toSorted((a, b) => seconds(a) - seconds(b));
  return first && Number.isFinite(seconds(first)) ? first : undefined;
}

/** What all of them are asked, or what each is. */
function needsOf(all: readonly Compared[]): string[] {
  const jobs = all.map(({ configuration }) => workloadSentences(configuration).join(' '));
  const same = jobs.every((job) => job === jobs[0]);
  const limits = all.flatMap(({ made }) =>
    made ? [thresholdSentence(made.input.thresholds)] : [],
  );
  const weights = new Set(all.map((one) => one.weights));
  return [
    ...(weights.size === 1 ? [`The model is ${[...weights][0]}.`] : []),
    ...(same ? [jobs[0] ?? ''] : all.map(({ letter }, at) => `${letter}: ${jobs[at]}`)),
    ...new Set(limits),
  ];
}

function recommend(
  { taken, text }: Choice,
  others: readonly Compared[],
  data: BriefData,
): string[] {
  return [
    text,
    others.map((other) => byLetter(other, taken).headline).join(' '),
    numbersOf(taken),
    ...factsOf(taken, data),
  ];
}

function numbersOf({ letter, made }: Compared): string {
  if (!made) return '';
  const { ttft, tg, workflowClass } = made.result;
  const word = isUnknown(workflowClass) ? '' : ` For this job it is ${workflowClass}.`;
  return `${letter} gives the first token after ${withRange(ttft, 'seconds')} and writes at ${withRange(tg, 'rate')}.${word}`;
}

const factsOf = ({ configuration, letter }: Compared, data: BriefData): string[] => {
  const sentences = data.machineFacts?.(configuration, letter) ?? [];
  return sentences.length > 0 ? [sentences.join(' ')] : [];
};

function alternative(
  one: Compared,
  taken: Compared | undefined,
  data: BriefData,
  { site }: BriefContext,
): BriefAlternative {
  const verdict: PairVerdict | undefined = taken && byLetter(taken, one);
  const memory = one.made && wordMemory(one.made.result);
  const text = [
    ...(verdict?.sentences.length
      ? verdict.sentences
      : [verdict?.headline ?? one.problems.join('; ')]),
    ...(memory && !verdict?.sentences.length ? [`Memory: ${memory.fit}, ${memory.use}.`] : []),
    ...factsOf(one, data),
  ].join(' ');
  return { name: introduced(one), text, url: `${site}/configure/?${one.query}` };
}

function tablesOf(several: Several, { tables }: BriefData): BriefDocument['tables'] {
  const { columns, results } = comparisonView(several, tables);
  return [
    {
      caption: 'Estimates with their 80 % ranges',
      columns: [
        { name: 'Figure' },
        ...columns.map(({ letter, label }) => ({ name: `${letter} ${label}`, numeric: true })),
      ],
      rows: results.map(({ name, cells }) => [
        name,
        ...cells.map(({ value, range }) => (range ? `${value} (${range})` : value)),
      ]),
    },
  ];
}

/** Sentences that hold of some, each once, with the letters of those it holds of. */
function lettered(all: readonly Compared[], of: (one: Compared) => string[]): string[] {
  const holders = new Map<string, string[]>();
  for (const one of all)
    for (const text of of(one)) holders.set(text, [...(holders.get(text) ?? []), one.letter]);
  return [...holders].map(([text, letters]) => `${listed(letters)}: ${text}`);
}

function risksOf(all: readonly Compared[]): string[] {
  return [
    'One run in ten is slower than the low end of its range, and one in ten faster than the high end.',
    'The errors of two estimates are taken as independent; where two share a machine or a model the difference is surer than said here.',
    ...lettered(all, ({ made }) => made?.result.switches.map(({ text }) => text) ?? []),
    'Prices move: what is called old here must be asked for again before money is spent.',
    'Speed says nothing of quality: try the model on your own questions before buying for it.',
  ];
}

const assumptionsOfAll = (all: readonly Compared[], { tables }: BriefData): string[] =>
  lettered(all, ({ configuration, made }) =>
    [...assumptionsOf(configuration, tables), ...(made?.result.assumptions ?? [])].map(
      ({ text }) => text,
    ),
  );
