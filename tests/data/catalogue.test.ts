// Proves that the catalogue is whole: how many things it holds, that names and ids agree, and that what belongs together does.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { isKnown, siOf } from '../../src/schema/quantity.ts';

const catalogue = loadCatalogue();
const { devices, systems, models } = catalogue;
const all = [...devices.values()];

/** Files the import wrote, as their first line says; the others were added by hand. */
const isImported = (folder: string, id: string): boolean =>
  readFileSync(`content/data/${folder}/${id}.yaml`, 'utf8').startsWith('# Imported');
const imported = all.filter(({ id }) => isImported('devices', id));

test('130 GPUs, 58 SoCs and 74 CPUs of the tables are there, eight CPUs as part of their SoC', () => {
  const count = (kind: string) => imported.filter((device) => device.kind === kind).length;
  const inSoc = imported.filter(
    (device) => device.kind === 'soc' && device.cpu.sources !== undefined,
  );
  expect([count('gpu'), count('soc'), count('cpu'), inSoc.length]).toEqual([130, 58, 66, 8]);
});

test('devices that systems name and the tables lack were added by hand', () => {
  const added = [
    'ampereone-a192-32x apple-m6 celeron-g5905 cix-p1 epyc-8224p epyc-9354 epyc-9754 mi50-32gb',
    'n150 nvidia-gb300 nvidia-grace-72 ryzen-5-9600x ryzen-7-8845hs ryzen-7-9700x',
    'ryzen-ai-9-hx-470 ryzen-ai-max-plus-pro-495 threadripper-9960x',
  ].flatMap((line) => line.split(' '));
  expect(added.filter((id) => devices.has(id) && !isImported('devices', id))).toHaveLength(17);
});

test('110 models of the table, 40 weights formats, 11 KV types, 11 runtimes', () => {
  expect([...models.keys()].filter((id) => isImported('models', id))).toHaveLength(110);
  expect(catalogue.quantizations.size).toBe(40);
  expect(catalogue.kvTypes.size).toBe(11);
  expect(catalogue.runtimes.size).toBe(11);
});

test("the guide's nine configurations come first, and of the 135 systems one is left out, with its reason", () => {
  const guide = [...systems.values()].filter(({ original }) => original !== undefined);
  const first = [...systems.values()].slice(0, 9).map(({ original }) => original?.configuration);
  expect(first).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9']);
  expect(systems.size - guide.length).toBe(134);
  expect(catalogue.leftOutSystems.map(({ id }) => id)).toEqual(['dell-optiplex-780']);
  for (const { reason } of catalogue.leftOutSystems) expect(reason.length).toBeGreaterThan(20);
});

test('every system is of one of the four classes, and each class has some', () => {
  const classes = new Set([...systems.values()].map((system) => system.class));
  expect([...classes].sort()).toEqual(['desktop', 'embedded', 'server', 'workstation']);
});

test('use cases: UC1 to UC4, and nine of LocalScore of which four are the same', () => {
  const tokens = (id: string) => {
    const useCase = catalogue.useCases.get(id);
    return [useCase?.prompt_tokens, useCase?.generated_tokens];
  };
  expect(['uc1', 'uc2', 'uc3', 'uc4'].map(tokens)).toEqual([
    [1024, 16],
    [4096, 256],
    [1280, 3072],
    [384, 1152],
  ]);
  const localscore = [...catalogue.useCases.values()].filter(({ set }) => set === 'localscore');
  expect(localscore).toHaveLength(9);
  for (const { id, same_as } of localscore.filter((useCase) => useCase.same_as !== undefined)) {
    expect(tokens(id)).toEqual(tokens(same_as ?? ''));
  }
  // The average LocalScore prompt is 11,984 / 9 tokens long.
  expect(localscore.reduce((sum, useCase) => sum + useCase.prompt_tokens, 0)).toBe(11_984);
});

test('the long tables hold all their rows', () => {
  const rows = Object.fromEntries(
    Object.entries(catalogue.tables).map(([name, table]) => [name, table.length]),
  );
  expect(rows).toEqual({
    prices: 428,
    'gpu-purchases': 62,
    'electricity-prices': 48,
    'grid-carbon': 247,
    'cloud-prices': 50,
    'token-prices': 116,
    power: 146,
    'power-noise': 27,
    'model-quality': 516,
    'quant-quality': 263,
    'image-audio': 115,
    'gguf-sizes': 1015,
    'memory-measured': 259,
  });
});

test('file names are ids', () => {
  for (const [folder, things] of Object.entries({ devices, systems, models })) {
    const names = readdirSync(`content/data/${folder}`).map((name) => name.replace(/\.yaml$/, ''));
    expect(names.sort()).toEqual([...things.keys()].sort());
  }
});

test('no file names a path of a disk, or a reference nobody can follow', () => {
  for (const folder of ['', '/devices', '/systems', '/models']) {
    const names = readdirSync(`content/data${folder}`).filter((file) => /\.(yaml|csv)$/.test(file));
    for (const name of names) {
      const text = readFileSync(`content/data${folder}/${name}`, 'utf8');
      expect(text, name).not.toMatch(/\bindex ids?\b|(^|[\s"'(])\/[a-z]+\/[a-z]/m);
    }
  }
});

test('brackets in remarks and sources are closed', () => {
  const open = (text: string) => text.split('(').length - text.split(')').length;
  for (const thing of [...all, ...systems.values(), ...models.values()]) {
    for (const text of [...(thing.notes ?? []), ...thing.sources]) expect(open(text), text).toBe(0);
  }
  for (const { source_url, notes = '' } of catalogue.tables.prices) {
    expect(open(source_url) + open(notes), source_url).toBe(0);
  }
});

test('CPU bandwidth is channels times eight bytes times transfers, within rounding', () => {
  for (const device of all) {
    if (device.kind !== 'cpu' || typeof device.memory_channels !== 'number') continue;
    const { memory_channels: channels, memory_speed: speed, bandwidth } = device;
    if (!isKnown(speed) || !isKnown(bandwidth)) continue;
    const arithmetic = channels * 8 * speed.value;
    expect(Math.abs(bandwidth.value / arithmetic - 1), device.id).toBeLessThan(0.01);
  }
});

/** FP16 (FP32 accumulate), INT8 and FP8 on matrix units as multiples of the FP32 shader rate. */
const RATIOS: Record<string, [number, number, number?]> = {
  'consumer Turing': [4, 16],
  'consumer Ampere': [2, 8],
  'consumer Ada Lovelace': [2, 8, 4],
  'consumer Blackwell': [2, 8, 4],
  'laptop Ada Lovelace': [2, 8, 4],
  'laptop Blackwell': [2, 8, 4],
  'workstation Ampere': [4, 8],
  'workstation Ada Lovelace': [4, 8, 8],
  'workstation Blackwell': [4, 8, 8],
  'consumer RDNA 3': [2, 2],
  'consumer RDNA 4': [4, 8, 8],
};

test('matrix rates stand to the FP32 rate as the architecture has it', () => {
  let checked = 0;
  for (const device of imported) {
    if (device.kind !== 'gpu') continue;
    const ratios = RATIOS[`${device.segment} ${device.architecture}`];
    const fp32 = siOf(device.fp32);
    if (!ratios || !fp32 || !isKnown(device.fp16_matrix)) continue;
    const rates = [device.fp16_matrix, device.int8, device.fp8].slice(0, ratios.length).map(siOf);
    rates.forEach((rate, index) => {
      if (rate === undefined) return;
      // The whitepapers round, and boost clocks differ between tables: 3 %.
      expect(Math.abs(rate / fp32 / (ratios[index] ?? 1) - 1), device.id).toBeLessThan(0.03);
      checked += 1;
    });
  }
  expect(checked).toBeGreaterThan(150);
});

test('a card without matrix units says so instead of giving a rate', () => {
  const pascal = imported.filter((device) =>
    ['Pascal', 'Maxwell', 'RDNA 2'].includes(device.architecture),
  );
  expect(pascal.length).toBeGreaterThan(12);
  for (const device of pascal) {
    if (device.kind === 'gpu')
      expect(device.fp16_matrix, device.id).toEqual({
        unknown: expect.stringContaining('no matrix units'),
      });
  }
});
