/** What a comparison amounts to, in sentences: which is faster at what, how sure that is, what fits. */
import { type Estimate, isUnknown } from '../estimation/types.ts';
import type { Compared } from './comparison-parts.ts';
import { formatDuration, formatRange, formatRate } from './format.ts';
import { LIKELIHOOD_WORDS, type Likelihood, standingOf } from './likelihood.ts';
import { wordMemory } from './memory.ts';
import { spreadOf } from './verdict.ts';

export interface PairVerdict {
  /** Labels of the two, the pinned one first. */
  between: [string, string];
  /** `likely`, `perhaps` or `open`, or that only one or neither runs. */
  outcome: Likelihood | 'only' | 'neither';
  /** One sentence that answers. */
  headline: string;
  /** What it rests on, a sentence each. */
  sentences: string[];
}

type Key = 'pp' | 'tg' | 'total';

const AT: Readonly<Record<Key, string>> = {
  total: 'in all',
  pp: 'at reading the prompt',
  tg: 'at writing the answer',
};

type Run = Compared & { made: NonNullable<Compared['made']> };

const runs = (one: Compared): one is Run =>
  one.made !== undefined && !isUnknown(one.made.result.tg);

/** Why one does not run. */
function reasonOf({ problems, made }: Compared): string {
  if (!made) return problems.join('; ');
  const { tg } = made.result;
  return isUnknown(tg) ? tg.unknown : '';
}

/** @param a the pinned one */
export function verdictOn(a: Compared, b: Compared): PairVerdict {
  const between: [string, string] = [a.label, b.label];
  if (runs(a) && runs(b)) return { between, ...bothRun(a, b) };
  if (!runs(a) && !runs(b)) {
    const headline = `Neither can do it. ${a.label}: ${reasonOf(a)}. ${b.label}: ${reasonOf(b)}.`;
    return { between, outcome: 'neither', headline, sentences: [] };
  }
  const [able, unable] = runs(a) ? [a, b] : [b, a];
  const headline = `Only ${able.label} can do it; of ${unable.label}: ${reasonOf(unable)}.`;
  return { between, outcome: 'only', headline, sentences: runs(able) ? alone(able) : [] };
}

function bothRun(a: Run, b: Run): Omit<PairVerdict, 'between'> {
  const { result: left } = a.made;
  const { result: right } = b.made;
  const speeds = (['pp', 'tg'] as const).flatMap((key) => aheadAt(key, a, b)?.sentence ?? []);
  const whole = aheadAt('total', a, b);
  return {
    outcome: whole?.likelihood ?? 'open',
    headline: whole?.sentence ?? `Of ${a.label} and ${b.label} the time in all is not known.`,
    sentences: [...speeds, ...classSentence(a, b), memorySentence(a.label, left, b.label, right)],
  };
}

const wordOf = (key: Key) => (key === 'total' ? formatDuration : formatRate);

/** Which is ahead in one quantity; of a time the shorter is. */
function aheadAt(
  key: Key,
  a: Run,
  b: Run,
): { sentence: string; likelihood: Likelihood } | undefined {
  const left = a.made.result[key];
  const right = b.made.result[key];
  const standing = standingOf(left, right);
  if (!standing || isUnknown(left) || isUnknown(right)) return undefined;
  const { likelihood, times, larger } = standing;
  const aIsFaster = (larger === 'a') !== (key === 'total');
  const word = wordOf(key);
  const [best, other] = aIsFaster ? [left, right] : [right, left];
  const [name, second] = aIsFaster ? [a.label, b.label] : [b.label, a.label];
  const kind = key === 'total' ? 'duration' : 'rate';
  const values = `${word(best.central)} (${formatRange(best, kind)}) against ${word(other.central)} (${formatRange(other, kind)})`;
  if (likelihood === 'same')
    return {
      likelihood,
      sentence: `${name} and ${second} are estimated alike ${AT[key]}: ${values}.`,
    };
  const what = key === 'total' ? 'prompt and answer take ' : '';
  const sentence =
    likelihood === 'open'
      ? `${name} and ${second} cannot be told apart ${AT[key]}, ${times}: ${what}${values}.`
      : `${name} is ${LIKELIHOOD_WORDS[likelihood]} faster than ${second} ${AT[key]}, ${times}: ${what}${values}.`;
  return { likelihood, sentence };
}

function classWords({ workflowClass, classRange }: Estimate): string {
  if (isUnknown(workflowClass)) return 'of unknown class';
  const spread = spreadOf(workflowClass, classRange);
  return spread ? `${workflowClass}, at an end of its range ${spread}` : workflowClass;
}

function classSentence(a: Run, b: Run): string[] {
  const [left, right] = [classWords(a.made.result), classWords(b.made.result)];
  return left === right
    ? [`For this job both are ${left}.`]
    : [`For this job ${a.label} is ${left}; ${b.label} is ${right}.`];
}

function memoryWords(result: Estimate): string {
  const { fit, use, detail } = wordMemory(result);
  const words = fit === 'split' ? 'split between card and RAM' : fit;
  return `(${[words, use, ...(detail ? [detail] : [])].join(', ')})`;
}

const memorySentence = (a: string, left: Estimate, b: string, right: Estimate): string =>
  `Memory: ${a} ${memoryWords(left)}; ${b} ${memoryWords(right)}.`;

/** What the only one that runs does. */
function alone({ label, made: { result } }: Run): string[] {
  if (isUnknown(result.total) || isUnknown(result.tg)) return [];
  return [
    `${label} takes ${formatDuration(result.total.central)} (${formatRange(result.total, 'duration')}) in all and writes at ${formatRate(result.tg.central)} (${formatRange(result.tg)}).`,
    `For this job it is ${classWords(result)}.`,
  ];
}
