// Proves the words of verdicts, memory, specs, sources, prices, watts and measured runs, against values worked by hand.
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/index.ts';
import type { Measurement } from '../../src/catalogue/measurements.ts';
import type { Estimate } from '../../src/estimation/types.ts';
import { bandOf, wordScore } from '../../src/views/localscore.ts';
import { measuredOf, wordRuns } from '../../src/views/measured.ts';
import { memoryParts, wordMemory } from '../../src/views/memory.ts';
import { plainName } from '../../src/views/power.ts';
import { ageOf, newestMonth } from '../../src/views/prices.ts';
import {
  SourceList,
  SpecTable,
  shortAddress,
  wordFact,
  wordNumbers,
} from '../../src/views/specs.ts';
import { wordLink } from '../../src/views/system.ts';
import { thresholdSentence } from '../../src/views/use-cases.ts';
import { spreadOf, verdictOf } from '../../src/views/verdict.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('verdicts', () => {
  test('rank from best to worst, unknown last with its reason', () => {
    expect(verdictOf('interactive').rank).toBe(0);
    expect(verdictOf('non-viable').rank).toBe(3);
    expect(verdictOf({ unknown: 'speed unknown' })).toMatchObject({
      rank: 4,
      reason: 'speed unknown',
    });
  });

  test('the range names only classes other than the central one', () => {
    const range = (low: 'background' | 'off-line', high: 'interactive' | 'background') => ({
      low,
      high,
    });
    expect(spreadOf('background', range('background', 'background'))).toBe('');
    expect(spreadOf('background', range('off-line', 'interactive'))).toBe(
      'interactive or off-line',
    );
    expect(spreadOf('background', { unknown: 'speed unknown' })).toBe('');
  });

  test('limits in one breath', () => {
    const sentence = thresholdSentence({
      interactivePromptSeconds: 3,
      interactiveTokensPerSecond: 10,
      backgroundSeconds: 300,
      offlineSeconds: 28800,
    });
    expect(plain(sentence)).toBe(
      'Interactive: the prompt is read in less than 3 s and the answer written at more than 10 tok/s. ' +
        'Background: all done within 300 s. Off-line: within 8 h. Non-viable: longer, or it does not fit.',
    );
  });

  test('LocalScore’s bands begin at 1,000, 250 and 100', () => {
    expect([1000, 999, 250, 249, 100, 99].map(bandOf)).toEqual([
      'excellent',
      'passable or better',
      'passable or better',
      'below passable',
      'below passable',
      'poor',
    ]);
    expect([1234.5, 8.64].map(wordScore)).toEqual(['1,235', '8.6']);
  });
});

describe('memory', () => {
  const memory = {
    weightBytes: 9e9,
    kvBytes: 0.5e9,
    computeBytes: 0.3e9,
    runtimeBytes: 0.2e9,
    totalBytes: 10e9,
    capacityBytes: 16e9,
    fits: true,
    placement: { gpuLayers: 48, cpuLayers: 0, gpuBytes: 10e9, cpuBytes: 0, leftBytes: 6e9 },
  };
  const total = { low: 1, central: 2, high: 3 };

  test('parts of the whole, 9 of 10 GB being weights', () => {
    const [weights, kv] = memoryParts(memory);
    expect(plain(`${weights?.size} ${weights?.percent}`)).toBe('9 GB 90 %');
    expect(plain(`${kv?.size} ${kv?.percent}`)).toBe('0.5 GB 5 %');
  });

  test('fits, is split, or does not fit', () => {
    const words = (changed: Partial<Estimate['memory']>, seconds: Estimate['total'] = total) => {
      const { fit, use, detail } = wordMemory({
        memory: { ...memory, ...changed },
        total: seconds,
      });
      return plain(`${fit}; ${use}; ${detail}`);
    };
    const { placement } = memory;
    expect(words({})).toBe('fits; 10 of 16 GB; 6 GB left');
    expect(words({ fits: false, placement: { ...placement, gpuLayers: 12, cpuLayers: 36 } })).toBe(
      'split; 10 of 16 GB; 12 of 48 layers on the GPU',
    );
    expect(words({ fits: false }, { unknown: 'needs more' })).toBe('does not fit; 10 of 16 GB; ');
  });
});

describe('specs', () => {
  test('a fact keeps its unit and gets separators', () => {
    expect(['1792 GB/s', '1999 USD', '384 bit', '14.77 billion'].map(wordFact).map(plain)).toEqual([
      '1,792 GB/s',
      '$1,999',
      '384 bits',
      '14.77 billion',
    ]);
  });

  test('sources are numbered once, in order, from the bibliography or the address', () => {
    const sources = new Map([
      ['book', { id: 'book', title: 'A book', url: 'https://example.org/b', used_for: 'rates' }],
    ]);
    const list = new SourceList({ sources } as unknown as Pick<Catalogue, 'sources'>);
    const table = new SpecTable(list, ['book', 'https://www.example.org/page/ (a copy)'])
      .fact('Memory', { value: 24e9, text: '24 GB' })
      .fact('Bandwidth', { value: 1e12, text: '1000 GB/s', sources: ['a leaflet'] })
      .fact('INT8', { unknown: 'no source tells' })
      .plain('Cores', 16);
    expect(
      table.rows.map(({ name, value, reason, sources: cited }) => [
        name,
        plain(value ?? reason ?? ''),
        cited,
      ]),
    ).toEqual([
      ['Memory', '24 GB', [1, 2]],
      ['Bandwidth', '1,000 GB/s', [3]],
      ['INT8', 'no source tells', []],
      ['Cores', '16', [1, 2]],
    ]);
    expect(list.refs).toEqual([
      { number: 1, label: 'A book', url: 'https://example.org/b', detail: 'rates' },
      {
        number: 2,
        label: 'example.org/page',
        url: 'https://www.example.org/page/',
        detail: 'a copy',
      },
      { number: 3, label: 'a leaflet' },
    ]);
  });

  test('numbers of sources and long addresses are said briefly', () => {
    expect([[1], [1, 2], [1, 2, 3, 4], [2, 5, 7], []].map(wordNumbers)).toEqual([
      '1',
      '1 and 2',
      '1 to 4',
      '2, 5 and 7',
      'none',
    ]);
    expect(shortAddress(`https://www.example.org/${'a'.repeat(90)}`)).toHaveLength(72);
  });

  test('links between card and host in words', () => {
    expect(['pcie5x16', 'pcie2x1', 'nvlink', 'oculink'].map(wordLink)).toEqual([
      'PCI Express 5.0, 16 lanes',
      'PCI Express 2.0, 1 lane',
      'NVLink',
      'OCuLink',
    ]);
  });
});

describe('prices and watts', () => {
  test('a price is old from twelve months before the newest one', () => {
    const newest = newestMonth(['2025-07-23', '2026-10-03', '2024']);
    expect(ageOf('2025-11', newest)).toBe('');
    expect(ageOf('2025-10', newest)).toBe('old: 12 months before the newest price here');
    expect(ageOf('2025-07-23', newest)).toBe('old: 15 months before the newest price here');
  });

  test('a card is known by its plain name', () => {
    expect(
      ['GeForce RTX 4090', 'Nvidia RTX 4090', 'AMD Radeon AI PRO R9700'].map((name) =>
        plainName(name),
      ),
    ).toEqual(['rtx 4090', 'rtx 4090', 'ai pro r9700']);
  });
});

describe('measured runs', () => {
  const run = (id: number, over: Partial<Measurement>): Measurement =>
    ({
      id: `log-${id}`,
      sourceId: 'log',
      url: `https://example.org/${id}`,
      deviceName: 'RTX 4090',
      deviceId: 'rtx-4090',
      deviceKind: 'gpu',
      processor: 'gpu',
      engine: 'llama.cpp',
      modelName: 'Llama 3.1 8B',
      modelId: 'llama-3.1-8b',
      quantizationName: 'Q4_K_M',
      quantizationId: 'q4_k_m',
      runtimeId: 'llama.cpp-cuda',
      test: 'bench',
      tgTokensPerSecond: 140,
      switches: [],
      outliers: [],
      date: '2025-03',
      ...over,
    }) as Measurement;

  test('the middle run with its ends, one number where they agree', () => {
    expect(wordRuns([45, 38, 41])).toBe('41 (38–45)');
    expect(wordRuns([41.2])).toBe('41');
    expect(wordRuns([])).toBe('not measured');
  });

  test('runs of one thing are gathered; deep, batched, skipped and outlying ones are counted apart', () => {
    const rows = [
      run(1, {}),
      run(2, { tgTokensPerSecond: 150, date: '2025-05' }),
      run(3, { depthTokens: 4096 }),
      run(4, { sequences: 8 }),
      run(5, { skip: { scope: 'row', reason: 'power cap' } }),
      run(6, { deviceId: 'rtx-3090' }),
    ];
    const table = measuredOf(rows, 'device', 'rtx-4090', 10);
    expect([table.shown, table.left]).toEqual([2, 3]);
    expect(table.lines).toHaveLength(1);
    expect(table.lines[0]).toMatchObject({
      name: 'Llama 3.1 8B',
      href: '/models/llama-3.1-8b/',
      pp: 'not measured',
      tg: '140 (140–150)',
      runs: 2,
      dates: 'March 2025 to May 2025',
    });
  });
});
