/** The form's words and the link they stand for. */
import type { Needs } from '../../planning/needs.ts';

export interface RawUse {
  on: boolean;
  runs: string;
  class: string;
}

export interface Raw {
  uses: Record<string, RawUse>;
  floor: 'size' | 'model' | 'score';
  size: string;
  model: string;
  list: string;
  score: string;
  users: string;
  bits: string;
  context: string;
  budget: string;
  currency: string;
  watts: string;
  noise: string;
  own: string;
  cloud: boolean;
  order: string;
}

const written = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** The form that stands for needs. */
export function rawOf(needs: Needs, useCases: readonly string[], usualModel: string): Raw {
  const { floor } = needs;
  const used = [...new Set([...useCases, ...needs.uses.map(({ useCase }) => useCase)])];
  return {
    uses: Object.fromEntries(
      used.map((id) => {
        const use = needs.uses.find(({ useCase }) => useCase === id);
        const runs = use ? String(use.perDay) : '20';
        return [id, { on: use !== undefined, runs, class: use?.class ?? 'interactive' }];
      }),
    ),
    floor: floor.kind,
    size: floor.kind === 'size' ? String(floor.parameters / 1e9) : '8',
    model: floor.kind === 'model' ? floor.id : usualModel,
    list: floor.kind === 'score' ? floor.list : 'arena',
    score: floor.kind === 'score' ? String(floor.least) : '1300',
    users: String(needs.users),
    bits: String(needs.bits),
    context: String(needs.context),
    budget: written(needs.budget),
    currency: needs.currency,
    watts: written(needs.watts),
    noise: written(needs.noise),
    own: needs.owned[0] ?? '',
    cloud: needs.cloud,
    order: needs.order,
  };
}

const floorOf = ({ floor, size, model, list, score }: Raw): string => {
  if (floor === 'model') return model;
  return floor === 'size' ? `${size}b` : `${list}:${score}`;
};

/** The link a form stands for; bad numbers travel as they are and are named by the reader of links. */
export function queryOf(raw: Raw): string {
  const uses = Object.entries(raw.uses)
    .filter(([, { on }]) => on)
    .map(([id, use]) => `${id}:${use.runs}:${use.class}`);
  const parts = [
    ...(uses.length > 0 ? [`use=${uses.join(',')}`] : []),
    `least=${floorOf(raw)}`,
    `users=${raw.users}`,
    `bits=${raw.bits}`,
    `context=${raw.context}`,
    ...(['budget', 'watts', 'noise', 'own'] as const)
      .filter((key) => raw[key] !== '')
      .map((key) => `${key}=${raw[key]}`),
    ...(raw.currency === 'USD' ? [] : [`currency=${raw.currency}`]),
    ...(raw.cloud ? ['cloud=yes'] : []),
    ...(raw.order === 'cheapest' ? [] : [`order=${raw.order}`]),
    'v=1',
  ];
  return parts.map((part) => part.replaceAll(' ', '')).join('&');
}
