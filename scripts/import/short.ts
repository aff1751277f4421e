/** quants.csv and kv_types.csv → quantizations.yaml and kv-types.yaml. */
import { compact, notesOf, type Row, sourcesOf, written } from './text.ts';

const NOT_MEASURED = 'no measured file seen in a source';

function perplexity(row: Row): Record<string, unknown> | undefined {
  if (!row.ppl_llama3_8b) return undefined;
  const without = row.delta_ppl_no_imatrix;
  return compact({
    value: Number(row.ppl_llama3_8b),
    plus_minus: Number(row.ppl_pm),
    delta: Number(row.delta_ppl),
    delta_without_imatrix: without ? Number(without) : undefined,
    mean_kld: Number(row.mean_kld),
    imatrix: row.imatrix === 'None' ? 'none' : row.imatrix,
  });
}

export function quantization(row: Row): Record<string, unknown> & { id: string } {
  return compact({
    id: (row.id ?? '').toLowerCase(),
    name: row.id,
    family: row.family,
    nominal: written(row.nominal_bpw, 'bits/weight', 'chosen by the user, file by file'),
    effective_llama31_8b: written(row.effective_bpw_llama31_8b, 'bits/weight', NOT_MEASURED),
    size_llama31_8b: written(row.size_gib_llama31_8b, 'GiB', NOT_MEASURED),
    effective_llama3_8b: written(row.effective_bpw_llama3_8b, 'bits/weight', NOT_MEASURED),
    size_llama3_8b: written(row.size_gib_llama3_8b, 'GiB', NOT_MEASURED),
    perplexity: perplexity(row),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}

export function kvType(row: Row): Record<string, unknown> & { id: string } {
  return compact({
    id: row.id ?? '',
    bits_per_element: Number(row.bits_per_element),
    runtimes: (row.runtime ?? '').split(', ').map((name) => name.replace(' default', '')),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? ''),
  });
}
