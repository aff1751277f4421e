/** Read bandwidths of disks as the original names them, GB/s. */
export const DISKS: readonly (readonly [name: string, gigabytesPerSecond: number])[] = [
  ['SATA SSD', 0.5],
  ['NVMe, PCIe 3.0', 3],
  ['NVMe, PCIe 4.0', 7],
  ['Fastest of 2025', 14],
];
