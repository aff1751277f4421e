/** Memory of a configuration in words: what it takes, where it lies, what is left. */
import { type Estimate, isUnknown, type MemoryEstimate } from '../estimation/types.ts';
import { formatCount, formatGigabytes, formatPercent, formatTokens } from './format.ts';

export interface MemoryPart {
  /** Series of the charts' palette. */
  id: 'weights' | 'kv' | 'compute' | 'overhead';
  name: string;
  bytes: number;
  size: string;
  /** Part of the total, 0 to 1. */
  share: number;
  percent: string;
}

/** The parts of the memory a configuration takes, largest concerns first. */
export function memoryParts(memory: MemoryEstimate): MemoryPart[] {
  const parts = [
    { id: 'weights', name: 'Weights', bytes: memory.weightBytes },
    { id: 'kv', name: 'KV cache', bytes: memory.kvBytes },
    { id: 'compute', name: 'Compute buffers', bytes: memory.computeBytes },
    { id: 'overhead', name: 'Runtime', bytes: memory.runtimeBytes },
  ] as const;
  return parts.map((part) => {
    const share = part.bytes / memory.totalBytes;
    return { ...part, size: formatGigabytes(part.bytes), share, percent: formatPercent(share) };
  });
}

export type FitWord = 'fits' | 'split' | 'does not fit';

export interface MemoryWords {
  fit: FitWord;
  /** `9.9 of 16 GB`, or the total alone where the capacity is unknown. */
  use: string;
  /** `12 of 48 layers on the GPU`, `6.1 GB left`. */
  detail: string;
}

const gigabytes = (bytes: number) => formatGigabytes(bytes).replace(/\D+$/, '');

/** Whether it fits, how much of what it takes, and where the layers lie. */
export function wordMemory({ memory, total }: Pick<Estimate, 'memory' | 'total'>): MemoryWords {
  const { totalBytes, capacityBytes, placement } = memory;
  const use =
    capacityBytes === undefined
      ? formatGigabytes(totalBytes)
      : `${gigabytes(totalBytes)} of ${formatGigabytes(capacityBytes)}`;
  const left = placement.leftBytes;
  if (memory.fits) {
    return { fit: 'fits', use, detail: left === undefined ? '' : wordLeft(left, memory) };
  }
  if (placement.gpuLayers > 0 && !isUnknown(total)) {
    const layers = placement.gpuLayers + placement.cpuLayers;
    const where = `${formatCount(placement.gpuLayers)} of ${formatCount(layers)} layers on the GPU`;
    return { fit: 'split', use, detail: where };
  }
  return { fit: 'does not fit', use, detail: '' };
}

/** What is left, and why that may be more than the sum says: the input embedding stays in system memory. */
function wordLeft(left: number, { totalBytes, capacityBytes = 0 }: MemoryEstimate): string {
  const beside = left - (capacityBytes - totalBytes);
  const elsewhere = beside > 5e7 ? `, as ${formatGigabytes(beside)} lie in system memory` : '';
  return `${formatGigabytes(left)} left${elsewhere}`;
}

/** The longest context that still fits beside the weights, in words. */
export function wordLongestContext({ memory }: Estimate): string {
  const tokens = memory.placement.longestContextTokens;
  if (tokens === undefined) return 'unknown: the memory of this machine is not known';
  return tokens > 0 ? formatTokens(tokens) : 'none: the weights alone fill the memory';
}
