import type { Interval, Quantity, Unknown, WorkflowClass } from './types.ts';

export type TermPhase = 'pp' | 'tg' | 'memory';

/** One summand of a result. */
export interface Term {
  phase: TermPhase;
  /** Stable key: `weights`, `attention`, `kv`, `compute`, `overhead`, `link` … */
  id: string;
  /** For the reader: `Reading the weights`. */
  name: string;
  /** Seconds for the whole prompt (pp) or per generated token (tg). */
  seconds?: number;
  /** Bytes moved, or bytes held (memory). */
  bytes?: number;
  /** Part of the phase's sum, 0 to 1. */
  share: number;
}

export interface Assumption {
  id: string;
  /** A sentence for the reader, with the value in it. */
  text: string;
  /** What kind of knowledge it is. */
  basis: 'fitted' | 'prior' | 'default' | 'override' | 'switch';
}

/**
 * A setting that changes the result by more than any range: what the estimate assumes, and what to
 * expect on the other side of it.
 */
export interface Switch {
  id: string;
  /** A sentence for the reader: `Windows or Linux host without AVX512-BF16; with it llamafile …`. */
  text: string;
  /** Predictions on the other side, where they differ. */
  pp?: Interval;
  tg?: Interval;
}

export interface MemoryEstimate {
  weightBytes: number;
  kvBytes: number;
  computeBytes: number;
  runtimeBytes: number;
  totalBytes: number;
  /** Memory of the accelerators together (or RAM on a CPU); absent when unknown. */
  capacityBytes?: number;
  /** Everything fits where the fast path needs it. */
  fits: boolean;
  /** Where it does not: layers on GPU and CPU, or the reason it cannot run. */
  placement: {
    gpuLayers: number;
    cpuLayers: number;
    gpuBytes: number;
    cpuBytes: number;
    /** Capacity left (negative: missing), where capacity is known. */
    leftBytes?: number;
    /** Longest context that still fits beside the weights, where capacity is known. */
    longestContextTokens?: number;
  };
}

export interface Estimate {
  /** tok/s over the prompt at the depth. */
  pp: Quantity;
  /** s */
  ttft: Quantity;
  /** tok/s of one user, averaged over the answer. */
  tg: Quantity;
  /** s, prompt and answer. */
  total: Quantity;
  /** tok/s of all users together; equals `tg` for one user. */
  throughput: Quantity;
  memory: MemoryEstimate;
  workflowClass: WorkflowClass | Unknown;
  /** Class at the pessimistic and optimistic end of the range. */
  classRange: { low: WorkflowClass; high: WorkflowClass } | Unknown;
  bound: { pp: string; tg: string };
  terms: Term[];
  assumptions: Assumption[];
  /** Known switches, each with the other prediction; empty where none applies. */
  switches: Switch[];
}
