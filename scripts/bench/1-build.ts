// How long a build takes, from nothing.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import type { BenchSection } from './section.ts';

export const section: BenchSection = {
  title: 'Build',
  run() {
    rmSync('dist', { recursive: true, force: true });
    rmSync('node_modules/.astro', { recursive: true, force: true });
    const start = performance.now();
    const { status } = spawnSync('node', ['scripts/lib/build.ts'], { stdio: 'inherit' });
    if (status !== 0) throw new Error('the build failed');
    const seconds = (performance.now() - start) / 1000;
    const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    );
    return [
      {
        what: 'npm run build, no caches',
        value: seconds,
        unit: 's',
        note: `${pages.length} pages`,
      },
    ];
  },
};
