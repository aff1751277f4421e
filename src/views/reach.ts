/** What it would take: the bandwidth or the bits at which the workflow class changes. */
import { bandwidthForClass, bitsForClass, classOrder } from '../estimation/index.ts';
import type { Estimate, EstimationInput, WorkflowClass } from '../estimation/types.ts';
import { formatSignificant, withUnit } from './format.ts';

const bandwidthWords = (bytesPerSecond: number) =>
  withUnit(formatSignificant(bytesPerSecond / 1e9), 'GB/s');

const bits = (value: number) => withUnit(formatSignificant(value, 2), 'bits per weight');

/**
 * Sentences on the class above, or, in the best class, on how far one may go down and stay there.
 * None where there is no class to speak of.
 */
export function reachOf(input: EstimationInput, { workflowClass, bound }: Estimate): string[] {
  if (typeof workflowClass !== 'string') return [];
  const at = classOrder.indexOf(workflowClass);
  const target = at === 0 ? workflowClass : (classOrder[at - 1] as WorkflowClass);
  const bandwidth = bandwidthForClass(input, target);
  const weightBits = bitsForClass(input, target);
  return at === 0
    ? staying(bandwidth, weightBits)
    : rising(target, bandwidth, weightBits, bound.pp);
}

function staying(bandwidth: number | undefined, weightBits: number | undefined): string[] {
  const sentences: string[] = [];
  if (bandwidth !== undefined)
    sentences.push(`It stays interactive down to ${bandwidthWords(bandwidth)} of memory bandwidth`);
  if (weightBits !== undefined) sentences.push(`and up to ${bits(weightBits)}`);
  return sentences.length > 0 ? [`${sentences.join(', ')}.`] : [];
}

function rising(
  target: WorkflowClass,
  bandwidth: number | undefined,
  weightBits: number | undefined,
  promptBound: string,
): string[] {
  const ways = [
    ...(bandwidth === undefined ? [] : [`${bandwidthWords(bandwidth)} of memory bandwidth`]),
    ...(weightBits === undefined ? [] : [`at most ${bits(weightBits)}`]),
  ];
  if (ways.length > 0) return [`For ${target} it would take ${ways.join(', or ')}.`];
  return [
    `Neither bandwidth nor fewer bits make it ${target}: the prompt is bound by ${promptBound}.`,
  ];
}
