/** Operations of one token: the real count, the rule 2·N·d², and what the original's table says. */
import { lookUp } from '../../configuration/rows.ts';
import { flopPerToken, promptFlopPerToken } from '../../estimation/flop.ts';
import { attentionFlop } from '../../estimation/kv-cache.ts';
import { originalOperationsPerToken } from '../../estimation/original.ts';
import { activeParameters, headParameters, parameterGroups } from '../../estimation/parameters.ts';
import type { ModelRow } from '../../estimation/types.ts';
import type { BarView } from '../bars.ts';
import type { ResultWords } from '../calculator.ts';
import {
  formatCount,
  formatFixed,
  formatParameters,
  formatPercent,
  formatSignificant,
  formatTokens,
  withUnit,
} from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { type Asked, answer, fact, frameFrom, missing, type PanelView } from './panel.ts';

/** A row of the original's table that is about a model of the catalogue. */
export interface TableRow {
  model: string;
  words: string;
  /** FLOP. */
  low: number;
  high: number;
}

const gigaflop = (value: number) => withUnit(formatSignificant(value / 1e9), 'GFLOP');

/** What one generated token's operations go to; the parts add up to `flopPerToken`. */
function operationsBar(model: ModelRow, context: number): BarView {
  const g = parameterGroups(model);
  const { experts } = model;
  const picked = experts ? experts.activePerToken / experts.count : 0;
  const parts = [
    { id: 'weights', name: 'Feed-forward', value: 2 * (g.feedForwardIn + g.feedForwardDown) },
    { id: 'batch', name: 'Experts picked', value: 2 * picked * (g.expertsIn + g.expertsDown) },
    {
      id: 'compute',
      name: 'Attention’s matrices',
      value: 2 * (g.query + g.key + g.value + g.attentionOutput),
    },
    { id: 'other', name: 'Other matrices', value: 2 * g.rest },
    { id: 'overhead', name: 'Output head', value: 2 * headParameters(model) },
    { id: 'attention', name: 'Attention over the context', value: attentionFlop(model, context) },
  ].filter(({ value }) => value > 0);
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  return {
    id: 'operations',
    title: 'What one token’s operations go to',
    totalText: gigaflop(total),
    segments: parts.map((part) => ({
      ...part,
      text: `${gigaflop(part.value)} (${formatPercent(part.value / total)})`,
    })),
  };
}

const times = (ratio: number) => formatFixed(ratio, 1);

function originalRow(real: number, row: TableRow | undefined): ResultWords {
  const name = 'The original’s table';
  if (!row) return missing(name, 'it lists eight models, not this one');
  const remark = `${times(row.low / real)} to ${times(row.high / real)} times too many`;
  return fact(name, withUnit(row.words, 'GFLOP'), remark);
}

function formulas(model: ModelRow, context: number): FormulaLine[] {
  const { layers, hiddenSize } = model;
  const attention = attentionFlop(model, context);
  const active = activeParameters(model);
  return [
    {
      name: { symbol: 'OP', index: 'token' },
      symbols: {
        sum: [
          { left: '2', right: { symbol: 'P', index: 'active' } },
          { symbol: 'A', index: 'context' },
        ],
      },
      numbers: {
        sum: [{ left: '2', right: formatParameters(active) }, formatSignificant(attention / 1e9)],
      },
      result: gigaflop(flopPerToken(model, context)),
    },
    {
      name: { symbol: 'OP', index: 'rule' },
      symbols: { left: { left: '2', right: { symbol: 'N' } }, right: 'd²' },
      numbers: {
        left: { left: '2', right: formatCount(layers) },
        right: `${formatCount(hiddenSize)}²`,
      },
      result: gigaflop(originalOperationsPerToken(layers, hiddenSize)),
    },
  ];
}

export function present(asked: Asked): PanelView {
  const { configuration, tables } = asked;
  const { frame } = frameFrom(asked);
  const model = lookUp(tables.models, configuration.model);
  if (!model)
    return answer({ frame, caption: '', problems: [`there is no model “${configuration.model}”`] });
  const context = configuration.depth;
  const real = flopPerToken(model);
  const rule = originalOperationsPerToken(model.layers, model.hiddenSize);
  const rows = (asked.data ?? []) as TableRow[];
  const after = context > 0 ? `after ${formatTokens(context)}` : 'with an empty context';
  return answer({
    frame,
    caption: `${model.name}: ${formatParameters(model.totalParameters)} parameters, ${formatCount(model.layers)} layers of width ${formatCount(model.hiddenSize)}.`,
    results: [
      fact('One generated token', gigaflop(flopPerToken(model, context)), after),
      fact('One token of a prompt', gigaflop(promptFlopPerToken(model)), 'without the output head'),
      fact('The rule 2·N·d²', gigaflop(rule), `${times(real / rule)} times too few`),
      originalRow(
        real,
        rows.find((row) => row.model === model.id),
      ),
    ],
    bars: [operationsBar(model, context)],
    formulas: formulas(model, context),
  });
}
