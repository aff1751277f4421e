/**
 * A configuration: exactly what a permalink holds. Every calculator, the configurator, the matrix's
 * cell links and the command line speak this one form.
 */
export interface Configuration {
  /** A system's or a device's id; a bare device makes a minimal system around it. */
  hw: string;
  /** GPUs; absent: as the system has them. */
  count?: number;
  /** Host CPU's device id; absent: as the system has it. */
  cpu?: string;
  /** GB; absent: as the system has it. */
  ram?: number;
  model: string;
  quant: string;
  kv: string;
  /** Absent: the device's default. */
  runtime?: string;
  fa: 'on' | 'off';
  ngl: number | 'auto';
  ubatch: number;
  prompt: number;
  gen: number;
  depth: number;
  users: number;
  /** The reader's own memory bandwidth, GB/s. */
  bw?: number;
  /** The reader's own GPU memory, GB. */
  vram?: number;
  /** The reader's own power limit of one graphics card, W. */
  power?: number;
  /** The reader's own workflow-class thresholds; absent: the guide's. */
  maxinput?: number;
  mintg?: number;
  maxbackground?: number;
  maxoffline?: number;
}

/** What an author saw when the link was made: central PP, TG (tok/s) and TTFT (s). */
export interface SeenResult {
  pp?: number;
  tg?: number;
  ttft?: number;
}

export interface ParsedConfiguration {
  configuration: Configuration;
  /** What could not be understood; the rest applies. */
  problems: { field: string; message: string }[];
  seen?: SeenResult;
  /** Format version the link was written in. */
  version: number;
}
