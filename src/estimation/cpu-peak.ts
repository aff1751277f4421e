/** Cores of one kind: performance cores, or efficiency cores. */
export interface CoreGroup {
  cores: number;
  clockHertz: number;
  /** FP32 numbers in one SIMD register: 8 in 256 bits, 16 in 512. */
  lanes: number;
  /** Fused multiply-add units of one core. */
  fmaUnits: number;
}

/** FP32 operations of one core in one cycle; a fused multiply-add counts as two.  [FLOP] */
export const flopPerCycleOf = ({ lanes, fmaUnits }: Pick<CoreGroup, 'lanes' | 'fmaUnits'>) =>
  2 * lanes * fmaUnits;

/**
 * FP32 peak of one core.  [FLOP/s]
 *
 *   2 · lanes · fmaUnits · clock
 *
 * A bound no program sustains: it takes a multiply-add in every unit in every cycle at the highest clock.
 */
export const corePeakFlop = (group: CoreGroup): number => flopPerCycleOf(group) * group.clockHertz;

/** FP32 peak of a CPU with cores of several kinds.  [FLOP/s]   Σ cores · corePeakFlop */
export const cpuPeakFlop = (groups: readonly CoreGroup[]): number =>
  groups.reduce((sum, group) => sum + group.cores * corePeakFlop(group), 0);
