// Finds a Chromium for the browser tests, and fetches one where none is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const isRoot = process.getuid?.() === 0;

/** Where a Chromium is: CHROMIUM_PATH, the system's, then Playwright's own. */
export function findChromium(): string | undefined {
  const explicit = process.env['CHROMIUM_PATH'];
  const candidates = explicit ? [explicit] : [...systemPaths, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** Root may not use Chromium's sandbox; the rest keeps it from talking to anyone but the site. */
export const chromiumFlags: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const succeeds = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** As `findChromium`, but installs one if it must: Debian's package as root, else Playwright's. */
export function obtainChromium(): string | undefined {
  const found = findChromium();
  if (found || process.env['CHROMIUM_PATH']) return found;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    succeeds('apt-get', 'update', '-qq');
    succeeds('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  if (!findChromium()) succeeds('npx', 'playwright', 'install', 'chromium');
  return findChromium();
}
