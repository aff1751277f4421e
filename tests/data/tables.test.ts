// Proves that the rows for the browser are plain, small and whole: JSON keeps them, every id leads somewhere, every device has a runtime.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { buildTables, defaultRuntimeOf, runsOn } from '../../src/catalogue/tables.ts';

const catalogue = loadCatalogue();
const tables = buildTables(catalogue);
const json = JSON.stringify(tables);

test('JSON gives the same rows back, without null, NaN or empty text', () => {
  expect(JSON.parse(json)).toEqual(tables);
  expect(json).not.toMatch(/:(null|"")/);
});

test('as one compressed file it is at most 40 KB', () => {
  expect(gzipSync(json, { level: 9 }).length).toBeLessThan(40_000);
});

test('every number is finite and none is zero where zero would mean unknown', () => {
  const mayBeZero = /^(gpuCount|fullLayers|slidingLayers|linearLayers|sharedLayers|shared)$/;
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'number') {
      expect(Number.isFinite(value), key).toBe(true);
      if (!mayBeZero.test(key)) expect(value, key).toBeGreaterThan(0);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) visit(part, name);
    }
  };
  visit(tables, 'tables');
});

test('hosts, GPUs and runtimes of rows lead to rows', () => {
  for (const { id, hostId, gpuId, gpuCount } of Object.values(tables.systems)) {
    if (hostId) expect(tables.devices[hostId], id).toBeDefined();
    if (gpuId) expect(tables.devices[gpuId]?.kind, id).toBe('gpu');
    expect(gpuCount > 0, id).toBe(gpuId !== undefined);
  }
  for (const { id, defaultRuntime } of Object.values(tables.devices)) {
    expect(tables.runtimes[defaultRuntime], id).toBeDefined();
  }
});

test.each([
  ['rtx-4090', 'llama.cpp-cuda'],
  ['nvidia-gb10', 'llama.cpp-cuda'],
  ['apple-m4', 'llama.cpp-metal'],
  ['rx-7900-xtx', 'llama.cpp-rocm'],
  ['rx-580-8gb', 'llama.cpp-vulkan'],
  ['rx-5700-xt', 'llama.cpp-vulkan'],
  ['arc-b580', 'llama.cpp-vulkan'],
  ['ryzen-ai-max-plus-395', 'llama.cpp-vulkan'],
  ['raspberry-pi-5-16gb', 'llama.cpp-cpu'],
  ['epyc-9554p', 'llama.cpp-cpu'],
])('%s runs on %s where nothing else is said', (id, runtime) => {
  expect(tables.devices[id]?.defaultRuntime).toBe(runtime);
});

test('a default runtime runs on the device it is the default of', () => {
  for (const device of catalogue.devices.values()) {
    const runtime = catalogue.runtimes.get(defaultRuntimeOf(device, catalogue.runtimes));
    expect(runtime && runsOn(runtime, device), device.id).toBe(true);
  }
});

test("the classes' thresholds are the guide's, and a night is eight hours", () => {
  expect(tables.thresholds).toEqual({
    interactivePromptSeconds: 3,
    interactiveTokensPerSecond: 10,
    backgroundSeconds: 300,
    offlineSeconds: 28_800,
  });
  const { prompt_time, token_generation } = catalogue.workflowClasses.get('interactive') ?? {};
  expect([prompt_time?.strict, token_generation?.strict]).toEqual([true, true]);
  expect(catalogue.workflowClasses.get('background')?.total_time?.strict).toBe(false);
});
