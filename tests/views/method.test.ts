// Proves that the page of the method words validations, constants and charts as they are: groups named, percentages kept, dots in the order of their rows, assumptions listed.
import { expect, test } from 'vitest';
import { loadEstimatorChanges } from '../../src/catalogue/estimator-changes.ts';
import { loadValidation } from '../../src/catalogue/validation.ts';
import { calibration } from '../../src/estimation/index.ts';
import { heldOutVotes, methodChart } from '../../src/views/method-chart.ts';
import { coverage, heldOutTables, holdoutRows } from '../../src/views/method-errors.ts';
import { className } from '../../src/views/method-names.ts';
import { assumedClasses, classRows, corrections } from '../../src/views/method-parameters.ts';
import { sharedData } from '../../src/views/shared.ts';
import { run, setOf } from './run-rows.ts';

const row = (group: string, changes = {}) => ({
  group,
  phase: 'tg',
  runs: 1200,
  devices: 80,
  median: 4.2,
  p90: 15.6,
  deviceMedian: 5,
  deviceP90: 18,
  coverage: 79.5,
  originalMedian: 55,
  originalP90: 160,
  ...changes,
});
const heldOut = (id: string, changes = {}) => ({
  id: `made-up-${id}`,
  phase: 'tg',
  usage: 'gpu',
  class: 'ada/cuda',
  measured: 100,
  predicted: 90,
  inside: true,
  ...changes,
});
const validation = loadValidation(
  JSON.stringify({
    date: '2026-09',
    dataHash: 'made-up',
    tables: {
      device: [
        row('all'),
        row('class ada/cuda', { runs: 40 }),
        row('class hopper/cuda', { runs: 2 }),
        row('depth none', { originalMedian: undefined }),
      ],
      source: [row('all', { median: 9 })],
    },
    groups: { device: 24 },
    memory: [{ what: 'KV cache', rows: 44, median: 0, p90: 0.5 }],
    runs: [
      heldOut('1'),
      heldOut('2', { predicted: 500 }),
      heldOut('3', { usage: 'batch' }),
      heldOut('4', { phase: 'pp' }),
      heldOut('gone'),
    ],
  }),
);
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

test('errors keep their percentages, and groups of too few runs are not shown', () => {
  const tables = heldOutTables(validation, 'tg');
  expect(tables.map(({ rows }) => rows.map(({ name }) => name))).toEqual([
    ['All'],
    ['no tokens in context'],
    ['NVIDIA Ada (RTX 40), CUDA'],
  ]);
  const [all] = tables[0]?.rows ?? [];
  expect(plain(all?.runs)).toBe('4.2 % / 15.6 %');
  expect(plain(all?.perDevice)).toBe('5 % / 18 %');
  expect(plain(all?.inside)).toBe('79.5 %');
  expect(plain(all?.original)).toBe('55 % / 160 %');
  expect(tables[1]?.rows[0]?.original).toBe('cannot say');
  expect(heldOutTables(validation, 'pp')).toEqual([]);
  expect(plain(coverage(validation, 'tg'))).toBe('79.5 %');
  expect(() => coverage(validation, 'pp')).toThrow(/no row/);
});

test('what was held out is told apart', () => {
  expect(holdoutRows(validation).map(({ name, runs }) => [name, plain(runs)])).toEqual([
    ['Token generation, whole devices held out', '4.2 % / 15.6 %'],
    ['Token generation, whole sources held out', '9 % / 15.6 %'],
  ]);
});

test('each device, model, format and runtime votes once, alone on one processor', () => {
  const set = setOf(run('1'), run('2'), run('3', { modelId: 'twice' }), run('4'));
  expect(heldOutVotes(validation, set, 'tg')).toEqual([
    { device: 'CARD', model: 'Small Q4_K_M', mixture: false, measured: 100, estimated: 90 },
  ]);
});

test('a figure that is no number stops the build with file and field', () => {
  expect(() =>
    loadValidation('{"date":"x","dataHash":"y","tables":{},"runs":[{"id":"a"}]}'),
  ).toThrow(/validation\.json[\s\S]*measured/);
});

test('the fastest comes first, and equal estimates lie on the diagonal', () => {
  const vote = (measured: number, estimated: number) => ({
    device: 'CARD',
    model: 'Small',
    mixture: false,
    measured,
    estimated,
  });
  const { rows, twice } = methodChart([vote(10, 10), vote(1000, 100), vote(1, 1)]);
  expect(rows.map(({ measured }) => measured)).toEqual(['1,000', '10', '1.0']);
  // The axes hold 1 to 1,000: ten is a third of the way, and twice is 1000 · log 2 / log 1000 = 100.
  expect(rows[1]).toMatchObject({ x: 333, y: 667, off: '0\u00a0%' });
  expect(rows[0]).toMatchObject({ x: 1000, y: 333 });
  expect(twice).toBe(100);
});

test('the committed validation is of the committed constants, and each run of it is known', () => {
  const { dataHash, runs } = loadValidation();
  expect(dataHash).toBe(calibration.dataHash);
  const ids = new Set(sharedData().measurements.rows.map(({ id }) => id));
  expect(runs.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test('classes have names, and those without a run are listed as assumptions', () => {
  expect(className('m4')).toBe('Apple M4');
  expect(className('rdna3')).toBe('AMD RDNA 3');
  expect(className('unheard-of')).toBe('unheard-of');
  const rows = classRows();
  expect(assumedClasses(rows).length).toBe(rows.filter(({ devices }) => devices === 0).length);
  for (const { name } of rows) expect(name).toMatch(/^[A-Z]/);
});

test('what a trait corrects is told as a factor, or as the power of what a card lacks', () => {
  const c = { ...calibration, laptopEta: 0.5, wattsPerRate: { threshold: 1.5, exponent: 0.6666 } };
  const said = new Map(corrections(c).map(({ what, value }) => [what, value]));
  expect(said.get('Bandwidth of a laptop’s GPU')).toBe('× 0.50');
  expect(
    said.get(
      'Peak rate of an NVIDIA card short of watts; for experts under CUDA half the exponent',
    ),
  ).toBe('× (W per TFLOPS / 1.50) to the power of 0.67, where that is less than 1');
});

test('changes are dated versions, newest first', () => {
  const versions = loadEstimatorChanges().map(({ date }) => date);
  expect(versions).toEqual([...versions].sort().reverse());
  expect(() => loadEstimatorChanges('- version: one\n  date: 2026-11\n  changes: [short]')).toThrow(
    /estimator-changes\.yaml/,
  );
});
