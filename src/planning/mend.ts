/** What would mend a machine that misses one need: each way put to the module before it is named. */
import { type Attempt, attempt, baseOf, isEnough } from './attempt.ts';
import { formatsOf } from './candidates.ts';
import type { PlanData } from './data.ts';
import type { Outcome } from './judge.ts';
import type { Needs } from './needs.ts';

export type Mend =
  | { kind: 'cards'; count: number; made: Attempt }
  | { kind: 'bits'; quant: string; made: Attempt }
  | { kind: 'model'; model: string; made: Attempt }
  | { kind: 'money'; more: number };

const MOST_CARDS = 8;

function moreCards({ system, attempt: near }: Outcome, needs: Needs, data: PlanData): Mend[] {
  const { tables } = data;
  const model = near && tables.models[near.model];
  if (!model || !near || !system.gpuId) return [];
  for (let count = (system.gpuCount ?? 1) + 1; count <= MOST_CARDS; count++) {
    const base = baseOf(system.id, near.runtime, needs.users, tables, count);
    const made = base && attempt(base, model, near.quant, needs, tables);
    if (isEnough(made, needs)) return [{ kind: 'cards', count, made }];
  }
  return [];
}

function fewerBits({ system, attempt: near }: Outcome, needs: Needs, data: PlanData): Mend[] {
  const { tables } = data;
  const model = near && tables.models[near.model];
  const base = near && baseOf(system.id, near.runtime, needs.users, tables);
  if (!model || !base) return [];
  const lighter = formatsOf(model, near.runtime, 2).filter(
    (quant) => !formatsOf(model, near.runtime, needs.bits).includes(quant),
  );
  for (const quant of lighter.reverse()) {
    const made = attempt(base, model, quant, needs, tables);
    if (isEnough(made, needs)) return [{ kind: 'bits', quant, made }];
  }
  return [];
}

/** The largest model below the floor that would be enough in the lightest format allowed. */
function smallerModel({ system }: Outcome, needs: Needs, data: PlanData): Mend[] {
  const { tables } = data;
  const base = baseOf(system.id, undefined, needs.users, tables);
  if (!base || needs.floor.kind !== 'size') return [];
  const { parameters } = needs.floor;
  const below = Object.values(tables.models)
    .filter(({ totalParameters }) => totalParameters < parameters * 0.94)
    .sort((a, b) => b.totalParameters - a.totalParameters);
  for (const model of below) {
    const [quant] = formatsOf(model, base.runtime.id, needs.bits);
    const made = quant && attempt(base, model, quant, needs, tables);
    if (made && isEnough(made, needs)) return [{ kind: 'model', model: model.id, made }];
  }
  return [];
}

/** Ways that were tried and work. */
export function mendsOf(outcome: Outcome, needs: Needs, data: PlanData): Mend[] {
  const [missing] = outcome.missing;
  if (missing === 'budget')
    return [{ kind: 'money', more: (outcome.facts.price ?? 0) - (needs.budget ?? 0) }];
  if (missing === 'speed' || missing === 'memory' || missing === 'context' || missing === 'day')
    return [
      ...moreCards(outcome, needs, data),
      ...fewerBits(outcome, needs, data),
      ...smallerModel(outcome, needs, data),
    ];
  return [];
}
