// Proves that a link of an older format keeps its meaning when defaults change and keys are renamed.
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, format, parse } from '../../src/configuration/codec.ts';
import { type Entry, type FormatVersion, VERSIONS } from '../../src/configuration/versions.ts';

const [first] = VERSIONS;

/** A later format: answers are longer by default, and `gen` may be given in words. */
const second: FormatVersion = {
  version: 2,
  defaults: { ...first.defaults, gen: 1024, kv: 'q8_0' },
};

/** A format after that: `kv` was split in the link, an old name of a model is no more. */
const third: FormatVersion = {
  version: 3,
  defaults: second.defaults,
  upgrade: (entries) =>
    entries.map(
      ([key, value]): Entry => (key === 'model' && value === 'old' ? [key, 'new'] : [key, value]),
    ),
};

describe('format versions', () => {
  test('what an old link left out still means what it meant', () => {
    const read = parse('hw=rtx-3090&v=1', [first, second]);
    expect(read).toMatchObject({ version: 1, problems: [] });
    expect(read.configuration).toMatchObject({ hw: 'rtx-3090', gen: 256, kv: 'f16', prompt: 4096 });
  });

  test('it is written again in the current version, with the old meaning spelled out', () => {
    const { configuration } = parse('hw=rtx-3090&v=1', [first, second]);
    expect(format(configuration, undefined, [first, second])).toBe(
      'hw=rtx-3090&model=qwen2.5-14b&quant=q4_k_m&kv=f16&gen=256&v=2',
    );
  });

  test('a link of the current version gets the current defaults', () => {
    expect(parse('hw=rtx-3090&v=2', [first, second]).configuration).toMatchObject({
      gen: 1024,
      kv: 'q8_0',
    });
    expect(parse('hw=rtx-3090', [first, second]).configuration).toMatchObject({ gen: 1024 });
  });

  test('rewrites run one after the other', () => {
    const all = [first, second, third];
    expect(parse('model=old&v=1', all).configuration).toMatchObject({ model: 'new', gen: 256 });
    expect(parse('model=old&gen=9&v=2', all).configuration).toMatchObject({ model: 'new', gen: 9 });
    expect(parse('model=old&v=3', all).configuration).toMatchObject({ model: 'old' });
  });

  test('an unknown version is named and read as the current one', () => {
    const { problems, version } = parse('gen=9&v=3', [first, second]);
    expect(problems).toEqual([{ field: 'v', message: 'v must be 1 or 2, got 3' }]);
    expect(version).toBe(2);
  });

  test('the first version is as it was published', () => {
    expect(first).toEqual({
      version: 1,
      defaults: {
        hw: 'desktop-r9-rtx-5090',
        model: 'qwen2.5-14b',
        quant: 'q4_k_m',
        kv: 'f16',
        fa: 'on',
        ngl: 'auto',
        ubatch: 512,
        prompt: 4096,
        gen: 256,
        depth: 0,
        users: 1,
      },
    });
    expect(DEFAULT_CONFIGURATION).toBe(VERSIONS.at(-1)?.defaults);
  });
});
