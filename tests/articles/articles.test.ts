// Proves that each article of the original's formulas is whole: long enough, the formula as it stands in the original, every part a reader was promised, and no result typed by hand.
import { describe, expect, test } from 'vitest';
import { articleIds, ownText, readArticle, typedNumbers, wordCount } from './prose.ts';
import { ALLOWED } from './typed-numbers.ts';

/** The original's TeX, letter by letter. */
const FORMULAS: Readonly<Record<string, readonly string[]>> = {
  'prompt-processing': [
    'PP [token/s] = \\dfrac{ F_{cpu} \\times E_{par} }{ OP_{token} }',
    'T_{first} [s] \\approx \\dfrac{L_{prompt}}{PP} + \\dfrac{S_{model}}{BW_{mem}}',
    'OP_{token} [FLOP/token] \\approx 2 \\times N \\times d_{model}^2,',
  ],
  'token-generation': [
    'TG [token/s] \\approx BW_{mem} [GB/s] / S_{model} [GB]',
    'TG \\approx 50 / 10 = 5 token/s',
    'TG [token/s] \\approx (F_{cpu} × E_{par}) / OP_{token}',
  ],
  'model-size': ['S_{model}'],
};

const PARTS: readonly [string, RegExp][] = [
  ['a table of symbols', /<Symbols of="/],
  ['measured runs, drawn', /<(PredictedVersusMeasured|SizeChart)/],
  ['a live calculator', /<Calculator kind="/],
  ['a worked example', /<WorkedExample query="/],
  ['a takeaway', /<Takeaway>/],
  ['further reading', /<FurtherReading topic="/],
];

/** Places where the original is wrong and the article must show the arithmetic. */
const CORRECTIONS: readonly [string, string, RegExp][] = [
  [
    'prompt-processing',
    'operations a token, twelve times too few',
    /<Number of="operations-ratio" model="llama-2-7b"/,
  ],
  ['operations-per-token', 'its table of operations', /<OriginalTable id="operations-per-token"/],
  ['cpu-performance', 'the peak of the i5-1335U', /<Arithmetic of="2 \* 147\.2 \+ 8 \* 54\.4"/],
  [
    'prompt-processing',
    'S/BW in the time to first token',
    /1024 \/ 4249\.87 \* 1000 \+ 1000 \/ 105\.28/,
  ],
  ['prompt-processing', 'its formula against its own measurement', /200 \* 0\.6 \/ 2\.517/],
  ['memory-bandwidth', 'the sum of bandwidths', /S_\{cpu\}\}\{BW_\{cpu\}\}/],
  ['gpu', 'the outlier of the RTX 5080', /<QuotedTable id="localscore-spread"/],
  ['token-generation', 'the cache that the formula lacks', /<Number of="kv-per-token"/],
  ['model-size', 'GiB among GB', /<OriginalTable id="model-sizes"/],
  ['model-size', 'four bits that are four and a half', /\(32 \* 4 \+ 16\) \/ 32/],
  ['model-size', 'the largest model without its format', /96 \* 0\.9 \* 8/],
];

describe.each(Object.keys(FORMULAS))('%s', (id) => {
  const { front, body } = readArticle(id);

  test('has at least 1,200 words of its own', () => {
    expect(wordCount(body)).toBeGreaterThanOrEqual(1200);
  });

  test('says its question, its place and a description', () => {
    for (const key of ['title', 'kicker', 'part', 'order', 'lede', 'description', 'dataChecked']) {
      expect(front).toMatch(new RegExp(`^${key}: \\S`, 'm'));
    }
    expect(front).toMatch(/^lede: .*\?$/m);
  });

  test('gives the original’s formula as it stands, before any other', () => {
    for (const formula of FORMULAS[id] ?? []) expect(body).toContain(formula);
    const [first = ''] = FORMULAS[id] ?? [];
    expect(body.indexOf('## The formula to begin with')).toBeGreaterThan(0);
    expect(body.indexOf(first)).toBeLessThan(
      body.indexOf('## A better sum') + 1 || Number.POSITIVE_INFINITY,
    );
  });

  test.each(PARTS)('has %s', (_, pattern) => {
    expect(body).toMatch(pattern);
  });
});

test.each(CORRECTIONS)('%s puts right, with the arithmetic in sight: %s', (id, _, pattern) => {
  expect(readArticle(id).body).toMatch(pattern);
});

test.each(articleIds())('%s: no result is typed by hand, and no allowance is idle', (id) => {
  const typed = [...new Set(typedNumbers(readArticle(id).body))].sort();
  const allowed = ALLOWED[id];
  // Chapters that keep no list are not held to one here.
  if (!allowed) return;
  expect(typed).toEqual(Object.keys(allowed).sort());
});

test('words, typed numbers and quotations are told apart', () => {
  const sample =
    'He said "about 7 GB" of <Number of="x" /> and 12 GB.\n\n$$\nS = 3 GB\n$$\n\n[here 5 s](/a/9 GB/)';
  expect(typedNumbers(sample)).toEqual(['12 GB', '5 s']);
  expect(ownText(sample)).not.toContain('about 7');
  expect(wordCount('One two three 4 5.')).toBe(3);
});
