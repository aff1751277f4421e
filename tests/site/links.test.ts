// Proves that every internal link, anchor and asset of the built site leads somewhere, at the root and
// under a path.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, type Build, builds, filesOf, pagesOf, type Tag } from './pages.ts';

const origin = 'https://site.test';
const addressAttributes = ['href', 'src', 'component-url', 'renderer-url', 'before-hydration-url'];

function addressesIn({ name, attributes }: Tag): string[] {
  const single = addressAttributes.flatMap((key) => attributes[key] ?? []);
  const set = (attributes['srcset'] ?? '')
    .split(',')
    .flatMap((part) => part.trim().split(' ')[0] ?? []);
  const worker =
    name === 'meta' && attributes['name'] === 'service-worker' ? [attributes['content'] ?? ''] : [];
  const canonical = name === 'link' && ['canonical', 'alternate'].includes(attributes['rel'] ?? '');
  return canonical ? [] : [...single, ...set.filter(Boolean), ...worker];
}

const fileAt = (build: Build, pathname: string): string | undefined => {
  if (!pathname.startsWith(build.path)) return undefined;
  const rest = decodeURIComponent(pathname.slice(build.path.length));
  return rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
};

interface Link {
  page: string;
  written: string;
  file: string | undefined;
  anchor: string;
}

function readSite(build: Build) {
  const links: Link[] = [];
  const ids = new Map<string, Set<string>>();
  for (const { file, tags } of pagesOf(build)) {
    ids.set(file, new Set(tags.flatMap((tag) => tag.attributes['id'] ?? [])));
    for (const written of new Set(tags.flatMap(addressesIn))) {
      const url = new URL(written, origin + addressOf(build, file));
      if (url.origin !== origin) continue;
      links.push({
        page: file,
        written,
        file: fileAt(build, url.pathname),
        anchor: decodeURIComponent(url.hash.slice(1)),
      });
    }
  }
  return { links, ids };
}

describe.each(builds)('served under $path', (build) => {
  const files = filesOf(build);
  const { links, ids } = readSite(build);
  /** Each broken address once, with a page that has it: one wrong menu entry is on all of them. */
  const say = (broken: Link[]): string[] =>
    [...new Map(broken.map(({ written, page }) => [written, page]))]
      .slice(0, 40)
      .map(([written, page]) => `${written} on ${page}`);

  test('there are pages and links to check', () => {
    expect(ids.size).toBeGreaterThan(4);
    expect(links.length).toBeGreaterThan(50);
  });

  test('every internal address is a file of the build', () => {
    const broken = links.filter(({ file }) => file === undefined || !files.has(file));
    expect(say(broken)).toEqual([]);
  });

  test('every anchor exists on the page it points to', () => {
    const broken = links.filter(
      ({ file, anchor }) => anchor !== '' && file?.endsWith('.html') && !ids.get(file)?.has(anchor),
    );
    expect(say(broken)).toEqual([]);
  });

  test('every file a stylesheet names exists', () => {
    const sheets = [...files].filter((file) => file.endsWith('.css'));
    const missing = sheets.flatMap((sheet) => {
      const css = readFileSync(join(build.folder, sheet), 'utf8');
      return [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)]
        .map(([, address = '']) => address)
        .filter((address) => !address.startsWith('data:'))
        .filter((address) => {
          const { pathname } = new URL(address, origin + addressOf(build, sheet));
          return !files.has(fileAt(build, pathname) ?? '');
        })
        .map((address) => `${sheet}: ${address}`);
    });
    expect(missing).toEqual([]);
  });

  test('the sitemap names pages that exist', () => {
    const sitemap = readFileSync(join(build.folder, 'sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
    expect(listed.length).toBeGreaterThan(2);
    const missing = listed.filter(
      (address) => !files.has(fileAt(build, new URL(address).pathname) ?? ''),
    );
    expect(missing).toEqual([]);
  });

  test('the worker fetches only what exists', () => {
    const worker = readFileSync(join(build.folder, 'sw.js'), 'utf8');
    const [, list = '[]'] = worker.match(/PRECACHE = (\[[^\]]*\])/) ?? [];
    const fetched: string[] = JSON.parse(list);
    expect(fetched.length).toBeGreaterThan(3);
    expect(fetched.filter((address) => !files.has(fileAt(build, address) ?? ''))).toEqual([]);
  });
});
