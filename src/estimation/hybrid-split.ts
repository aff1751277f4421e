/** Weights in two memories, and how fast each is read. */
export interface SplitWeights {
  gpuBytes: number;
  cpuBytes: number;
  gpuBytesPerSecond: number;
  cpuBytesPerSecond: number;
}

/**
 * Most tokens per second with weights in two memories, were nothing but reading them to take time.  [tok/s]
 *
 *   1 / (S_gpu / BW_gpu + S_cpu / BW_cpu)
 *
 * Layers are computed in order, so the two memories are read one after the other: times add, not
 * bandwidths. A bound to measure `estimate` against.
 */
export const splitSpeed = (o: SplitWeights): number =>
  1 / (o.gpuBytes / o.gpuBytesPerSecond + o.cpuBytes / o.cpuBytesPerSecond);

/**
 * What the original guide's "add CPU and GPU bandwidths" would give, to be shown beside the sum of times.  [tok/s]
 *
 *   (BW_gpu + BW_cpu) / (S_gpu + S_cpu)
 */
export const addedBandwidthSpeed = (o: SplitWeights): number =>
  (o.gpuBytesPerSecond + o.cpuBytesPerSecond) / (o.gpuBytes + o.cpuBytes);
