// Proves that the closing line of `npm test` cannot call a run green that failed, skipped or tested nothing.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { playwrightTally, sum, tallyOf, vitestTally } from '../../scripts/lib/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
function written(name: string, report: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(report));
  return file;
}
const green = {
  numPassedTests: 5,
  numTotalTests: 5,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

test('a green report is counted as it stands', () => {
  expect(tallyOf(written('green', green), vitestTally, true)).toEqual({ passed: 5, failed: 0 });
});

test('a skipped test counts as failed', () => {
  expect(vitestTally({ ...green, numPassedTests: 3 })).toEqual({ passed: 3, failed: 2 });
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
  expect(playwrightTally({ stats, errors: [] })).toEqual({ passed: 5, failed: 2 });
});

test('a browser test that passed at its second try has passed; a run of nothing else has not', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 2, skipped: 0 };
  expect(playwrightTally({ stats, errors: [] })).toEqual({ passed: 2, failed: 0 });
});

test('a file that does not load counts as failed', () => {
  const testResults = [...green.testResults, { status: 'failed', assertionResults: [] }];
  expect(vitestTally({ ...green, testResults })).toEqual({ passed: 5, failed: 1 });
});

test('no report, an empty one and a runner that leaves with an error are failures', () => {
  const nothing = { numPassedTests: 0, numTotalTests: 0, testResults: [] };
  expect(tallyOf(join(folder, 'absent'), vitestTally, true)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf(written('nothing', nothing), vitestTally, true)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf(written('crash', green), vitestTally, false)).toEqual({ passed: 5, failed: 1 });
});

test('an error of the browser runner itself is a failure', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };
  expect(playwrightTally({ stats, errors: ['no server'] })).toEqual({ passed: 4, failed: 1 });
});

test('steps are summed', () => {
  const steps = [
    { passed: 1, failed: 0 },
    { passed: 20, failed: 2 },
  ];
  expect(sum(steps)).toEqual({ passed: 21, failed: 2 });
});
