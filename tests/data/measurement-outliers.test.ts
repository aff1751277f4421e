// Proves that runs which a broken install explains better than the hardware are marked by rule, and kept.
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { markOutliers } from '../../src/catalogue/measurement-outliers.ts';
import { loadMeasurements, type Measurement } from '../../src/catalogue/measurements.ts';

const catalogue = loadCatalogue();
const { rows } = loadMeasurements(catalogue);

describe('outliers', () => {
  const sample = rows.find(({ sourceId }) => sourceId === 'llama.cpp-discussion-15013');
  if (!sample) throw new Error('no sample row');
  const like = (id: string, changes: Partial<Measurement>): Measurement => ({
    ...sample,
    id,
    outliers: [],
    ...changes,
  });
  const rulesOf = (made: readonly Measurement[]): string[][] =>
    markOutliers(made, catalogue).map(({ outliers }) => outliers.map(({ rule }) => rule));
  // RTX 3090: 936 GB/s; a file of 4 GB read once a token allows 234 tok/s.
  const decode = (tgTokensPerSecond: number, more: Partial<Measurement> = {}): Measurement =>
    like('made', {
      deviceId: 'rtx-3090',
      gpuCount: 1,
      modelId: 'llama-2-7b',
      parameters: 7.2e9,
      fileBytes: 4e9,
      tgTokensPerSecond,
      tgBasis: 'decode',
      depthTokens: 0,
      ...more,
    });

  it('marks decoding below 15 % and above 115 % of bandwidth', () => {
    // Of 234 tok/s, 30 is 13 %, 40 is 17 %, 260 is 111 %, 280 is 120 %.
    expect(rulesOf([decode(30)])).toEqual([['below-bandwidth']]);
    expect(rulesOf([decode(40)])).toEqual([[]]);
    expect(rulesOf([decode(260)])).toEqual([[]]);
    expect(rulesOf([decode(280)])).toEqual([['above-bandwidth']]);
  });

  it('lets several cards read at once unless layers run one after the other', () => {
    expect(rulesOf([decode(280, { gpuCount: 2 })])).toEqual([[]]);
    expect(rulesOf([decode(280, { gpuCount: 2, split: 'layer' })])).toEqual([['above-bandwidth']]);
  });

  it('marks a run below half or above twice the median of three peers', () => {
    expect(rulesOf([decode(100), decode(102), decode(49)])).toEqual([[], [], ['below-peers']]);
    expect(rulesOf([decode(100), decode(102), decode(51)])).toEqual([[], [], []]);
    expect(rulesOf([decode(50), decode(52), decode(110)])).toEqual([[], [], ['above-peers']]);
    expect(rulesOf([decode(100), decode(49)])).toEqual([[], []]);
  });

  it('marks a first run that took nearly as long as two prompts after it', () => {
    const read = (sequences: number, ppTokensPerSecond: number, promptTokens = 512): Measurement =>
      // Decoding at 100 tok/s breaks no rule of its own.
      decode(100, { test: 'batched', sequences, promptTokens, ppTokensPerSecond });
    // One prompt of 512 at 1,900 tok/s takes 0.27 s, two at 4,450 take 0.23 s.
    expect(rulesOf([read(1, 1900), read(2, 4450)])).toEqual([['warm-up'], []]);
    // At 1,200 and 1,500 tok/s: 0.43 and 0.68 s.
    expect(rulesOf([read(1, 1200), read(2, 1500)])).toEqual([[], []]);
    expect(rulesOf([read(1, 1900, 64), read(2, 4450, 64)])).toEqual([[], []]);
    expect(rulesOf([read(1, 1900)])).toEqual([[]]);
  });

  it('takes no median of rows skipped for a known reason', () => {
    const skip = { scope: 'row', reason: 'made up' } as const;
    const made = [decode(100), decode(104), decode(98), decode(40, { skip }), decode(41, { skip })];
    expect(rulesOf(made).map(({ length }) => length)).toEqual([0, 0, 0, 1, 1]);
  });

  it('keeps every row it marks', () => {
    const marked = rows.filter(({ outliers }) => outliers.length > 0);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.length).toBeLessThan(rows.length / 50);
  });
});
