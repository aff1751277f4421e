/** What a fit yields: every constant of the physics, and how far predictions fell from measured runs. */

/** 10th and 90th percentile of measured over predicted speed. */
export type Spread = [low: number, high: number];

/** One architecture generation under one engine. */
export interface ClassParameters {
  /** Part of the memory bandwidth that streaming weights reaches. */
  eta: number;
  /** Launch and synchronization per layer while generating.  [s] */
  tau: number;
  /** Cost of unpacking weights relative to the engine: more where integer dot products are missing. */
  unpack: number;
  /** Part of the peak rate that large matrix products reach. */
  kappa: number;
  /** Overhead per layer and micro-batch relative to the engine. */
  promptOverhead: number;
  tg: Spread;
  pp: Spread;
  /** Devices behind the numbers; 0 means a prior. */
  devices: number;
}

/** Families of weights formats with kernels of their own. */
export type QuantKind = 'q4_0' | 'k' | 'q8_0' | 'mxfp4' | 'iq' | 'f16';

/**
 * Kernels of Metal: up to `few` sequences a matrix times some vectors; beyond, products in tiles of `width`
 * columns, empty ones included. Experts are multiplied token by token until a tile is full.
 */
export interface Tiles {
  few: number;
  width: number;
  /** Part of the peak that a few vectors reach, and full tiles of experts. */
  fewKappa: number;
  expertKappa: number;
  /** Cost of an expert for one token among several relative to one token alone. */
  alone: number;
}

/** One engine: what all classes under it share. */
export interface EngineParameters {
  /** Bandwidth efficiency of a format relative to the class. */
  streaming: Record<QuantKind, number>;
  /** FP32 operations per active weight to unpack and multiply it while generating. */
  unpack: Record<QuantKind, number>;
  /** KV bytes moved per KV byte held, [with, without] flash attention. */
  kvFactor: [number, number];
  /** FP32 peak operations per attention FLOP while generating, [with, without] flash attention. */
  attentionUnpack: [number, number];
  /** Added overhead per layer of a mixture of experts, of shared experts beside them, of a linear-attention layer, of four norms (Gemma). */
  moeOverhead: number;
  sharedOverhead: number;
  linearOverhead: number;
  normOverhead: number;
  /** Overhead per layer without flash attention relative to with it: more kernels, mostly older builds. */
  flashlessOverhead: number;
  /** Per token: sampling and host; and per entry of the vocabulary, whose logits go to the host.  [s] */
  fixed: number;
  perVocabularyEntry: number;
  /** The same for every further sequence, whose logits are copied as well.  [s] */
  perLogit: number;
  /** Activation bytes moved per byte counted, while reading a prompt. */
  activation: number;
  /** Per layer and micro-batch.  [s] */
  promptOverhead: number;
  /** Part of the peak that attention reaches over a prompt, [with, without] flash attention. */
  attentionKappa: [number, number];
  /** Exponentials and sums of a score cost as much as this many more columns of a head. */
  softmaxWidth: number;
  /** Peak reached without flash attention relative to with it: more traffic, mostly older builds. */
  promptFlashless: number;
  /** Peak reached by a format relative to the class. */
  promptQuant: Record<QuantKind, number>;
  /** Peak reached by expert products relative to dense ones, and tokens per expert at half of it. */
  promptMoe: number;
  halfTokens: number;
  /** Columns of an expert's matrices at half of it: narrow products fill fewer units. */
  halfWidth: number;
  /** Peak reached by a build a thousand builds older, of all products and of expert products on top. */
  promptAge: number;
  promptMoeAge: number;
  /** Part of the peak that small batches reach, and how much dearer weights become under their kernels. */
  batchKappa: number;
  batchStreaming: number;
  /** Other kernels for a few sequences than for many, where the engine has them. */
  tiles?: Tiles;
  /** Ranges of mixtures of experts, where they are known to differ. */
  mixture?: { tg: Spread; pp: Spread };
}

/** Factors on a class for a runtime that builds on the same engine. */
export interface RuntimeFactors {
  eta: number;
  tau: number;
  unpack: number;
  kappa: number;
  promptOverhead: number;
  /** Overhead per layer and per micro-batch on Windows relative to other systems. */
  windows: number;
  /** Expert products over a prompt and tokens per expert at half of their peak, where its kernels for them are its own. */
  promptMoe?: number;
  halfTokens?: number;
  /** Ranges of its own, where runs are many. */
  tg?: Spread;
  pp?: Spread;
}

export interface Calibration {
  /** Newest measurement behind it, `2026-09`; `prior` before any fit. */
  date: string;
  /** Hash of the measurements. */
  dataHash: string;
  /** By `architecture/engine`. */
  classes: Record<string, ClassParameters>;
  engines: Record<string, EngineParameters>;
  /** By `runtime/engine`, or `runtime/architecture` where an architecture differs. */
  runtimes: Record<string, RuntimeFactors>;
  /** Cards with few watts per bandwidth: η · (watts per GB/s / threshold) ^ exponent below the threshold. */
  wattsPerBandwidth: { threshold: number; exponent: number };
  /** Likewise κ of dense products, by watts per TFLOPS; experts, which leave units idle, want half as much (the exponent halves). */
  wattsPerRate: { threshold: number; exponent: number };
  /** Peak a prompt reaches with an option of the build relative to without it. */
  options: Record<string, number>;
  laptopKappa: number;
  laptopEta: number;
  /** η of two dies in one package (Apple Ultra) relative to one. */
  twoDieEta: number;
  /** η of a server's card whose GDDR memory keeps its check bits among the data, relative to one without. */
  inlineEccEta: number;
  /** Cost of unpacking on NVIDIA cards without dot products of four bytes (before GP102, and GP100). */
  withoutDots: number;
  /** What one core can ask of the memory.  [byte/s] */
  coreBytesPerSecond: number;
  /** Coverage of experts by a batch: 1 − (1 − k/E)^(B^s). */
  routing: number;
  /**
   * Ranges of several users, of weights in RAM, of several cards; `seen` are the classes measured so.
   * Reading the prompts of several users has none of its own: it is as sure as reading one.
   */
  usage: Record<'batch' | 'hybrid' | 'multi', { tg: Spread; pp?: Spread; seen: string[] }>;
  /** Seconds per hop between layer-split cards, and the pipeline's loss. */
  hopSeconds: number;
  pipelineLoss: number;
  /** Cores and link while a GPU computes beside them, relative to cores alone and to the link's own speed. */
  offload: { eta: number; kappa: number; link: number };
  /** Runtime and context memory per accelerator.  [byte] */
  runtimeBytes: number;
}
