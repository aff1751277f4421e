import { usableRamBytes } from '../estimation/memory.ts';
import type { DeviceRow } from '../estimation/types.ts';

const GIB = 2 ** 30;

/** Up to so many GB of RAM, macOS lets the GPU wire this share by default. */
const SHARES: readonly (readonly [upToGigabytes: number, share: number])[] = [
  [24, 0.74],
  [48, 0.78],
  [96, 0.81],
  [256, 0.84],
  [Number.POSITIVE_INFINITY, 0.906],
];

/**
 * Memory the GPU of a SoC may use: on a Mac the share macOS allows by default, elsewhere all that the
 * system leaves a program; Linux must be told so on Ryzen AI (`ttm.pages_limit`), half being its default.
 * A Mac sold with 128 GB holds 128 GiB, and llama.cpp's start-up log names what is allowed as
 * recommendedMaxWorkingSetSize: 12,713 MB of 16 GiB, 26,800.60 of 32, 40,200.90 of 48, 55,662.79 of
 * 64, 115,448.73 of 128 (107.52 GiB), 498,216.21 of 512. Sizes between are given the share of the
 * next smaller known one. Older versions of macOS allow two thirds up to 32 GB, three quarters above.
 * Source: logs of ggml_metal_device_init; https://github.com/antirez/ds4/pull/893 for 128 GiB.  [byte]
 */
export function wiredBytes(soc: DeviceRow, ramBytes: number | undefined): number | undefined {
  if (ramBytes === undefined) return undefined;
  if (soc.vendor !== 'Apple') return usableRamBytes(ramBytes);
  const gigabytes = ramBytes / 1e9;
  const share = SHARES.find(([upTo]) => gigabytes <= upTo)?.[1] ?? 0;
  return gigabytes * GIB * share;
}
