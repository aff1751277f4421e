// Proves that links of several configurations round-trip, share what is common, and survive bad values by name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/codec.ts';
import { formatSeveral, parseSeveral } from '../../src/configuration/several.ts';
import type { Configuration } from '../../src/configuration/types.ts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Few different values, so that configurations often agree in some and differ in others. */
const anyConfiguration = fc
  .record({
    hw: fc.constantFrom('rtx-3090', 'rtx-4090', 'mac-studio'),
    count: optional(fc.constantFrom(1, 2)),
    model: fc.constantFrom('qwen3-8b', 'llama-3.1-8b'),
    quant: fc.constantFrom('q4_k_m', 'q8_0'),
    kv: fc.constantFrom('f16', 'q8_0'),
    fa: fc.constantFrom<'on' | 'off'>('on', 'off'),
    ngl: fc.constantFrom<'auto' | number>('auto', 0, 12),
    ubatch: fc.constantFrom(512, 1024),
    prompt: fc.constantFrom(4096, 100),
    gen: fc.constantFrom(256, 1),
    depth: fc.constantFrom(0, 8192),
    users: fc.constantFrom(1, 4),
    bw: optional(fc.constantFrom(100.5, 1e6)),
  })
  .map((all) => {
    const given = Object.entries(all).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as unknown as Configuration;
  });

const several = fc.array(anyConfiguration, { minLength: 1, maxLength: 4 }).chain((configurations) =>
  fc.record({
    configurations: fc.constant(configurations),
    pinned: fc.nat({ max: configurations.length - 1 }),
  }),
);

test('what is written is read back, in order, with its pin, without a problem', () => {
  fc.assert(
    fc.property(several, (all) => {
      const read = parseSeveral(`?${formatSeveral(all)}`);
      expect(read).toEqual({ ...all, problems: [] });
      expect(formatSeveral(read)).toBe(formatSeveral(all));
    }),
  );
});

test('nothing a reader can type makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseSeveral(text).configurations.length).toBeLessThanOrEqual(4);
    }),
  );
});

describe('what a link says', () => {
  const with_ = (patch: Partial<Configuration>) => ({ ...DEFAULT_CONFIGURATION, ...patch });

  test('is written by hand as easily as by a page', () => {
    const { configurations, problems } = parseSeveral(
      'https://example.org/compare/?a.hw=rtx-3090&b.hw=rtx-4090&model=qwen3-8b&b.prompt=100&v=1#top',
    );
    expect(problems).toEqual([]);
    expect(configurations).toEqual([
      with_({ hw: 'rtx-3090', model: 'qwen3-8b' }),
      with_({ hw: 'rtx-4090', model: 'qwen3-8b', prompt: 100 }),
    ]);
  });

  test('is short: what is common stands once, what is usual not at all', () => {
    const configurations = [
      with_({ hw: 'rtx-3090', prompt: 100 }),
      with_({ hw: 'rtx-4090', prompt: 100, users: 2 }),
    ];
    expect(formatSeveral({ configurations, pinned: 1 })).toBe(
      'a.hw=rtx-3090&b.hw=rtx-4090&b.users=2&model=qwen2.5-14b&quant=q4_k_m&prompt=100&pin=b&v=1',
    );
  });

  test('an own key stands above a common one', () => {
    const { configurations } = parseSeveral('a.hw=x&b.hw=y&users=3&b.users=5');
    expect(configurations.map(({ users }) => users)).toEqual([3, 5]);
  });

  test('letters may leave gaps, and a key alone is one configuration', () => {
    expect(parseSeveral('b.hw=x&d.hw=y').configurations.map(({ hw }) => hw)).toEqual(['x', 'y']);
    expect(parseSeveral('hw=x').configurations.map(({ hw }) => hw)).toEqual(['x']);
    expect(parseSeveral('').configurations).toEqual([]);
    expect(parseSeveral('?v=1').configurations).toEqual([]);
  });

  test.each([
    ['a.hw=x&b.hw=y&b.prompt=-5', 'b.prompt must be 0 to 10000000 tokens (a whole number), got -5'],
    ['a.hw=x&b.hw=y&prompt=many', 'prompt must be 0 to 10000000 tokens (a whole number), got many'],
    ['a.hw=x&b.hw=y&e.hw=z', 'e.hw begins with “e.”, and the configurations are a, b, c and d'],
    ['a.hw=x&a.hw=y', 'a.hw is given twice, the last one (y) applies'],
    ['a.hw=x&b.hw=y&pin=c', 'pin must be a, b, got c'],
  ])('%s: the field and its bound are named, once', (query, message) => {
    const { configurations, problems } = parseSeveral(query);
    expect(problems.map((one) => one.message)).toEqual([message]);
    expect(configurations.at(-1)?.prompt).toBe(4096);
  });

  test('a key that does not exist and a version of the future are named once', () => {
    const { problems } = parseSeveral('a.hw=x&b.hw=y&b.wheels=4&v=99');
    expect(problems.map(({ field }) => field)).toEqual(['v', 'b.wheels']);
  });

  test('five do not fit into one link', () => {
    const configurations = Array.from({ length: 5 }, () => with_({}));
    expect(() => formatSeveral({ configurations, pinned: 0 })).toThrow(RangeError);
  });
});
