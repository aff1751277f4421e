/** models.csv → models. */
import { compact, notesOf, type Row, sourcesOf, text, whole, written } from './text.ts';

const NOT_READ = 'not in the sources read';

/** `first 3 layers dense` in the remarks; no remark means that every layer has experts. */
function denseLayers(row: Row): number {
  const found = /first (\d+ layers|layer) dense/.exec(row.notes ?? '');
  return found ? Number.parseInt(found[1] ?? '', 10) || 1 : 0;
}

function experts(row: Row): Record<string, unknown> | undefined {
  if (!row.n_experts) return undefined;
  const width = row.moe_intermediate || row.ffn_intermediate;
  return {
    count: Number(row.n_experts),
    active: Number(row.n_experts_active),
    shared: row.shared_experts ? Number(row.shared_experts) : 0,
    feed_forward: whole(width, NOT_READ),
    dense_layers: denseLayers(row),
  };
}

function attention(row: Row): Record<string, unknown> {
  const blank =
    row.swa_pattern && !row.kv_layers_full
      ? `layer split not in the sources read: ${row.swa_pattern}`
      : NOT_READ;
  const layers = (cell: string | undefined) =>
    cell ? Number(cell) : row.kv_layers_full ? 0 : { unknown: blank };
  const optional = (cell: string | undefined) => (cell ? Number(cell) : undefined);
  return compact({
    kind: row.attention,
    pattern: row.swa_pattern || undefined,
    full_layers: layers(row.kv_layers_full),
    sliding_layers: layers(row.kv_layers_sliding),
    sliding_window: optional(row.sliding_window),
    linear_layers: row.attention === 'linear-hybrid' ? layers(row.kv_layers_linear_state) : 0,
    shared_layers: row.kv_shared_layers ? Number(row.kv_shared_layers) : 0,
    global_kv_heads: optional(row.global_kv_heads),
    global_head_dimension: optional(row.global_head_dim),
    latent_rank: optional(row.mla_kv_lora_rank),
    latent_rope_dimension: optional(row.mla_rope_dim),
  });
}

function tied(cell: string | undefined): boolean | { unknown: string } {
  if (!cell)
    return { unknown: 'not stated in the sources read, nor settled by the parameter count' };
  return cell === 'True';
}

/** The geometry, with reasons for blanks. */
function geometry(row: Row): Record<string, unknown> {
  const latent =
    row.attention === 'mla' ? 'multi-head latent attention has no single head size' : NOT_READ;
  const width = row.n_experts ? 'every layer has experts; see experts' : NOT_READ;
  return {
    layers: Number(row.n_layers),
    hidden_size: Number(row.hidden_size),
    heads: whole(row.n_heads, NOT_READ),
    kv_heads: whole(row.n_kv_heads, NOT_READ),
    head_dimension: whole(row.head_dim, latent),
    feed_forward: whole(
      row.ffn_intermediate,
      row.id === 'nemotron-super-49b' ? 'varies from block to block' : width,
    ),
    vocabulary: whole(row.vocab_size, NOT_READ),
  };
}

export function model(row: Row): Record<string, unknown> & { id: string } {
  return compact({
    id: row.id ?? '',
    name: row.name,
    family: row.family,
    repository: row.hf_repo,
    released: row.release,
    licence: text(row.license, NOT_READ),
    parameters: written(row.params_total_b, 'billion', NOT_READ),
    active_parameters: written(row.params_active_b, 'billion', NOT_READ),
    ...geometry(row),
    tied_embeddings: tied(row.tied_embeddings),
    max_context: whole(row.max_context, NOT_READ),
    attention: attention(row),
    experts: experts(row),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}
