// What a page of the built site weighs when all it names is fetched, compressed as servers do.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  htmlBytes: number;
  cssBytes: number;
  /** Scripts a page fetches by itself. */
  scriptBytes: number;
  /** Scripts it fetches besides, once a reader touches a control. */
  laterScriptBytes: number;
}

export const totalBytes = ({ htmlBytes, cssBytes, scriptBytes }: Weight): number =>
  htmlBytes + cssBytes + scriptBytes;

const gzipped = new Map<string, number>();
function gzipBytes(file: string): number {
  const known = gzipped.get(file) ?? gzipSync(readFileSync(file), { level: 9 }).byteLength;
  gzipped.set(file, known);
  return known;
}

/** Addresses of scripts in a page: tags, and the islands' own. */
const scriptPattern =
  /(?:<script[^>]*\ssrc|component-url|renderer-url|before-hydration-url|<link[^>]*rel="modulepreload"[^>]*\shref)="([^"]+\.js)"/g;
const stylePattern =
  /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"|<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"/g;
const importPattern = /(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const laterPattern = /import\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]\s*\)/g;

/** A module and everything it imports by the given form of import. */
function reach(folder: string, path: string, patterns: readonly RegExp[], seen: Set<string>): void {
  const file = join(folder, path);
  if (seen.has(path) || !existsSync(file)) return;
  seen.add(path);
  const source = readFileSync(file, 'utf8');
  for (const pattern of patterns) {
    for (const [, specifier = ''] of source.matchAll(pattern)) {
      reach(folder, posix.join(posix.dirname(path), specifier), patterns, seen);
    }
  }
}

/** @param page its file below `folder`, as `guide/index.html`; a build at the root */
export function pageWeight(folder: string, page: string): Weight {
  const html = readFileSync(join(folder, page), 'utf8');
  const first = new Set<string>();
  const all = new Set<string>();
  for (const [, address = ''] of html.matchAll(scriptPattern)) {
    reach(folder, address, [importPattern], first);
    reach(folder, address, [importPattern, laterPattern], all);
  }
  const styles = new Set([...html.matchAll(stylePattern)].map(([, a, b]) => a ?? b ?? ''));
  const sum = (paths: Iterable<string>) =>
    [...paths].reduce((total, path) => total + gzipBytes(join(folder, path)), 0);
  return {
    htmlBytes: gzipSync(html, { level: 9 }).byteLength,
    cssBytes: sum(styles),
    scriptBytes: sum(first),
    laterScriptBytes: sum(all) - sum(first),
  };
}
