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

/** Only articles and the main matrix have a goal. */
const hasBudget = (kind: string): boolean => kind === '/guide/*' || kind === '/matrix';
const inKilobytes = (bytes: number): string => (bytes / kilobyte).toFixed(1);

function rowFor(kind: string, page: string, weight: Weight): BenchRow {
  const { htmlBytes, cssBytes, scriptBytes, laterScriptBytes } = weight;
  const parts = [
    `${page}: HTML ${inKilobytes(htmlBytes)}`,
    `CSS ${inKilobytes(cssBytes)}`,
    `scripts ${inKilobytes(scriptBytes)}`,
    ...(laterScriptBytes > 0 ? [`${inKilobytes(laterScriptBytes)} more when used`] : []),
    ...(hasBudget(kind) && scriptBytes > scriptBudget * kilobyte ? [`OVER ${scriptBudget}`] : []),
  ];
  return {
    what: kind,
    value: totalBytes(weight) / kilobyte,
    unit: 'KB',
    ...(hasBudget(kind) ? { budget: pageBudget } : {}),
    note: parts.join(', '),
  };
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
    return [...heaviest].sort().map(([kind, { page, weight }]) => rowFor(kind, page, weight));
  },
};
