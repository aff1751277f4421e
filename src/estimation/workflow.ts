import type { WorkflowClass, WorkflowThresholds } from './types.ts';

/** The guide's limits; a reader may change each in a link. */
export const defaultThresholds: WorkflowThresholds = {
  interactivePromptSeconds: 3,
  interactiveTokensPerSecond: 10,
  backgroundSeconds: 300,
  offlineSeconds: 28_800,
};

/**
 * Workflow class of one request.
 *
 *   interactive  first token in under 3 s and more than 10 tok/s
 *   background   prompt and answer within 300 s
 *   off-line     within a night
 *   non-viable   longer, or it cannot run
 *
 * `tokensPerSecond` is left out when no answer is asked for.
 */
export function classify(
  o: { firstTokenSeconds: number; tokensPerSecond?: number; totalSeconds: number },
  limits: WorkflowThresholds = defaultThresholds,
): WorkflowClass {
  const quick = o.firstTokenSeconds < limits.interactivePromptSeconds;
  const fluent =
    o.tokensPerSecond === undefined || o.tokensPerSecond > limits.interactiveTokensPerSecond;
  if (quick && fluent) return 'interactive';
  if (o.totalSeconds <= limits.backgroundSeconds) return 'background';
  return o.totalSeconds <= limits.offlineSeconds ? 'off-line' : 'non-viable';
}
