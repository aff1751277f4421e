// Proves that needs survive their link and bad ones are named, that chances follow from ranges by hand-worked cases, and that no dominated machine ranks above its dominator.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatNeeds,
  type Known,
  ownSize,
  parseNeeds,
  USUAL_NEEDS,
} from '../../src/planning/needs.ts';
import {
  chanceAbove,
  chanceBelow,
  normalShare,
  wordChance,
} from '../../src/planning/probability.ts';
import { compareRank, dominates, ORDERS, paretoFront } from '../../src/planning/rank.ts';

const known: Known = {
  useCases: new Set(['uc1', 'uc2', 'uc3']),
  models: new Set(['qwen2.5-14b', 'gpt-oss-20b']),
  systems: new Set(['dgx-spark', 'mac-mini-m4-16gb']),
  lists: new Set(['arena']),
};

describe('needs in a link', () => {
  test('an empty one is the usual need', () => {
    expect(parseNeeds('', known)).toEqual({ needs: USUAL_NEEDS, problems: [] });
  });

  test('come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.record({
          perDay: fc.integer({ min: 1, max: 5000 }),
          users: fc.integer({ min: 1, max: 1000 }),
          context: fc.integer({ min: 1, max: 1_000_000 }),
          bits: fc.integer({ min: 2, max: 16 }),
          budget: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
          least: fc.constantFrom('14b', 'gpt-oss-20b', 'arena:1300', '0.5b'),
          cloud: fc.boolean(),
          order: fc.constantFrom(...ORDERS),
        }),
        ({ perDay, users, context, bits, budget, least, cloud, order }) => {
          const query = `use=uc1:${perDay}:background,uc3:2&users=${users}&context=${context}&bits=${bits}&least=${least}${budget ? `&budget=${budget}` : ''}${cloud ? '&cloud=yes' : ''}&own=dgx-spark&order=${order}`;
          const read = parseNeeds(query, known);
          expect(read.problems).toEqual([]);
          expect(parseNeeds(formatNeeds(read.needs), known)).toEqual(read);
          expect(read.needs).toMatchObject({
            users,
            context,
            bits,
            cloud,
            order,
            owned: ['dgx-spark'],
          });
        },
      ),
    );
  });

  test('a size of one’s own stands in place of a use case, and comes back', () => {
    const read = parseNeeds('use=120000+800:3:background', known);
    expect(read.needs.uses).toEqual([{ useCase: '120000+800', perDay: 3, class: 'background' }]);
    expect(parseNeeds(formatNeeds(read.needs), known)).toEqual(read);
    expect(ownSize('0+800')).toBeUndefined();
    expect(ownSize('12+')).toBeUndefined();
  });

  test('the order is cheapest first unless a link says otherwise, and only then it is written', () => {
    const { needs } = parseNeeds('', known);
    expect(needs.order).toBe('cheapest');
    expect(formatNeeds(needs)).not.toContain('order');
    expect(formatNeeds({ ...needs, order: 'model' })).toContain('order=model');
    expect(parseNeeds('order=nicest', known).problems).toEqual([
      { field: 'order', message: 'order must be one of cheapest, model, fastest, got nicest' },
    ]);
  });

  test('bad ones are named with their bound, and the rest applies', () => {
    const { needs, problems } = parseNeeds(
      'use=uc9:3,uc2:-1,uc1:5&users=0&context=4096&least=big&own=toaster&colour=red&noise=abc',
      known,
    );
    expect(needs.uses).toEqual([{ useCase: 'uc1', perDay: 5, class: 'interactive' }]);
    expect([needs.users, needs.context]).toEqual([1, 4096]);
    expect(problems.map(({ field }) => field)).toEqual([
      'use',
      'use',
      'users',
      'noise',
      'least',
      'own',
      'colour',
    ]);
    expect(problems.map(({ message }) => message)).toContain(
      'users must be a whole number from 1 to 1000 people, got 0',
    );
  });
});

describe('chances', () => {
  test('the normal distribution at 0, 1.2816 and -1.96', () => {
    // Tables: 0.5, 0.9, 0.025.
    expect(normalShare(0)).toBeCloseTo(0.5, 7);
    expect(normalShare(1.281_551_565_5)).toBeCloseTo(0.9, 6);
    expect(normalShare(-1.959_963_985)).toBeCloseTo(0.025, 6);
  });

  test('one in ten lies beyond each end of the range', () => {
    const speed = { low: 8, central: 12, high: 15 };
    expect(chanceAbove(speed, 8)).toBeCloseTo(0.9, 6);
    expect(chanceAbove(speed, 12)).toBeCloseTo(0.5, 6);
    expect(chanceAbove(speed, 15)).toBeCloseTo(0.1, 6);
    expect(chanceBelow({ low: 2, central: 3, high: 5 }, 5)).toBeCloseTo(0.9, 6);
    expect(chanceBelow({ low: 2, central: 3, high: 5 }, 2)).toBeCloseTo(0.1, 6);
  });

  test('a value without a range is sure', () => {
    const exact = { low: 10, central: 10, high: 10 };
    expect([chanceAbove(exact, 10), chanceAbove(exact, 10.1)]).toEqual([1, 0]);
  });

  test('words: four in five are likely, two in five borderline', () => {
    expect([0.8, 0.79, 0.4, 0.39].map(wordChance)).toEqual([
      'likely',
      'borderline',
      'borderline',
      'unlikely',
    ]);
  });
});

describe('ranking', () => {
  const machine = fc.record({
    price: fc.integer({ min: 0, max: 20 }),
    speed: fc.integer({ min: 1, max: 20 }),
    chance: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    old: fc.boolean(),
    score: fc.integer({ min: 1000, max: 1010 }),
    bytes: fc.integer({ min: 1, max: 5 }),
  });

  test('a dominated machine never stands above its dominator', () => {
    fc.assert(
      fc.property(fc.array(machine, { maxLength: 30 }), (machines) => {
        for (const order of ['cheapest', 'fastest'] as const) {
          const ranked = [...machines].sort(compareRank(order));
          for (const [at, upper] of ranked.entries())
            for (const lower of ranked.slice(at + 1)) expect(dominates(lower, upper)).toBe(false);
        }
      }),
    );
  });

  const one = { price: 1000, speed: 10, chance: 0.9, old: false, score: 1300, bytes: 8 };
  const best = (order: (typeof ORDERS)[number], ...machines: (typeof one)[]) =>
    machines.toSorted(compareRank(order))[0];

  test('the best model has the higher score, then the more bits, then the lower price', () => {
    const cheap = { ...one, price: 500, score: 1200, speed: 50 };
    const finer = { ...one, price: 2000, bytes: 16 };
    expect(best('model', cheap, one)).toBe(one);
    expect(best('model', one, finer)).toBe(finer);
    expect(best('model', { ...one, price: 1100 }, one)).toBe(one);
    expect(best('cheapest', cheap, one)).toBe(cheap);
    expect(best('fastest', one, cheap)).toBe(cheap);
  });

  test.each(ORDERS)(
    '%s first: an old price stands behind a recent one, both behind likely ones',
    (order) => {
      const old = { ...one, price: 100, speed: 99, score: 1500, old: true };
      const borderline = { ...old, old: false, chance: 0.6 };
      expect([borderline, old, one].toSorted(compareRank(order))).toEqual([one, old, borderline]);
    },
  );

  test('nobody on the front is beaten in both price and speed, and who is off it is', () => {
    fc.assert(
      fc.property(fc.array(machine, { minLength: 1, maxLength: 30 }), (machines) => {
        const front = paretoFront(machines);
        const beats = (a: (typeof machines)[number], b: (typeof machines)[number]) =>
          a.price <= b.price && a.speed >= b.speed && (a.price < b.price || a.speed > b.speed);
        for (const one of front) expect(machines.some((other) => beats(other, one))).toBe(false);
        for (const one of machines)
          expect(front.some((other) => beats(other, one) || other.price === one.price)).toBe(true);
      }),
    );
  });
});
