// Proves the cost of owning, of an answer and the break-even with numbers worked by hand, their limits, and that more use never makes a token dearer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  breakEvenMonths,
  breakEvenRange,
  breakEvenShare,
  britishThermalUnitsPerHour,
  carbonKilograms,
  costPerAnswer,
  costPerMillionTokens,
  type Ownership,
  ownershipCost,
  rentedAnswer,
  yearlyAnswers,
} from '../../src/economy/index.ts';

const desktop: Ownership = {
  price: 1500,
  resaleShare: 0.2,
  lifeYears: 4,
  loadWatts: 400,
  idleWatts: 60,
  onHours: 8,
  busyShare: 0.125,
  kilowattHourPrice: 0.4,
  coolingShare: 0,
};

describe('a year of owning', () => {
  test('1,500 that keep a fifth over four years, one busy hour of eight', () => {
    const cost = ownershipCost(desktop);
    // 1500 · 0.8 / 4 = 300; 400 W · 1 h · 365 = 146 kWh; 60 W · 7 h · 365 = 153.3 kWh; 299.3 · 0.4 = 119.72.
    expect(cost.depreciation).toBeCloseTo(300, 9);
    expect(cost.busyKilowattHours).toBeCloseTo(146, 9);
    expect(cost.idleKilowattHours).toBeCloseTo(153.3, 9);
    expect(cost.electricity).toBeCloseTo(119.72, 9);
    expect(cost.total).toBeCloseTo(419.72, 9);
  });

  test('cooling adds its share of the electricity, and nothing else', () => {
    const cost = ownershipCost({ ...desktop, coolingShare: 1 / 3 });
    expect(cost.coolingKilowattHours).toBeCloseTo(299.3 / 3, 9);
    expect(cost.electricity).toBeCloseTo((119.72 * 4) / 3, 9);
    expect(cost.depreciation).toBeCloseTo(300, 9);
  });

  test('a machine that is off costs its depreciation', () => {
    expect(ownershipCost({ ...desktop, onHours: 0 }).total).toBeCloseTo(300, 9);
  });

  test('300 kWh at 380 g are 114 kg; 1,000 W are 3,412 BTU/h', () => {
    expect(carbonKilograms(300, 380)).toBeCloseTo(114, 9);
    expect(britishThermalUnitsPerHour(1000)).toBeCloseTo(3412, 9);
  });
});

describe('answers and tokens', () => {
  // 2 h a day at 20 s each: 360 a day, 131,400 a year; 10 s and 40 s: twice and half.
  const answers = yearlyAnswers(2, { low: 10, central: 20, high: 40 }, 1);

  test('slower answers are fewer', () => {
    expect(answers).toEqual({ low: 65_700, central: 131_400, high: 262_800 });
    expect(yearlyAnswers(2, { low: 20, central: 20, high: 20 }, 3).central).toBe(394_200);
  });

  test('1,314 a year over 131,400 answers is 0.01 each, 10 for a million of 1,000 tokens', () => {
    const each = costPerAnswer(1314, answers);
    expect(each.central).toBeCloseTo(0.01, 12);
    expect([each.low, each.high]).toEqual([1314 / 262_800, 1314 / 65_700]);
    expect(costPerMillionTokens(each, 1000).central).toBeCloseTo(10, 9);
  });

  test('1,000 tokens in at 2 and 500 out at 8 a million cost 0.006', () => {
    expect(
      rentedAnswer({
        promptTokens: 1000,
        generatedTokens: 500,
        inputPerMillion: 2,
        outputPerMillion: 8,
      }),
    ).toBeCloseTo(0.006, 12);
  });
});

describe('break-even', () => {
  test('2,400 that save 100 a month are paid after 24', () => {
    expect(
      breakEvenMonths({ price: 2400, runningPerMonth: 20, alternativePerMonth: 120 }),
    ).toBeCloseTo(24, 9);
  });

  test('never where running costs as much as the alternative', () => {
    const at = (alternativePerMonth: number) =>
      breakEvenMonths({ price: 1, runningPerMonth: 20, alternativePerMonth });
    expect(at(20)).toBe('never');
    expect(at(19)).toBe('never');
    expect(breakEvenMonths({ price: 0, runningPerMonth: 20, alternativePerMonth: 20 })).toBe(0);
  });

  test('a range of replaced cost turns around: the most replaced is the soonest paid', () => {
    const range = breakEvenRange(1200, 10, { low: 10, central: 60, high: 110 });
    expect(range).toEqual({ low: 12, central: 24, high: 'never' });
  });

  test('300 at rest, 400 at work against 700 at work: half the hours', () => {
    // 300 + 100 s = 700 s, s = 0.5.
    const lines = { ownAtRest: 300, ownAtWork: 400 };
    expect(breakEvenShare({ ...lines, alternativeAtWork: 700 })).toBeCloseTo(0.5, 12);
    expect(breakEvenShare({ ...lines, alternativeAtWork: 100 })).toBeUndefined();
    expect(breakEvenShare({ ...lines, alternativeAtWork: 350 })).toBeUndefined();
  });
});

test('more use makes a token no dearer, dearer power no cheaper', () => {
  const amount = fc.double({ min: 0.01, max: 1000, noNaN: true });
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(amount, amount, amount, share, share, (price, load, kwh, some, other) => {
      const [little, much] = [Math.min(some, other), Math.max(some, other)];
      const perAnswer = (busyShare: number, kilowattHourPrice: number) => {
        const own = {
          ...desktop,
          price,
          loadWatts: load,
          idleWatts: 0,
          kilowattHourPrice,
          busyShare,
        };
        const answers = yearlyAnswers(8 * busyShare, { low: 5, central: 5, high: 5 }, 1);
        return costPerAnswer(ownershipCost(own).total, answers).central;
      };
      expect(perAnswer(much, kwh)).toBeLessThanOrEqual(perAnswer(little, kwh) * (1 + 1e-9));
      expect(perAnswer(some, kwh * 2)).toBeGreaterThanOrEqual(perAnswer(some, kwh));
    }),
  );
});
