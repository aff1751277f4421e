// Proves what the chapters' calculators say: the original's examples, numbers worked by hand, and what they do without.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/index.ts';
import type { Configuration } from '../../src/configuration/types.ts';
import { present as context } from '../../src/views/calculators/context.ts';
import { present as cost } from '../../src/views/calculators/cost.ts';
import { present as flops } from '../../src/views/calculators/cpu-peak.ts';
import { present as energy } from '../../src/views/calculators/energy.ts';
import { givenFor } from '../../src/views/calculators/given.ts';
import { present as gpus } from '../../src/views/calculators/gpus.ts';
import { present as hybrid } from '../../src/views/calculators/hybrid.ts';
import {
  PANEL_KINDS,
  type PanelKind,
  type PanelKindName,
} from '../../src/views/calculators/kinds.ts';
import { calculatorList } from '../../src/views/calculators/list.ts';
import { present as load } from '../../src/views/calculators/loading.ts';
import { present as localScore } from '../../src/views/calculators/local-score.ts';
import { present as bandwidth } from '../../src/views/calculators/memory-bus.ts';
import { present as operations } from '../../src/views/calculators/operations.ts';
import { present as original } from '../../src/views/calculators/original.ts';
import { formatOwn, parseOwn, usualOf } from '../../src/views/calculators/own-fields.ts';
import type { Own, PanelView, PresentOfPage } from '../../src/views/calculators/panel.ts';
import { present as parallel } from '../../src/views/calculators/parallel.ts';
import { present as size } from '../../src/views/calculators/size.ts';
import { present as takes } from '../../src/views/calculators/takes.ts';
import { present as users } from '../../src/views/calculators/users.ts';
import { sharedData } from '../../src/views/shared.ts';

const fieldsOf = (kind: PanelKindName) => (PANEL_KINDS[kind] as PanelKind).fields ?? [];

/** A calculator's answer for the defaults of its fields and a configuration. */
function ask(
  kind: PanelKindName,
  present: PresentOfPage,
  patch: Partial<Configuration>,
  own: Own = {},
): PanelView {
  const configuration = { ...DEFAULT_CONFIGURATION, ...patch };
  const { tables } = sharedData().estimator;
  const { data } = givenFor(kind);
  return present({ configuration, tables, own: { ...usualOf(fieldsOf(kind)), ...own }, data });
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** `value (remark)`, or the reason why there is none. */
function result({ results }: PanelView, name: string): string {
  const found = results.find((one) => one.name === name);
  if (!found) throw new Error(`no result “${name}”; there are ${results.map((one) => one.name)}`);
  const { words } = found;
  return plain(words.known ? `${words.value} (${words.range})` : words.reason);
}

const row = ({ tables }: PanelView, name: string): string[] =>
  (tables ?? [])
    .flatMap(({ rows }) => rows.map((cells) => cells.map(plain)))
    .find(([first]) => first === name) ?? [];

const usual = (kind: PanelKindName, own: Own = {}): Own => ({ ...usualOf(fieldsOf(kind)), ...own });

describe('peak of a CPU', () => {
  const view = flops(usual('flops'));

  test('shows the original’s 73.6, 54.4, 582.4 and 7.2 % beside the corrected 729.6 and 5.8 %', () => {
    expect(result(view, 'Theoretical peak')).toBe('729.6 GFLOPS (2 × 147.2 + 8 × 54.4 GFLOPS)');
    expect(result(view, 'Counted with one unit a core')).toBe(
      '582.4 GFLOPS (2 × 73.6 + 8 × 54.4 GFLOPS)',
    );
    expect(row(view, 'One performance core').slice(1)).toEqual(['73.6 GFLOPS', '147.2 GFLOPS']);
    expect(row(view, 'One efficiency core').slice(1)).toEqual(['54.4 GFLOPS', '54.4 GFLOPS']);
    // 42.2 / 582.4 = 7.246 %, 42.2 / 729.6 = 5.784 %.
    expect(row(view, 'Measured, of that').slice(1)).toEqual(['7.2 %', '5.8 %']);
  });

  test.each([
    ['One core', 20e9, 100e9],
    ['Several cores', 200e9, 2000e9],
    ['A server', 5e12, 10e12],
  ])('a preset for the document’s range “%s” lies inside it', (name, low, high) => {
    const preset = givenFor('flops').presets?.list.find((one) => one.name.startsWith(name));
    const peak = result(flops(usual('flops', preset?.values)), 'Theoretical peak');
    const [, digits = '', unit] = /^([\d.,]+) ([GT])FLOPS/.exec(peak) ?? [];
    const flopPerSecond = Number(digits.replace(/,/g, '')) * (unit === 'T' ? 1e12 : 1e9);
    expect(flopPerSecond).toBeGreaterThanOrEqual(low);
    expect(flopPerSecond).toBeLessThanOrEqual(high);
  });

  test('asks where nothing was measured, and leaves out cores there are none of', () => {
    const alone = flops(usual('flops', { e: 0, gflops: undefined }));
    expect(result(alone, 'Share reached')).toBe('give a measured rate');
    expect(row(alone, 'One efficiency core')).toEqual([]);
    expect(result(alone, 'Theoretical peak')).toBe('294.4 GFLOPS (2 × 147.2 GFLOPS)');
  });
});

describe('the simplified formulas', () => {
  test('give 5 tok/s for 50 GB/s and 10 GB, bound by memory', () => {
    const view = original(usual('original'));
    expect(result(view, 'TG')).toBe('5.0 tok/s (bound by memory bandwidth, the smaller of two)');
    // 1000 × 0.75 / 90 = 8.33; 1024 / 8.33 = 122.88 s, and 10 / 50 = 0.2 s for the model.
    expect(result(view, 'PP')).toBe('8.3 tok/s (F_cpu × E_par / OP_token)');
    expect(row(view, 'Reading the prompt, L_prompt / PP')[1]).toBe('123 s');
    expect(row(view, 'Reading the model, S_model / BW_mem')[1]).toBe('0.2 s');
  });

  test('take the smaller of two bounds, and no second term after a warm start', () => {
    const slow = original(usual('original', { f: 100, cold: 0, l: 10 }));
    // 100 × 0.75 / 90 = 0.8333 tok/s, below 50 / 10; 10 / 0.8333 = 12 s.
    expect(result(slow, 'TG')).toBe('0.83 tok/s (bound by compute, the smaller of two)');
    expect(result(slow, 'T_first')).toBe('12 s (both terms together)');
    expect(row(slow, 'Reading the model, S_model / BW_mem')[1]).toBe('0 s');
  });
});

describe('E_par', () => {
  test('is 0.625 for 16 cores and ten times; 14.3 times on 32, 25 at most', () => {
    const view = parallel(usual('parallel'));
    expect(result(view, 'E_par')).toBe('0.625 (suboptimal: 0.4 to 0.7)');
    expect(result(view, 'Serial share')).toBe('4 % (by Amdahl’s law)');
    // 14.2857 / 32 = 0.446.
    expect(result(view, 'On 32 cores')).toBe('14.3 times (E_par 0.446)');
    expect(result(view, 'However many cores')).toMatch(/^25 times/);
  });

  test('has nothing to explain where each core counts in full, or none helps', () => {
    expect(result(parallel(usual('parallel', { s: 16 })), 'Serial share')).toMatch(/^no loss/);
    expect(result(parallel(usual('parallel', { s: 0.5 })), 'Serial share')).toMatch(/^slower/);
  });
});

describe('memory bandwidth', () => {
  test('of two DDR5-5600 is 89.6 GB/s, 8.0 tok/s at 80 % for 9 GB', () => {
    const view = bandwidth(usual('bandwidth'));
    expect(result(view, 'Memory modules')).toMatch(/^89\.6 GB\/s/);
    expect(result(view, 'AMD’s fabric')).toBe('128 GB/s (the modules decide)');
    // 71.68 / 9 = 7.96.
    expect(result(view, 'At most')).toMatch(/^8\.0 tok\/s/);
  });

  test('of a single die is what its fabric lets through', () => {
    const view = bandwidth(usual('bandwidth', { mts: 5200, ccd: 1, fclk: 1.8, share: 1 }));
    expect(result(view, 'AMD’s fabric')).toBe('57.6 GB/s (the fabric decides)');
    expect(result(view, 'Reached')).toBe('57.6 GB/s (100 % of 57.6 GB/s)');
  });

  test('without dies knows no such limit', () => {
    expect(result(bandwidth(usual('bandwidth', { ccd: 0 })), 'AMD’s fabric')).toMatch(
      /^no such limit/,
    );
  });
});

describe('operations per token', () => {
  test('of Llama 2 7B: 13.2 GFLOP, the rule 12.3 times too few, the table 6.1 to 7.6 times too many', () => {
    const view = ask('ops', operations, { model: 'llama-2-7b' });
    expect(result(view, 'One generated token')).toMatch(/^13\.2 GFLOP/);
    expect(result(view, 'The rule 2·N·d²')).toBe('1.07 GFLOP (12.3 times too few)');
    expect(result(view, 'The original’s table')).toBe('80–100 GFLOP (6.1 to 7.6 times too many)');
  });

  test('grow with the context: 4.29 GFLOP of attention for Llama 3.1 8B at 8,192', () => {
    const [bar] = ask('ops', operations, { model: 'llama-3.1-8b', depth: 8192 }).bars;
    const attention = bar?.segments.find(({ id }) => id === 'attention');
    expect(plain(attention?.text ?? '')).toMatch(/^4\.29 GFLOP/);
  });

  test('say where the original’s table has no row', () => {
    const view = ask('ops', operations, { model: 'qwen3-30b-a3b' });
    expect(result(view, 'The original’s table')).toBe('it lists eight models, not this one');
    // 3.04 billion active parameters, twice.
    expect(result(view, 'One generated token')).toMatch(/^6\.0[789] GFLOP/);
  });
});

describe('size', () => {
  test('of Qwen2.5 14B Q4_K_M is the published 8.99 GB, with what rounding adds', () => {
    const view = ask('size', size, { model: 'qwen2.5-14b', quant: 'q4_k_m' });
    expect(result(view, 'File')).toBe('8.99 GB (8.37 GiB)');
    expect(result(view, 'Added perplexity')).toMatch(
      /^\+0\.\d+ \(of Llama 3 8B, which has 6\.23\)$/,
    );
  });

  test('falls with every bit, and the loss of the smallest format is the largest', () => {
    const [table] = ask('size', size, { model: 'llama-3.1-8b' }).tables ?? [];
    const bits = (table?.rows ?? []).map(([, value]) => Number(value));
    expect(bits.length).toBeGreaterThan(15);
    expect(bits[0]).toBeCloseTo(16, 1);
    expect(Math.min(...bits)).toBeLessThan(2.5);
  });

  test('says where a format has no measured loss', () => {
    const view = ask('size', size, { model: 'gpt-oss-20b', quant: 'mxfp4' });
    expect(result(view, 'Added perplexity')).toBe('not measured for this format');
  });
});

describe('context', () => {
  test('of Llama 3.1 8B takes 131 kB a token, 1.07 GB at 8,192 (1,024 MiB)', () => {
    const view = ask('context', context, { hw: 'rtx-3060-12gb', model: 'llama-3.1-8b' });
    expect(result(view, 'One more token')).toMatch(/^131 kB/);
    expect(row(view, '8,192 tokens')[1]).toBe('1.07 GB');
  });

  test('of a latent cache is 70.3 kB a token for DeepSeek V3', () => {
    const view = ask('context', context, { hw: 'apple-m3-ultra', model: 'deepseek-v3' });
    // 61 · 576 · 2 = 70,272.
    expect(result(view, 'One more token')).toMatch(/^70\.3 kB/);
    expect(view.remarks[0]).toContain('576 numbers a token');
  });

  test('of windowed layers says how many keep all of it', () => {
    const view = ask('context', context, { hw: 'rtx-4090', model: 'gemma-3-4b' });
    expect(plain(view.remarks[0] ?? '')).toBe(
      '5 of 34 layers keep the whole context; 29 keep the last 1,024 tokens.',
    );
  });
});

describe('users', () => {
  const view = ask('users', users, {
    hw: 'rtx-4090',
    model: 'llama-3.1-8b',
    prompt: 1024,
    gen: 256,
    users: 8,
  });

  test('together they get eight times what each gets', () => {
    const number = (name: string) => Number.parseFloat(result(view, name).replace(',', ''));
    expect(number('All together') / number('Each user')).toBeCloseTo(8, 0);
  });

  test('each further user slows every one down', () => {
    const rates = (view.tables?.[0]?.rows ?? []).map(([, each]) => Number.parseFloat(each ?? ''));
    expect(rates.length).toBeGreaterThan(4);
    expect([...rates].sort((a, b) => b - a)).toEqual(rates);
  });

  test('none fit where the model does not', () => {
    const none = ask('users', users, { hw: 'rtx-3060-12gb', model: 'llama-3.3-70b' });
    expect(result(none, 'Users that fit')).toMatch(/^none/);
  });
});

describe('loading', () => {
  test('8.99 GB take 18 s from a SATA disk and 1.3 s from one of 7 GB/s', () => {
    const view = ask('load', load, { hw: 'rtx-4090' });
    expect(row(view, 'SATA SSD')[2]).toBe('18 s');
    expect(result(view, 'Disk to RAM')).toMatch(/^1\.3 s/);
    // 8.55 GB without the input embedding, over 0.8 · 16 · 1.969 GB/s.
    expect(result(view, 'RAM to GPU')).toMatch(/^0\.34 s/);
  });

  test('a Mac copies nothing on, a CPU neither', () => {
    expect(result(ask('load', load, { hw: 'apple-m4-max' }), 'RAM to GPU')).toMatch(
      /reads the RAM itself/,
    );
    expect(result(ask('load', load, { hw: 'ryzen-9-9950x' }), 'RAM to GPU')).toMatch(
      /no GPU computes/,
    );
  });
});

describe('a model in two memories', () => {
  const split = { hw: 'rtx-4060-ti-8gb', prompt: 1024, gen: 256 };

  test('adds times, not bandwidths', () => {
    const view = ask('hybrid', hybrid, split);
    expect(plain(view.remarks[0] ?? '')).toMatch(
      /allows \d+ tok\/s\. Adding .* would promise 44 tok\/s/,
    );
    // (288 + 89.6) GB/s over 8.54 GB read for each token: 44.
  });

  test('gets faster with each layer on the GPU', () => {
    const [table] = ask('hybrid', hybrid, split).tables ?? [];
    const speeds = (table?.rows ?? []).map((cells) => Number.parseFloat(cells[3] ?? ''));
    expect([...speeds].sort((a, b) => a - b)).toEqual(speeds);
  });

  test('keeps the layers the reader asks for, and says where there is nothing to split', () => {
    const ten = ask('hybrid', hybrid, { ...split, ngl: 10 });
    expect(result(ten, 'Layers on the GPU')).toMatch(/^10 of 48/);
    expect(ask('hybrid', hybrid, { hw: 'apple-m4-max' }).remarks[0]).toMatch(
      /^This machine has one memory/,
    );
  });

  test('leaves the experts of a mixture in RAM', () => {
    const view = ask('hybrid', hybrid, { hw: 'rtx-4090', model: 'gpt-oss-120b', quant: 'mxfp4' });
    expect(view.remarks[0]).toMatch(/leaves experts in RAM/);
  });
});

describe('more GPUs', () => {
  test('two hold twice as much as one, and a link of four lanes is a quarter of sixteen', () => {
    const view = ask('gpus', gpus, { hw: 'rtx-3090', model: 'llama-3.3-70b', count: 2 });
    const gigabytes = (name: string) => Number.parseFloat(row(view, name)[1] ?? '');
    expect(gigabytes('2 GPUs') / gigabytes('1 GPU')).toBeCloseTo(2, 1);
    expect([row(view, '1 GPU')[2], row(view, '2 GPUs')[2]]).toEqual(['split', 'fits']);
    // 0.8 · 4 · 1.969 and 0.8 · 16 · 1.969.
    expect(row(view, 'PCIe 4.0 x4 (OCuLink)')[1]).toBe('6.301 GB/s');
    expect(row(view, 'PCIe 4.0 x16')[1]).toBe('25.2 GB/s');
  });

  test('a machine without one has nothing to add to', () => {
    expect(ask('gpus', gpus, { hw: 'apple-m4-max' }).remarks[0]).toMatch(/no graphics card/);
  });
});

describe('LocalScore', () => {
  test('follows from its three means, and falls into a band', () => {
    const view = ask('localscore', localScore, { hw: 'rtx-4090', model: 'llama-3.1-8b' });
    const number = (name: string) => Number.parseFloat(result(view, name).replace(',', ''));
    const [pp, tg, ttft] = ['Prompts', 'Answers', 'First token'].map((one) =>
      number(`${one}, on average`),
    );
    const score = number('LocalScore');
    // The means are worded to two or three digits.
    expect((10 * Math.cbrt(((pp ?? 0) * (tg ?? 0)) / (ttft ?? 1))) / score).toBeCloseTo(1, 1);
    expect(result(view, 'LocalScore')).toMatch(/excellent: 1,000 or more; range [\d,]+–[\d,]+/);
    expect(view.tables?.[0]?.rows).toHaveLength(9);
  });

  test('of a Raspberry Pi is poor', () => {
    expect(
      result(
        ask('localscore', localScore, { hw: 'raspberry-pi-5-8gb', model: 'llama-3.1-8b' }),
        'LocalScore',
      ),
    ).toMatch(/poor: below 100/);
  });
});

describe('energy', () => {
  test('takes the median of three runs at the wall for an RTX 4090: 464 of 262 to 509 W', () => {
    const view = ask('energy', energy, { hw: 'rtx-4090' });
    expect(result(view, 'Power while it runs')).toBe(
      '464 W (median of 3 runs at the wall, in a desktop: 262–509 W)',
    );
  });

  test('of one’s own 100 W is 100 J a second, and costs what a kWh costs', () => {
    const view = ask(
      'energy',
      energy,
      { hw: 'rtx-4090', gen: 256 },
      { watts: 100, kwh: 0.4, other: 50 },
    );
    expect(result(view, 'Power while it runs')).toBe('100 W (your value)');
    const [, energyWords = '', cost = ''] = row(view, 'A thousand answers');
    expect(Number.parseFloat(cost) / Number.parseFloat(energyWords)).toBeCloseTo(0.4 / 1000, 5);
    expect(plain(view.remarks[0] ?? '')).toContain('more than 2 times as fast');
  });

  test('of a year adds the price over the years of use, and asks for what is missing', () => {
    const given = { watts: 100, kwh: 0.4, day: 100, price: 1200, years: 4 };
    const view = ask('energy', energy, { hw: 'rtx-4090' }, given);
    const [, , electricity = ''] = row(view, 'A year of 100 a day');
    // 1200 / 4 = 300 for the machine.
    const words = result(view, 'Owning it, a year');
    expect(words).toContain('300 of it the machine');
    expect(Number.parseFloat(words)).toBeCloseTo(300 + Number.parseFloat(electricity), 0);
    const half = ask('energy', energy, { hw: 'rtx-4090' }, { watts: 100, price: 1200 });
    expect(result(half, 'Owning it, a year')).toBe(
      'give the years of use, price of a kWh, answers a day too',
    );
  });

  test('57 W against 320 W break even at 5.61 times the speed', () => {
    // 320 / 57 = 5.614, the two machines of the video.
    const view = ask('energy', energy, { hw: 'rtx-4090' }, { watts: 320, other: 57 });
    expect(plain(view.remarks[0] ?? '')).toContain('more than 5.61 times as fast');
  });

  test('asks where nobody measured', () => {
    const view = ask('energy', energy, { hw: 'rtx-3090' });
    expect(result(view, 'Power while it runs')).toMatch(/give your own/);
  });
});

describe('what a target would take', () => {
  test('says whether it is met, and names no way where one quantity alone does not help', () => {
    const easy = ask('takes', takes, { hw: 'rtx-4090', prompt: 512 });
    expect(result(easy, 'Target')).toBe('met (by the central estimate)');
    const hard = ask('takes', takes, { hw: 'rtx-4090', prompt: 512 }, { tg: 1e5 });
    expect(result(hard, 'Target')).toBe('missed (by the central estimate)');
    expect(row(hard, 'Memory bandwidth, at least')[1]).toBe('not by this alone');
    expect(row(hard, 'Memory bandwidth, at least')[2]).toBe('1,008 GB/s');
  });

  test('asks for a limit where none is given', () => {
    const none = ask('takes', takes, {}, { tg: undefined, ttft: undefined });
    expect(result(none, 'Target')).toBe('give at least one limit above');
  });
});

describe('cost of owning', () => {
  const machine = { hw: 'framework-desktop-128gb', model: 'gpt-oss-120b', quant: 'mxfp4' };
  const own = { price: 1500, load: 400, idle: 60, life: 4, resale: 0.2, hours: 8, busy: 0.125 };

  test('of a year: 300 of value, 146 and 153.3 kWh at 0.4, and 12 times less a month', () => {
    // 1500 · 0.8 / 4; 400 W · 1 h · 365; 60 W · 7 h · 365; 299.3 kWh · 0.4 = 119.72; 419.72 / 12 = 34.98.
    const view = ask('cost', cost, machine, { ...own, kwh: 0.4 });
    expect(row(view, 'Loss of value')).toEqual(['Loss of value', 'none', '300']);
    expect(row(view, 'Electricity while it works').slice(1)).toEqual(['146 kWh', '58.4']);
    expect(row(view, 'Electricity while it waits').slice(1)).toEqual(['153 kWh', '61.3']);
    expect(row(view, 'Together').slice(1)).toEqual(['299 kWh', '420']);
    expect(result(view, 'Owning it, a month')).toBe('35 (9.98 of it electricity)');
  });

  test('takes price and watts of the catalogue, with date and how they were measured', () => {
    const view = ask('cost', cost, machine);
    expect(result(view, 'Price')).toBe('3,449 USD (list price, 30 September 2026)');
    expect(result(view, 'Power')).toMatch(/^140 W, 12.5 W at rest/);
  });

  test('shows the formula of the year with the difference in brackets and the price unrounded', () => {
    const [line] = ask('cost', cost, machine).formulas ?? [];
    expect(line).toMatchObject({
      symbols: { sum: [{ over: { right: { brackets: '1 − r' } } }, {}] },
      numbers: { sum: [{ over: { left: '3,449', right: '0.8' } }, {}] },
    });
  });

  test('amounts against an API carry their currency, and a century counts as never', () => {
    const view = ask('cost', cost, machine);
    expect(view.remarks.join(' ')).toMatch(/costs [\d.]+\sUSD a month from the API, [\d.]+\sUSD/);
    expect(result(view, 'Paid for against the API')).toBe('never within 100 years ()');
  });

  test('names what no source tells, and answers once it is given', () => {
    const asked = ask('cost', cost, {
      ...machine,
      hw: 'mac-mini-m4-pro-48gb',
      model: 'llama-3.1-8b',
    });
    expect(result(asked, 'Price')).toMatch(/^no price found/);
    expect(result(asked, 'Owning it, a month')).toMatch(/^give the price of the machine/);
  });

  test('against a rented GPU at 1.50 an hour: 45.6 a month, paid for after 42 months', () => {
    // One hour a day: 1.5 · 365 / 12 = 45.625; 1500 / (45.625 - 9.977) = 42.08.
    const view = ask('cost', cost, machine, { ...own, kwh: 0.4, rent: 1.5 });
    expect(result(view, 'Paid for against a rented GPU')).toBe('3.5 years ()');
    expect(view.remarks.join(' ')).toContain('The same work costs 45.6 a month from a rented GPU');
  });
});

describe('numbers of one’s own in an address', () => {
  const fields = fieldsOf('flops');

  test('are written where they differ, and read back', () => {
    const own = usual('flops', { p: 8, gflops: undefined });
    expect(formatOwn(own, fields)).toBe('p=8&gflops=');
    expect(parseOwn(formatOwn(own, fields), fields)).toEqual({ own, problems: [] });
    expect(formatOwn(usual('flops'), fields)).toBe('');
  });

  test('are refused by name and bound, and the rest applies', () => {
    const { own, problems } = parseOwn('p=0.5&eghz=3.5&cores=4&bits=', fields);
    expect(own).toEqual(usual('flops', { eghz: 3.5 }));
    expect(problems).toEqual([
      'Performance cores must be 1 to 1024 cores (a whole number), got 0.5',
      expect.stringMatching(/^cores is none of this calculator’s numbers: p, e, /),
      'SIMD width must be 32 to 2048 bits (a whole number), got nothing',
    ]);
  });
});

test('CONTRIBUTING names every calculator to authors', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  expect(calculatorList().filter(({ kind }) => !text.includes(`\`${kind}\``))).toEqual([]);
});

const OF_PAGE: Partial<Record<PanelKindName, PresentOfPage>> = {
  ops: operations,
  size,
  context,
  users,
  load,
  hybrid,
  gpus,
  localscore: localScore,
  energy,
};

describe.each(Object.keys(OF_PAGE) as PanelKindName[])('%s', (kind) => {
  const present = OF_PAGE[kind] as PresentOfPage;
  const usualConfiguration = (PANEL_KINDS[kind] as PanelKind).usual ?? {};

  test('answers its own page’s configuration without a problem or an empty cell', () => {
    const view = ask(kind, present, usualConfiguration as Partial<Configuration>);
    expect(view.problems).toEqual([]);
    expect(view.results.length).toBeGreaterThan(1);
    for (const { columns, rows } of view.tables ?? [])
      for (const cells of rows) {
        expect(cells).toHaveLength(columns.length);
        expect(cells.filter((cell) => cell === '')).toEqual([]);
      }
  });

  test('names a model that does not exist', () => {
    const view = ask(kind, present, { model: 'no-such-model' });
    expect(view.problems.length).toBeGreaterThan(0);
  });
});
