/** What a model's page says: its architecture with sources, and its size in every format. */
import type { Catalogue } from '../catalogue/index.ts';
import { isUnknown } from '../estimation/types.ts';
import type { Model } from '../schema/model.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import type { Estimator } from './estimator.ts';
import {
  formatCount,
  formatDate,
  formatGibibytes,
  formatGigabytes,
  formatParameters,
  formatSignificant,
} from './format.ts';
import { counted, SourceList, type SourceRef, type SpecRow, SpecTable, yesOrNo } from './specs.ts';

export interface ModelPage {
  id: string;
  name: string;
  /** `32.8 B parameters, dense, April 2025`. */
  kicker: string;
  repository: string;
  specs: SpecRow[];
  notes: readonly string[];
  sources: SourceRef[];
}

const ATTENTION: Readonly<Record<Model['attention']['kind'], string>> = {
  mha: 'multi-head: every head keeps its own keys and values',
  gqa: 'grouped-query: several heads share keys and values',
  mqa: 'multi-query: all heads share keys and values',
  mla: 'multi-head latent: keys and values are kept compressed',
  'swa-hybrid': 'sliding window in part of the layers',
  'linear-hybrid': 'a constant state instead of a cache in part of the layers',
};

const sizeOf = (fact: Fact): string => (isKnown(fact) ? formatParameters(fact.value) : 'unknown');

/** `30.5 B parameters, 3.3 B active`, or the total alone for a dense model. */
export function wordParameters(model: Model): string {
  const total = sizeOf(model.parameters);
  return model.experts
    ? `${total} parameters, ${sizeOf(model.active_parameters)} active`
    : `${total} parameters`;
}

/** Everything the catalogue knows of one model. */
export function modelPage(catalogue: Catalogue, model: Model): ModelPage {
  const list = new SourceList(catalogue);
  const table = new SpecTable(list, model.sources);
  table
    .fact('Parameters', model.parameters)
    .fact('Parameters of a text-only file', model.text_parameters)
    .fact('Parameters active a token', model.active_parameters)
    .plain('Layers', model.layers, counted())
    .plain('Width', model.hidden_size, counted())
    .plain('Attention heads', model.heads, counted())
    .plain('KV heads', model.kv_heads, counted())
    .plain('Size of a head', model.head_dimension, counted())
    .plain('Feed-forward width', model.feed_forward, counted())
    .plain('Vocabulary', model.vocabulary, counted('tokens'))
    .plain('Input and output share embeddings', model.tied_embeddings, yesOrNo)
    .plain('Longest context', model.max_context, counted('tokens'));
  attentionSpecs(table, model.attention);
  expertSpecs(table, model);
  table.plain('Licence', model.licence);
  return {
    id: model.id,
    name: model.name,
    kicker: [
      wordParameters(model),
      model.experts ? 'mixture of experts' : 'dense',
      formatDate(model.released),
    ].join(', '),
    repository: model.repository,
    specs: table.rows,
    notes: model.notes ?? [],
    sources: list.refs,
  };
}

function attentionSpecs(table: SpecTable, attention: Model['attention']): void {
  table
    .plain('Attention', ATTENTION[attention.kind])
    .plain('Order of layers', attention.pattern)
    .plain('Layers with a growing cache', attention.full_layers, counted())
    .plain('Layers with a sliding window', attention.sliding_layers, counted())
    .plain('Window', attention.sliding_window, counted('tokens'))
    .plain('Layers with a constant state', attention.linear_layers, counted())
    .plain('Layers that reuse a cache', attention.shared_layers, counted())
    .plain('KV heads of the growing layers', attention.global_kv_heads, counted())
    .plain('Size of a head there', attention.global_head_dimension, counted())
    .plain('Elements of the latent', attention.latent_rank, counted())
    .plain('Elements for the position', attention.latent_rope_dimension, counted());
}

function expertSpecs(
  table: SpecTable,
  { experts, native_expert_quantization: native }: Model,
): void {
  if (!experts) return;
  table
    .plain('Experts', experts.count, counted())
    .plain('Experts active a token', experts.active, counted())
    .plain('Shared experts', experts.shared, counted())
    .plain('Width of an expert', experts.feed_forward, counted())
    .plain('Leading layers without experts', experts.dense_layers, counted())
    .plain('Format the experts were released in', native);
}

/** The format most people run a model in: the one it was released in, else Q4_K_M. */
export const usualQuant = ({ native_expert_quantization: native }: Model): string =>
  native ?? 'q4_k_m';

export interface SizeRow {
  quantId: string;
  name: string;
  bitsPerWeight: string;
  gigabytes: string;
  gibibytes: string;
}

/** A machine with memory for anything, to ask for sizes alone. */
const SPACIOUS = 'dual-epyc-9004';

/** Size of the weights in each format; formats the model cannot be had in are left out. */
export function sizeRows(
  estimator: Estimator,
  model: string,
  quants: readonly string[],
): SizeRow[] {
  const parameters = estimator.tables.models[model]?.totalParameters;
  return quants.flatMap((quant) => {
    const result = estimator.run({ hw: SPACIOUS, model, quant, prompt: 1, gen: 1 });
    if (isUnknown(result) || !parameters) return [];
    const bytes = result.memory.weightBytes;
    return [
      {
        quantId: quant,
        name: estimator.tables.quantizations[quant]?.name ?? quant,
        bitsPerWeight: formatSignificant((bytes * 8) / parameters, 3),
        gigabytes: formatGigabytes(bytes),
        gibibytes: formatGibibytes(bytes),
      },
    ];
  });
}

export interface ContextRow {
  tokens: string;
  /** KV cache by type: f16, q8_0. */
  caches: string[];
}

const CONTEXTS = [4096, 16384, 32768, 131072, 262144, 1048576];

/** The KV cache at growing contexts, up to the longest the model takes. */
export function contextRows(
  estimator: Estimator,
  { model, quant }: { model: string; quant: string },
  kvTypes: readonly string[],
): ContextRow[] {
  const longest = estimator.tables.models[model]?.maximumContextTokens ?? CONTEXTS[2] ?? 0;
  const contexts = [...CONTEXTS.filter((tokens) => tokens < longest), longest];
  return contexts.flatMap((tokens) => {
    const caches = kvTypes.map((kv) =>
      estimator.run({ hw: SPACIOUS, model, quant, kv, prompt: tokens, gen: 0 }),
    );
    if (caches.some(isUnknown)) return [];
    return [
      {
        tokens: formatCount(tokens),
        caches: caches.map((one) => (isUnknown(one) ? '' : formatGigabytes(one.memory.kvBytes))),
      },
    ];
  });
}
