/** The estimation module: pure physics, fitted constants, no imports from outside. */
export { computeBufferBytes, hostBufferBytes } from './buffers.ts';
export { calibration } from './calibration.ts';
export type { Calibration } from './calibration-types.ts';
export { cpuClass, gpuClass } from './classes.ts';
export { costPerMillionTokens, energyPerToken } from './energy.ts';
export { estimate, estimateWith } from './estimate.ts';
export { flopPerToken, promptFlopPerToken } from './flop.ts';
export { bandwidthForClass, bandwidthForSpeed, bitsForClass, classOrder } from './inverse.ts';
export {
  attentionFlop,
  kvBytes,
  kvBytesPerToken,
  linearStateBytes,
  slidingCells,
} from './kv-cache.ts';
export { allReduceSeconds, readLink } from './links.ts';
export { localScore, localScoreOf, localScoreTests } from './local-score.ts';
export {
  originalFirstTokenSeconds,
  originalGenerationSpeed,
  originalOperationsPerToken,
  originalPromptSpeed,
} from './original.ts';
export { activeParameters, expertParameters, readParameters } from './parameters.ts';
export { cpuPeaks, gpuPeaks } from './processor.ts';
export { firstTokenSeconds, idealStepSeconds } from './roofline.ts';
export { acceptedTokens, speculativeSpeedUp } from './speculative.ts';
export * from './types.ts';
export { bitsPerWeight, weightBytes } from './weights.ts';
export { expertCoverage } from './work.ts';
export { classify, defaultThresholds } from './workflow.ts';
