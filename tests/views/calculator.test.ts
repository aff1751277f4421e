// Proves that calculators show the estimate's own values, terms and problems, worded once.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { buildTables } from '../../src/catalogue/tables.ts';
import { DEFAULT_CONFIGURATION, parse, resolve } from '../../src/configuration/index.ts';
import { estimate } from '../../src/estimation/index.ts';
import { CALCULATOR_KINDS, present } from '../../src/views/calculator.ts';
import { formatGigabytes } from '../../src/views/format.ts';

const tables = buildTables(loadCatalogue());
const view = (query: string) => present(parse(query).configuration, tables);

describe('a configuration that can be estimated', () => {
  const make = view('hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m');
  const result = estimate(
    resolve(parse('hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m').configuration, tables),
  );

  test.each(CALCULATOR_KINDS)(
    '%s names what it is for and has a bar whose parts are its sum',
    (kind) => {
      const { caption, bars, formulas, problems, assumptions } = make(kind);
      expect(caption).toContain('GeForce RTX 4090, Llama 3.1 8B Q4_K_M: prompt 4,096');
      expect(problems).toEqual([]);
      expect(bars).toHaveLength(1);
      expect(formulas.length).toBeGreaterThan(0);
      expect(assumptions.length).toBeGreaterThan(0);
    },
  );

  test('the bar of a token adds up to one over the speed', () => {
    const sum = make('tg').bars[0]?.segments.reduce((all, { value }) => all + value, 0);
    if ('unknown' in result.tg) throw new Error('speed unknown');
    expect(1 / (sum ?? 0)).toBeCloseTo(result.tg.central, 6);
  });

  test('memory is shown against what the card has', () => {
    const [memory] = make('fit').results;
    expect(memory?.words).toMatchObject({ known: true, value: expect.stringMatching(/ of 2[45]/) });
    expect(make('fit').bars[0]?.capacity?.value).toBe(result.memory.capacityBytes);
  });

  test('the size formula multiplies parameters by bits over eight', () => {
    const [size] = make('fit').formulas;
    expect(size?.result).toBe(formatGigabytes(result.memory.weightBytes));
    // 8.03 billion parameters at 4.9 bits are 4.92 GB.
    expect(size?.numbers).toEqual({
      over: { left: expect.stringMatching(/^8\.03/), right: '4.9' },
      under: '8',
    });
  });

  test('the query is the canonical one', () => {
    expect(make('tg').query).toBe('hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m&v=1');
  });
});

describe('what another class would take', () => {
  test('the best class says how far one may go down', () => {
    expect(view('')('tg').reach).toEqual([
      expect.stringMatching(/^It stays interactive down to [\d,]+\sGB\/s/),
    ]);
  });

  test('another class says what the next better one takes, and so it comes out', () => {
    const slow = 'hw=apple-m4&ram=32&model=llama-3.1-8b&quant=f16&prompt=128&gen=256';
    expect(view(slow)('tg').verdict?.word).not.toBe('interactive');
    const [sentence = ''] = view(slow)('tg').reach;
    const needed = /([\d.,]+)\u00a0GB\/s/.exec(sentence)?.[1]?.replaceAll(',', '');
    expect(needed).toBeDefined();
    const enough = view(`${slow}&bw=${Number(needed) * 1.02}`)('tg').verdict?.word;
    expect(sentence).toContain(`For ${enough} it would take`);
  });
});

describe('a configuration that cannot', () => {
  test('says why, in place of numbers', () => {
    const shown = view('prompt=0&gen=0')('pp');
    expect(shown.results).toEqual([]);
    expect(shown.problems).toEqual([expect.stringContaining('gen must be above 0')]);
    expect(shown.names.model).toBe('Qwen2.5 14B');
  });

  test('without a prompt its speed is unknown with the reason, and there is no formula', () => {
    const shown = view('prompt=0&gen=64')('pp');
    expect(shown.results[0]?.words).toEqual({ known: false, reason: 'no prompt to read' });
    expect(shown.formulas).toEqual([]);
    expect(shown.bars).toEqual([]);
  });
});

test('every machine and every model of the catalogue has something to show', () => {
  const machines = [...Object.keys(tables.systems), ...Object.keys(tables.devices)];
  for (const hw of machines)
    for (const kind of CALCULATOR_KINDS) {
      const shown = present({ ...DEFAULT_CONFIGURATION, hw }, tables)(kind);
      expect(shown.results.length + shown.problems.length).toBeGreaterThan(0);
    }
  for (const model of Object.keys(tables.models)) {
    const shown = present({ ...DEFAULT_CONFIGURATION, model }, tables)('fit');
    expect(shown.problems).toEqual([]);
    expect(JSON.stringify(shown)).not.toMatch(/NaN|Infinity|null|undefined/);
  }
});
