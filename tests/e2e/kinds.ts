// One page of each kind, read from the built sitemap, so that a new kind is tested without being listed.
import { readFileSync, statSync } from 'node:fs';

const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');
const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  ([, address = '']) => new URL(address).pathname,
);

const sizeOf = (path: string): number => statSync(`dist${path}index.html`).size;

/** `/devices/rtx-5090/` and `/devices/m4/` are one kind, `/devices/*`; `/devices/` is another. */
function kindOf(path: string): string {
  const [section = '', ...rest] = path.split('/').filter(Boolean);
  return rest.length === 0 ? `/${section}` : `/${section}/${'*'.repeat(rest.length)}`;
}

/** The largest page of each kind, which has the most to get wrong. */
function largestOfEachKind(): string[] {
  const largest = new Map<string, string>();
  for (const path of paths) {
    const known = largest.get(kindOf(path));
    if (!known || sizeOf(path) > sizeOf(known)) largest.set(kindOf(path), path);
  }
  return [...largest.values()].sort();
}

/** Every kind of page once, and the page for addresses that lead nowhere. */
export const kinds: readonly string[] = [...largestOfEachKind(), '/404.html'];

export const articles: readonly string[] = paths.filter((path) => /^\/guide\/.+/.test(path));
