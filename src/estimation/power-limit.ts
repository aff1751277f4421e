/** What a card keeps of its speed under a power limit. */
import type { DeviceRow, Machine } from './types.ts';

/**
 * Share of the rated power from which on a limit costs speed, and how fast it falls below. Set by hand to
 * a published sweep of one RTX PRO 6000 (Llama-2-7B Q4_0 at 600, 400, 300, 250 and 200 W wrote 279, 279,
 * 260, 237 and 190 tok/s and read 16.6, 15.2, 12.8, 10.6 and 9.1 thousand): no other card's is at hand.
 */
const sweep = {
  writing: { share: 0.55, exponent: 0.75 },
  reading: { share: 0.75, exponent: 0.7 },
};

export interface PowerShare {
  writing: number;
  reading: number;
}

/**
 * Speed under the limit over speed without.  [1]
 *
 *   min(1, (limit / rated power / share) ^ exponent)
 *
 * Both 1 without a limit, at one not below the rating, and where the rating is unknown.
 */
export function powerShare(device: DeviceRow, { powerLimitWatts }: Machine): PowerShare {
  const { tdpWatts } = device;
  if (device.kind !== 'gpu' || !tdpWatts || !powerLimitWatts) return { writing: 1, reading: 1 };
  const kept = ({ share, exponent }: { share: number; exponent: number }): number =>
    Math.min(1, powerLimitWatts / tdpWatts / share) ** exponent;
  return { writing: kept(sweep.writing), reading: kept(sweep.reading) };
}
