// Proves that each built page says what it is, runs no inline handler, repeats no id, shows no missing
// value as a number, and lets its wide tables scroll by themselves.
import { describe, expect, test } from 'vitest';
import { type BuiltPage, builds, pagesOf, type Tag } from './pages.ts';

const textOf = (html: string): string =>
  html
    .replace(/<(script|style|astro-island)\b[^>]*>/gi, '<$1>')
    .replace(/<(script|style)>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ');

const count = (page: BuiltPage, name: string): number =>
  page.tags.filter((tag) => tag.name === name).length;
const meta = (page: BuiltPage, name: string): string =>
  page.tags.find((tag) => tag.name === 'meta' && tag.attributes['name'] === name)?.attributes[
    'content'
  ] ?? '';
const handlers = (tag: Tag): string[] =>
  Object.keys(tag.attributes).filter((name) => /^on[a-z]+$/.test(name));

const columnsOf = (table: string): number =>
  (table.slice(0, table.indexOf('</tr>')).match(/<t[hd]\b/g) ?? []).length;

/**
 * Tables of more than three columns with no scrolling, named box around them: on a phone they would
 * push the page sideways, where narrower ones wrap their words.
 */
function tablesOutsideBox(html: string): number {
  const open: boolean[] = [];
  let outside = 0;
  for (const tag of html.matchAll(/<(\/?)(div|section|table)\b([^>]*)>/g)) {
    const [, closing, name, rest = ''] = tag;
    if (name !== 'table') {
      if (closing) open.pop();
      else open.push(/role="(group|region)"|\baria-label/.test(rest));
    } else if (!closing && !open.includes(true) && columnsOf(html.slice(tag.index)) > 3) {
      outside += 1;
    }
  }
  return outside;
}

const rules: [string, (page: BuiltPage) => boolean][] = [
  ['has a title', ({ html }) => /<title>[^<]{3,}<\/title>/.test(html)],
  [
    'has a description of 20 to 200 characters',
    (page) => /^.{20,200}$/.test(meta(page, 'description')),
  ],
  ['says its language', ({ html }) => /<html[^>]*\blang="en"/.test(html)],
  ['has one h1', (page) => count(page, 'h1') === 1],
  ['has one main', (page) => count(page, 'main') === 1],
  ['runs no inline handler', ({ tags }) => tags.every((tag) => handlers(tag).length === 0)],
  [
    'has no javascript: address',
    ({ tags }) => tags.every((tag) => !/^javascript:/i.test(tag.attributes['href'] ?? '')),
  ],
  [
    'describes its images',
    ({ tags }) => tags.every((tag) => tag.name !== 'img' || 'alt' in tag.attributes),
  ],
  [
    'lets every table of more than three columns scroll in a named box',
    ({ html }) => tablesOutsideBox(html) === 0,
  ],
  [
    'shows no NaN, undefined, null or Infinity',
    ({ html }) =>
      !/\b(NaN|undefined|null|Infinity(?! (Fabric|Cache|Link))|\[object Object\])\b/.test(
        textOf(html),
      ),
  ],
  ['carries a policy', ({ html }) => /http-equiv="content-security-policy"/i.test(html)],
];

describe.each(builds)('served under $path', (build) => {
  const pages = [...pagesOf(build)];

  test.each(rules)('every page %s', (_rule, holds) => {
    expect(pages.filter((page) => !holds(page)).map((page) => page.file)).toEqual([]);
  });

  test('no page repeats an id', () => {
    const repeated = pages.flatMap(({ file, tags }) => {
      const ids = tags.flatMap((tag) => tag.attributes['id'] ?? []);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file}: ${id}`);
    });
    expect([...new Set(repeated)]).toEqual([]);
  });

  test('no two pages share a title', () => {
    const titles = new Map<string, string[]>();
    for (const { file, html } of pages) {
      const title = html.match(/<title>([^<]*)/)?.[1] ?? '';
      titles.set(title, [...(titles.get(title) ?? []), file]);
    }
    expect([...titles].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  test('every page sets the order of the layers before its first stylesheet', () => {
    const order = '@layer reset,tokens,base,prose,components,utilities,print;';
    const late = pages.filter(({ html }) => {
      const sheet = html.indexOf('rel="stylesheet"');
      return sheet >= 0 && !html.slice(0, sheet).includes(order);
    });
    expect(late.map(({ file }) => file)).toEqual([]);
  });
});
