/**
 * Parallel efficiency, the original guide's E_par.  [1]
 *
 *   speed-up / cores
 *
 * Domain: cores ≥ 1, speed-up above 0. Above 1 only where more cores bring more cache.
 */
export const parallelEfficiency = (speedUp: number, cores: number): number => speedUp / cores;

/**
 * Share of the work that one core must do alone, from a measured speed-up.  [1]
 *
 *   (cores / speed-up − 1) / (cores − 1)
 *
 * Amdahl's law solved for the serial share. Domain: cores ≥ 2; negative where the speed-up is above
 * the number of cores.
 * Source: Karp and Flatt, 1990.
 */
export const serialShare = (speedUp: number, cores: number): number =>
  (cores / speedUp - 1) / (cores - 1);

/**
 * Amdahl's law: speed-up with so many cores.  [1]
 *
 *   1 / (serial + (1 − serial) / cores)
 *
 * Source: Amdahl, 1967.
 */
export const amdahlSpeedUp = (serial: number, cores: number): number =>
  1 / (serial + (1 - serial) / cores);

/** Speed-up that no number of cores passes.  [1]   1 / serial; infinite where nothing is serial */
export const amdahlLimit = (serial: number): number =>
  serial <= 0 ? Number.POSITIVE_INFINITY : 1 / serial;
