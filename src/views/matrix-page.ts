/** What a matrix page shows for one model: its groups, its captions, the way to the other models. */
import { isKnown } from '../schema/quantity.ts';
import type { Weights } from '../schema/selections.ts';
import { formatDate } from './format.ts';
import { type MatrixGroup, matrixOf, SYSTEM_CLASSES, type UseCase } from './matrix.ts';
import { wordParameters } from './model.ts';
import { type OriginalRow, originalRows } from './original-rows.ts';
import { guideUseCases } from './runs.ts';
import type { Shared } from './shared.ts';

export interface MatrixLink {
  name: string;
  href: string;
  current: boolean;
}

export interface MatrixPage {
  modelId: string;
  modelName: string;
  /** `14.8 B parameters, dense, September 2024`. */
  about: string;
  quantization: string;
  useCases: UseCase[];
  groups: MatrixGroup[];
  /** The guide's own rows, for its own model. */
  original: OriginalRow[];
  /** Kinds of rows for the filter. */
  kinds: { id: string; name: string }[];
  /** Links to the matrices of all models, by size. */
  others: { size: string; links: MatrixLink[] }[];
}

export const matrixHref = (shared: Shared, model: string): string =>
  model === shared.selections.matrix.guide.model ? '/matrix/' : `/matrix/${model}/`;

/** All models with a matrix, the guide's first. */
export const matrixWeights = ({ selections }: Shared): Weights[] => [
  selections.matrix.guide,
  ...selections.matrix.models,
];

export function matrixPage(shared: Shared, { model: modelId, quant }: Weights): MatrixPage {
  const { catalogue, estimator, original, selections } = shared;
  const model = catalogue.models.get(modelId);
  if (!model) throw new Error(`selections.yaml: there is no model "${modelId}"`);
  const { tables } = estimator;
  const useCases = guideUseCases(estimator);
  const systems = Object.values(tables.systems);
  const isGuides = modelId === selections.matrix.guide.model;
  const rows = isGuides ? originalRows(original, useCases, tables.thresholds, estimator) : [];
  return {
    modelId,
    modelName: model.name,
    about: [
      wordParameters(model),
      ...(model.experts ? ['mixture of experts'] : ['dense']),
      formatDate(model.released),
    ].join(', '),
    quantization: tables.quantizations[quant]?.name ?? quant,
    useCases,
    groups: matrixOf(estimator, { model: modelId, quant, useCases, systems }),
    original: rows,
    kinds: [
      ...(isGuides ? [{ id: 'original', name: 'the guide’s nine' }] : []),
      ...SYSTEM_CLASSES.map((id) => ({ id, name: id })),
    ],
    others: linksBySize(shared, modelId),
  };
}

const SIZES: readonly (readonly [name: string, below: number])[] = [
  ['1 to 5 B', 6e9],
  ['7 to 15 B', 16e9],
  ['20 to 35 B', 40e9],
  ['45 to 125 B', 150e9],
  ['over 200 B', Number.POSITIVE_INFINITY],
];

function linksBySize(shared: Shared, current: string): MatrixPage['others'] {
  const links = matrixWeights(shared).map(({ model: id }) => {
    const model = shared.catalogue.models.get(id);
    const parameters = model && isKnown(model.parameters) ? model.parameters.value : 0;
    const size = SIZES.find(([, below]) => parameters < below)?.[0] ?? '';
    const name = (model?.name ?? id) + (model?.experts ? ' (MoE)' : '');
    return {
      size,
      parameters,
      link: { name, href: matrixHref(shared, id), current: id === current },
    };
  });
  const sorted = links.toSorted((a, b) => a.parameters - b.parameters);
  return SIZES.map(([size]) => ({
    size,
    links: sorted.filter((one) => one.size === size).map(({ link }) => link),
  })).filter((group) => group.links.length > 0);
}

/** Pages of LocalScore's nine tests, one for each of the benchmark's models. */
export const scoreLinks = ({ selections, catalogue }: Shared) =>
  selections.matrix.localscore.map(({ model }) => ({
    model,
    name: catalogue.models.get(model)?.name ?? model,
    href:
      model === selections.matrix.guide.model
        ? '/matrix/localscore/'
        : `/matrix/localscore/${model}/`,
  }));
