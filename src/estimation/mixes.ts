/**
 * Which block type llama.cpp gives each tensor under a file's label.
 *
 * A label such as Q4_K_M names a recipe: most tensors Q4_K, half of the value and down projections
 * and the output head Q6_K. Bits per weight are exact arithmetic on ggml's block layouts
 * (block bytes · 8 / weights of the block), scales included.
 */
const bits: Record<string, number> = {
  f32: 32,
  f16: 16,
  bf16: 16,
  q8_0: 8.5,
  q6_k: 6.5625,
  q5_k: 5.5,
  q4_k: 4.5,
  q3_k: 3.4375,
  q2_k: 2.625,
  q5_1: 6,
  q5_0: 5.5,
  q4_1: 5,
  q4_0: 4.5,
  iq4_nl: 4.5,
  iq4_xs: 4.25,
  iq3_s: 3.4375,
  iq3_xxs: 3.0625,
  iq2_s: 2.5625,
  iq2_xs: 2.3125,
  iq2_xxs: 2.0625,
  iq1_m: 1.75,
  iq1_s: 1.5625,
  tq1_0: 1.6875,
  tq2_0: 2.0625,
  mxfp4: 4.25,
  nvfp4: 4.5,
};

/** What a block of 256 becomes where a row's length is not a multiple of 256. */
const fallback: Record<string, string> = {
  q6_k: 'q8_0',
  q5_k: 'q5_1',
  q4_k: 'q5_0',
  q3_k: 'iq4_nl',
  q2_k: 'iq4_nl',
  iq4_xs: 'iq4_nl',
  iq3_s: 'iq4_nl',
  iq3_xxs: 'iq4_nl',
  iq2_s: 'iq4_nl',
  iq2_xs: 'iq4_nl',
  iq2_xxs: 'iq4_nl',
  iq1_m: 'iq4_nl',
  iq1_s: 'iq4_nl',
  tq1_0: 'q4_0',
  tq2_0: 'q4_0',
};

export type TensorRole =
  | 'embedding'
  | 'head'
  | 'query'
  | 'key'
  | 'value'
  | 'attentionOutput'
  | 'feedForwardIn'
  | 'feedForwardDown'
  | 'rest';

/** Some layers' type: [type, which layers, type of the others]. */
type Rule =
  | string
  | [string, 'more' | 'edges' | 'first8th' | 'first16th' | 'first2' | 'first4', string];

/** Recipe: the main type, and the roles that differ. `gqa`: only with 4 or more query heads per KV head. */
interface Mix {
  main: string;
  roles?: Partial<Record<TensorRole, Rule>>;
  gqa?: Partial<Record<TensorRole, Rule>>;
}

const low = (main: string, embedding: string, output: string, early: string): Mix => ({
  main,
  roles: {
    embedding,
    head: 'q5_k',
    value: early,
    feedForwardDown: [early, 'first8th', main],
    attentionOutput: output,
  },
  gqa: { value: 'q4_k' },
});

const mixes: Record<string, Mix> = {
  q6_k: { main: 'q6_k' },
  q5_k_m: {
    main: 'q5_k',
    roles: { value: ['q6_k', 'more', 'q5_k'], feedForwardDown: ['q6_k', 'more', 'q5_k'] },
  },
  q5_k_s: { main: 'q5_k' },
  q4_k_m: {
    main: 'q4_k',
    roles: { value: ['q6_k', 'more', 'q4_k'], feedForwardDown: ['q6_k', 'more', 'q4_k'] },
  },
  q4_k_s: {
    main: 'q4_k',
    roles: { value: ['q5_k', 'first4', 'q4_k'], feedForwardDown: ['q5_k', 'first8th', 'q4_k'] },
  },
  q3_k_l: {
    main: 'q3_k',
    roles: { value: 'q5_k', feedForwardDown: 'q5_k', attentionOutput: 'q5_k' },
  },
  q3_k_m: {
    main: 'q3_k',
    roles: {
      value: ['q5_k', 'first2', 'q4_k'],
      feedForwardDown: ['q5_k', 'first16th', 'q4_k'],
      attentionOutput: 'q4_k',
    },
  },
  q3_k_s: { main: 'q3_k' },
  q2_k: {
    main: 'q2_k',
    roles: { value: 'q3_k', feedForwardDown: 'q3_k', attentionOutput: 'q3_k' },
    gqa: { value: 'q4_k' },
  },
  q2_k_s: {
    main: 'q2_k',
    roles: { feedForwardDown: ['q4_k', 'first8th', 'q2_k'] },
    gqa: { value: 'q4_k' },
  },
  iq4_xs: { main: 'iq4_xs', gqa: { value: 'q5_k' } },
  iq4_nl: { main: 'iq4_nl', gqa: { value: 'q5_k' } },
  iq3_m: {
    main: 'iq3_s',
    roles: {
      value: 'q4_k',
      attentionOutput: 'q4_k',
      feedForwardDown: ['q4_k', 'first8th', 'iq3_s'],
    },
  },
  iq3_s: { main: 'iq3_s', gqa: { value: 'q4_k' } },
  iq3_xs: {
    main: 'iq3_s',
    roles: {
      query: 'iq3_xxs',
      key: 'iq3_xxs',
      feedForwardIn: ['iq3_s', 'edges', 'iq3_xxs'],
    },
    gqa: { value: 'q4_k' },
  },
  iq3_xxs: {
    main: 'iq3_xxs',
    roles: { embedding: 'iq3_s', query: 'iq2_s', key: 'iq2_s', attentionOutput: 'iq3_s' },
    gqa: { value: 'q4_k' },
  },
  iq2_m: low('iq2_s', 'iq3_s', 'iq3_s', 'iq3_s'),
  iq2_s: low('iq2_xs', 'iq3_s', 'iq3_s', 'iq3_s'),
  iq2_xs: low('iq2_xs', 'q2_k', 'iq2_xs', 'q2_k'),
  iq2_xxs: low('iq2_xxs', 'q2_k', 'iq2_xxs', 'q2_k'),
  iq1_m: low('iq1_m', 'q2_k', 'iq2_xxs', 'q2_k'),
  iq1_s: low('iq1_s', 'q2_k', 'iq2_xxs', 'q2_k'),
};

/** Labels whose head and embedding keep their own width whatever the main type. */
const plain = new Set(['f32', 'f16', 'bf16', 'q8_0']);

/** With eight experts (Mixtral) llama.cpp widens attention, which is small there. */
const eightExperts: Partial<Record<TensorRole, string>> = { key: 'q8_0', value: 'q8_0' };
const eightExpertsOutput = new Set([
  'q2_k',
  'q3_k',
  'q4_k',
  'iq3_s',
  'iq3_xxs',
  'iq4_nl',
  'iq4_xs',
]);

export interface MixContext {
  layers: number;
  queryHeadsPerKvHead: number;
  experts: number;
}

/** Part of the layers a rule's first type covers; integer divisions as llama.cpp makes them. */
function covered(which: string, layers: number): number {
  const eighth = Math.floor(layers / 8);
  if (which === 'first8th') return eighth / layers;
  if (which === 'first16th') return Math.floor(layers / 16) / layers;
  if (which === 'first2') return Math.min(2, layers) / layers;
  if (which === 'first4') return Math.min(4, layers) / layers;
  const last = Math.floor((7 * layers) / 8);
  if (which === 'edges') return (eighth + layers - last) / layers;
  let more = 0;
  for (let i = 0; i < layers; i++) {
    if (i < eighth || i >= last || (i - eighth) % 3 === 2) more++;
  }
  return more / layers;
}

const typeBits = (type: string, columns: number): number => {
  const fits = columns % 256 === 0 || fallback[type] === undefined;
  return bits[fits ? type : (fallback[type] as string)] as number;
};

function ruleBits(rule: Rule, columns: number, layers: number): number {
  if (typeof rule === 'string') return typeBits(rule, columns);
  const [some, which, others] = rule;
  const part = covered(which, layers);
  return part * typeBits(some, columns) + (1 - part) * typeBits(others, columns);
}

function ruleOf(mix: Mix, role: TensorRole, context: MixContext): Rule {
  if (context.experts === 8) {
    const wide = eightExperts[role];
    if (wide) return wide;
    if (role === 'attentionOutput' && eightExpertsOutput.has(mix.main)) return 'q5_k';
  }
  if (role === 'value' && context.layers === 80 && /^q[34]_k$/.test(mix.main)) return 'q5_k';
  const special = context.queryHeadsPerKvHead >= 4 ? mix.gqa?.[role] : undefined;
  return special ?? mix.roles?.[role] ?? (role === 'head' ? 'q6_k' : mix.main);
}

/**
 * Bits per weight of one kind of tensor under a GGUF label; undefined where the label is no ggml recipe.
 *
 * `columns` is the length of the tensor's rows: blocks of 256 need a multiple of 256.
 * Source: llama.cpp quantization recipes and ggml block layouts (quantizations.yaml).
 */
export function tensorBits(
  label: string,
  role: TensorRole,
  columns: number,
  context: MixContext,
): number | undefined {
  const recipe = mixes[label];
  if (recipe) return ruleBits(ruleOf(recipe, role, context), columns, context.layers);
  const main = bits[label];
  if (main === undefined) return undefined;
  return role === 'head' && !plain.has(label)
    ? typeBits('q6_k', columns)
    : typeBits(label, columns);
}
