/**
 * Bandwidth of the memory modules.  [byte/s]
 *
 *   channels · transfers per second · bits of a channel / 8
 *
 * Domain: all above 0. A module of DDR4 or DDR5 is 64 bits wide, whether in one channel or two halves.
 */
export const moduleBandwidth = (o: {
  channels: number;
  transfersPerSecond: number;
  channelBits: number;
}): number => (o.channels * o.transfersPerSecond * o.channelBits) / 8;

/**
 * Bandwidth of AMD's links between the core dies and the memory controller, reading.  [byte/s]
 *
 *   dies · 32 byte · fabric clock
 *
 * Check: one die at 1.8 GHz is 57.6 GB/s; the cores of Strix Halo reach 100–126 of 2 · 32 · 2.0 = 128 GB/s.
 */
export const fabricBandwidth = (o: { dies: number; clockHertz: number }): number =>
  o.dies * 32 * o.clockHertz;

/** What cores can reach: the smaller of modules and fabric; no fabric, no second limit.  [byte/s] */
export const memoryBandwidth = (modules: number, fabric?: number): number =>
  fabric === undefined ? modules : Math.min(modules, fabric);
