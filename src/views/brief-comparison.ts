/** A decision brief on two to four configurations: which one, and what speaks against it. */
import { assumptionsOf } from '../configuration/assumptions.ts';
import { formatSeveral, type Several } from '../configuration/several.ts';
import { isUnknown } from '../estimation/types.ts';
import type { BriefAlternative, BriefContext, BriefDocument } from './brief.ts';
import { sourcesOf } from './brief-configuration.ts';
import { type BriefData, thresholdSentence, withRange, workloadSentences } from './brief-words.ts';
import { comparisonView } from './comparison.ts';
import { type Compared, comparedOf } from './comparison-parts.ts';
import { type PairVerdict, verdictOn } from './comparison-verdict.ts';
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
  const labels = all.map(({ label }) => label);
  const others = all.filter((one) => one !== best);
  return {
    title: labels.join(' or '),
    kind: 'comparison',
    question: `Which one for this job: ${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}?`,
    needs: needsOf(all),
    recommendation: best
      ? recommend(best, others, data)
      : ['None of them: not one can do this job as it is asked. The reasons stand below.'],
    tables: tablesOf(several, data),
    alternatives: others.map((one) => alternative(one, best, data, context)),
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
    ...(same ? [jobs[0] ?? ''] : all.map(({ label }, at) => `${label}: ${jobs[at]}`)),
    ...new Set(limits),
  ];
}

const DECIDED = { likely: 'Take', perhaps: 'Lean towards', only: 'Take' } as const;

function recommend(best: Compared, others: readonly Compared[], data: BriefData): string[] {
  const verdicts = others.map((other) => ({ other, verdict: verdictOn(other, best) }));
  const open = verdicts.filter(({ verdict }) => !(verdict.outcome in DECIDED));
  const unsure = verdicts.some(({ verdict }) => verdict.outcome === 'perhaps');
  const conclusion =
    open.length > 0
      ? `Speed does not decide between ${listed([best.label, ...open.map(({ other }) => other.label)])}: their ranges overlap too far. Let price, noise and memory decide.`
      : `${unsure ? DECIDED.perhaps : DECIDED.likely} ${best.label}, if speed in this job decides.`;
  return [
    `${conclusion} ${verdicts.map(({ verdict }) => verdict.headline).join(' ')}`,
    numbersOf(best),
    ...factsOf(best, data),
  ];
}

function numbersOf({ label, made }: Compared): string {
  if (!made) return '';
  const { ttft, tg, workflowClass } = made.result;
  const word = isUnknown(workflowClass) ? '' : ` For this job it is ${workflowClass}.`;
  return `${label} gives the first token after ${withRange(ttft, 'seconds')} and writes at ${withRange(tg, 'rate')}.${word}`;
}

const factsOf = ({ configuration, hw }: Compared, data: BriefData): string[] => {
  const sentences = data.machineFacts?.(configuration, hw) ?? [];
  return sentences.length > 0 ? [sentences.join(' ')] : [];
};

function alternative(
  one: Compared,
  best: Compared | undefined,
  data: BriefData,
  { site }: BriefContext,
): BriefAlternative {
  const verdict: PairVerdict | undefined = best && verdictOn(best, one);
  const memory = one.made && wordMemory(one.made.result);
  const text = [
    ...(verdict?.sentences.length
      ? verdict.sentences
      : [verdict?.headline ?? one.problems.join('; ')]),
    ...(memory && !verdict?.sentences.length ? [`Memory: ${memory.fit}, ${memory.use}.`] : []),
    ...factsOf(one, data),
  ].join(' ');
  return { name: one.label, text, url: `${site}/configure/?${one.query}` };
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

function risksOf(all: readonly Compared[]): string[] {
  const switches = all.flatMap(({ made }) => made?.result.switches.map(({ text }) => text) ?? []);
  return [
    'One run in ten is slower than the low end of its range, and one in ten faster than the high end.',
    'The errors of two estimates are taken as independent; where two share a machine or a model the difference is surer than said here.',
    ...new Set(switches),
    'Prices move: what is called old here must be asked for again before money is spent.',
    'Speed says nothing of quality: try the model on your own questions before buying for it.',
  ];
}

function assumptionsOfAll(all: readonly Compared[], { tables }: BriefData): string[] {
  return all.flatMap(({ label, configuration, made }) =>
    [...assumptionsOf(configuration, tables), ...(made?.result.assumptions ?? [])].map(
      ({ text }) => `${label}: ${text}`,
    ),
  );
}
