/**
 * Memory against what engines logged: files of weights, KV cache, and all of it together. Nothing of it
 * is fitted, so nothing has to be held out.
 */
import type { Catalogue } from '../../src/catalogue/index.ts';
import type { Tables } from '../../src/configuration/tables.ts';
import { computeBufferBytes, hostBufferBytes } from '../../src/estimation/buffers.ts';
import { kvBytes } from '../../src/estimation/kv-cache.ts';
import type { ModelRow } from '../../src/estimation/types.ts';
import { weightBytes } from '../../src/estimation/weights.ts';

const MEBIBYTE = 2 ** 20;

export interface MemoryErrors {
  what: string;
  rows: number;
  /** [%] */
  median: number;
  p90: number;
}

function errorsOf(what: string, ratios: readonly number[]): MemoryErrors {
  const sorted = ratios.map((ratio) => Math.abs(ratio - 1) * 100).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { what, rows: sorted.length, median: at(0.5), p90: at(0.9) };
}

/** Names as logs write them, without what does not change the shape. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/instruct|chat|it$|v01/g, '');

type Row = Catalogue['tables']['memory-measured'][number];

/** One card or none: logs of several cards list a buffer for each. */
const isSole = ({ notes = '' }: Row): boolean => !/CUDA[1-9]|ROCm[1-9]/.test(notes);

function shapeOf({ n_ctx: contextTokens, notes = '' }: Row) {
  const microBatchTokens = Number(/n_ubatch (\d+)/.exec(notes)?.[1] ?? 512);
  return { contextTokens, microBatchTokens, flashAttention: /flash_attn 1/.test(notes) };
}

interface Predicted {
  row: Row;
  cacheMebibytes: number;
  totalMebibytes: number | undefined;
}

function predict(row: Row, model: ModelRow, tables: Tables): Predicted[] {
  const kvType = tables.kvTypes[row.kv_type ?? ''];
  if (!kvType) return [];
  const shape = shapeOf(row);
  const cache = kvBytes(model, kvType, shape);
  const quantization = tables.quantizations[(row.quant ?? '').toLowerCase()];
  const buffers = computeBufferBytes(model, shape) + hostBufferBytes(model, shape);
  const total = quantization && weightBytes(model, quantization).file + cache + buffers;
  return [
    {
      row,
      cacheMebibytes: cache / MEBIBYTE,
      totalMebibytes: total === undefined ? undefined : total / MEBIBYTE,
    },
  ];
}

/** Errors of weights, cache and total. */
export function memoryErrors({ tables: data }: Catalogue, tables: Tables): MemoryErrors[] {
  const weights = data['gguf-sizes'].flatMap(({ model_id, quant, bytes }) => {
    const model = tables.models[model_id ?? ''];
    const row = tables.quantizations[(quant ?? '').toLowerCase()];
    return model && row && bytes ? [weightBytes(model, row).file / bytes] : [];
  });
  const named = new Map(
    Object.values(tables.models).flatMap((model) => [
      [plain(model.name), model] as const,
      [plain(model.id), model] as const,
    ]),
  );
  const logged = data['memory-measured'].filter(isSole).flatMap((row) => {
    const model = named.get(plain(row.model));
    return model ? predict(row, model, tables) : [];
  });
  const cache = logged.flatMap(({ row, cacheMebibytes }) =>
    row.kv_mib ? [cacheMebibytes / row.kv_mib] : [],
  );
  const total = logged.flatMap(({ row, totalMebibytes }) =>
    row.total_mib && totalMebibytes !== undefined ? [totalMebibytes / row.total_mib] : [],
  );
  return [
    errorsOf('weights of a GGUF file', weights),
    errorsOf('KV cache', cache),
    errorsOf('weights, cache and buffers together', total),
  ];
}
