// Two projects: `unit` needs nothing built; `site` reads the built pages in dist.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    // No test measures time; a busy machine may take its own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/site/**', 'tests/e2e/**'],
        },
      },
      { ...shared, test: { ...shared.test, name: 'site', include: ['tests/site/**/*.test.ts'] } },
    ],
  },
});
