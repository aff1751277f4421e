// Proves that predictions are set beside measured runs fairly: one vote a configuration, nothing broken among them, known quantiles, and formulas that give what they say.
import { expect, test } from 'vitest';
import { evidence, median, quantile, queryOf, summarize } from '../../src/views/evidence.ts';
import { evidenceChart, shownEvidence } from '../../src/views/evidence-chart.ts';

// Read before the first test: the runs are many, and a busy machine needs its time.
evidence('pp');
evidence('tg');

test('medians and quantiles of known numbers', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([0, 10, 20, 30], 0.9)).toBeCloseTo(27, 9);
  expect(() => median([])).toThrow(RangeError);
});

test.each(['pp', 'tg'] as const)(
  '%s: each device, model, format and runtime votes once',
  (quantity) => {
    const keys = evidence(quantity).map(({ row }) =>
      [row.deviceId, row.modelId, row.quantizationId, row.runtimeId].join(' '),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(100);
  },
);

test.each(['pp', 'tg'] as const)(
  '%s: no run that is skipped, marked, split or capped is used',
  (quantity) => {
    for (const { row } of evidence(quantity)) {
      expect(row.outliers.some((o) => o.quantity === quantity)).toBe(false);
      expect(row.skip?.scope).not.toBe('row');
      expect(row.powerLimitWatts ?? row.split ?? row.onCpu).toBeUndefined();
    }
  },
);

test('the original’s generation formula is bandwidth over file: RTX 4090, 1,008 GB/s, Llama 2 7B Q4_0 of 3.56 GiB gives 263.7', () => {
  const found = evidence('tg').find(
    ({ row }) =>
      row.deviceId === 'rtx-4090' && row.modelId === 'llama-2-7b' && row.quantizationId === 'q4_0',
  );
  // 1008e9 / (3.56 · 2^30) = 263.7
  expect(found?.original).toBeCloseTo(263.7, 0);
});

test('a formula right in half of all cases has a median ratio of one', () => {
  const [first] = evidence('tg');
  if (!first) throw new Error('no evidence');
  const with_ = (original: number) => ({ ...first, measured: 10, original });
  const summary = summarize([with_(5), with_(10), with_(20)], 'original');
  expect(summary).toMatchObject({ count: 3, medianRatio: 1, medianError: 0.5 });
});

test('this guide’s formula is nearer to what was measured than the original’s, in both quantities', () => {
  for (const quantity of ['pp', 'tg'] as const) {
    const list = shownEvidence(quantity);
    expect(summarize(list, 'guide').medianError).toBeLessThan(
      summarize(list, 'original').medianError / 3,
    );
  }
});

test('both charts of a quantity share their axes and draw every configuration', () => {
  const [a, b] = [evidenceChart('tg', 'original'), evidenceChart('tg', 'guide')];
  expect(a.x.scale.domain).toEqual(b.x.scale.domain);
  const points = b.series.reduce((sum, { points }) => sum + points.length, 0);
  expect(points).toBe(shownEvidence('tg').length);
  expect(b.table?.rows.length).toBe(points);
});

test('the query of a run names its machine, model, format, engine and lengths', () => {
  const row = evidence('tg')[0]?.row;
  if (!row) throw new Error('no evidence');
  expect(
    queryOf(
      {
        ...row,
        deviceId: 'rtx-4090',
        modelId: 'llama-2-7b',
        quantizationId: 'q4_0',
        runtimeId: 'llama.cpp-cuda',
        flashAttention: false,
        test: 'bench',
        generatedTokens: 128,
      },
      'tg',
    ),
  ).toMatch(
    /^hw=rtx-4090&model=llama-2-7b&quant=q4_0&runtime=llama\.cpp-cuda&fa=off.*&prompt=0&gen=128$/,
  );
});
