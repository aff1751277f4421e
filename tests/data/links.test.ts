// Proves that the directory of further reading is whole: 350 addresses once each, in known sections, and that bad rows are refused.
import { expect, test } from 'vitest';
import { loadLaterLinks, loadLinks, readLinks } from '../../src/catalogue/links.ts';
import { resourceList, resources } from '../../src/views/resources.ts';

const { links, sections } = loadLinks();

test('it holds the 350 distinct web addresses of the original documents', () => {
  expect(new Set(links.map(({ url }) => url)).size).toBe(350);
});

test('every section of the original has links, and every link says in a line what it gives', () => {
  const used = new Set(links.flatMap(({ section, also_in = [] }) => [section, ...also_in]));
  expect(sections.filter(({ id }) => !used.has(id))).toEqual([]);
  for (const { line, title } of links) {
    expect(line).toMatch(/[.?!]$/);
    expect(title).not.toMatch(/^https?:/);
  }
});

test('counts by section agree with the original: 27 on reading pictures, 28 on server processors, 62 in the survey', () => {
  const count = (id: string) => links.filter(({ section }) => section === id).length;
  expect([count('ocr'), count('hardware-cpu-server'), count('survey')]).toEqual([27, 28, 62]);
});

test('an address that moved says where to, and one that is gone or private says why', () => {
  for (const link of links) {
    if (link.state === 'moved') expect(link.now).toMatch(/^https:/);
    if (link.state) expect(link.note).toBeTruthy();
  }
});

test('what later versions added is in no list twice, and the directory as data has all of it', () => {
  const later = loadLaterLinks().links;
  // 115 links of the later list, less two pictures of itself and two that the originals have.
  expect(later).toHaveLength(111);
  const urls = resourceList().map(({ url }) => url);
  expect(urls).toHaveLength(461);
  expect(new Set(urls).size).toBe(461);
  for (const { title, line } of resourceList()) {
    expect(title).toBeTruthy();
    expect(line).toMatch(/[.?!]$/);
  }
});

test('none of the five headings that the originals leave empty is empty', () => {
  const sections = [...resources().originals, ...resources().later];
  const remarked = sections.filter(({ remark }) => remark).map(({ id }) => id);
  expect(remarked).toEqual(['hardware-memory', 'hardware-psu', 'hardware-case', 'text', 'rag']);
});

const row = (extra: string) =>
  `sections: [{id: a, title: A}]\nlinks:\n  - {url: "https://x.org/", title: X, line: L., section: a, kind: article, topics: [pp]${extra}}`;

test.each([
  ['an unknown key', row(', colour: red'), 'colour'],
  ['an unknown section', row('').replace('section: a', 'section: b'), 'there is no section “b”'],
  ['an unknown topic', row('').replace('[pp]', '[xx]'), 'topics'],
  ['an address twice', `${row('')}\n${row('').split('\n')[2]}`, 'is listed twice'],
])('%s is refused with file and field', (_, text, part) => {
  expect(() => readLinks(text)).toThrow(/content\/data\/links\.yaml: links\.\d/);
  expect(() => readLinks(text)).toThrow(part);
});
