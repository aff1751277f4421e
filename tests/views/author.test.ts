// Proves that what authors write is checked: each wrong prop stops the build and names the values there are, and right ones give the numbers of the module, the catalogue and the sources.
import { expect, test } from 'vitest';
import { oneOf, refuseOthers, required, within } from '../../src/components/figures/props.ts';
import { shownEvidence } from '../../src/views/evidence-chart.ts';
import { furtherReading } from '../../src/views/further-reading.ts';
import { namedValue } from '../../src/views/guide-numbers.ts';
import { inlineEstimate, SHOWN } from '../../src/views/inline-estimate.ts';
import { measuredNumber } from '../../src/views/measured-number.ts';
import { originalTable } from '../../src/views/original-tables.ts';
import { symbolRows } from '../../src/views/symbols.ts';
import { workedExample } from '../../src/views/worked-example.ts';

// Read before the first test: the runs are many, and a busy machine needs its time.
shownEvidence('tg');

const query = 'hw=rtx-3060-12gb&model=qwen2.5-14b&quant=q4_k_m';

test('a word out of a list is refused with the list', () => {
  expect(() => oneOf('Estimate', 'show', 'speed', SHOWN)).toThrow(
    /<Estimate show="speed">: show must be one of pp, tg/,
  );
});

test('a missing text and an unknown prop are refused with the component’s name', () => {
  expect(() => required('Estimate', 'query', '')).toThrow('<Estimate>: query is missing');
  expect(() => refuseOthers('Estimate', { query: '', colour: 'red' }, ['query'])).toThrow(
    '<Estimate> does not know colour; it takes query',
  );
  expect(() => within('Number', () => namedValue('operation', {}))).toThrow(/<Number>: of must be/);
});

test.each([
  ['an unknown key', () => inlineEstimate(`${query}&colour=red`, 'tg'), /the keys are hw, count/],
  [
    'an unknown machine',
    () => inlineEstimate('hw=rtx-9999&model=qwen2.5-14b&quant=q4_k_m', 'tg'),
    /there is no system or device/,
  ],
  ['an answer not asked for', () => inlineEstimate(`${query}&gen=0`, 'tg'), /no answer asked for/],
  ['an unknown name of a value', () => namedValue('speed', {}), /of must be .* or parameters or/],
  [
    'an unknown model',
    () => namedValue('parameters', { model: 'llama-9' }),
    /there is no such model; near it are llama/,
  ],
  ['a missing argument', () => namedValue('parameters', {}), /model is missing/],
  [
    'tokens that are no number',
    () => namedValue('kv', { model: 'llama-3.1-8b', tokens: 'many' }),
    /tokens must be a whole number/,
  ],
  [
    'a formula there is not',
    () => namedValue('evidence-error', { quantity: 'tg', formula: 'best' }),
    /formula must be original or corrected or guide/,
  ],
  [
    'a measurement nobody made',
    () =>
      measuredNumber({
        hw: 'rtx-4090',
        model: 'llama-2-7b',
        quant: 'q4_0',
        show: 'tg',
        source: 'nobody',
      }),
    /no measured tg of llama-2-7b/,
  ],
  [
    'an unknown symbol',
    () => symbolRows('PP XX'),
    /there is no symbol “XX”; there are PP, T_first/,
  ],
  ['an unknown topic', () => furtherReading('cooking'), /topic must be one of basics, use-cases/],
  [
    'an unknown table of the original',
    () => originalTable('colours'),
    /there is no original table “colours”; there are model-sizes/,
  ],
  ['terms that are not there', () => workedExample(`${query}&gen=0`, 'tg'), /has no terms for tg/],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});

test('the original’s rule for Llama 2 7B is 2 · 32 · 4096² = 1.07 GFLOP, the true count 12 times that', () => {
  expect(namedValue('rule-operations', { model: 'llama-2-7b' }).text).toBe('1.07\u00a0GFLOP');
  // 6.738 B less the input embedding of 32,000 · 4,096 is 6.607 B; two operations each.
  expect(namedValue('operations', { model: 'llama-2-7b' }).text).toBe('13.2\u00a0GFLOP');
  expect(namedValue('operations-ratio', { model: 'llama-2-7b' }).text).toBe('12.3\u00a0times');
});

test('the original’s own processor table gives one bandwidth: 14.5 tok/s · 4.9207 GB = 71.4 GB/s', () => {
  const row = {
    table: 'cpu-llama-3.1-8b',
    row: 'AMD Ryzen 9 9950X 16-Core',
    file: 'Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf',
  };
  expect(namedValue('original-row-bandwidth', row).text).toBe('71.4\u00a0GB/s');
  // 71.35 / 89.6 = 0.796
  expect(namedValue('original-row-bandwidth-share', { ...row, hw: 'ryzen-9-9950x' }).text).toBe(
    '79.6\u00a0%',
  );
  // 246 tok/s · 5.660 s
  expect(namedValue('original-row-prompt', row).text).toBe('1,392\u00a0tokens');
});

test('a measured number is the source’s own: 186.21 tok/s for an RTX 4090 with Llama 2 7B Q4_0', () => {
  const number = measuredNumber({
    hw: 'rtx-4090',
    model: 'llama-2-7b',
    quant: 'q4_0',
    show: 'tg',
    fa: 'off',
    source: 'llama.cpp-discussion-15013',
  });
  expect(number.value).toBe(186.21);
  expect(number.href).toBe('https://github.com/ggml-org/llama.cpp/discussions/15013');
});

test('an inline number leads to its configuration, and a worked example’s terms add up', () => {
  expect(inlineEstimate(query, 'tg').href).toBe(`/configure/?${query}&v=1`);
  const { segments, terms } = workedExample(query, 'memory');
  expect(terms.map(({ name }) => name)).toContain('KV cache');
  const shares = terms.reduce((sum, { share }) => sum + Number.parseFloat(share), 0);
  expect(shares).toBeCloseTo(100, 0);
  expect(segments.every(({ value }) => value > 0)).toBe(true);
});

test('further reading leads to the new address of what moved and leaves out shops', () => {
  const titles = furtherReading('apple', 5);
  expect(titles[0]).toMatchObject({
    mark: 'moved',
    href: 'https://github.com/ggml-org/llama.cpp/discussions/4167',
  });
  expect(furtherReading('gpu', 60).some(({ title }) => title.includes('price'))).toBe(false);
});
