import type { Causes } from './generation-time.ts';
import { sum } from './generation-time.ts';
import type { MemoryEstimate, Term, TermPhase } from './types.ts';

/** For the reader: what a cause is, and what it means to be bound by it. */
const words: Record<string, [name: string, bound: string]> = {
  weights: ['Reading the weights', 'memory bandwidth'],
  unpacking: ['Unpacking the weights', 'arithmetic on the weights'],
  kv: ['Reading the KV cache', 'KV cache reads'],
  attention: ['Attention', 'attention over the context'],
  overhead: ['Overhead per layer', 'overhead per layer'],
  batch: ['Arithmetic of several users', 'arithmetic of several users'],
  link: ['Links between processors', 'links between processors'],
  cpu: ['The part on the CPU', 'the part on the CPU'],
  compute: ['Matrix products', 'compute'],
  activations: ['Moving activations', 'activation traffic'],
};

/** Terms of one phase; their shares add up to 1. */
export function speedTerms(phase: TermPhase, causes: Causes): Term[] {
  const all = sum(causes);
  return Object.entries(causes)
    .filter(([, seconds]) => seconds > 0)
    .map(([id, seconds]) => ({
      phase,
      id,
      name: words[id]?.[0] ?? id,
      seconds,
      share: seconds / all,
    }));
}

/** What holds the memory. */
export function memoryTerms(m: MemoryEstimate): Term[] {
  const parts: [string, string, number][] = [
    ['weights', 'Weights', m.weightBytes],
    ['kv', 'KV cache', m.kvBytes],
    ['compute', 'Compute buffers', m.computeBytes],
    ['runtime', 'Runtime', m.runtimeBytes],
  ];
  return parts
    .filter(([, , bytes]) => bytes > 0)
    .map(([id, name, bytes]) => ({
      phase: 'memory',
      id,
      name,
      bytes,
      share: bytes / m.totalBytes,
    }));
}

/** The largest cause, in the reader's words. */
export function boundBy(causes: Causes): string {
  const [id] = Object.entries(causes).reduce((a, b) => (b[1] > a[1] ? b : a));
  return words[id]?.[1] ?? id;
}
