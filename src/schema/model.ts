/** `models/<id>.yaml`: architecture and parameter counts of a model; no weights format. */
import { z } from 'zod';
import { count, Id, Notes, orUnknown, Sources, Text } from './common.ts';
import { quantity } from './quantity.ts';

const Attention = z.strictObject({
  kind: z.enum(['mha', 'gqa', 'mqa', 'mla', 'swa-hybrid', 'linear-hybrid']),
  /** The mix in words: `5:1 local:global`. */
  pattern: Text.optional(),
  /** Layers whose cache grows with the context. */
  full_layers: orUnknown(z.int().min(0).max(512)),
  /** Layers whose cache stops growing at the window. */
  sliding_layers: orUnknown(z.int().min(0).max(512)),
  sliding_window: orUnknown(count(1_000_000)).optional(),
  /** Layers with a constant recurrent state. */
  linear_layers: orUnknown(z.int().min(0).max(512)),
  /** Layers that reuse another layer's cache; counted among the layers above where a note says so. */
  shared_layers: orUnknown(z.int().min(0).max(512)),
  global_kv_heads: orUnknown(count(1024)).optional(),
  global_head_dimension: orUnknown(count(4096)).optional(),
  latent_rank: count(8192).optional(),
  latent_rope_dimension: count(4096).optional(),
});

const Experts = z.strictObject({
  count: count(4096),
  active: count(256),
  shared: orUnknown(z.int().min(0).max(16)),
  /** Width of one expert's feed-forward layer. */
  feed_forward: orUnknown(count(131072)),
  /** Layers without experts: the first ones, or every second (Llama 4 Maverick). */
  dense_layers: orUnknown(z.int().min(0).max(256)),
});

export const ModelSchema = z.strictObject({
  id: Id,
  name: Text,
  family: Text,
  /** Where the maker publishes the weights. */
  repository: Text,
  released: z.string().regex(/^20\d\d-\d\d$/, 'releases are written 2025-04'),
  licence: orUnknown(Text),
  /** The published total, which may count vision towers and prediction heads. */
  parameters: quantity('parameters'),
  /** What a text-only weights file holds, where it differs from the published total. */
  text_parameters: quantity('parameters').optional(),
  active_parameters: quantity('parameters'),
  layers: count(1024),
  hidden_size: count(131072),
  heads: orUnknown(count(1024)),
  kv_heads: orUnknown(count(1024)),
  head_dimension: orUnknown(count(4096)),
  feed_forward: orUnknown(count(1_000_000)),
  vocabulary: orUnknown(count(2_000_000)),
  tied_embeddings: orUnknown(z.boolean()),
  max_context: orUnknown(count(100_000_000)),
  attention: Attention,
  experts: Experts.optional(),
  /** The format the maker released the expert weights in, where files keep it whatever their label. */
  native_expert_quantization: Id.optional(),
  notes: Notes,
  sources: Sources,
});

export type Model = z.infer<typeof ModelSchema>;
