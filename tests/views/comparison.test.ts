// Proves that a comparison shows every input and use case, marks what differs, and that its verdict follows from the ranges.
import { describe, expect, test } from 'vitest';
import { loadComparisons } from '../../src/catalogue/comparisons.ts';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/index.ts';
import { parseSeveral } from '../../src/configuration/several.ts';
import type { Estimate, Interval } from '../../src/estimation/types.ts';
import { comparisonBrief } from '../../src/views/brief-comparison.ts';
import { comparisonView } from '../../src/views/comparison.ts';
import { comparisonMarkdown } from '../../src/views/comparison-markdown.ts';
import { namedComparisons } from '../../src/views/comparison-pages.ts';
import type { Compared } from '../../src/views/comparison-parts.ts';
import { verdictOn } from '../../src/views/comparison-verdict.ts';
import { provenanceOf } from '../../src/views/provenance.ts';
import { sharedData } from '../../src/views/shared.ts';

const { catalogue, estimator } = sharedData();
const { tables } = estimator;
const viewOf = (query: string) => comparisonView(parseSeveral(query), tables);
const cellsOf = (view: ReturnType<typeof viewOf>, name: string) =>
  view.inputs.flatMap(({ rows }) => rows).find((row) => row.name === name);

const around = (central: number, share: number): Interval => ({
  low: central / (1 + share),
  central,
  high: central * (1 + share),
});

/** One of a pair with speeds of our own; the rest of the estimate is a real one’s. */
function comparedWith(label: string, speeds: { pp: Interval; tg: Interval; total: Interval }) {
  const real = viewOf('a.hw=rtx-4090&b.hw=rtx-3090&model=llama-3.1-8b');
  const result = estimator.run({ hw: 'rtx-4090', model: 'llama-3.1-8b' }) as Estimate;
  const one: Compared = {
    letter: 'A',
    configuration: DEFAULT_CONFIGURATION,
    label,
    hw: label,
    weights: '',
    query: real.query,
    made: {
      input: {} as NonNullable<Compared['made']>['input'],
      result: { ...result, ...speeds },
    },
    problems: [],
  };
  return one;
}

describe('the verdict', () => {
  const fast = { pp: around(1000, 0.1), tg: around(50, 0.1), total: around(10, 0.1) };

  test('names the faster where the range of the ratio leaves no doubt', () => {
    // 30 s against 10 s, each within 10 %: 3 times, the range 3 e^±(√2 ln 1.1) = 2.62 to 3.43.
    const slow = { ...fast, total: around(30, 0.1) };
    const verdict = verdictOn(comparedWith('Slow', slow), comparedWith('Fast', fast));
    expect(verdict.outcome).toBe('likely');
    expect(verdict.headline).toBe(
      'Fast is likely faster than Slow in all, 3.0 times (2.6–3.5): prompt and answer take 10\u00a0s (9–11) against 30\u00a0s (27–33).',
    );
    expect(verdict.sentences[0]).toContain('Slow and Fast are estimated alike at reading');
  });

  test('does not decide where the ranges overlap too far', () => {
    // 1.1 times, ln 1.1 = 0.095 of √2 ln 1.5 = 0.573: a sixth of the way.
    const near = { ...fast, total: around(11, 0.5) };
    const far = { ...fast, total: around(10, 0.5) };
    const verdict = verdictOn(comparedWith('One', near), comparedWith('Other', far));
    expect(verdict.outcome).toBe('open');
    expect(verdict.headline).toContain('Other and One cannot be told apart in all, 1.1 times');
  });

  test('says that only one can do it, and why the other cannot', () => {
    const { verdicts } = viewOf('a.hw=raspberry-pi-5-8gb&b.hw=rtx-5090&model=qwen3-32b');
    expect(verdicts[0]?.outcome).toBe('only');
    expect(verdicts[0]?.headline).toMatch(/^Only GeForce RTX 5090 can do it; of Raspberry Pi 5/);
  });

  test('names the difference in price where both are told', () => {
    // 4,999 - 999 = 4,000.
    const prices: Record<string, string> = {
      'mac-mini-m4-24gb': '$999 (list price, 2026)',
      'desktop-r9-rtx-5090': '$4,999 (sum of the parts, 2026)',
    };
    const { verdicts } = comparisonView(
      parseSeveral('a.hw=mac-mini-m4-24gb&b.hw=desktop-r9-rtx-5090&model=qwen2.5-14b'),
      tables,
      ({ hw }) => ({ price: prices[hw] ?? '', idle: '', load: '', noise: '', month: '' }),
    );
    expect(verdicts[0]?.sentences.at(-1)).toBe(
      'Price: Mac mini M4 (24 GB, 512 GB) is $4,000 cheaper, $999 (list price, 2026) against $4,999 (sum of the parts, 2026).',
    );
  });

  test('a machine against itself is estimated alike', () => {
    const { verdicts } = viewOf('a.hw=rtx-4090&b.hw=rtx-4090&model=llama-3.1-8b');
    expect(verdicts[0]?.outcome).toBe('same');
  });
});

describe('side by side', () => {
  const view = viewOf('a.hw=rtx-3090&b.hw=rtx-4090&c.hw=dgx-spark&model=llama-3.1-8b&pin=b');

  test('each has a column, and two are compared with the pinned one', () => {
    expect(view.columns.map(({ letter, pinned }) => [letter, pinned])).toEqual([
      ['A', false],
      ['B', true],
      ['C', false],
    ]);
    expect(view.verdicts.map(({ between }) => between[0])).toEqual([
      'GeForce RTX 4090',
      'GeForce RTX 4090',
    ]);
  });

  test('every row has a cell for each, and every use case is there', () => {
    const rows = [...view.results, ...view.useCases, ...view.inputs.flatMap(({ rows }) => rows)];
    expect(new Set(rows.map(({ cells }) => cells.length))).toEqual(new Set([3]));
    expect(view.useCases.length).toBe(tables.useCases.length);
    expect(rows.flatMap(({ cells }) => cells as unknown[]).filter((cell) => cell === '')).toEqual(
      [],
    );
  });

  test('what differs is marked, what does not is not', () => {
    expect(cellsOf(view, 'Prompt')?.differs).toBe(false);
    // 384 bits at 19.5 and 21 Gbit/s: 936 and 1,008 GB/s, the catalogue’s source says 935.8.
    const bandwidth = cellsOf(view, 'Memory bandwidth');
    expect(bandwidth?.differs).toBe(true);
    expect(bandwidth?.cells.slice(0, 2).join()).toMatch(/935\.8.*1,008/);
  });

  test('the charts draw every curve from an empty context on', () => {
    expect(view.charts.map(({ series }) => series.length)).toEqual([3, 3]);
    expect(new Set(view.charts[0]?.series.map(({ line }) => line)).size).toBe(3);
  });

  test('a model without a place has words in its cells, and no curve', () => {
    const small = viewOf('a.hw=raspberry-pi-5-8gb&b.hw=rtx-5090&model=qwen3-32b');
    expect(small.results[0]?.cells[0]?.value).toMatch(/^unknown: needs/);
    expect(small.charts[0]?.series.length).toBe(1);
  });

  test('names tell them apart: by machine, by weights, else by both', () => {
    const labels = (query: string) => viewOf(query).columns.map(({ label }) => label);
    expect(labels('a.hw=rtx-4090&b.hw=rtx-4090&b.quant=q8_0&model=qwen2.5-14b')).toEqual([
      'Qwen2.5 14B Q4_K_M',
      'Qwen2.5 14B Q8_0',
    ]);
    expect(labels('a.hw=rtx-4090&b.hw=rtx-4090&b.prompt=1&model=qwen2.5-14b')[1]).toBe(
      'B, Qwen2.5 14B Q4_K_M on GeForce RTX 4090',
    );
    expect(labels('a.hw=rtx-5090&a.count=2&b.hw=rtx-4090')[0]).toBe('2 x GeForce RTX 5090');
  });

  test('Markdown has the verdict, the results and the link', () => {
    const text = comparisonMarkdown(view, 'https://example.org/compare/?x');
    expect(text).toContain('| Result (80 % range) | A GeForce RTX 3090 | B GeForce RTX 4090 |');
    expect(text).toContain('https://example.org/compare/?x');
  });
});

describe('the ready pairs', () => {
  test('are thirty at least, each with its own id, and each with a verdict', () => {
    const all = namedComparisons();
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { several } of all)
      expect(comparisonView(several, tables).verdicts[0]?.headline).toMatch(/\.$/);
  });

  test('a row that does not hold is refused by page and reason', () => {
    const row = (query: string) => `- id: x\n  question: "What?"\n  query: ${query}\n`;
    expect(() => loadComparisons(tables, row('a.hw=rtx-4090&b.hw=rtx-9999'))).toThrow(
      'x: there is no hw “rtx-9999”',
    );
    expect(() => loadComparisons(tables, row('a.hw=rtx-4090'))).toThrow('needs two');
  });
});

describe('the brief of a comparison', () => {
  const data = { tables, provenance: provenanceOf(catalogue) };
  const context = {
    site: 'https://example.org',
    date: '2026-11-21',
    data: { version: 'abc', date: '2026-10-03', constants: 'constants fitted September 2026' },
  };
  const briefOf = (query: string) => {
    const brief = comparisonBrief(parseSeveral(query), data, context);
    if ('problems' in brief) throw new Error(brief.problems.join());
    return brief;
  };

  test('takes the faster where that is likely, and lists the others', () => {
    const brief = briefOf('a.hw=mac-mini-m4-24gb&b.hw=rtx-5090&model=qwen2.5-14b');
    expect(brief.recommendation[0]).toMatch(
      /^Take B, GeForce RTX 5090, if speed in this job decides\./,
    );
    expect(brief.alternatives.map(({ name }) => name)).toEqual(['A, Mac mini M4 (24 GB, 512 GB)']);
  });

  /** `$3,699 (list price, May 2026)` and what an estimate leaves of memory, by hand. */
  const three =
    'a.hw=mac-studio-m4-max-128gb&b.hw=dgx-spark&model=gpt-oss-120b&quant=mxfp4&prompt=8192&gen=1024';
  const priced = (a: string, b: string) => {
    const fact = (price: string) => ({ price, idle: '', load: '', noise: '', month: '' });
    const facts = { 'mac-studio-m4-max-128gb': fact(a), 'dgx-spark': fact(b) };
    const brief = comparisonBrief(parseSeveral(three), { ...data, facts }, context);
    if ('problems' in brief) throw new Error(brief.problems.join());
    return brief;
  };

  test('where speed does not decide the cheaper is taken, with what it saves and what it gives up', () => {
    // 4,699 - 3,699 = 1,000.
    const [first = ''] = priced(
      '$3,699 (list price, May 2026)',
      '$4,699 (list price, 2026)',
    ).recommendation;
    expect(first).toMatch(/^Speed does not decide between B, .+ and A, .+: their ranges overlap/);
    expect(first).toMatch(/A is \$1,000 cheaper than B, \$3,699 against \$4,699, and leaves .+GB/);
    expect(first).toMatch(/Take A, unless prompts are long: /);
  });

  test('an old price decides nothing: it is named, and asked for', () => {
    const [first = ''] = priced(
      '$3,699 (list price, May 2024, old: 29 months before the newest price here)',
      '$4,699 (list price, 2026)',
    ).recommendation;
    expect(first).toContain('Lean towards B, $4,699');
    expect(first).toContain('the price of A, $3,699, is old: ask for it first');
  });

  test('where the faster is the dearer, its brief says what it costs more', () => {
    const facts = (price: string) => ({ price, idle: '', load: '', noise: '', month: '' });
    const brief = comparisonBrief(
      parseSeveral('a.hw=mac-mini-m4-24gb&b.hw=desktop-r9-rtx-5090&model=qwen2.5-14b'),
      {
        ...data,
        facts: {
          'mac-mini-m4-24gb': facts('$999 (list price, 2026)'),
          'desktop-r9-rtx-5090': facts('$4,999 (list price, 2026)'),
        },
      },
      context,
    );
    if ('problems' in brief) throw new Error(brief.problems.join());
    expect(brief.recommendation[0]).toContain('B costs $4,000 more than A, $4,999 against $999.');
  });

  test('one machine in two jobs is no question of price', () => {
    const brief = briefOf('a.hw=rtx-4090&b.hw=rtx-4090&b.prompt=4090&model=llama-3.1-8b');
    expect(brief.recommendation[0]).toMatch(/^Speed does not decide.+the same machine/);
  });

  test('risks and assumptions say which machine they are about', () => {
    const brief = briefOf(
      'a.hw=framework-desktop-128gb&b.hw=dgx-spark&model=gpt-oss-120b&quant=mxfp4',
    );
    expect(brief.risks.find((one) => one.includes('cooperative matrices'))).toMatch(/^A: A driver/);
  });

  test('one alone is no comparison', () => {
    expect(comparisonBrief(parseSeveral('a.hw=rtx-4090'), data, context)).toEqual({
      problems: ['a comparison needs two configurations'],
    });
  });
});
