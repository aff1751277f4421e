// Proves that every measured run is here, joined and typed; and that a bad row is refused by file, row and field.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CatalogueError, loadCatalogue } from '../../src/catalogue/index.ts';
import { loadMeasurements, type Measurement } from '../../src/catalogue/measurements.ts';

const catalogue = loadCatalogue();
const { rows, sources, unresolved } = loadMeasurements(catalogue);
const byId = new Map(rows.map((row) => [row.id, row]));
const row = (id: string): Measurement => {
  const found = byId.get(id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

describe('the collection', () => {
  it('holds 5,312 rows of 58 sources', () => {
    expect(rows.length).toBe(5312);
    expect(sources.size).toBe(58);
  });

  // Line counts of the collected files, header apart.
  it.each([
    ['localscore', 942],
    ['ik-llama-github', 793],
    ['xiongjiedai-readme-llama3', 628],
    ['4x3090-archive', 397],
    ['lhl-strix-halo', 393],
    ['llama.cpp-benches', 280],
    ['xiongjiedai-notebooks', 218],
    ['kyuz0-strix-halo', 210],
    ['hiesch-m3max', 165],
    ['llmfit-community', 141],
    ['llama.cpp-discussion-15013', 132],
    ['iog-vllm', 120],
    ['llama.cpp-discussion-4167', 90],
    ['ollama-benchmark-pr-9', 1],
  ])('%s has %i rows', (source, count) => {
    expect(rows.filter(({ sourceId }) => sourceId === source).length).toBe(count);
  });

  it('leaves 3,761 rows without a reason to skip', () => {
    expect(rows.filter(({ skip }) => skip === undefined).length).toBe(3761);
  });

  it('keeps what the catalogue lacks, and counts it', () => {
    const withoutDevice = rows.filter(({ deviceGap }) => deviceGap !== undefined).length;
    const counted = unresolved.filter(({ part }) => part === 'device');
    expect(counted.reduce((sum, each) => sum + each.rows, 0)).toBe(withoutDevice);
    expect(withoutDevice).toBeGreaterThan(0);
    for (const { gap } of unresolved) expect(gap.length).toBeGreaterThan(3);
  });
});

describe('rows compared by hand with the collected files', () => {
  it('reads a LocalScore run with its host', () => {
    expect(row('localscore-1')).toMatchObject({
      url: 'https://www.localscore.ai/result/1',
      date: '2025-03-19',
      deviceId: 'rtx-3090',
      runtimeId: 'llamafile',
      processor: 'gpu',
      hostName: 'AMD EPYC 7352 24-Core Processor',
      hostIsa: 'znver2',
      os: 'linux',
      modelId: 'llama-3.1-8b',
      ppTokensPerSecond: 3552,
      tgTokensPerSecond: 103,
      ttftSeconds: 0.358,
      ramBytes: 125.64e9,
    });
  });

  it('reads a power-limited tensor-parallel run', () => {
    expect(row('4x3090-archive-1')).toMatchObject({
      gpuCount: 4,
      tensorParallel: 4,
      pipelineParallel: 1,
      split: 'tensor',
      powerLimitWatts: 220,
      tgBasis: 'wall',
      tgTokensPerSecond: 35.6,
      powerWatts: 876.6,
      powerScope: 'gpu-sensors',
      skip: { scope: 'row', reason: 'wall rate or capped power' },
    });
  });

  it.each([
    [
      'ik-llama-github-1',
      {
        deviceId: 'ryzen-9-7950x',
        quantizationId: 'bf16',
        test: 'bench',
        ppTokensPerSecond: 78.58,
      },
    ],
    [
      'lhl-strix-halo-1',
      {
        modelName: 'Hunyuan-A13B-Instruct',
        parameters: 80.39e9,
        activeParameters: 13e9,
        flashAttention: false,
        ppTokensPerSecond: 186.51,
        powerWatts: 56,
        powerScope: 'sensor',
        switches: ['hipblaslt'],
      },
    ],
    [
      'llama.cpp-benches-280',
      {
        test: 'batched',
        sequences: 32,
        microBatchTokens: 2048,
        ppTokensPerSecond: 2882.1,
        tgTokensPerSecond: 570.98,
        tgBasis: 'total',
      },
    ],
    [
      'llama.cpp-discussion-4167-1',
      { deviceId: 'apple-m1', engineVersion: '8e672ef', ppTokensPerSecond: 117.25 },
    ],
    [
      'hiesch-m3max-3',
      { runtimeId: 'mlx', depthTokens: 127842, generatedTokens: 512, tgTokensPerSecond: 33.5 },
    ],
    [
      'visorcraft-strix-halo-1',
      { powerLimitWatts: 85, switches: ['radv'], ppTokensPerSecond: 6513.17 },
    ],
    [
      '1337hero-7900xtx-1',
      { switches: ['card-0', 'radv'], engineVersion: 'b7356', ppTokensPerSecond: 490.97 },
    ],
    [
      'geerlingguy-ai-benchmarks-readme-5',
      {
        hostName: 'Pi CM5 - 16GB',
        hostId: 'raspberry-pi-5-16gb',
        powerWatts: 253,
        powerScope: 'wall-peak',
        tgTokensPerSecond: 48.24,
      },
    ],
    [
      'kyuz0-ryzen-ai-halo-depth-2',
      { date: '2026', depthTokens: 8192, microBatchTokens: 2048, tgTokensPerSecond: 20.63 },
    ],
    [
      'ik-llama-github-530',
      {
        processor: 'hybrid',
        deviceId: 'rtx-4090',
        hostId: 'epyc-9355',
        memoryChannels: 12,
        memoryTransfersPerSecond: 6.4e9,
        onCpu: 'experts',
        kvK: 'q8_0',
        kvV: 'q8_0',
        microBatchTokens: 2048,
        switches: ['mla-3'],
        test: 'sweep',
        ppTokensPerSecond: 133.95,
        tgTokensPerSecond: 17.98,
      },
    ],
  ])('%s', (id, expected) => {
    expect(row(id)).toMatchObject(expected);
  });
});

describe('refusals', () => {
  const root = mkdtempSync(join(tmpdir(), 'measurements-'));
  const folder = join(root, 'measurements');
  mkdirSync(folder);
  afterAll(() => rmSync(root, { recursive: true }));
  const source = 'llama.cpp-issue-5480';
  const original = readFileSync(`content/data/measurements/${source}.csv`, 'utf8');
  const entry = `- {id: ${source}, title: one source, url: "https://example.org", read: typed}\n`;
  writeFileSync(join(folder, 'sources.yaml'), entry);

  /** Problems of a folder with this one source after a change to its file. */
  const problemsOf = (change: (text: string) => string): string[] => {
    writeFileSync(join(folder, `${source}.csv`), change(original));
    try {
      loadMeasurements(catalogue, root);
      return [];
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error;
      return error.problems.map((each) => `${each.file}|${each.field}|${each.reason}`);
    }
  };
  const firstRow = original.split('\n')[1] ?? '';
  const inFirstRow = (from: string | RegExp, to: string) => (text: string) =>
    text.replace(firstRow, firstRow.replace(from, to));

  it('takes the file as it stands', () => {
    expect(problemsOf((text) => text)).toEqual([]);
  });

  it('names file, row and field of an unknown device', () => {
    const [problem] = problemsOf(inFirstRow(',apple-m2,', ',apple-m99,'));
    expect(problem).toBe(`measurements/${source}.csv|row 1: device_id|no device "apple-m99"`);
  });

  it('refuses an id that is empty without a reason', () => {
    const [problem] = problemsOf(inFirstRow(',apple-m2,', ',,'));
    expect(problem).toContain('row 1: device_id|is empty; say why in device_gap');
  });

  it('refuses an unknown column', () => {
    const problems = problemsOf((text) => text.replace('os,', 'operating_system,'));
    expect(problems).toContain(
      `measurements/${source}.csv|operating_system|is not a column of a measurement file`,
    );
    expect(problems).toContain(`measurements/${source}.csv|os|is missing among the columns`);
  });

  it.each([
    ['a negative rate', '-5.1'],
    ['a rate in words', 'fast'],
    ['a rate of zero', '0'],
    ['a rate with a thousands separator', '"1,024"'],
  ])('refuses %s', (_, rate) => {
    const [problem] = problemsOf(inFirstRow(',144.47,', `,${rate},`));
    expect(problem).toContain('pp_tokens_per_second|must be a number from 0.001');
  });

  it('refuses a row told twice, even from another address', () => {
    const again = firstRow.replace('https://github.com/ggml-org', 'https://example.org/mirror');
    const [problem] = problemsOf((text) => `${text}${again}\n`);
    expect(problem).toMatch(/row 7: \(whole row\)\|repeats row 1/);
  });

  it('refuses a row without its source', () => {
    const problems = problemsOf(inFirstRow(/^[^,]*,[^,]*,/, ',,'));
    expect(problems.some((each) => each.includes('source_id'))).toBe(true);
    expect(problems.some((each) => each.includes('source_url'))).toBe(true);
  });

  it('refuses a file that sources.yaml does not know', () => {
    const stray = join(folder, 'stray.csv');
    writeFileSync(stray, `${original.split('\n', 1)[0]}\n`);
    const problems = problemsOf((text) => text);
    rmSync(stray);
    expect(problems).toEqual([
      'measurements/stray.csv|source_id|is not in measurements/sources.yaml',
    ]);
  });
});
