/**
 * Seconds to bring a file's bytes over one path: a disk, or the link to a GPU.  [s]
 *
 *   bytes / bandwidth
 */
export const transferSeconds = (bytes: number, bytesPerSecond: number): number =>
  bytes / bytesPerSecond;

/** Seconds from disk through RAM to a GPU's memory, one path after the other and both at once. */
export interface LoadSeconds {
  /** Disk to RAM; 0 where the file is in RAM already. */
  disk: number;
  /** RAM to GPU memory; 0 where the GPU reads the RAM itself, or there is none. */
  link: number;
  /** First all of it into RAM, then all of it on: the longest. */
  inTurn: number;
  /** Piece by piece, both paths busy: the shortest. */
  overlapped: number;
}

/**
 * How long a model takes to load.  [s]
 *
 *   disk = file / disk bandwidth,  link = bytes for the GPU / link bandwidth
 *   overlapped max(disk, link) ≤ time ≤ disk + link in turn
 *
 * `diskBytesPerSecond` is left out where the file is still in RAM, `linkBytesPerSecond` where no
 * link is crossed.
 */
export function loadSeconds(o: {
  fileBytes: number;
  gpuBytes: number;
  diskBytesPerSecond?: number;
  linkBytesPerSecond?: number;
}): LoadSeconds {
  const { diskBytesPerSecond: fromDisk, linkBytesPerSecond: overLink } = o;
  const disk = fromDisk === undefined ? 0 : transferSeconds(o.fileBytes, fromDisk);
  const link = overLink === undefined ? 0 : transferSeconds(o.gpuBytes, overLink);
  return { disk, link, inTurn: disk + link, overlapped: Math.max(disk, link) };
}
