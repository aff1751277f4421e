/** What joins cards to each other and to the host. */
export interface Link {
  /** One direction, as reached.  [byte/s] */
  bytesPerSecond: number;
  /** Of one all-reduce between two cards.  [s] */
  latencySeconds: number;
  text: string;
}

/** One lane, one direction, by generation, as published; large copies reach four fifths of it. */
const laneBytesPerSecond: Record<string, number> = {
  1: 0.25e9,
  2: 0.5e9,
  3: 0.985e9,
  4: 1.969e9,
  5: 3.938e9,
  6: 7.56e9,
};

/**
 * Speed of a link written `pcie5x16`, `oculink` (four lanes of PCIe 4) or `nvlink`.
 *
 * Checks: 27.3 GB/s over PCIe 4 x16, 47.6 over PCIe 5 x16 (KTransformers); small all-reduces
 * 7–20 µs over NVLink, 26–64 µs over PCIe (Vidur profiles).
 */
export function readLink(link: string | undefined, nvlinkBytesPerSecond?: number): Link {
  if (link === 'nvlink') {
    const both = nvlinkBytesPerSecond ?? 600e9;
    return { bytesPerSecond: 0.35 * both, latencySeconds: 12e-6, text: 'NVLink' };
  }
  const match = /^pcie(\d)x(\d+)$/.exec(link === 'oculink' ? 'pcie4x4' : (link ?? ''));
  const lane = laneBytesPerSecond[match?.[1] ?? '4'] ?? 1.969e9;
  const lanes = Number(match?.[2] ?? 16);
  const text = match ? `PCIe ${match[1]} x${match[2]}` : 'PCIe 4 x16';
  return { bytesPerSecond: 0.8 * lane * lanes, latencySeconds: 30e-6, text };
}

/** Memory that GPU and cores share: a copy reads it and writes it, so at half its speed.  [byte/s] */
export const sharedMemory = (bandwidth = 100e9): Link => ({
  bytesPerSecond: bandwidth / 2,
  latencySeconds: 5e-6,
  text: 'the memory they share',
});

/**
 * Seconds of one ring all-reduce.  [s]
 *
 *   latency · log2(cards) + 2 · (cards − 1) / cards · bytes / bandwidth
 */
export const allReduceSeconds = (link: Link, cards: number, bytes: number): number =>
  cards < 2
    ? 0
    : link.latencySeconds * Math.log2(cards) +
      (2 * (cards - 1) * bytes) / (cards * link.bytesPerSecond);
