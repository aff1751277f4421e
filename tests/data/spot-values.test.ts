// Proves by hand-checked figures that the rows an estimate takes say what the makers and papers say, in SI.
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { buildTables } from '../../src/catalogue/tables.ts';

const catalogue = loadCatalogue();
const { devices, systems, models, quantizations, kvTypes } = buildTables(catalogue);

test.each([
  // GB/s and GB by the makers' data sheets; watts likewise.
  ['rtx-5090', 1792, 32, 575],
  ['rtx-4090', 1008, 24, 450],
  ['rtx-3090', 936, 24, 350],
  ['rtx-5050', 320, 8, 130],
  ['h200-sxm', 4800, 141, 700],
  ['mi300x', 5300, 192, 750],
  ['rx-7900-xtx', 960, 24, 355],
  ['arc-b580', 456, 12, 190],
  ['mi50-32gb', 1024, 32, 300],
] as const)('%s: %i GB/s, %i GB, %i W', (id, bandwidth, memory, watts) => {
  const device = devices[id];
  expect(Math.round((device?.bandwidthBytesPerSecond ?? 0) / 1e9)).toBe(bandwidth);
  expect(device?.memoryBytes).toBe(memory * 1e9);
  expect(device?.tdpWatts).toBe(watts);
});

test.each([
  // Dense TFLOPS with FP32 accumulate, TOPS: NVIDIA's architecture papers.
  ['rtx-3090', 71, 284],
  ['rtx-4090', 165.2, 660.6],
  ['rtx-5090', 209.5, 838],
  ['h100-sxm-80gb', 989.4, 1979],
  ['a100-sxm-80gb', 312, 624],
  ['l40', 181, 362],
] as const)('%s: %f TFLOPS FP16 and %f TOPS INT8 on matrix units', (id, fp16, int8) => {
  expect((devices[id]?.fp16MatrixFlopPerSecond ?? 0) / 1e12).toBeCloseTo(fp16, 0);
  expect((devices[id]?.int8OpPerSecond ?? 0) / 1e12).toBeCloseTo(int8, -0.5);
});

test('Apple: FP32 is cores x 128 lanes x 2 x clock for every chip', () => {
  // M4 Max: 40 x 128 x 2 x 1.578 GHz = 16.16 TFLOPS; M1: 8 x 128 x 2 x 1.278 GHz = 2.62.
  expect(devices['apple-m4-max']?.fp32FlopPerSecond).toBeCloseTo(16.16e12, -10);
  expect(devices['apple-m1']?.fp32FlopPerSecond).toBeCloseTo(2.62e12, -10);
  expect(devices['apple-m4-max']?.bandwidthBytesPerSecond).toBe(546e9);
  expect(devices['apple-m4-max']?.cpu).toMatchObject({
    cores: 16,
    performanceCores: 12,
    efficiencyCores: 4,
  });
});

test('a CPU has cores, clocks and memory; a blank is left out, not zero', () => {
  // 12 x 8 bytes x 4800 MT/s = 460.8 GB/s.
  expect(devices['epyc-9554p']).toMatchObject({
    kind: 'cpu',
    architecture: 'Zen 4',
    memoryChannels: 12,
    memoryTransfersPerSecond: 4.8e9,
    bandwidthBytesPerSecond: 460.8e9,
    cpu: { cores: 64, boostHertz: 3.75e9, fp32FlopPerCycle: 32, simd: 'AVX-512' },
  });
  expect(devices.n100).not.toHaveProperty('cpu.fp32FlopPerCycle');
});

test('a part that is CPU and SoC is one row, with both sides', () => {
  expect(devices['ryzen-ai-max-plus-395']).toMatchObject({
    kind: 'soc',
    bandwidthBytesPerSecond: 256e9,
    gpuCores: 40,
    cpu: { cores: 16, boostHertz: 5.1e9, fp32FlopPerCycle: 64 },
  });
});

test("the guide's configuration C7: Threadripper 7970X with two 96 GB cards", () => {
  expect(systems['guide-7970x-2x-rtx-pro-6000']).toMatchObject({
    class: 'workstation',
    hostId: 'threadripper-7970x',
    ramBytes: 256e9,
    ramBandwidthBytesPerSecond: 166.4e9,
    gpuId: 'rtx-pro-6000-blackwell-ws',
    gpuCount: 2,
    gpuLink: 'pcie5x16',
  });
});

test("the guide's printed rates are kept as facts of the configuration", () => {
  const original = (id: string) => catalogue.systems.get(id)?.original;
  expect(original('guide-9950x-rtx-5090')).toMatchObject({
    configuration: 'C4',
    prompt_processing: { value: 4787 },
    token_generation: { value: 65 },
    marks: { uc1: 'yes', uc2: 'yes', uc3: 'yes', uc4: 'yes' },
  });
  expect(original('guide-7970x-2x-rtx-pro-6000')?.prompt_processing).toEqual({
    unknown: 'the guide prints a question mark',
  });
  expect(original('guide-epyc-9554p')?.doubts?.join(' ')).toMatch(/295\?/);
});

test('storage is read out of its wording: 2 x 1.9 TB NVMe', () => {
  expect(systems['epyc-8224p-384gb']?.storageBytes).toBe(3.8e12);
  expect(systems['mac-mini-m4-16gb']?.storageBytes).toBe(256e9);
});

test('DeepSeek-V3: 256 experts of width 2048 and a cache of 512 + 64 elements a layer', () => {
  expect(models['deepseek-v3']).toMatchObject({
    totalParameters: 671e9,
    layers: 61,
    attention: { kind: 'mla', fullLayers: 61, latent: { rank: 512, ropeDimension: 64 } },
    experts: { count: 256, activePerToken: 8, shared: 1, intermediateSize: 2048 },
  });
});

test.each([
  // Block arithmetic, and the file of Llama 3.1 8B (llama.cpp's quantize README).
  ['q4_k_m', 4.5, 4.8944],
  ['q8_0', 8.5, 8.5008],
  ['q6_k', 6.5625, 6.5633],
  ['iq4_xs', 4.25, 4.4597],
  ['f16', 16, 16.0005],
  ['mxfp4', 4.25, undefined],
] as const)('%s: %f bits a weight', (id, nominal, effective) => {
  expect(quantizations[id]?.nominalBitsPerWeight).toBe(nominal);
  expect(quantizations[id]?.effectiveBitsPerWeight).toBe(effective);
});

test('KV types: one byte and a sixteenth for q8_0, two bytes for f16', () => {
  expect((kvTypes.q8_0?.bitsPerElement ?? 0) / 8).toBe(1.0625);
  expect(kvTypes.f16?.bitsPerElement).toBe(16);
});
