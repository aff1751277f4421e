// Reads a built site for the tests in this folder: its files, and each page's tags.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface Build {
  /** The path it is made to be served under, with a closing slash. */
  path: string;
  folder: string;
}

export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

export interface BuiltPage {
  /** Its file, relative to the build, as `guide/index.html`. */
  file: string;
  html: string;
  tags: readonly Tag[];
}

const fromEnvironment = process.env['SITE_BUILDS'];
export const builds: readonly Build[] = fromEnvironment
  ? JSON.parse(fromEnvironment)
  : [{ path: process.env['BASE'] || '/', folder: 'dist' }];

const entities: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};
const decoded = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#34|#38|#39);/g, (entity) => entities[entity] ?? entity);

const tagPattern = /<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/gi;
const attributePattern = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single, bare] of text.matchAll(attributePattern)) {
    if (name) found[name.toLowerCase()] = decoded(double ?? single ?? bare ?? '');
  }
  return found;
}

/** Bodies of scripts and styles are no markup. */
export function tagsOf(html: string): Tag[] {
  const markup = html
    .replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, '$1')
    .replace(/(<style\b[^>]*>)[\s\S]*?<\/style>/gi, '$1');
  return [...markup.matchAll(tagPattern)].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(attributes),
  }));
}

export function filesOf(build: Build): Set<string> {
  if (!existsSync(build.folder)) throw new Error(`${build.folder} is not built: npm run build`);
  const entries = readdirSync(build.folder, { recursive: true, withFileTypes: true });
  const start = join(build.folder, sep).length;
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(start).split(sep).join('/')),
  );
}

/** Every page of a build, one at a time: together they would not fit in memory for long. */
export function* pagesOf(build: Build): Generator<BuiltPage> {
  for (const file of [...filesOf(build)].sort()) {
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(build.folder, file), 'utf8');
    yield { file, html, tags: tagsOf(html) };
  }
}

/** The address a page's file is served at. */
export const addressOf = (build: Build, file: string): string =>
  build.path + file.replace(/(^|\/)index\.html$/, '$1');
