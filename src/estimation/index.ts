/** The estimation module: pure physics, fitted constants, no imports from outside. */
export { energyCost, requestEnergy, speedToBreakEven } from './answer-energy.ts';
export { computeBufferBytes, hostBufferBytes } from './buffers.ts';
export { calibration } from './calibration.ts';
export type { Calibration } from './calibration-types.ts';
export { usersInClass, usersThatFit } from './capacity.ts';
export { cpuClass, gpuClass } from './classes.ts';
export { type CoreGroup, corePeakFlop, cpuPeakFlop, flopPerCycleOf } from './cpu-peak.ts';
export { costPerMillionTokens, energyPerToken } from './energy.ts';
export { estimate, estimateWith } from './estimate.ts';
export { flopPerToken, promptFlopPerToken } from './flop.ts';
export { addedBandwidthSpeed, type SplitWeights, splitSpeed } from './hybrid-split.ts';
export { bandwidthForClass, bandwidthForSpeed, bitsForClass, classOrder } from './inverse.ts';
export {
  attentionFlop,
  kvBytes,
  kvBytesPerToken,
  linearStateBytes,
  slidingCells,
} from './kv-cache.ts';
export { allReduceSeconds, readLink } from './links.ts';
export { type LoadSeconds, loadSeconds, transferSeconds } from './loading.ts';
export { localScore, localScoreOf, localScoreTests } from './local-score.ts';
export { fabricBandwidth, memoryBandwidth, moduleBandwidth } from './memory-bus.ts';
export {
  originalFirstTokenSeconds,
  originalGenerationSpeed,
  originalOperationsPerToken,
  originalPromptSpeed,
} from './original.ts';
export { amdahlLimit, amdahlSpeedUp, parallelEfficiency, serialShare } from './parallel.ts';
export { activeParameters, expertParameters, readParameters } from './parameters.ts';
export { cpuPeaks, gpuPeaks } from './processor.ts';
export { attainableFlop, firstTokenSeconds, idealStepSeconds } from './roofline.ts';
export { acceptedTokens, speculativeSpeedUp } from './speculative.ts';
export * from './types.ts';
export { bitsPerWeight, weightBytes } from './weights.ts';
export { expertCoverage } from './work.ts';
export { classify, defaultThresholds } from './workflow.ts';
