// Proves that a matrix cell says class, seconds, basis and link of its estimate, or why it cannot, and that machines of the same parts share a row.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { buildTables } from '../../src/catalogue/tables.ts';
import { DEFAULT_CONFIGURATION, parse } from '../../src/configuration/index.ts';
import { createEstimator } from '../../src/views/estimator.ts';
import { cellOf, choiceOf, matrixOf } from '../../src/views/matrix.ts';
import { guideUseCases } from '../../src/views/runs.ts';
import { compareNames, sameParts } from '../../src/views/same-parts.ts';

const tables = buildTables(loadCatalogue());
const estimator = createEstimator(tables, DEFAULT_CONFIGURATION);
const useCases = guideUseCases(estimator);
const [uc1, uc2] = useCases;
if (!uc1 || !uc2) throw new Error('no use cases');

const row = (id: string) => {
  const found = tables.systems[id];
  if (!found) throw new Error(`no system ${id}`);
  return found;
};

describe('a cell', () => {
  const choice = choiceOf(
    { hw: 'desktop-r9-rtx-5090', model: 'qwen2.5-14b', quant: 'q4_k_m' },
    uc2,
  );
  const cell = cellOf(estimator, choice, 'uc2');

  test('is estimated, with seconds in words and numbers that agree', () => {
    expect(cell.basis).toBe('estimated');
    expect(cell.verdict.word).toBe('interactive');
    const { firstTokenSeconds = 0, totalSeconds = 0, tokensPerSecond = 0 } = cell.numbers ?? {};
    // 4,096 tokens of prompt, then 256 of answer at the rate given.
    expect(totalSeconds).toBeCloseTo(firstTokenSeconds + 256 / tokensPerSecond, 6);
    expect(cell.firstToken).toMatch(/^[\d.]+\u00a0s$/);
  });

  test('links to the configuration it was made from', () => {
    const { configuration, problems } = parse(cell.href);
    expect(problems).toEqual([]);
    expect(configuration).toMatchObject({
      hw: 'desktop-r9-rtx-5090',
      model: 'qwen2.5-14b',
      quant: 'q4_k_m',
      prompt: 4096,
      gen: 256,
    });
  });

  test('the same choice is estimated once', () => {
    expect(estimator.run(choice)).toBe(estimator.run({ ...choice }));
  });

  test('a model the memory cannot hold is non-viable and says that it does not fit', () => {
    const small = { hw: 'raspberry-pi-5-8gb', model: 'llama-3.3-70b', quant: 'q4_k_m' };
    const unfit = cellOf(estimator, choiceOf(small, uc1), 'uc1');
    expect(unfit.verdict.word).toBe('non-viable');
    expect(unfit.basis).toBe('none');
    expect(unfit.reason).toMatch(/^does not fit/);
    expect(unfit.numbers).toBeUndefined();
  });

  test('an id nobody knows is unknown with its reason, not a crash', () => {
    const lost = cellOf(estimator, { hw: 'no-such-machine', model: 'qwen2.5-14b' }, 'uc1');
    expect(lost.verdict.word).toBe('unknown');
    expect(lost.reason).toContain('no-such-machine');
  });
});

describe('rows', () => {
  const groups = matrixOf(estimator, {
    model: 'qwen2.5-14b',
    quant: 'q4_k_m',
    useCases,
    systems: Object.values(tables.systems),
  });

  test('stand in the four classes in the guide’s order', () => {
    expect(groups.map(({ id }) => id)).toEqual(['embedded', 'desktop', 'workstation', 'server']);
  });

  test('hold every system once, alone or among those of the same parts', () => {
    const rows = groups.flatMap((group) => group.rows);
    const systems = rows.flatMap((one) =>
      one.systems.length > 0 ? one.systems.map(({ href }) => href) : one.href,
    );
    expect(new Set(systems).size).toBe(systems.length);
    expect(systems).toHaveLength(Object.keys(tables.systems).length);
  });

  test('have a cell for each use case', () => {
    for (const one of groups.flatMap((group) => group.rows))
      expect(one.cells.map(({ useCaseId }) => useCaseId)).toEqual(['uc1', 'uc2', 'uc3', 'uc4']);
  });
});

describe('machines of the same parts', () => {
  const spark = row('dgx-spark');
  const twin = { ...spark, id: 'twin', name: 'Another box of the same' };
  const larger = { ...spark, id: 'larger', name: 'A larger one', ramBytes: 256e9 };

  test('share a row named by the parts, others keep their name', () => {
    const groups = sameParts([spark, twin, larger], tables);
    expect(groups.map(({ name, systems }) => [name, systems.map(({ id }) => id)])).toEqual([
      ['A larger one', ['larger']],
      [`${tables.devices[spark.hostId ?? '']?.name}, 128\u00a0GB`, ['dgx-spark', 'twin']],
    ]);
  });

  test('one whose host is not known stands alone', () => {
    const { hostId: _, ...unknown } = spark;
    expect(
      sameParts(
        [
          { ...unknown, id: 'a' },
          { ...unknown, id: 'b' },
        ],
        tables,
      ),
    ).toHaveLength(2);
  });
});

test('names sort by number where they differ in a number', () => {
  const names = ['M10', 'M4', 'm2', 'Mac 16 GB', 'Mac 8 GB'];
  expect(names.toSorted(compareNames)).toEqual(['m2', 'M4', 'M10', 'Mac 8 GB', 'Mac 16 GB']);
});
