// What a step of the test command has to say: how many checks passed and how many did not.
import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  passed: number;
  failed: number;
}

export const oneCheck = (passed: boolean): Tally => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
});

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** A test that was skipped has shown nothing, so all that did not pass has failed. */
export function vitestTally(report: VitestReport): Tally {
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests + unloadable,
  };
}

/** What passed only when tried again counts as passed; the runner names it above the closing line. */
export function playwrightTally(report: PlaywrightReport): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + skipped + report.errors.length };
}

/**
 * The tally of a runner's JSON report. No report, an empty one, or a green report from a runner that
 * left with an error is one failure: a run that tested nothing must not pass.
 */
export function tallyOf<Report>(
  file: string,
  read: (report: Report) => Tally,
  exitedCleanly: boolean,
): Tally {
  if (!existsSync(file)) return oneCheck(false);
  const tally = read(JSON.parse(readFileSync(file, 'utf8')) as Report);
  const looksGreen = tally.failed === 0;
  if (looksGreen && (!exitedCleanly || tally.passed === 0)) {
    return { passed: tally.passed, failed: 1 };
  }
  return tally;
}
