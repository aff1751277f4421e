import { assumptionsOf } from './assumptions.ts';
import { calibration } from './calibration.ts';
import type { Calibration, Spread } from './calibration-types.ts';
import { type Causes, stepSeconds, sum } from './generation-time.ts';
import { storageBytes } from './memory.ts';
import { readSeconds } from './prompt-time.ts';
import { addIntervals, durationInterval, further, speedInterval, union, widen } from './ranges.ts';
import { runtimeFactors } from './rates.ts';
import { checkDomain } from './refusals.ts';
import { equip, prepare, type Setup } from './setup.ts';
import { switchesOf } from './switches.ts';
import { boundBy, memoryTerms, speedTerms } from './terms.ts';
import {
  DomainError,
  type Estimate,
  type EstimationInput,
  type Interval,
  isUnknown,
  type Quantity,
  type Unknown,
} from './types.ts';
import type { WeightBytes } from './weights.ts';
import { classify } from './workflow.ts';

/** Range of one phase: of users or offload, else of the runtime, else of the class; the wider of its and mixtures' own. */
function spreadOf({ calibration: c, gpu, cpu, input }: Setup, phase: 'pp' | 'tg'): Spread {
  const leading = gpu ?? cpu;
  if (!leading) return [0.5, 2];
  const runtime = runtimeFactors(c, input, leading)?.[phase];
  const mixture = input.model.experts && leading.engine.mixture?.[phase];
  const ofClass = leading.hardware.parameters[phase];
  const own = runtime ?? (mixture ? union(mixture, ofClass) : ofClass);
  const usage = gpu && cpu ? 'hybrid' : input.workload.concurrentUsers > 1 ? 'batch' : undefined;
  const { id, borrowed, parameters } = leading.hardware;
  const ofUsage = usage && c.usage[usage][phase];
  const measured = ofUsage ?? own;
  const spread =
    ofUsage && usage === 'batch' && !c.usage.batch.seen.includes(id) ? further(measured) : measured;
  const wide = borrowed ? widen(spread, parameters[phase]) : spread;
  return input.machine.acceleratorCount > 1 ? union(wide, c.usage.multi[phase] ?? wide) : wide;
}

const noPrompt: Unknown = { unknown: 'no prompt to read' };
const noAnswer: Unknown = { unknown: 'no answer asked for' };
const noRate: Unknown = { unknown: 'the processor’s bandwidth or peak rate is not published' };

interface Speeds {
  pp: Quantity;
  ttft: Quantity;
  tg: Quantity;
  total: Quantity;
  throughput: Quantity;
}

/** Speeds and durations from the seconds of a prompt and of a decode step. */
function speeds(setup: Setup, prompt: Causes | undefined, step: Causes | undefined): Speeds {
  const { promptTokens, generatedTokens, concurrentUsers: users } = setup.input.workload;
  const ppSpread = spreadOf(setup, 'pp');
  const tgSpread = spreadOf(setup, 'tg');
  const asksPrompt = promptTokens > 0;
  const asksAnswer = generatedTokens > 0;
  const read = asksPrompt && prompt ? durationInterval(sum(prompt), ppSpread) : undefined;
  const one = asksAnswer && step ? durationInterval(sum(step), tgSpread) : undefined;
  const write = one && scale(one, generatedTokens);
  const pp = read && speedInterval((promptTokens * users) / read.central, ppSpread);
  const tg = one && speedInterval(1 / one.central, tgSpread);
  const whole = read && write ? addIntervals(read, write) : (read ?? write);
  const complete = (!asksPrompt || read) && (!asksAnswer || write);
  return {
    pp: asksPrompt ? (pp ?? noRate) : noPrompt,
    ttft: firstToken(setup, read, one) ?? noRate,
    tg: asksAnswer ? (tg ?? noRate) : noAnswer,
    total: (complete ? whole : undefined) ?? noRate,
    throughput: asksAnswer ? (tg ? scale(tg, users) : noRate) : noAnswer,
  };
}

/** The first token comes from the prompt's logits; LocalScore's engine counts one decode step more. */
function firstToken(
  { input }: Setup,
  read: Interval | undefined,
  step: Interval | undefined,
): Interval | undefined {
  if (input.workload.promptTokens === 0) return step;
  const waits = input.runtime.id === 'llamafile' && read && step;
  return waits ? addIntervals(read, step) : read;
}

const scale = ({ low, central, high }: Interval, factor: number): Interval => ({
  low: low * factor,
  central: central * factor,
  high: high * factor,
});

function classes(input: EstimationInput, s: Speeds) {
  const { ttft, tg, total } = s;
  if (isUnknown(ttft) || isUnknown(total)) {
    const unknown = { unknown: 'speed unknown' };
    return { workflowClass: unknown, classRange: unknown };
  }
  const at = (slow: keyof Interval, fast: keyof Interval) =>
    classify(
      {
        firstTokenSeconds: ttft[slow],
        totalSeconds: total[slow],
        ...(!isUnknown(tg) && { tokensPerSecond: tg[fast] }),
      },
      input.thresholds,
    );
  return {
    workflowClass: at('central', 'central'),
    classRange: { low: at('high', 'low'), high: at('low', 'high') },
  };
}

function impossible(setup: Setup, why: string): Estimate {
  const unknown: Unknown = { unknown: why };
  const { placement } = setup;
  const { memory } = placement;
  // Where the RAM is not known, neither is whether it would run.
  const open = placement.ramUnknown;
  return {
    pp: unknown,
    ttft: unknown,
    tg: unknown,
    total: unknown,
    throughput: unknown,
    memory,
    workflowClass: open ? unknown : 'non-viable',
    classRange: open ? unknown : { low: 'non-viable', high: 'non-viable' },
    bound: { pp: 'memory capacity', tg: 'memory capacity' },
    terms: memoryTerms(memory),
    assumptions: assumptionsOf(setup),
    switches: [],
  };
}

function checkDisk(input: EstimationInput, weights: WeightBytes): void {
  const room = storageBytes(input);
  if (weights.file <= room) return;
  const gigabytes = (bytes: number): string => `${Math.ceil(bytes / 1e9)} GB`;
  throw new DomainError([
    {
      field: 'model',
      message: `model must fit on the machine's disk (${gigabytes(room)}), got ${gigabytes(weights.file)}`,
    },
  ]);
}

const central = (q: Quantity): number | undefined => (isUnknown(q) ? undefined : q.central);

/** The estimate under given constants; what `estimate` and the calibration share. */
export function estimateWith(c: Calibration, input: EstimationInput): Estimate {
  checkDomain(input);
  const prepared = prepare(input, c.runtimeBytes);
  checkDisk(input, prepared.weights);
  const setup = equip(c, prepared);
  const { placement } = setup;
  if (placement.impossible) return impossible(setup, placement.impossible);
  const { promptTokens, generatedTokens } = input.workload;
  const prompt = promptTokens > 0 ? readSeconds(setup) : undefined;
  const step = generatedTokens > 0 ? stepSeconds(setup) : undefined;
  const result = speeds(setup, prompt, step);
  const pp = central(result.pp);
  const tg = central(result.tg);
  return {
    ...result,
    memory: placement.memory,
    ...classes(input, result),
    bound: { pp: prompt ? boundBy(prompt) : 'unknown', tg: step ? boundBy(step) : 'unknown' },
    terms: [
      ...(prompt ? speedTerms('pp', prompt) : []),
      ...(step ? speedTerms('tg', step) : []),
      ...memoryTerms(placement.memory),
    ],
    assumptions: assumptionsOf(setup),
    switches: switchesOf(c, input, {
      ...(pp !== undefined && { pp }),
      ...(tg !== undefined && { tg }),
    }),
  };
}

/**
 * What the module says of one configuration: speeds, durations, memory and workflow class, each with
 * its 80 % range, the terms it is the sum of, what bounds it and what it takes for granted.
 *
 * `prompt = 0` is generation alone, starting at `depth`; `gen = 0` the prompt alone.
 * Throws `DomainError` naming every field out of its bounds.
 */
export const estimate = (input: EstimationInput): Estimate => estimateWith(calibration, input);
