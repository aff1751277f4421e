// Proves that the built directory has each of the originals' 350 addresses once, each section its
// anchor, and that its JSON is the same list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLaterLinks, loadLinks } from '../../src/catalogue/links.ts';
import { builds, pagesOf } from './pages.ts';

const [build] = builds;
if (!build) throw new Error('no build to read');
const page = pagesOf(build).find(({ file }) => file === 'resources/index.html');
const hrefs = new Set(page?.tags.flatMap(({ attributes }) => attributes['href'] ?? []));
const ids = new Set(page?.tags.flatMap(({ attributes }) => attributes['id'] ?? []));

test('all 350 links of the originals and the 111 added later are on the page', () => {
  const urls = [...loadLinks().links, ...loadLaterLinks().links].map(({ url }) => url);
  expect(urls).toHaveLength(461);
  expect(urls.filter((url) => !hrefs.has(url))).toEqual([]);
});

test('each section can be linked to', () => {
  const sections = [...loadLinks().sections, ...loadLaterLinks().sections].map(({ id }) => id);
  expect(sections.filter((id) => !ids.has(id))).toEqual([]);
});

test('the JSON has the same addresses, each with title and line', () => {
  const list: { url: string; title: string; line: string }[] = JSON.parse(
    readFileSync(join(build.folder, 'data/links.json'), 'utf8'),
  );
  expect(list.map(({ url }) => url).filter((url) => !hrefs.has(url))).toEqual([]);
  expect(list.every(({ title, line }) => title !== '' && line !== '')).toBe(true);
  expect(new Set(list.map(({ url }) => url)).size).toBe(461);
});
