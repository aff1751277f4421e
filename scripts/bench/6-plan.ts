// A whole plan over the catalogue, and what a target would take, on one core.

import { parse } from '../../src/configuration/codec.ts';
import { resolve } from '../../src/configuration/index.ts';
import {
  bandwidthFor,
  bitsFor,
  computeFor,
  depthFor,
  gpusFor,
  memoryFor,
  promptFor,
  usersFor,
} from '../../src/estimation/inverse-more.ts';
import { parseNeeds } from '../../src/planning/needs.ts';
import { planView } from '../../src/views/plan.ts';
import { planData } from '../../src/views/plan-data.ts';
import { knownToPlans } from '../../src/views/plan-pages.ts';
import type { BenchRow, BenchSection } from './section.ts';

const PLANS = [
  'use=uc2:20:interactive&least=8b',
  'use=uc2:60:interactive,uc1:100:background&least=14b&users=2&context=32768&budget=6000',
  'use=uc1:50,uc2:50,uc3:50,uc4:50&least=1b',
  'use=uc3:60:interactive&least=gpt-oss-120b&users=2',
] as const;

const budgetMilliseconds = 300;
const rounds = 3;

const milliseconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The fastest of several: the machine has other things to do too. */
const best = (work: () => void): number =>
  Math.min(...Array.from({ length: rounds }, () => milliseconds(work)));

function planRow(query: string): BenchRow {
  const data = planData();
  const { needs } = parseNeeds(query, knownToPlans());
  const first = milliseconds(() => planView(needs, query, data));
  return {
    what: query.slice(0, 50),
    value: best(() => planView(needs, query, data)),
    unit: 'ms',
    budget: budgetMilliseconds,
    note: `the first time ${first.toFixed(0)} ms`,
  };
}

function takesRow(): BenchRow {
  const { configuration } = parse('hw=rtx-3060-12gb&model=qwen2.5-14b&quant=q4_k_m');
  const input = resolve(configuration, planData().tables);
  const target = { firstTokenSeconds: 3, tokensPerSecond: 10 };
  const all = [
    bandwidthFor,
    computeFor,
    memoryFor,
    gpusFor,
    bitsFor,
    promptFor,
    depthFor,
    usersFor,
  ];
  return {
    what: 'what a target would take, eight quantities',
    value: best(() => {
      for (const solve of all) solve(input, target);
    }),
    unit: 'ms',
  };
}

export const section: BenchSection = {
  title: 'Plans',
  run: async () => [...PLANS.map(planRow), takesRow()],
};
