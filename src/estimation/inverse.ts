import { estimate } from './estimate.ts';
import { type EstimationInput, isUnknown, type WorkflowClass } from './types.ts';

/** Classes from best to worst. */
export const classOrder: readonly WorkflowClass[] = [
  'interactive',
  'background',
  'off-line',
  'non-viable',
];

const reaches = (input: EstimationInput, target: WorkflowClass): boolean => {
  const { workflowClass } = estimate(input);
  return (
    typeof workflowClass === 'string' &&
    classOrder.indexOf(workflowClass) <= classOrder.indexOf(target)
  );
};

/**
 * Smallest value in (low, high] from which a monotone test holds, to a relative 0.1 %; undefined
 * where it does not hold even at `high`. Solved backwards through the estimate itself.
 */
export function smallestThat(
  holds: (value: number) => boolean,
  low: number,
  high: number,
): number | undefined {
  if (!holds(high)) return undefined;
  if (holds(low)) return low;
  let no = low;
  let yes = high;
  while (yes / no > 1.001) {
    const middle = Math.sqrt(no * yes);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function withBandwidth(input: EstimationInput, bytesPerSecond: number): EstimationInput {
  const { machine } = input;
  const { accelerator } = machine;
  if (!accelerator || input.gpuLayers === 0) {
    return { ...input, machine: { ...machine, ramBandwidthBytesPerSecond: bytesPerSecond } };
  }
  const faster = { ...accelerator, bandwidthBytesPerSecond: bytesPerSecond };
  return { ...input, machine: { ...machine, accelerator: faster } };
}

/** Least memory bandwidth at which a configuration reaches a class; undefined where none up to 100 TB/s does.  [byte/s] */
export const bandwidthForClass = (
  input: EstimationInput,
  target: WorkflowClass,
): number | undefined => smallestThat((bw) => reaches(withBandwidth(input, bw), target), 1e9, 1e14);

/** Least memory bandwidth at which generation reaches a speed; undefined where none up to 100 TB/s does.  [byte/s] */
export const bandwidthForSpeed = (
  input: EstimationInput,
  tokensPerSecond: number,
): number | undefined =>
  smallestThat(
    (bw) => {
      const { tg } = estimate(withBandwidth(input, bw));
      return !isUnknown(tg) && tg.central >= tokensPerSecond;
    },
    1e9,
    1e14,
  );

/**
 * Most bits per weight at which a configuration still reaches a class, between 1 and 32; undefined
 * where even 1 bit does not. Keeps the format's kernels and changes its size alone.  [bit]
 */
export function bitsForClass(input: EstimationInput, target: WorkflowClass): number | undefined {
  const holds = (inverse: number): boolean =>
    reaches({ ...input, fileBytes: (input.model.totalParameters * 32) / inverse / 8 }, target);
  // Fewer bits are always faster: search the inverse, which is monotone the other way.
  const inverse = smallestThat(holds, 1, 32);
  return inverse === undefined ? undefined : 32 / inverse;
}
