// Proves that the nearest measured runs are the right ones, in the right order, told apart in words, and that nothing broken is offered as a neighbour.
import { describe, expect, test } from 'vitest';
import { type NearestRun, nearestRuns } from '../../src/views/nearest-runs.ts';
import { nearestView } from '../../src/views/nearest-view.ts';
import type { RunSet } from '../../src/views/run-records.ts';
import { inputOf, run, setOf } from './run-rows.ts';

const ids = (found: readonly NearestRun[]) => found.map((one) => one.run.id.slice(8));
const tg = (set: RunSet, count = 9, input = inputOf()) => nearestRuns(set, input, 'tg', count);
const words = (set: RunSet, input = inputOf()) => tg(set, 9, input).map((one) => one.differences);

describe('the same configuration', () => {
  test('is at no distance and differs in nothing', () => {
    const [nearest] = tg(setOf(run('1')));
    expect(nearest).toMatchObject({ distance: 0, differences: [] });
  });

  test('stays the same where the run does not say, or answers a little longer', () => {
    const silent = run('silent', { generatedTokens: 256 });
    expect(tg(setOf(silent))[0]?.distance).toBe(0);
    const said = run('said', { flashAttention: 'on', kv: 'f16' });
    expect(tg(setOf(said))[0]?.distance).toBe(0);
  });

  test('measured three times is one entry: the newest, with the lowest and highest of all', () => {
    const set = setOf(
      run('old', { date: '2024-11', tgTokensPerSecond: 90 }),
      run('new', { date: '2025-09-03', tgTokensPerSecond: 104 }),
      run('middle', { date: '2025-02', tgTokensPerSecond: 97 }),
    );
    const found = tg(set);
    expect(ids(found)).toEqual(['new']);
    expect(found[0]?.alike).toEqual({ count: 3, low: 90, high: 104 });
  });
});

describe('what differs', () => {
  test('is said in words, the machine first', () => {
    const other = run('other', {
      deviceId: 'sister',
      modelId: 'twice',
      format: 'Q8_0',
      formatId: 'q8_0',
      flashAttention: 'off',
      depthTokens: 8192,
    });
    expect(words(setOf(other))).toEqual([
      [
        'SISTER instead of CARD',
        'Twice instead of Small',
        'Q8_0 instead of Q4_K_M',
        'flash attention off',
        // The middle of an answer of 128 tokens: 8,192 + 64, against 64.
        '8,256 instead of 64\u00a0tokens in context',
      ],
    ]);
  });

  test('users, cards, power limits and the engine have their words', () => {
    const crowd = run('crowd', {
      engine: 'vLLM',
      runtimeId: 'vllm',
      gpuCount: 2,
      sequences: 8,
      powerLimitWatts: 300,
    });
    expect(words(setOf(crowd))).toEqual([
      [
        '2 cards instead of 1',
        'vLLM instead of llama.cpp (CUDA)',
        '8 at once instead of 1',
        'limited to 300\u00a0W',
      ],
    ]);
  });

  test('a prompt of another length is named, and a mean over nine tests once', () => {
    const asked = inputOf({
      workload: { promptTokens: 4096, generatedTokens: 0, depthTokens: 0, concurrentUsers: 1 },
    });
    const figures = { ppTokensPerSecond: 3000, generatedTokens: 0 };
    const short = run('short', { ...figures, promptTokens: 512 });
    const { promptTokens: _, ...rest } = run('score', { ...figures, test: 'localscore' });
    const found = (one: typeof short) =>
      nearestRuns(setOf(one), asked, 'pp').map((each) => each.differences);
    expect(found(short)).toEqual([['prompt of 512 instead of 4,096\u00a0tokens']]);
    expect(found({ ...rest })).toEqual([['mean of LocalScore’s nine tests']]);
  });
});

describe('order', () => {
  test('another format, another model, another card, another generation, another maker', () => {
    const set = setOf(
      run('maker', { deviceId: 'red', runtimeId: 'llama.cpp-rocm' }),
      run('generation', { deviceId: 'older' }),
      run('model', { modelId: 'twice' }),
      run('card', { deviceId: 'sister' }),
    );
    // Steps worked by hand: model 0.3 + 0.4 + 0.1; card 0.8 + 0.5; generation 2; maker 3.5 + 1.5.
    expect(tg(set).map(({ distance }) => Number(distance.toFixed(6)))).toEqual([0.8, 1.3, 2, 5]);
    expect(ids(tg(set))).toEqual(['model', 'card', 'generation', 'maker']);
  });

  test('a mixture of experts is farther from a dense model than a dense one of the same size', () => {
    const set = setOf(run('experts', { modelId: 'experts' }), run('dense', { modelId: 'twice' }));
    expect(ids(tg(set))).toEqual(['dense', 'experts']);
  });

  test('a deeper context is farther, the farther the deeper', () => {
    const at = (depth: number) => tg(setOf(run('1', { depthTokens: depth })))[0]?.distance ?? 0;
    expect(at(512)).toBe(0);
    expect(at(4096)).toBeGreaterThan(0);
    expect(at(32_768)).toBeGreaterThan(at(4096));
  });

  test('each machine, engine and model comes once, with its nearest run', () => {
    const set = setOf(
      run('deep', { depthTokens: 16_384 }),
      run('near'),
      run('other', { modelId: 'twice' }),
    );
    expect(ids(tg(set))).toEqual(['near', 'other']);
  });

  test('no more are given than asked for', () => {
    const set = setOf(run('1'), run('2', { modelId: 'twice' }), run('3', { deviceId: 'sister' }));
    expect(ids(tg(set, 2))).toEqual(['1', '2']);
    expect(tg(setOf())).toEqual([]);
  });
});

describe('what is not offered', () => {
  test.each([
    ['a run left out', { skip: 'power capped' }],
    ['a run whose generation is left out', { skipTgOnly: 'dense parts are F16' }],
    ['an outlier', { tgMark: '0.3 of the median of like runs' }],
    ['a device outside the catalogue', { deviceId: 'unheard-of' }],
  ])('%s', (_, changes) => {
    expect(tg(setOf(run('bad', changes)))).toEqual([]);
  });

  test('requests as they come, and runs of the other quantity', () => {
    const { sequences: _, ...open } = run('open', { test: 'serving' });
    expect(tg(setOf(open))).toEqual([]);
    expect(nearestRuns(setOf(run('tg')), inputOf(), 'pp')).toEqual([]);
  });

  test('generation left out still counts for its prompt', () => {
    const half = run('half', { skipTgOnly: 'dense parts are F16', ppTokensPerSecond: 900 });
    const asked = inputOf({
      workload: { promptTokens: 64, generatedTokens: 0, depthTokens: 0, concurrentUsers: 1 },
    });
    expect(ids(nearestRuns(setOf(half), asked, 'pp'))).toEqual(['half']);
  });
});

describe('the processor that computes', () => {
  const cpu = { ...inputOf().machine, host: inputOf().machine.accelerator };

  test('weights on both processors are a long way from weights on one', () => {
    const set = setOf(run('split', { processor: 'hybrid' }));
    expect(nearestRuns(set, inputOf(), 'tg')[0]?.distance).toBe(3);
    expect(nearestRuns(set, inputOf(), 'tg', 4, true)[0]?.distance).toBe(0);
  });

  test('with no layer on the GPU the host is what is compared', () => {
    const input = inputOf({ machine: { ...cpu } as never, gpuLayers: 0 });
    const [nearest] = nearestRuns(setOf(run('gpu')), input, 'tg');
    expect(nearest?.differences).toEqual(['all on the GPU']);
  });
});

describe('in words', () => {
  test('the very configuration, the card with something changed, other machines alone', () => {
    const sentence = (...runs: Parameters<typeof setOf>) =>
      nearestView(setOf(...runs), inputOf(), false).sentence;
    expect(sentence(run('1'))).toBe('This very configuration was measured.');
    expect(sentence(run('1', { modelId: 'twice' }))).toMatch(
      /^This configuration was not measured/,
    );
    expect(sentence(run('1', { deviceId: 'red' }))).toMatch(/^No measured run of the CARD/);
  });

  test('a line says run, distance, measured, estimated and how far that is off', () => {
    const [line] = nearestView(
      setOf(run('1', { modelId: 'twice', model: 'Twice' })),
      inputOf(),
      false,
    ).lines;
    expect(line).toMatchObject({
      what: 'CARD, Twice Q4_K_M',
      how: 'llama.cpp CUDA, answer 128',
      distance: 'same card; Twice instead of Small',
      date: 'June 2025',
      source: { name: 'Made-up runs', href: 'https://example.org/run' },
      // 110 / 100 − 1; the range is 88 to 132 and holds what was measured.
      figure: {
        measured: '100',
        estimate: { value: '110', range: '88–140', off: '+10\u00a0%', inside: true },
      },
    });
  });
});
