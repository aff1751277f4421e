import { estimate } from './estimate.ts';
import { classOrder } from './inverse.ts';
import type { Estimate, EstimationInput, WorkflowClass } from './types.ts';

/** Refused above this by `estimate` itself. */
const most = 10_000;

const withUsers = (input: EstimationInput, concurrentUsers: number): Estimate =>
  estimate({ ...input, workload: { ...input.workload, concurrentUsers } });

/** Largest count for which a test holds that holds for all smaller ones; 0 where it fails at 1. */
function largestThat(holds: (users: number) => boolean): number {
  if (!holds(1)) return 0;
  let yes = 1;
  let no = 2;
  while (no <= most && holds(no)) {
    yes = no;
    no *= 2;
  }
  if (no > most) {
    if (holds(most)) return most;
    no = most;
  }
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Users whose conversations fit into memory at once, each with the workload's context; at most 10,000.  [users] */
export const usersThatFit = (input: EstimationInput): number =>
  largestThat((users) => withUsers(input, users).memory.fits);

/** Users who may ask at the same moment and all be answered in a class; at most 10,000.  [users] */
export const usersInClass = (input: EstimationInput, target: WorkflowClass): number =>
  largestThat((users) => {
    const { workflowClass, memory } = withUsers(input, users);
    return (
      memory.fits &&
      typeof workflowClass === 'string' &&
      classOrder.indexOf(workflowClass) <= classOrder.indexOf(target)
    );
  });
