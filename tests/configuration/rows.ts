/** A few made-up rows, so that what `resolve` does can be worked by hand. */
import type { Tables } from '../../src/configuration/tables.ts';
import type { DeviceRow, ModelRow } from '../../src/estimation/types.ts';

const device = (row: Partial<DeviceRow> & Pick<DeviceRow, 'id' | 'kind'>): DeviceRow => ({
  name: row.id.toUpperCase(),
  vendor: 'NVIDIA',
  architecture: 'Test',
  defaultRuntime: 'llama.cpp-cuda',
  ...row,
});

const model: ModelRow = {
  id: 'small',
  name: 'Small',
  family: 'small',
  totalParameters: 8e9,
  activeParameters: 8e9,
  layers: 32,
  hiddenSize: 4096,
  attention: { kind: 'gqa', fullLayers: 32, slidingLayers: 0, linearLayers: 0, sharedLayers: 0 },
};

const byId = <Row extends { id: string }>(rows: Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

export const tables: Tables = {
  devices: byId([
    device({
      id: 'card',
      kind: 'gpu',
      memoryBytes: 24e9,
      bandwidthBytesPerSecond: 1000e9,
      pcieGeneration: 4,
      pcieLanes: 16,
    }),
    device({ id: 'red-card', kind: 'gpu', vendor: 'AMD', defaultRuntime: 'llama.cpp-rocm' }),
    device({
      id: 'ryzen-9-9950x',
      kind: 'cpu',
      vendor: 'AMD',
      memoryChannels: 2,
      bandwidthBytesPerSecond: 89.6e9,
      cpu: { cores: 8 },
      defaultRuntime: 'llama.cpp-cpu',
    }),
    device({
      id: 'server-cpu',
      kind: 'cpu',
      vendor: 'AMD',
      memoryChannels: 12,
      bandwidthBytesPerSecond: 460.8e9,
      defaultRuntime: 'llama.cpp-cpu',
    }),
    device({
      id: 'small-cpu',
      kind: 'cpu',
      vendor: 'Intel',
      memoryChannels: 1,
      memoryBytes: 16e9,
      defaultRuntime: 'llama.cpp-cpu',
    }),
    device({
      id: 'apple',
      kind: 'soc',
      vendor: 'Apple',
      memoryBytes: 128e9,
      bandwidthBytesPerSecond: 546e9,
      cpu: { cores: 16, visibleBandwidthBytesPerSecond: 300e9 },
      defaultRuntime: 'llama.cpp-metal',
    }),
    device({
      id: 'board',
      kind: 'soc',
      vendor: 'Broadcom',
      memoryBytes: 16e9,
      bandwidthBytesPerSecond: 17e9,
      defaultRuntime: 'llama.cpp-cpu',
    }),
  ]),
  systems: byId([
    {
      id: 'desktop',
      name: 'Desktop',
      class: 'desktop' as const,
      hostId: 'ryzen-9-9950x',
      ramBytes: 96e9,
      ramBandwidthBytesPerSecond: 96e9,
      gpuId: 'card',
      gpuCount: 2,
      gpuLink: 'pcie4x8',
    },
    { id: 'bare-server', name: 'Server', class: 'server' as const, gpuId: 'card', gpuCount: 8 },
    {
      id: 'mac',
      name: 'Mac',
      class: 'desktop' as const,
      hostId: 'apple',
      ramBytes: 36e9,
      ramBandwidthBytesPerSecond: 410e9,
      gpuCount: 0,
    },
    // A system and a device of one name: the system wins.
    {
      id: 'board',
      name: 'Board',
      class: 'embedded' as const,
      hostId: 'board',
      ramBytes: 8e9,
      gpuCount: 0,
    },
  ]),
  models: { small: model },
  quantizations: { q4_k_m: { id: 'q4_k_m', name: 'Q4_K_M', family: 'gguf' } },
  kvTypes: { f16: { id: 'f16', bitsPerElement: 16 } },
  runtimes: byId([
    { id: 'llama.cpp-cuda', name: 'llama.cpp (CUDA)', backend: 'cuda' as const },
    { id: 'llama.cpp-rocm', name: 'llama.cpp (ROCm)', backend: 'rocm' as const },
    { id: 'llama.cpp-vulkan', name: 'llama.cpp (Vulkan)', backend: 'vulkan' as const },
    { id: 'llama.cpp-metal', name: 'llama.cpp (Metal)', backend: 'metal' as const },
    { id: 'llama.cpp-cpu', name: 'llama.cpp (CPU)', backend: 'cpu' as const },
    { id: 'llamafile', name: 'llamafile', backend: 'cuda' as const },
  ]),
  thresholds: {
    interactivePromptSeconds: 3,
    interactiveTokensPerSecond: 10,
    backgroundSeconds: 300,
    offlineSeconds: 28_800,
  },
  useCases: [],
};
