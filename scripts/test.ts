// `npm test`: format and lint, spelling, types, the fitted constants, unit tests, build, the built pages, the browser. Everything runs
// even when an early step fails, and the last line alone says how it went.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { obtainChromium } from './lib/chromium.ts';
import { oneCheck, playwrightTally, sum, type Tally, tallyOf, vitestTally } from './lib/report.ts';

const reports = '.cache/reports';
const otherBase = { path: '/some/path/', folder: '.cache/dist-under-a-path' };

function run(title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  return status === 0;
}

function vitest(title: string, project: string, env: NodeJS.ProcessEnv = {}): Tally {
  const file = `${reports}/${project}.json`;
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  return tallyOf(
    file,
    vitestTally,
    run(title, 'vitest', [...args, `--outputFile.json=${file}`], env),
  );
}

function browser(): Tally {
  const executable = obtainChromium();
  if (!executable) {
    console.log(
      '\nNo Chromium: install one and set CHROMIUM_PATH to it, then run the tests again.',
    );
    return oneCheck(false);
  }
  const file = `${reports}/e2e.json`;
  // A busy machine may starve a page once; a second try that fails as well is a failure.
  const args = ['test', '--retries=1', '--reporter=line,json'];
  const passed = run(`browser (${executable})`, 'playwright', args, {
    CHROMIUM_PATH: executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return tallyOf(file, playwrightTally, passed);
}

function builtSite(): Tally[] {
  const built = run('build', 'node', ['scripts/lib/build.ts']);
  const under = run(
    `build under ${otherBase.path}`,
    'node',
    ['scripts/lib/build.ts', otherBase.folder],
    { BASE: otherBase.path },
  );
  const checks = [oneCheck(built), oneCheck(under)];
  if (!built || !under) return checks;
  const builds = JSON.stringify([{ path: '/', folder: 'dist' }, otherBase]);
  return [...checks, vitest('built pages', 'site', { SITE_BUILDS: builds }), browser()];
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const { passed, failed } = sum([
  oneCheck(run('format and lint', 'biome', ['ci', '.'])),
  oneCheck(run('spelling', 'cspell', ['--no-progress', '--quiet'])),
  oneCheck(run('types', 'astro', ['check'])),
  // About 80 seconds: the committed constants are what the measured runs give.
  oneCheck(run('constants', 'node', ['scripts/calibrate.ts', '--check'])),
  vitest('unit tests', 'unit'),
  ...builtSite(),
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
