// Proves that the models' geometry is right: the parameter count summed from the matrices meets the count an estimate uses.
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { modelRow } from '../../src/catalogue/rows.ts';
import type { ModelRow } from '../../src/estimation/types.ts';

const { models, tables } = loadCatalogue();
const rows = [...models.values()].map(modelRow);
const row = (id: string) => rows.find((model) => model.id === id) as ModelRow;

/** Families whose feed-forward part has two matrices instead of three. */
const TWO_MATRICES = ['gpt2', 'falcon'];
/** Families with matrices this sum does not know: per-layer embeddings, state-space layers, two sizes of head. */
const OTHERWISE = [
  'gemma3n',
  'gemma4',
  'nemotron',
  'nemotron3',
  'deepseek-v4',
  'kimi-k3',
  'minimax-m3',
  'llama4',
];

/** Parameters of the feed-forward parts of all layers; undefined where a width is not published. */
function feedForward(model: ModelRow): number | undefined {
  const { id, layers, hiddenSize: d, feedForwardSize = 0, experts } = model;
  const matrices = TWO_MATRICES.includes(model.family) ? 2 : 3;
  if (!experts) return feedForwardSize ? layers * matrices * d * feedForwardSize : undefined;
  const dense = models.get(id)?.experts?.dense_layers;
  if (!experts.intermediateSize || typeof dense !== 'number') return undefined;
  if (dense > 0 && feedForwardSize === 0) return undefined;
  const router = d * experts.count;
  const expertLayer = (experts.count + experts.shared) * 3 * d * experts.intermediateSize + router;
  return (layers - dense) * expertLayer + dense * 3 * d * feedForwardSize;
}

/** Sum of the matrices of a transformer with one kind of attention, norms left out. */
function summed(model: ModelRow): number | undefined {
  const { layers, hiddenSize: d, heads, kvHeads, headDimension, vocabularySize } = model;
  if (!heads || !kvHeads || !headDimension || !vocabularySize) return undefined;
  if (OTHERWISE.includes(model.family) || model.attention.linearLayers > 0) return undefined;
  if (model.attention.latent) return undefined;
  const attention = layers * (2 * d * heads * headDimension + 2 * d * kvHeads * headDimension);
  const embeddings = vocabularySize * d * (model.tiedEmbeddings ? 1 : 2);
  const inner = feedForward(model);
  return inner === undefined ? undefined : attention + inner + embeddings;
}

test('for every model of plain geometry the sum is within 0.5 % of the count used', () => {
  const checked = rows.flatMap((model) => {
    const sum = summed(model);
    return sum === undefined ? [] : [{ id: model.id, ratio: model.totalParameters / sum }];
  });
  expect(checked.length).toBeGreaterThan(60);
  for (const { id, ratio } of checked) expect(Math.abs(ratio - 1), id).toBeLessThan(0.005);
});

test.each([
  // Printed by llama.cpp for the file ("params"), in billions.
  ['gemma-3-4b', 3.88],
  ['gemma-3-12b', 11.77],
  ['gemma-3-27b', 27.01],
  ['gemma-4-26b-a4b', 25.23],
  ['qwen3-next-80b-a3b', 79.67],
  ['qwen3.5-122b-a10b', 122.11],
  ['qwen3.5-4b', 4.21],
  ['nemotron-3-super-120b-a12b', 120.67],
  ['qwen3-30b-a3b', 30.53],
  ['gpt-oss-20b', 20.91],
  ['llama-3.1-8b', 8.03],
  ['qwen2.5-14b', 14.77],
])('%s holds %f billion parameters as text', (id, billions) => {
  expect(row(id).totalParameters / 1e9).toBeCloseTo(billions, 1);
});

test.each([
  // The exact bytes of a Q8_0 or F16 file at 8.5 or 16 bits a weight, less 0.3 % for metadata and unquantized parts.
  ['gemma-3-4b', 7_767_474_336 / 2],
  ['gemma-3-1b', 2_006_573_568 / 2],
  ['qwen3.6-35b-a3b', (36_903_140_320 * 8) / 8.5],
])('%s agrees with the size of a file', (id, parameters) => {
  expect(row(id).totalParameters / parameters).toBeGreaterThan(0.994);
  expect(row(id).totalParameters / parameters).toBeLessThan(1.001);
});

test('routed experts taken out of the total leave the active parameters the makers state', () => {
  // total - routed (1 - k/E) - input embedding: 3.61 and 5.17 billion (gpt-oss), 3.04 (Qwen3 30B-A3B), 21.6 (235B).
  const active = (id: string) => {
    const { totalParameters, layers, hiddenSize: d, experts, vocabularySize = 0 } = row(id);
    const width = experts?.intermediateSize ?? 0;
    const routed = layers * (experts?.count ?? 0) * 3 * d * width;
    const idle = 1 - (experts?.activePerToken ?? 0) / (experts?.count ?? 1);
    return (totalParameters - routed * idle - vocabularySize * d) / 1e9;
  };
  expect(active('gpt-oss-20b')).toBeCloseTo(3.61, 1);
  expect(active('gpt-oss-120b')).toBeCloseTo(5.17, 1);
  expect(active('qwen3-30b-a3b')).toBeCloseTo(3.04, 1);
  expect(active('qwen3-235b-a22b')).toBeCloseTo(21.6, 1);
});

test.each([
  // Layers with a growing cache, bounded by a window, with a constant state, reusing another's.
  ['gpt-oss-20b', 12, 12, 0, 0],
  ['gemma-3-4b', 5, 29, 0, 0],
  ['gemma-2-27b', 23, 23, 0, 0],
  ['llama-4-scout', 12, 36, 0, 0],
  ['qwen3.5-35b-a3b', 10, 0, 30, 0],
  ['deepseek-v3', 61, 0, 0, 0],
  ['gemma-4-e2b', 3, 12, 0, 20],
  ['gemma-3n-e4b', 4, 16, 0, 15],
  ['nemotron-super-49b', 49, 0, 0, 0],
])(
  '%s caches in %i full and %i sliding layers, %i linear, %i shared',
  (id, full, sliding, linear, shared) => {
    const { attention } = row(id);
    expect([
      attention.fullLayers,
      attention.slidingLayers,
      attention.linearLayers,
      attention.sharedLayers,
    ]).toEqual([full, sliding, linear, shared]);
  },
);

test('a split nobody published is marked as assumed, with all layers in full', () => {
  const assumed = rows.filter(({ attention }) => attention.layoutAssumed);
  expect(assumed.map(({ id }) => id)).toEqual(['deepseek-v4-flash']);
  for (const model of assumed) expect(model.attention.fullLayers).toBe(model.layers);
});

test('KV heads never outnumber heads, and active parameters never the total', () => {
  for (const model of rows) {
    if (model.heads && model.kvHeads)
      expect(model.kvHeads, model.id).toBeLessThanOrEqual(model.heads);
    expect(model.activeParameters, model.id).toBeLessThanOrEqual(model.totalParameters);
  }
});

test('exact file sizes at 8.5 and 16 bits a weight agree with the counts within 1 %', () => {
  // Qwen's own small files write the tied matrix twice; gpt-oss keeps its experts in MXFP4 whatever the label.
  const others = ['qwen2.5-0.5b', 'qwen2.5-3b', 'gpt-oss-20b', 'gpt-oss-120b'];
  const bits: Record<string, number> = { Q8_0: 8.5, F16: 16, BF16: 16 };
  let checked = 0;
  for (const { model_id: id, quant, bytes, file } of tables['gguf-sizes']) {
    const width = bits[quant];
    if (!id || !bytes || !width || others.includes(id)) continue;
    const counted = row(id).totalParameters * (width / 8);
    expect(Math.abs(bytes / counted - 1), file).toBeLessThan(0.01);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(25);
});
