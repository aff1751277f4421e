// Proves that links round-trip, are written in one canonical way, and that bad ones are named and survived.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, format, parse, permalink } from '../../src/configuration/codec.ts';
import { FIELDS } from '../../src/configuration/fields.ts';
import type { Configuration } from '../../src/configuration/types.ts';

const idText = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const amount = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const tokens = fc.integer({ min: 0, max: 10_000_000 });

const anyConfiguration = fc
  .record({
    hw: idText,
    count: optional(fc.integer({ min: 0, max: 64 })),
    cpu: optional(idText),
    ram: optional(amount(0.1, 100_000)),
    model: idText,
    quant: idText,
    kv: idText,
    runtime: optional(idText),
    fa: fc.constantFrom('on', 'off'),
    ngl: fc.oneof(fc.constant('auto'), fc.integer({ min: 0, max: 1000 })),
    ubatch: fc.integer({ min: 1, max: 65_536 }),
    prompt: tokens,
    gen: tokens,
    depth: tokens,
    users: fc.integer({ min: 1, max: 10_000 }),
    bw: optional(amount(0.1, 1_000_000)),
    vram: optional(amount(0.1, 100_000)),
    power: optional(amount(1, 10_000)),
    maxinput: optional(amount(0.001, 10_000_000)),
    mintg: optional(amount(0.001, 1_000_000)),
    maxbackground: optional(amount(0.001, 10_000_000)),
    maxoffline: optional(amount(0.001, 10_000_000)),
  })
  .map((all) => {
    const given = Object.entries(all).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as unknown as Configuration;
  });

describe('round trips', () => {
  test('what is written is read back, value for value, without a problem', () => {
    fc.assert(
      fc.property(anyConfiguration, (configuration) => {
        const read = parse(format(configuration));
        expect(read.problems).toEqual([]);
        expect(read.configuration).toEqual(configuration);
        expect(format(read.configuration)).toBe(format(configuration));
      }),
    );
  });

  test('the order of keys in a link does not matter, the written one is canonical', () => {
    fc.assert(
      fc.property(anyConfiguration, fc.infiniteStream(fc.nat()), (configuration, numbers) => {
        const canonical = format(configuration);
        const shuffled = canonical
          .split('&')
          .map((part) => ({ part, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ part }) => part)
          .join('&');
        expect(format(parse(shuffled).configuration)).toBe(canonical);
      }),
    );
  });

  test('any text at all is read without throwing, into a configuration that has a link', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...'?&=%#+hwprompt=-1e9 v2\0é'), { maxLength: 60 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (query) => {
        const { configuration } = parse(query);
        expect(parse(format(configuration))).toMatchObject({ configuration, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the canonical link', () => {
  test('writes hardware, model, quantization and version, and of the rest what differs', () => {
    expect(format(DEFAULT_CONFIGURATION)).toBe(
      'hw=desktop-r9-rtx-5090&model=qwen2.5-14b&quant=q4_k_m&v=1',
    );
    expect(format({ ...DEFAULT_CONFIGURATION, gen: 512, prompt: 1024, bw: 1792.5 })).toBe(
      'hw=desktop-r9-rtx-5090&model=qwen2.5-14b&quant=q4_k_m&prompt=1024&gen=512&bw=1792.5&v=1',
    );
  });

  test('reads keys and ids in any case, with the question mark, the address or a fragment around', () => {
    const link =
      'https://guide.example/configure/?HW=RTX-5090&Model=Qwen3-32B&QUANT=Q4_K_M&FA=Off#terms';
    expect(format(parse(link).configuration)).toBe(
      'hw=rtx-5090&model=qwen3-32b&quant=q4_k_m&fa=off&v=1',
    );
    expect(parse(link).problems).toEqual([]);
  });

  test('needs no escaping', () => {
    fc.assert(
      fc.property(anyConfiguration, (configuration) => {
        const link = permalink(configuration, { pp: 7421.5, ttft: 0.552, tg: 61.25 });
        expect(new URL(link, 'https://guide.example').search).toBe(link.slice(link.indexOf('?')));
        expect(link).not.toMatch(/%/);
      }),
    );
  });

  test('keeps one order of keys', () => {
    expect(FIELDS.map((field) => field.key).join(' ')).toBe(
      'hw count cpu ram model quant kv runtime fa ngl ubatch prompt gen depth users bw vram power maxinput mintg maxbackground maxoffline',
    );
  });
});

describe('bad values', () => {
  const bad: [query: string, field: string, bound: string][] = [
    ['prompt=-5', 'prompt', 'prompt must be 0 to 10000000 tokens (a whole number), got -5'],
    ['prompt=10000001', 'prompt', '0 to 10000000 tokens'],
    ['prompt=12.5', 'prompt', 'a whole number'],
    ['prompt=', 'prompt', 'got nothing'],
    ['prompt=lots', 'prompt', 'got lots'],
    ['prompt=0x10', 'prompt', 'got 0x10'],
    ['gen=Infinity', 'gen', '0 to 10000000 tokens'],
    ['depth=NaN', 'depth', '0 to 10000000 tokens'],
    ['users=0', 'users', '1 to 10000 users'],
    ['count=65', 'count', '0 to 64 GPUs'],
    ['ram=0', 'ram', '0.1 to 100000 GB'],
    ['bw=-1', 'bw', '0.1 to 1000000 GB/s'],
    ['vram=1e9', 'vram', '0.1 to 100000 GB'],
    ['power=0', 'power', '1 to 10000 W'],
    ['ngl=some', 'ngl', 'auto or 0 to 1000 layers'],
    ['ubatch=0', 'ubatch', '1 to 65536 tokens'],
    ['fa=maybe', 'fa', 'fa must be on or off, got maybe'],
    ['maxinput=0', 'maxinput', '0.001 to 10000000 s'],
    ['mintg=0', 'mintg', '0.001 to 1000000 tok/s'],
    ['maxbackground=x', 'maxbackground', '0.001 to 10000000 s'],
    ['maxoffline=-3', 'maxoffline', '0.001 to 10000000 s'],
    ['hw=../etc', 'hw', 'id of at most 64'],
    ['model=%FF%00', 'model', 'id of at most 64'],
    ['quant=q4 k m', 'quant', 'id of at most 64'],
    ['kv=', 'kv', 'got nothing'],
    [`cpu=${'x'.repeat(65)}`, 'cpu', 'id of at most 64'],
    ['runtime=<b>', 'runtime', 'got <b>'],
    ['seen=fast', 'seen', 'seen must be like pp812_ttft5.04_tg61.3'],
    ['v=99', 'v', 'v must be 1, got 99'],
    ['colour=red', 'colour', 'not a key of a configuration'],
    ['%ZZ=%E0%A4%A', '%zz', 'not a key of a configuration'],
  ];

  test.each(bad)('%s is named with its bound, and the rest applies', (query, field, bound) => {
    const other = field === 'gen' ? 'depth' : 'gen';
    const { configuration, problems } = parse(`${query}&${other}=77`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, message: expect.stringContaining(bound) });
    expect(configuration).toEqual({ ...DEFAULT_CONFIGURATION, [other]: 77 });
  });

  test('a bad value leaves the default in place', () => {
    expect(parse('hw=../etc&prompt=1e99').configuration).toEqual(DEFAULT_CONFIGURATION);
  });

  test('a key given twice is named and the last one applies', () => {
    const { configuration, problems } = parse('prompt=10&gen=5&PROMPT=20');
    expect(configuration).toMatchObject({ prompt: 20, gen: 5 });
    expect(problems).toEqual([
      { field: 'prompt', message: 'prompt is given twice, the last one (20) applies' },
    ]);
  });

  test('a message quotes at most 40 characters of what was written', () => {
    const [problem] = parse(`prompt=${'9'.repeat(5000)}`).problems;
    expect(problem?.message.length).toBeLessThan(160);
  });
});

describe('the result shown when a link was made', () => {
  test('is written with four digits and read back', () => {
    const link = permalink(DEFAULT_CONFIGURATION, { pp: 7421.48, ttft: 0.55193, tg: 61 });
    expect(link).toBe(
      '/configure/?hw=desktop-r9-rtx-5090&model=qwen2.5-14b&quant=q4_k_m&seen=pp7421_ttft0.5519_tg61&v=1',
    );
    expect(parse(link).seen).toEqual({ pp: 7421, ttft: 0.5519, tg: 61 });
  });

  test('leaves out what was not known', () => {
    expect(parse(permalink(DEFAULT_CONFIGURATION, { tg: 3.25 })).seen).toEqual({ tg: 3.25 });
    expect(permalink(DEFAULT_CONFIGURATION, {})).not.toContain('seen');
    expect(permalink(DEFAULT_CONFIGURATION, { tg: Number.NaN })).not.toContain('seen');
  });
});
