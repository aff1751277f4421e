// Proves that every cell of the tables taken over from the original documents, and every quotation,
// is on a built page letter by letter.
import { expect, test } from 'vitest';
import { loadOriginals } from '../../src/catalogue/originals.ts';
import { builds, pagesOf } from './pages.ts';

const [build] = builds;
if (!build) throw new Error('no build to read');
const pages = [...pagesOf(build)].map(({ html }) => html);
const { tables, quotations } = loadOriginals();

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const wordsOf = (html: string): string =>
  html
    .replace(/<sup[\s\S]*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** The rows of every figure that shows a table, each as the set of its cells. */
function shownRows(id: string): Set<string>[] {
  const figure = new RegExp(`<figure[^>]*\\sid="?table-${id.replaceAll('.', '\\.')}["\\s>]`);
  return pages.flatMap((html) => {
    const start = html.search(figure);
    if (start < 0) return [];
    const body = html.slice(start, html.indexOf('</figure>', start));
    return [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(
      ([, row = '']) =>
        new Set(
          [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, c = '']) => wordsOf(c)),
        ),
    );
  });
}

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
const shownAs = (words: string): string => inOneLine(words) || 'empty';

test('every table is on a page', () => {
  expect([...tables.keys()].filter((id) => shownRows(id).length === 0)).toEqual([]);
});

test.each([...tables.keys()])('every cell of %s is shown as it stands in the document', (id) => {
  const shown = shownRows(id);
  for (const row of tables.get(id)?.rows ?? []) {
    const first = shownAs(row[0]?.words ?? '');
    const cells = new Set(shown.filter((one) => one.has(first)).flatMap((one) => [...one]));
    for (const { words } of row) expect(cells, `${first}: ${words}`).toContain(shownAs(words));
  }
});

test('every quotation is shown letter by letter', () => {
  const text = pages.filter((html) => html.includes('quote-')).map(wordsOf);
  const isShown = (paragraph: string) => text.some((page) => page.includes(inOneLine(paragraph)));
  const absent = [...quotations.values()].filter(
    ({ text: words }) => !words.split('\n').every(isShown),
  );
  expect(absent.map(({ id }) => id)).toEqual([]);
});
