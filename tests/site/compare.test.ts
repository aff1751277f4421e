// Proves that each ready comparison is a page of its own that answers without a script, and that the
// page of all of them links to each.
import { describe, expect, test } from 'vitest';
import { namedComparisons } from '../../src/views/comparison-pages.ts';
import { builds, pagesOf } from './pages.ts';

const [build] = builds;
if (!build) throw new Error('no build to read');
const pages = new Map(
  [...pagesOf(build)]
    .filter(({ file }) => /^(compare|brief)\//.test(file))
    .map((page) => [page.file, page]),
);
const all = namedComparisons();

describe('the ready comparisons', () => {
  test('are thirty at least, all of them built', () => {
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(all.filter(({ id }) => !pages.has(`compare/${id}/index.html`))).toEqual([]);
  });

  test('each holds a verdict, tables, charts and no island', () => {
    const poor = all.filter(({ id }) => {
      const { html = '', tags = [] } = pages.get(`compare/${id}/index.html`) ?? {};
      const has = (name: string, least: number) =>
        tags.filter((tag) => tag.name === name).length >= least;
      return !(
        html.includes('verdict-pair') &&
        has('table', 5) &&
        html.includes('plot-svg') &&
        !html.includes('<astro-island')
      );
    });
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test('are linked from the page of comparisons', () => {
    const hrefs = pages
      .get('compare/index.html')
      ?.tags.flatMap(({ attributes }) => attributes['href'] ?? []);
    const missing = all.filter(({ id }) => !hrefs?.some((href) => href.endsWith(`/${id}/`)));
    expect(missing).toEqual([]);
  });
});

test('the page of briefs holds a whole example', () => {
  const html = pages.get('brief/index.html')?.html ?? '';
  const heads = ['Recommendation', 'Alternatives', 'Risks and unknowns', 'Assumptions', 'Sources'];
  expect(heads.filter((head) => !html.includes(`<h3>${head}</h3>`))).toEqual([]);
});
