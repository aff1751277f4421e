// Proves that the original document's figures are shown as they stand and that the 28 classes computed from them are right.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { loadOriginalDocument } from '../../src/catalogue/original-matrix.ts';
import type { WorkflowClass } from '../../src/estimation/types.ts';
import {
  countContradictions,
  disagreements,
  originalCells,
  outcomeOf,
} from '../../src/views/original-matrix.ts';
import { orderContradictions } from '../../src/views/original-order.ts';
import { asPrinted } from '../../src/views/original-rows.ts';
import { originalMatrix } from '../../src/views/original-source.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

// The document's four use cases and its thresholds; off-line ends after a night of eight hours.
const useCases = [
  { id: 'uc1', name: 'UC1', promptTokens: 1024, generatedTokens: 16 },
  { id: 'uc2', name: 'UC2', promptTokens: 4096, generatedTokens: 256 },
  { id: 'uc3', name: 'UC3', promptTokens: 1280, generatedTokens: 3072 },
  { id: 'uc4', name: 'UC4', promptTokens: 384, generatedTokens: 1152 },
];
const thresholds = {
  interactivePromptSeconds: 3,
  interactiveTokensPerSecond: 10,
  backgroundSeconds: 300,
  offlineSeconds: 28800,
};

const original = originalMatrix(loadCatalogue(), loadOriginalDocument());
const cells = originalCells(original, useCases, thresholds);
const cell = (name: string) => {
  const found = cells.find((one) => `${one.configurationId}/${one.useCaseId}` === name);
  if (!found) throw new Error(`no cell ${name}`);
  return found;
};

// prompt s, answer s, class: each worked out from the printed PP and TG outside this program.
const EXPECTED: readonly (readonly [string, number, number, WorkflowClass])[] = [
  ['C1/uc1', 12.19, 1.455, 'background'],
  ['C1/uc2', 48.762, 23.273, 'background'],
  ['C1/uc3', 15.238, 279.273, 'background'],
  ['C1/uc4', 4.571, 104.727, 'background'],
  ['C2/uc1', 8.192, 2.0, 'background'],
  ['C2/uc2', 32.768, 32.0, 'background'],
  ['C2/uc3', 10.24, 384.0, 'off-line'],
  ['C2/uc4', 3.072, 144.0, 'background'],
  ['C3/uc1', 0.447, 0.667, 'interactive'],
  ['C3/uc2', 1.788, 10.667, 'interactive'],
  ['C3/uc3', 0.559, 128.0, 'interactive'],
  ['C3/uc4', 0.168, 48.0, 'interactive'],
  ['C4/uc1', 0.214, 0.246, 'interactive'],
  ['C4/uc2', 0.856, 3.938, 'interactive'],
  ['C4/uc3', 0.267, 47.262, 'interactive'],
  ['C4/uc4', 0.08, 17.723, 'interactive'],
  ['C5/uc1', 4.592, 1.143, 'background'],
  ['C5/uc2', 18.368, 18.286, 'background'],
  ['C5/uc3', 5.74, 219.429, 'background'],
  ['C5/uc4', 1.722, 82.286, 'interactive'],
  ['C6/uc1', 0.2, 0.198, 'interactive'],
  ['C6/uc2', 0.799, 3.16, 'interactive'],
  ['C6/uc3', 0.25, 37.926, 'interactive'],
  ['C6/uc4', 0.075, 14.222, 'interactive'],
  ['C8/uc1', 3.471, 0.8, 'background'],
  ['C8/uc2', 13.885, 12.8, 'background'],
  ['C8/uc3', 4.339, 153.6, 'background'],
  ['C8/uc4', 1.302, 57.6, 'interactive'],
];

describe('the document as it stands', () => {
  test('nine configurations with their PP and TG, unknown where it has a question mark', () => {
    expect(original.configurations.map(({ id, pp, tg }) => [id, pp, tg])).toEqual([
      ['C1', 84, 11],
      ['C2', 125, 8],
      ['C3', 2291, 24],
      ['C4', 4787, 65],
      ['C5', 223, 14],
      ['C6', 5126, 81],
      [
        'C7',
        { unknown: 'the guide prints a question mark' },
        { unknown: 'the guide prints a question mark' },
      ],
      ['C8', 295, 20],
      [
        'C9',
        { unknown: 'the guide prints a question mark' },
        { unknown: 'the guide prints a question mark' },
      ],
    ]);
    const printed = original.configurations.map((one) => asPrinted(one.pp, one));
    expect(printed).toEqual(['84', '125', '2,291', '4,787', '223', '5,126', '?', '295?', '?']);
  });

  test('36 marks: 24 check marks, 5 crosses, 7 question marks', () => {
    const marks = cells.map(({ mark }) => mark);
    expect(marks).toHaveLength(36);
    expect(marks.filter((mark) => mark === 'cross')).toHaveLength(5);
    expect(marks.filter((mark) => mark === 'question')).toHaveLength(7);
    expect(marks.filter((mark) => mark === 'check')).toHaveLength(24);
  });

  test('three configurations link the LocalScore run they come from', () => {
    const runs = original.configurations.flatMap(({ id, run }) => (run ? [[id, run.number]] : []));
    expect(runs).toEqual([
      ['C3', '754'],
      ['C4', '175'],
      ['C6', '939'],
    ]);
  });

  test('sizes as printed, and whether the CPU cores computed', () => {
    expect(original.configurations.map(({ modelSize }) => plain(modelSize))).toEqual([
      '10 GB',
      '10 GB',
      '10 GB',
      '10 GB',
      '10 GB',
      '10 GB',
      'max 96 GB',
      '10 GB',
      'max 192 GB',
    ]);
    const onCpu = original.configurations.filter(({ cpuOnly }) => cpuOnly).map(({ id }) => id);
    expect(onCpu).toEqual(['C1', 'C2', 'C5', 'C8']);
  });

  test('the four systems with their nine columns', () => {
    const rows = original.systems.map((row) =>
      [
        row.cpu,
        row.class,
        row.cores,
        row.ramChannels,
        row.ram,
        row.ramBandwidth,
        row.maxGpus,
        row.maxVram,
        row.maxModel,
      ].map((cell) => plain(String(cell))),
    );
    expect(rows).toEqual([
      [
        'Ryzen AI MAX+ PRO 395',
        'embedded',
        '16',
        '2',
        '128 GB',
        '128 GB/s',
        'integrated',
        '96 GB',
        '40 billion',
      ],
      [
        'Ryzen 9 9950X',
        'desktop',
        '16',
        '2',
        '192 GB',
        '89.6 GB/s',
        '1 (2)',
        '96 GB',
        '40 billion',
      ],
      [
        'Threadripper 7970X',
        'workstation',
        '32',
        '4',
        '256 GB',
        '166.4 GB/s',
        '2 (6)',
        '192 GB',
        '80 billion',
      ],
      [
        'EPYC 9554P',
        'server',
        '64',
        '12',
        '384 GB',
        '460.8 GB/s',
        '6 (8)',
        '576 GB',
        '300 billion',
      ],
    ]);
  });

  test('a slip in the file is refused with its field', () => {
    expect(() => loadOriginalDocument('source: {}')).toThrow(
      /original-matrix\.yaml[\s\S]*source\.title/,
    );
  });
});

describe('what its figures say', () => {
  test.each(EXPECTED)(
    '%s: %d s + %d s is %s',
    (name, promptSeconds, answerSeconds, workflowClass) => {
      const { outcome } = cell(name);
      if ('unknown' in outcome) throw new Error(outcome.unknown);
      expect(outcome.promptSeconds).toBeCloseTo(promptSeconds, 3);
      expect(outcome.answerSeconds).toBeCloseTo(answerSeconds, 3);
      expect(outcome.totalSeconds).toBeCloseTo(promptSeconds + answerSeconds, 2);
      expect(outcome.workflowClass).toBe(workflowClass);
    },
  );

  test('eight cells have no class, with the reason', () => {
    const unknown = cells.filter(({ outcome }) => 'unknown' in outcome);
    expect(unknown.map(({ configurationId }) => configurationId)).toEqual([
      'C7',
      'C7',
      'C7',
      'C7',
      'C9',
      'C9',
      'C9',
      'C9',
    ]);
    expect(unknown[0]?.sentence).toBe(
      'No class can be computed: the guide prints a question mark.',
    );
  });

  test('a later limit of 5 s changes four cells', () => {
    const later = originalCells(original, useCases, { ...thresholds, interactivePromptSeconds: 5 });
    const changed = later.filter((one, index) => {
      const [now, before] = [one.outcome, cells[index]?.outcome];
      return (
        before &&
        !('unknown' in now) &&
        !('unknown' in before) &&
        now.workflowClass !== before.workflowClass
      );
    });
    expect(changed.map((one) => `${one.configurationId}/${one.useCaseId}`)).toEqual([
      'C1/uc4',
      'C5/uc1',
      'C8/uc1',
      'C8/uc3',
    ]);
  });
});

describe('limits at their edges', () => {
  const [c1] = original.configurations;
  if (!c1) throw new Error('no C1');
  const classAt = (promptTokens: number, generatedTokens: number, pp: number, tg: number) => {
    const outcome = outcomeOf(
      { ...c1, pp, tg },
      { id: 'uc1', name: 'UC1', promptTokens, generatedTokens },
      thresholds,
    );
    return 'unknown' in outcome ? outcome.unknown : outcome.workflowClass;
  };

  test('3 s of reading and 10 tok/s of writing are not interactive, a hair better is', () => {
    expect(classAt(2999, 100, 1000, 10.1)).toBe('interactive');
    expect(classAt(3000, 100, 1000, 10.1)).toBe('background');
    expect(classAt(2999, 100, 1000, 10)).toBe('background');
  });

  test('300 s in all are background, 300.1 s are off-line', () => {
    expect(classAt(1000, 2990, 1000 / 1, 10)).toBe('background');
    expect(classAt(1100, 2990, 1000, 10)).toBe('off-line');
  });

  test('eight hours in all are off-line, a second more is non-viable', () => {
    expect(classAt(28000, 8000, 1, 10)).toBe('off-line');
    expect(classAt(28001, 8000, 1, 10)).toBe('non-viable');
  });
});

describe('marks against classes', () => {
  test('three readings of the marks miss 16, 11 and 5 of the 28 cells', () => {
    expect(countContradictions(cells)).toEqual({ A: 16, B: 11, C: 5 });
  });

  test('every cell that a reader may find wrong has a sentence with its arithmetic', () => {
    const found = disagreements(cells);
    expect(found).toHaveLength(18);
    for (const { sentence } of found)
      expect(plain(sentence)).toMatch(/Reading takes [\d,]+ \/ [\d,]+ = [\d.]+ s/);
    expect(plain(cell('C2/uc3').sentence)).toBe(
      'Reading takes 1,280 / 125 = 10.240 s, writing 3,072 / 8 = 384.000 s, together 394.240 s; ' +
        'reading is not under 3 s and writing is not over 10 tok/s, and it ends after 300 s: off-line. ' +
        'The document has a question mark, while 5 cells that do end in time have a cross.',
    );
    expect(plain(cell('C3/uc3').sentence)).toContain(
      'The document has a question mark here; of the other interactive cells 10 have a check mark.',
    );
  });

  test('five pairs contradict each other whatever the marks mean', () => {
    const pairs = orderContradictions(cells, useCases).map(({ kind, better, worse }) => [
      kind,
      better,
      worse,
    ]);
    expect(pairs).toEqual([
      ['shorter in all', 'C1/uc3', 'C2/uc3'],
      ['faster in both', 'C3/uc3', 'C5/uc3'],
      ['faster in both', 'C3/uc3', 'C8/uc3'],
      ['smaller task', 'C5/uc4', 'C5/uc3'],
      ['smaller task', 'C8/uc4', 'C8/uc3'],
    ]);
  });
});
