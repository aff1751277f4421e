/** What the chapters' calculators need of the catalogue beside a page's rows; gathered at build. */
import { loadOriginalTables } from '../../catalogue/original-tables.ts';
import { lookUp } from '../../configuration/rows.ts';
import { numberIn } from '../original-tables.ts';
import { sharedData } from '../shared.ts';
import { costFacts, costPresets } from './cost-facts.ts';
import { DISKS } from './disks.ts';
import type { PanelKindName } from './kinds.ts';
import { measuredPower } from './measured-power.ts';
import type { TableRow } from './operations.ts';
import type { Presets } from './own-fields.ts';
import type { Own } from './panel.ts';
import type { FormatLoss, MeasuredFormat } from './size.ts';

/** Rows of the original's table that are about models of the catalogue. */
const TABLE_MODELS: Readonly<Record<string, string>> = {
  'GPT-2 Small (124M)': 'gpt2',
  'GPT-2 Medium (345M)': 'gpt2-medium',
  'GPT-2 Large (774M)': 'gpt2-large',
  'Llama 7B': 'llama-2-7b',
  'Llama 13B': 'llama-2-13b',
  'Llama 70B': 'llama-2-70b',
};

function operationRows(): TableRow[] {
  const table = loadOriginalTables().get('operations-per-token');
  if (!table) throw new Error('original-tables.yaml has no “operations-per-token”');
  return table.rows.flatMap((row) => {
    const [name = '', words = ''] = row.cells;
    const model = TABLE_MODELS[name];
    return model ? [{ model, words, low: numberIn(row, 'low'), high: numberIn(row, 'high') }] : [];
  });
}

/** CPUs with one kind of cores; hybrids differ in what their makers publish of the smaller ones. */
const PLAIN_CPUS = [
  'ryzen-9-7950x',
  'ryzen-9-9950x',
  'threadripper-7970x',
  'epyc-9554p',
  'i7-6700k',
];

/** Two units a core: what width the published operations a cycle make of it. */
function plainCores(id: string): { name: string; values: Own }[] {
  const device = lookUp(sharedData().estimator.tables.devices, id);
  const cpu = device?.cpu;
  if (!device || !cpu?.boostHertz || !cpu.fp32FlopPerCycle) return [];
  const bits = (cpu.fp32FlopPerCycle / 2 / 2) * 32;
  const own = { p: cpu.cores, pghz: cpu.boostHertz / 1e9, pfma: 2, e: 0, bits };
  return [{ name: device.name, values: { ...own, gflops: undefined } }];
}

const corePresets = (): Presets => ({
  label: 'Begin with',
  list: [
    {
      name: 'Core i5-1335U, the original’s example',
      values: { p: 2, pghz: 4.6, pfma: 2, e: 8, eghz: 3.4, efma: 1, bits: 256, gflops: 42.2 },
    },
    // The document's three ranges, each met by a plain machine of two AVX-512 or AVX2 units a core.
    {
      name: 'One core, 20–100 GFLOPS: 3 GHz with AVX2',
      values: { p: 1, pghz: 3, pfma: 2, e: 0, bits: 256, gflops: undefined },
    },
    {
      name: 'Several cores, 200–2,000 GFLOPS: eight at 4 GHz with AVX2',
      values: { p: 8, pghz: 4, pfma: 2, e: 0, bits: 256, gflops: undefined },
    },
    {
      name: 'A server, 5–10 TFLOPS: 64 cores at 2 GHz with AVX-512',
      values: { p: 64, pghz: 2, pfma: 2, e: 0, bits: 512, gflops: undefined },
    },
    ...PLAIN_CPUS.flatMap(plainCores),
  ],
});

/** Systems of the original and of its later notes; dies and fabric clocks where AMD's limit counts. */
const MEMORY_SYSTEMS: readonly [name: string, numbers: [number, number, number, number]][] = [
  ['Ryzen 9 9950X, 2 × DDR5-5600', [2, 5600, 2, 2]],
  ['Ryzen 9 9950X, 4 modules at DDR5-3600', [2, 3600, 2, 2]],
  ['Ryzen 5 7400F, 2 × DDR5-5200', [2, 5200, 1, 1.8]],
  ['Ryzen AI Max+ PRO 395, its CPU cores', [4, 8000, 2, 2]],
  ['Ryzen AI Max+ PRO 395, its GPU', [4, 8000, 0, 2]],
  ['Threadripper 7970X, 4 × DDR5-5200', [4, 5200, 4, 1.8]],
  ['EPYC 9554P, 12 × DDR5-4800', [12, 4800, 8, 1.8]],
  ['EPYC 9755, 12 × DDR5-5600', [12, 5600, 16, 2]],
  ['Four channels of DDR4-3200', [4, 3200, 0, 2]],
];

const memoryPresets = (): Presets => ({
  label: 'Begin with',
  list: MEMORY_SYSTEMS.map(([name, [ch, mts, ccd, fclk]]) => ({
    name,
    values: { ch, mts, bits: 64, ccd, fclk },
  })),
});

/** Operations of a token as the document prints them, and as they are for the same model. */
const operationPresets = (): Presets => ({
  label: 'Begin with',
  list: [
    {
      name: 'A desktop as the document has it',
      values: { f: 1000, e: 0.75, op: 90, bw: 50, s: 10 },
    },
    {
      name: 'The same with 13.2 GFLOP a token',
      values: { f: 1000, e: 0.75, op: 13.2, bw: 50, s: 10 },
    },
    {
      name: 'Core i5-1335U, the original’s example',
      values: { f: 582.4, e: 0.072, op: 90, bw: 50, s: 10 },
    },
  ],
});

const diskPresets = (): Presets => ({
  label: 'Disk',
  list: DISKS.map(([name, disk]) => ({ name, values: { disk } })),
});

/** Formats whose perplexity was measured on Llama 3 8B, widest first. */
function formatLosses(): FormatLoss {
  const formats: MeasuredFormat[] = [];
  let unquantized = 0;
  for (const {
    id,
    name,
    effective_llama3_8b: file,
    perplexity,
  } of sharedData().catalogue.quantizations.values()) {
    const bits = 'value' in file ? file.value : undefined;
    const row = lookUp(sharedData().estimator.tables.quantizations, id);
    if (!perplexity || !row || typeof bits !== 'number') continue;
    formats.push({ id, name, bits, delta: perplexity.delta, row });
    unquantized = perplexity.value - perplexity.delta;
  }
  return { unquantized, formats: formats.sort((a, b) => b.bits - a.bits) };
}

const DATA: Partial<Record<PanelKindName, () => unknown>> = {
  ops: operationRows,
  size: formatLosses,
  energy: measuredPower,
  cost: costFacts,
};
const PRESETS: Partial<Record<PanelKindName, () => Presets>> = {
  original: operationPresets,
  flops: corePresets,
  bandwidth: memoryPresets,
  load: diskPresets,
  cost: costPresets,
};

/** Catalogue facts and named sets of numbers for one kind. */
export const givenFor = (kind: PanelKindName): { data?: unknown; presets?: Presets } => {
  const [data, presets] = [DATA[kind], PRESETS[kind]];
  return { ...(data && { data: data() }), ...(presets && { presets: presets() }) };
};
