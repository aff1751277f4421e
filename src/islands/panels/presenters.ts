/** Each calculator's arithmetic is fetched when a reader comes near it, and only where it stands. */
import type { PresentOfPage, PresentOwn } from '../../views/calculators/panel.ts';

export type Load<Present> = () => Promise<{ present: Present }>;

export const OF_PAGE = {
  ops: () => import('../../views/calculators/operations.ts'),
  size: () => import('../../views/calculators/size.ts'),
  context: () => import('../../views/calculators/context.ts'),
  users: () => import('../../views/calculators/users.ts'),
  load: () => import('../../views/calculators/loading.ts'),
  hybrid: () => import('../../views/calculators/hybrid.ts'),
  gpus: () => import('../../views/calculators/gpus.ts'),
  localscore: () => import('../../views/calculators/local-score.ts'),
  energy: () => import('../../views/calculators/energy.ts'),
  takes: () => import('../../views/calculators/takes.ts'),
  cost: () => import('../../views/calculators/cost.ts'),
} as const satisfies Record<string, Load<PresentOfPage>>;

export const OF_OWN = {
  original: () => import('../../views/calculators/original.ts'),
  flops: () => import('../../views/calculators/cpu-peak.ts'),
  parallel: () => import('../../views/calculators/parallel.ts'),
  bandwidth: () => import('../../views/calculators/memory-bus.ts'),
} as const satisfies Record<string, Load<PresentOwn>>;
