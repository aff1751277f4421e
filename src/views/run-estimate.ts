/** What the module says of a configuration that was measured: the run's own estimate. */
import { inputsOf } from '../catalogue/measurement-input.ts';
import type { Measurement } from '../catalogue/measurements.ts';
import type { Tables } from '../configuration/tables.ts';
import { estimate } from '../estimation/index.ts';
import {
  DomainError,
  type Estimate,
  type EstimationInput,
  type Interval,
  isUnknown,
  type Quantity,
  type Unknown,
} from '../estimation/types.ts';
import { reasonOf } from './estimator.ts';

/** Estimates of what a run measured; a quantity it did not measure is absent. */
export interface RunEstimate {
  pp?: Quantity;
  tg?: Quantity;
}

const noLength: Unknown = { unknown: 'length of the prompt not stated' };
const openArrivals: Unknown = { unknown: 'number of requests at once not stated' };

/**
 * The estimate of one run, in the quantities it was measured in: tok/s of all sequences together;
 * the mean over LocalScore's nine tests, as that program prints it.
 */
export function estimateOfRun(run: Measurement, tables: Tables): RunEstimate {
  const inputs = inputsOf(run, tables);
  const of = (measured: number | undefined, quantity: () => Quantity) =>
    measured === undefined ? undefined : quantity();
  const known = isUnknown(inputs) ? undefined : inputs;
  const why = isUnknown(inputs) ? inputs : noLength;
  const load = run.test === 'serving' && run.sequences === undefined ? openArrivals : undefined;
  const pp = of(run.ppTokensPerSecond, () => load ?? meanOver(known?.pp, promptSpeed, why));
  const tg = of(run.tgTokensPerSecond, () => load ?? meanOver(known?.tg, answerSpeed(run), why));
  return { ...(pp && { pp }), ...(tg && { tg }) };
}

const promptSpeed = ({ pp }: Estimate): Quantity => pp;

/** A rate over the wall time of a request counts the prompt as well. */
function answerSpeed(run: Measurement) {
  return ({ throughput, total }: Estimate, { workload }: EstimationInput): Quantity => {
    if (run.tgBasis !== 'wall') return throughput;
    if (run.promptTokens === undefined) return noLength;
    if (isUnknown(total)) return total;
    const rate = (seconds: number) => workload.generatedTokens / seconds;
    return { low: rate(total.high), central: rate(total.central), high: rate(total.low) };
  };
}

type Read = (estimate: Estimate, input: EstimationInput) => Quantity;

/** The mean of central values and of both ends: the nine tests of one machine err together. */
function meanOver(inputs: EstimationInput[] | undefined, read: Read, why: Unknown): Quantity {
  if (!inputs || inputs.length === 0) return why;
  const mean: Interval = { low: 0, central: 0, high: 0 };
  for (const input of inputs) {
    const one = attempt(input, read);
    if (isUnknown(one)) return one;
    mean.low += one.low / inputs.length;
    mean.central += one.central / inputs.length;
    mean.high += one.high / inputs.length;
  }
  return mean;
}

function attempt(input: EstimationInput, read: Read): Quantity {
  try {
    return read(estimate(input), input);
  } catch (error) {
    if (error instanceof DomainError) return { unknown: reasonOf(error) };
    throw error;
  }
}
