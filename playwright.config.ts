import { defineConfig } from 'playwright/test';
import { chromiumFlags, findChromium } from './scripts/lib/chromium.ts';
import { freePort } from './scripts/lib/port.ts';

// Workers load this file too: they must come to the same port, so it travels in the environment.
process.env['E2E_PORT'] ??= String(await freePort());
const address = `http://127.0.0.1:${process.env['E2E_PORT']}`;
const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // No test measures time; axe reads thousands of cells, and a busy machine may take its own.
  timeout: 150_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    baseURL: address,
    launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node scripts/lib/serve.ts ${process.env['E2E_PORT']}`,
    url: `${address}/`,
  },
});
