/** Operations a token costs, model by model: the original's rule, the count, and what attention adds. */

import { flopPerToken } from '../estimation/flop.ts';
import { attentionFlop } from '../estimation/kv-cache.ts';
import { originalOperationsPerToken } from '../estimation/original.ts';
import { activeParameters } from '../estimation/parameters.ts';
import type { ModelRow } from '../estimation/types.ts';
import type { DataCell, DataTable } from './data-table.ts';
import { formatCount, formatParameters, formatSignificant } from './format.ts';
import { guideTables, modelById } from './guide-data.ts';

const CONTEXT = 8192;

const giga = (flop: number): DataCell => ({ text: formatSignificant(flop / 1e9, 3), sort: flop });

function rowOf(model: ModelRow): DataCell[] {
  const rule = originalOperationsPerToken(model.layers, model.hiddenSize);
  const count = flopPerToken(model);
  const most = model.maximumContextTokens ?? CONTEXT;
  return [
    { text: model.name, href: `/models/${model.id}/` },
    { text: formatParameters(model.totalParameters), sort: model.totalParameters },
    { text: formatParameters(activeParameters(model)), sort: activeParameters(model) },
    { text: formatCount(model.layers), sort: model.layers },
    { text: formatCount(model.hiddenSize), sort: model.hiddenSize },
    giga(rule),
    giga(count),
    { text: formatSignificant(count / rule, 3), sort: count / rule },
    most < CONTEXT
      ? { text: `takes ${formatCount(most)} tokens`, known: false }
      : giga(attentionFlop(model, CONTEXT)),
  ];
}

/** Ids separated by spaces, or `all` for every model of the catalogue, the smallest first. */
export function operationsTable(models: string): DataTable {
  const rows =
    models === 'all'
      ? Object.values(guideTables().models).sort((a, b) => a.totalParameters - b.totalParameters)
      : models.trim().split(/\s+/).map(modelById);
  const names = [
    'Parameters',
    'Active',
    'Layers',
    'Width',
    '2·N·d²',
    'Count',
    'Ratio',
    `Attention at ${formatCount(CONTEXT)}`,
  ];
  const gflop = new Set(['2·N·d²', 'Count', `Attention at ${formatCount(CONTEXT)}`]);
  return {
    columns: [
      { name: 'Model' },
      ...names.map((name) => ({ name, numeric: true, ...(gflop.has(name) && { unit: 'GFLOP' }) })),
    ],
    rows: rows.map(rowOf),
  };
}
