// Proves that each kind of bad row stops the catalogue with file, field and reason, and that all of them are told at once.
import { afterAll, expect, test } from 'vitest';
import { CatalogueError, type DataProblem, loadCatalogue } from '../../src/catalogue/index.ts';
import { removeFolders, smallCatalogue, writeFolder } from './fixture.ts';

afterAll(removeFolders);

const GPU = 'devices/rtx-5090.yaml';
const SYSTEM = 'systems/guide-9950x-rtx-5090.yaml';
const MODEL = 'models/qwen3-32b.yaml';
const MOE = 'models/gpt-oss-20b.yaml';

function problemsOf(files: Record<string, string>): readonly DataProblem[] {
  try {
    loadCatalogue(writeFolder(files));
    return [];
  } catch (error) {
    if (error instanceof CatalogueError) return error.problems;
    throw error;
  }
}

/** Problems after one text of one file is replaced by another. */
function spoiled(file: string, from: string | RegExp, to: string): readonly DataProblem[] {
  const files = smallCatalogue();
  const text = files[file] ?? '';
  const changed = text.replace(from, to);
  expect(changed, `${file} holds ${String(from)}`).not.toBe(text);
  return problemsOf({ ...files, [file]: changed });
}

test('the small catalogue itself holds', () => {
  expect(problemsOf(smallCatalogue())).toEqual([]);
});

test.each([
  ['an unknown key', GPU, /$/, 'colour: green\n', 'colour', /not a key/],
  ['an unknown key inside', GPU, 'lanes: 16', 'lanes: 16\n  wires: 4', 'pcie.wires', /not a key/],
  ['a missing key', GPU, /^tdp: .*\n/m, '', 'tdp', /is missing; write \{unknown: reason\}/],
  ['a wrong unit', GPU, '1792 GB/s', '1792 GB', 'bandwidth', /unit "GB" is not one of/],
  ['a number without unit', GPU, '575 W', '575', 'tdp', /expected a quantity/],
  ['a negative', GPU, '575 W', '-575 W', 'tdp', /must be more than 0/],
  ['an absurd figure', GPU, '32 GB', '32000 TB', 'memory', /not believable/],
  ['a blank without reason', GPU, '575 W', '{ unknown: "" }', 'tdp', /needs a reason/],
  ['a year out of range', GPU, 'year: 2025', 'year: 25', 'year', /1990/],
  [
    'no source',
    GPU,
    /^sources:\n( {2}- .*\n)+/m,
    'sources: []\n',
    'sources',
    /at least one source/,
  ],
  [
    'a source that leads nowhere',
    GPU,
    'wikipedia-nvidia-gpus',
    'wikipedia-nvidia',
    'sources',
    /"wikipedia-nvidia"/,
  ],
  ['a name that is not the id', GPU, 'id: rtx-5090', 'id: rtx-5091', 'id', /not the file's name/],
  ['a kind nobody knows', GPU, 'kind: gpu', 'kind: tpu', 'kind', /./],
  [
    'a system without its CPU',
    SYSTEM,
    'host: ryzen-9-9950x',
    'host: ryzen-9-9990x',
    'host',
    /no device "ryzen-9-9990x"/,
  ],
  [
    'a system without its GPU',
    SYSTEM,
    'device: rtx-5090',
    'device: rtx-9090',
    'gpus.0.device',
    /no device "rtx-9090"/,
  ],
  ['a GPU as a host', SYSTEM, 'host: ryzen-9-9950x', 'host: rtx-5090', 'host', /is a GPU/],
  [
    'a CPU as a GPU',
    SYSTEM,
    'device: rtx-5090',
    'device: ryzen-9-9950x',
    'gpus.0.device',
    /is not a GPU/,
  ],
  ['a class outside the four', SYSTEM, 'class: desktop', 'class: laptop', 'class', /embedded/],
  ['a link of no kind', SYSTEM, 'pcie5x16', 'usb4', 'gpus.0.link', /links are/],
  [
    'more KV heads than heads',
    MODEL,
    'kv_heads: 8',
    'kv_heads: 65',
    'kv_heads',
    /65 KV heads are more than 64 heads/,
  ],
  [
    'more cached layers than layers',
    MODEL,
    'full_layers: 64',
    'full_layers: 65',
    'attention',
    /65 layers .* more than 64/,
  ],
  [
    'more active than all',
    MODEL,
    'active_parameters: 32.762',
    'active_parameters: 33',
    'active_parameters',
    /more than 32.762 billion/,
  ],
  [
    'more experts active than there are',
    MOE,
    'active: 4',
    'active: 33',
    'experts.active',
    /33 active experts are more than 32/,
  ],
  [
    'a format nobody knows',
    MOE,
    'quantization: mxfp4',
    'quantization: mxfp5',
    'native_expert_quantization',
    /no quantization "mxfp5"/,
  ],
  [
    'text beyond the total',
    MODEL,
    'parameters: 32.762 billion\n',
    'parameters: 32.762 billion\ntext_parameters: 50 billion\n',
    'text_parameters',
    /more than/,
  ],
] as const)('%s is refused', (_, file, from, to, field, reason) => {
  expect(spoiled(file, from, to)).toContainEqual({
    file,
    field,
    reason: expect.stringMatching(reason),
  });
});

test.each([
  ['a duplicate in a list', 'kv-types.yaml', 'id: bf16', 'id: f16', 'f16', /there twice/],
  ['a missing class', 'workflow-classes.yaml', /- id: non-viable[\s\S]*/, '', 'id', /"non-viable"/],
  ['a list that is none', 'kv-types.yaml', /[\s\S]*/, 'id: f16\n', '(whole file)', /not a list/],
  ['YAML that is none', 'kv-types.yaml', /[\s\S]*/, '- id: "f16\n', '(whole file)', /./],
  ['a key given twice', GPU, 'tdp: 575 W', 'tdp: 575 W\ntdp: 600 W', '(whole file)', /unique/],
  [
    'a use case that is like none',
    'use-cases.yaml',
    'same_as: uc1',
    'same_as: uc9',
    'ls1.same_as',
    /no use case "uc9"/,
  ],
] as const)('%s is refused', (_, file, from, to, field, reason) => {
  expect(spoiled(file, from, to)).toContainEqual({
    file,
    field,
    reason: expect.stringMatching(reason),
  });
});

test.each([
  [
    'prices.csv',
    'rtx-9090,device,Card,100,USD,each,street,2026-01,,here',
    'item_id',
    /no device "rtx-9090"/,
  ],
  ['model-quality.csv', 'gpt-9,MMLU,50,%,,,maker,2026,here', 'model_id', /no model "gpt-9"/],
  [
    'image-audio.csv',
    'Card,rtx-9090,image,SDXL,1,it/s,,x,2026,,here',
    'device_id',
    /no device "rtx-9090"/,
  ],
] as const)('%s with an id that leads nowhere is refused', (file, row, field, reason) => {
  const files = smallCatalogue();
  const problems = problemsOf({ ...files, [file]: `${files[file]}${row}\n` });
  expect(problems).toContainEqual({ file, field, reason: expect.stringMatching(reason) });
});

test.each([
  ['prices.csv', 'rtx-5090,device,Card,-100,USD,each,street,2026-01,,here', 'price', /must be/],
  ['prices.csv', 'rtx-5090,device,Card,100,GBP,each,street,2026-01,,here', 'currency', /USD/],
  ['prices.csv', 'rtx-5090,device,Card,100,USD,each,street,soon,,here', 'date', /tells the year/],
  ['prices.csv', 'rtx-5090,device,Card,100,USD,each,street,2026-01,,', 'source_url', /./],
  [
    'grid-carbon.csv',
    'Nowhere,9000,gCO2e/kWh,generation mix,2024,,here',
    'value',
    /must be 0 to 2000/,
  ],
] as const)('%s: the row %s is refused with its line', (file, row, field, reason) => {
  const files = smallCatalogue();
  const problems = problemsOf({ ...files, [file]: `${files[file]}${row}\n` });
  expect(problems).toContainEqual({
    file: `${file}:2`,
    field,
    reason: expect.stringMatching(reason),
  });
});

test('a missing file is named', () => {
  const { 'runtimes.yaml': _, ...files } = smallCatalogue();
  expect(problemsOf(files)).toContainEqual({
    file: 'runtimes.yaml',
    field: '(whole file)',
    reason: 'is missing',
  });
});

test('all problems are told at once, one line each', () => {
  const files = smallCatalogue();
  const bad = {
    ...files,
    [GPU]: (files[GPU] ?? '').replace('575 W', '575').replace('32 GB', '32 kg'),
    [MODEL]: (files[MODEL] ?? '').replace('kv_heads: 8', 'kv_heads: 65'),
  };
  expect(() => loadCatalogue(writeFolder(bad))).toThrow(
    /\ndevices\/rtx-5090\.yaml: memory: unit "kg".*\ndevices\/rtx-5090\.yaml: tdp: expected a quantity.*\nmodels\/qwen3-32b\.yaml: kv_heads: 65 KV heads/s,
  );
});

test('a thing whose own file is refused is not reported as missing by those that name it', () => {
  const problems = spoiled(GPU, '575 W', '575');
  expect(problems.map(({ file }) => file)).toEqual([GPU]);
});
