// Proves, on the whole catalogue, that a plan keeps its word: no answer breaks a limit, a looser limit loses nobody, mends work when tried, and every link of an answer resolves.
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/configuration/codec.ts';
import { judge, type Plan } from '../../src/planning/judge.ts';
import { mendsOf } from '../../src/planning/mend.ts';
import { type Needs, parseNeeds } from '../../src/planning/needs.ts';
import { dominates } from '../../src/planning/rank.ts';
import { planView } from '../../src/views/plan.ts';
import { planData } from '../../src/views/plan-data.ts';
import { knownToPlans, situationPages } from '../../src/views/plan-pages.ts';

const data = planData();

const needsOf = (query: string): Needs => {
  const { needs, problems } = parseNeeds(query, knownToPlans());
  expect(problems).toEqual([]);
  return needs;
};
const planOf = (query: string): Plan => judge(needsOf(query), data);
const names = ({ met }: Plan): string[] => met.map(({ system }) => system.id);

describe('limits', () => {
  const base = 'use=uc2:20:interactive&least=14b&context=16384';
  const [tight, loose] = [planOf(`${base}&budget=2500`), planOf(`${base}&budget=6000`)];

  test('nobody in the answer costs more than the budget, and more money loses nobody', () => {
    expect(tight.met.length).toBeGreaterThan(0);
    for (const { price } of tight.met) expect(price).toBeLessThanOrEqual(2500);
    expect(names(loose)).toEqual(expect.arrayContaining(names(tight)));
  });

  test('every answer is more likely than not, holds the context and ends its day', () => {
    for (const { attempt } of loose.met) {
      expect(attempt.chance).toBeGreaterThanOrEqual(0.5);
      expect(attempt.contextTokens).toBeGreaterThanOrEqual(16_384);
      expect(attempt.busyHours).toBeLessThanOrEqual(24);
      expect(data.tables.models[attempt.model]?.totalParameters).toBeGreaterThan(13e9);
    }
  });

  test('no dominated machine stands above its dominator', () => {
    for (const [at, upper] of loose.met.entries())
      for (const lower of loose.met.slice(at + 1)) expect(dominates(lower, upper)).toBe(false);
  });

  test('a limit on watts is met by measured machines alone', () => {
    const { met } = planOf('use=uc2:20:background&least=4b&watts=60');
    expect(met.length).toBeGreaterThan(0);
    for (const { facts } of met) expect(facts.loadWatts).toBeLessThanOrEqual(60);
  });

  test('a limit on watts rules out what is rated far above it, measured or not', () => {
    const { unpriced } = planOf('use=uc2:20:background&least=4b&watts=15');
    const rated = unpriced.map(({ system }) => {
      const card = system.gpuId && data.tables.devices[system.gpuId]?.tdpWatts;
      return card ? system.gpuCount * card : 0;
    });
    expect(Math.max(0, ...rated)).toBeLessThanOrEqual(45);
  });

  test('a machine at hand costs nothing', () => {
    const plan = planOf(`${base}&budget=100&own=desktop-r9-rtx-5090`);
    expect(names(plan)).toEqual(['desktop-r9-rtx-5090']);
    expect(plan.met[0]?.price).toBe(0);
  });
});

test('the order asked for comes first in the answer, and the other two are named', () => {
  const query = 'use=uc2:20:interactive&least=8b&budget=10000';
  const cheapest = planView(needsOf(query), query, data).answer.join(' ');
  expect(cheapest).toMatch(
    /likely\. Cheapest that keeps all limits: .+ best model.+ Fastest within 10,000\sUSD/i,
  );
  const [best = ''] = planView(needsOf(`${query}&order=model`), query, data).answer;
  expect(best).toMatch(/likely\. Best model within 10,000\sUSD: /);
});

test('no chance is promised as certain', () => {
  const query = 'use=uc1:20:off-line&least=1b';
  for (const { chance } of planView(needsOf(query), query, data).met)
    expect(chance).toMatch(/^(borderline: )?(over 95|[4-9]\d)\s% likely to keep your limits$/);
});

test('runs that fill more than a day are told, not promised', () => {
  // 100,000 runs leave less than a second for each.
  const plan = planOf('use=uc2:100000:off-line&least=1b&budget=150');
  expect(plan.met).toEqual([]);
  const pi = plan.near.find(({ system }) => system.id === 'raspberry-pi-5-8gb');
  expect(pi?.missing).toEqual(['day']);
});

test('what is left for the night is done by morning', () => {
  // 8 hours for 500 runs are 57.6 s each; by day they would have 172.8.
  const seconds = (query: string) =>
    planOf(query).met.map(({ attempt }) => (attempt.busyHours * 3600) / 500);
  const night = seconds('use=uc3:500:off-line&least=14b&budget=2000');
  const day = seconds('use=uc3:500:background&least=14b&budget=2000');
  expect(Math.max(...night)).toBeLessThanOrEqual(57.6);
  expect(Math.max(...day)).toBeGreaterThan(57.6);
  expect(night.length).toBeGreaterThan(0);
});

test('a mend that is named works when it is tried', () => {
  const needs = needsOf('use=uc2:20:interactive&least=70b&users=2');
  const mends = judge(needs, data)
    .near.slice(0, 8)
    .flatMap((outcome) => mendsOf(outcome, needs, data));
  expect(mends.length).toBeGreaterThan(0);
  for (const mend of mends)
    if ('made' in mend) expect(mend.made.chance).toBeGreaterThanOrEqual(0.5);
});

test('every link of an answer is a link that holds, with the model it names', () => {
  const query = 'use=uc2:20:interactive&least=14b&users=2';
  const { met, near } = planView(needsOf(query), query, data);
  for (const { query: link = '', id } of [...met, ...near].slice(0, 40)) {
    const { configuration, problems } = parse(link);
    expect(problems).toEqual([]);
    expect([configuration.hw, configuration.users]).toEqual([id, 2]);
  }
});

test('at least twelve situations are answered at build, each with a machine or what is missing', () => {
  const pages = situationPages();
  expect(pages.length).toBeGreaterThanOrEqual(12);
  for (const { view } of pages) expect(view.met.length + view.near.length).toBeGreaterThan(0);
});
