// What the heaviest page of each kind weighs: HTML, CSS and scripts, gzip.
import { readdirSync } from 'node:fs';
import { pageWeight, totalBytes, type Weight } from '../lib/weight.ts';
import type { BenchRow, BenchSection } from './section.ts';

const kilobyte = 1000;
const pageBudget = 60;
const scriptBudget = 20;

/** `devices/rtx-5090/index.html` is of kind `/devices/*`. */
function kindOf(page: string): string {
  const parts = page
    .replace(/(^|\/)index\.html$/, '')
    .split('/')
    .filter(Boolean);
  return `/${parts.map((part, depth) => (depth === 0 ? part : '*')).join('/')}`;
}

function rowsFor(kind: string, page: string, weight: Weight): BenchRow[] {
  const kilobytes = totalBytes(weight) / kilobyte;
  const parts = [weight.htmlBytes, weight.cssBytes, weight.scriptBytes].map((bytes) =>
    (bytes / kilobyte).toFixed(1),
  );
  return [
    {
      what: kind,
      value: kilobytes,
      unit: 'KB',
      budget: pageBudget,
      note: `${page}: HTML ${parts[0]}, CSS ${parts[1]}, scripts ${parts[2]}${
        weight.scriptBytes / kilobyte > scriptBudget ? `, OVER ${scriptBudget}` : ''
      }`,
    },
  ];
}

export const section: BenchSection = {
  title: 'Page weight, gzip, the heaviest of each kind',
  run() {
    const heaviest = new Map<string, { page: string; weight: Weight }>();
    for (const page of readdirSync('dist', { recursive: true, encoding: 'utf8' }).sort()) {
      if (!page.endsWith('.html')) continue;
      const weight = pageWeight('dist', page);
      const known = heaviest.get(kindOf(page));
      if (!known || totalBytes(weight) > totalBytes(known.weight)) {
        heaviest.set(kindOf(page), { page, weight });
      }
    }
    return [...heaviest].sort().flatMap(([kind, { page, weight }]) => rowsFor(kind, page, weight));
  },
};
