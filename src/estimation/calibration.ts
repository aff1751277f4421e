import type {
  Calibration,
  ClassParameters,
  EngineParameters,
  Spread,
} from './calibration-types.ts';

const micro = 1e-6;

const geforce: Spread = [0.87, 1.22];
const apple: Spread = [0.91, 1.14];
const rocm: Spread = [0.87, 1.23];
const shared: Spread = [0.86, 1.13];
const open: Spread = [0.77, 1.34];
const wide: Spread = [0.55, 1.6];
const ppNvidia: Spread = [0.78, 1.24];
const ppApple: Spread = [0.91, 1.15];
const ppRocm: Spread = [0.67, 1.35];
const ppShared: Spread = [0.5, 1.55];
const ppOpen: Spread = [0.38, 2.4];
const ppWide: Spread = [0.35, 2.5];

const row = (
  eta: number,
  tau: number,
  kappa: number,
  tg: Spread,
  pp: Spread,
  devices: number,
): ClassParameters => ({ eta, tau: tau * micro, kappa, tg, pp, devices });

const classes: Record<string, ClassParameters> = {
  'ada/cuda': row(1.0, 37, 1.03, geforce, ppNvidia, 19),
  'ampere/cuda': row(1.0, 53, 0.73, geforce, ppNvidia, 25),
  'blackwell/cuda': row(1.04, 55, 0.9, geforce, ppNvidia, 9),
  'turing/cuda': row(0.88, 63, 0.4, [0.82, 1.21], ppNvidia, 15),
  'gtx16/cuda': row(0.88, 63, 0.22, [0.7, 1.3], ppRocm, 3),
  'volta/cuda': row(0.98, 55, 0.39, [0.85, 1.15], ppNvidia, 2),
  'a100/cuda': row(0.94, 56, 0.29, [0.67, 1.16], ppRocm, 2),
  'hopper/cuda': row(0.9, 63, 0.46, [0.8, 1.15], ppRocm, 2),
  'blackwell-hbm/cuda': row(0.9, 63, 0.4, wide, ppWide, 0),
  'pascal/cuda': row(0.88, 140, 0.7, [0.7, 1.2], ppNvidia, 6),
  'p100/cuda': row(0.9, 190, 0.55, wide, ppWide, 1),
  'maxwell/cuda': row(0.89, 290, 0.53, wide, ppWide, 2),
  'gb10/cuda': row(0.94, 59, 1.05, shared, ppShared, 1),
  'jetson/cuda': row(0.85, 90, 0.4, wide, ppWide, 0),
  'm1/metal': row(0.93, 159, 0.68, apple, ppApple, 8),
  'm2/metal': row(0.98, 118, 0.7, apple, ppApple, 8),
  'm3/metal': row(0.98, 121, 0.74, apple, ppApple, 7),
  'm4/metal': row(0.95, 108, 0.75, apple, ppApple, 5),
  'm5/metal': row(0.95, 82, 0.85, [0.88, 1.16], [0.85, 1.2], 3),
  'rdna2/rocm': row(0.85, 90, 0.71, rocm, ppRocm, 5),
  'rdna3/rocm': row(0.86, 72, 0.5, rocm, ppRocm, 6),
  'rdna4/rocm': row(0.86, 66, 0.4, rocm, ppRocm, 1),
  'gcn/rocm': row(0.84, 114, 0.63, rocm, ppRocm, 3),
  'cdna/rocm': row(0.83, 99, 0.23, rocm, ppRocm, 2),
  'strix/rocm': row(0.84, 100, 0.28, shared, ppShared, 1),
  'strix/vulkan': row(0.94, 85, 0.15, shared, ppShared, 1),
  'nvidia/vulkan': row(1.01, 65, 0.52, open, ppOpen, 5),
  'rdna4/vulkan': row(0.94, 134, 0.28, open, ppOpen, 1),
  'amd/vulkan': row(0.94, 134, 0.28, open, ppOpen, 1),
  'amd/rocm': row(0.84, 100, 0.28, wide, ppWide, 0),
  'arc1/vulkan': row(0.93, 318, 0.08, open, ppOpen, 2),
  'arc2/vulkan': row(0.94, 119, 0.1, open, ppOpen, 2),
  'arc2/sycl': row(0.95, 112, 0.21, open, ppOpen, 1),
  'cpu-desktop/cpu': row(0.81, 15, 0.65, [0.6, 1.45], [0.5, 1.6], 20),
  'cpu-zen/cpu': row(0.78, 15, 1.0, [0.6, 1.45], [0.5, 1.6], 8),
  'cpu-laptop/cpu': row(0.54, 20, 0.3, [0.5, 1.6], [0.45, 1.8], 10),
  'cpu-server/cpu': row(0.68, 30, 0.55, [0.45, 1.6], [0.4, 1.8], 6),
  'cpu-board/cpu': row(0.64, 40, 0.58, [0.7, 1.4], [0.6, 1.6], 2),
  'ada/vllm': row(0.9, 25, 0.6, [0.75, 1.25], ppRocm, 0),
  'nvidia/vllm': row(0.85, 30, 0.6, [0.7, 1.3], ppShared, 0),
  'amd/vllm': row(0.75, 60, 0.3, wide, ppWide, 0),
  'any/cuda': row(0.9, 70, 0.4, wide, ppWide, 0),
  'any/metal': row(0.95, 100, 0.75, wide, ppWide, 0),
  'any/rocm': row(0.84, 100, 0.3, wide, ppWide, 0),
  'any/vulkan': row(0.9, 130, 0.15, wide, ppWide, 0),
  'any/sycl': row(0.9, 130, 0.15, wide, ppWide, 0),
  'any/cpu': row(0.6, 30, 0.4, wide, ppWide, 0),
  'any/vllm': row(0.75, 50, 0.4, wide, ppWide, 0),
};

const cuda: EngineParameters = {
  streaming: { q4_0: 1.05, k: 1, q8_0: 1, mxfp4: 1, iq: 1, f16: 1 },
  unpack: { q4_0: 3.7, k: 3.5, q8_0: 3, mxfp4: 2.9, iq: 4, f16: 1.5 },
  kvFactor: [1.13, 1.4],
  attentionUnpack: [2.4, 12],
  moeOverhead: 0.59,
  linearOverhead: 0.75,
  fixed: 0.15e-3,
  activation: 4.5,
  promptOverhead: 75 * micro,
  attentionKappa: [0.35, 0.1],
  promptQuant: { q4_0: 1, k: 0.93, q8_0: 1, mxfp4: 1, iq: 0.9, f16: 0.74 },
  promptMoe: 0.29,
  halfTokens: 28,
  batchKappa: 0.3,
  batchOverhead: 140 * micro,
};

const vulkan: EngineParameters = {
  ...cuda,
  unpack: { q4_0: 2.4, k: 3.1, q8_0: 3, mxfp4: 2.9, iq: 5, f16: 1.5 },
  kvFactor: [1.21, 5.7],
  attentionUnpack: [4.3, 15],
  moeOverhead: 0.43,
  activation: 1.2,
  promptOverhead: 100 * micro,
  attentionKappa: [0.11, 0.07],
  promptQuant: { q4_0: 1, k: 1, q8_0: 1, mxfp4: 1, iq: 0.9, f16: 0.58 },
  promptMoe: 0.6,
};

const engines: Record<string, EngineParameters> = {
  cuda,
  vulkan,
  sycl: vulkan,
  metal: {
    ...cuda,
    unpack: { q4_0: 2.5, k: 4.7, q8_0: 3, mxfp4: 2.9, iq: 6, f16: 1.5 },
    kvFactor: [1.1, 2],
    attentionUnpack: [4, 14],
    moeOverhead: 0.51,
    activation: 1.5,
    promptOverhead: 130 * micro,
    attentionKappa: [0.49, 0.21],
    promptQuant: { q4_0: 1, k: 0.87, q8_0: 1, mxfp4: 1, iq: 0.85, f16: 1.09 },
    promptMoe: 0.85,
    batchKappa: 0.31,
  },
  rocm: {
    ...cuda,
    unpack: { q4_0: 4.1, k: 2.9, q8_0: 3, mxfp4: 2.9, iq: 5, f16: 1.5 },
    kvFactor: [1.47, 7.3],
    attentionUnpack: [4.5, 15],
    moeOverhead: 0.52,
    activation: 1.4,
    promptOverhead: 530 * micro,
    attentionKappa: [0.1, 0.05],
    promptQuant: { q4_0: 1, k: 0.75, q8_0: 1, mxfp4: 1, iq: 0.75, f16: 0.87 },
    promptMoe: 0.73,
  },
  cpu: {
    ...cuda,
    streaming: { q4_0: 1, k: 1, q8_0: 1, mxfp4: 1, iq: 1, f16: 1 },
    unpack: { q4_0: 0.5, k: 0.5, q8_0: 0.5, mxfp4: 0.6, iq: 2, f16: 0.5 },
    kvFactor: [1.3, 1.5],
    attentionUnpack: [1.5, 2],
    moeOverhead: 0.6,
    fixed: 0.2e-3,
    activation: 0.5,
    promptOverhead: 60 * micro,
    attentionKappa: [0.3, 0.3],
    promptQuant: { q4_0: 1, k: 0.7, q8_0: 0.96, mxfp4: 0.8, iq: 0.35, f16: 0.8 },
    promptMoe: 0.8,
    halfTokens: 4,
    batchKappa: 0.4,
    batchOverhead: 30 * micro,
  },
  vllm: {
    ...cuda,
    unpack: { q4_0: 1, k: 1, q8_0: 1, mxfp4: 1, iq: 1, f16: 0.3 },
    attentionUnpack: [1.5, 1.5],
    moeOverhead: 0.6,
    fixed: 0.6e-3,
    activation: 1.5,
    promptOverhead: 50 * micro,
    attentionKappa: [0.5, 0.5],
    promptQuant: { q4_0: 0.8, k: 0.8, q8_0: 1, mxfp4: 0.9, iq: 0.8, f16: 1 },
    promptMoe: 0.6,
    batchKappa: 0.6,
    batchOverhead: 5 * micro,
  },
};

/** Constants of the physics: starting values of the published refit, to be replaced by a fit of our own. */
export const calibration: Calibration = {
  date: 'prior',
  dataHash: 'prior',
  classes,
  engines,
  runtimes: {
    'llamafile/cuda': { eta: 1.07, tau: 2.5, kappa: 0.94, promptOverhead: 3 },
    'llamafile/metal': { eta: 1, tau: 1.9, kappa: 0.91, promptOverhead: 2 },
    'llamafile/rocm': { eta: 0.9, tau: 3.2, kappa: 0.8, promptOverhead: 2 },
    'llamafile/rdna3': { eta: 0.9, tau: 3.2, kappa: 0.26, promptOverhead: 2 },
    'llamafile/rdna4': { eta: 0.9, tau: 3.2, kappa: 0.26, promptOverhead: 2 },
    'ollama/cuda': { eta: 1, tau: 1.2, kappa: 0.95, promptOverhead: 1 },
    'ollama/metal': { eta: 1, tau: 1.2, kappa: 0.95, promptOverhead: 1 },
    'ik_llama.cpp/cpu': { eta: 1.1, tau: 1, kappa: 1.8, promptOverhead: 1 },
  },
  wattsPerBandwidth: { threshold: 0.35, exponent: 0.27 },
  wattsPerRate: { threshold: 1.3, exponent: 0.54 },
  laptopKappa: 0.78,
  twoDieEta: 0.9,
  routing: 0.7,
  hopSeconds: 0.22e-3,
  pipelineLoss: 0.12,
  runtimeBytes: 0.45e9,
};
