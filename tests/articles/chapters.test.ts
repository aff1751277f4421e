// Proves that the chapters read as one guide: each names the next in its last lines, opens with a question, shows no quotation or table of the originals that another shows, and calls their main document by its name.
import { expect, test } from 'vitest';
import { articleIds, readArticle } from './prose.ts';

const chapters = articleIds()
  .map(readArticle)
  .map((chapter) => ({ ...chapter, order: Number(/^order: (\d+)$/m.exec(chapter.front)?.[1]) }))
  .toSorted((a, b) => a.order - b.order);

const pairs = chapters.slice(0, -1).map(({ id, body }, index) => ({
  id,
  body,
  next: chapters[index + 1]?.id ?? '',
}));

test.each(pairs)('$id leads to $next', ({ body, next }) => {
  const named = [...body.matchAll(/\bNext: [^\n]*?\]\(\/guide\/([a-z-]+)\//g)].map(([, id]) => id);
  expect(named).toEqual([next]);
});

test.each(chapters)('$id lists further reading last', ({ body }) => {
  const [, after = ''] = body.split('\n## Further reading\n');
  expect(after.replace(/<FurtherReading [^>]*\/>/g, '').trim()).toMatch(
    /^(All links by part are in the \[directory\]\(\/resources\/\)\.)?$/,
  );
});

test.each(chapters)('$id asks in its lede what it answers', ({ front }) => {
  expect(/^lede: (.*)$/m.exec(front)?.[1]).toContain('?');
});

test('no quotation or table of the originals stands in two chapters', () => {
  const shown = chapters.flatMap(({ body }) =>
    [...body.matchAll(/<(?:Quotation|QuotedTable|OriginalTable) id="([^"]+)"/g)].map(
      ([, id]) => id,
    ),
  );
  const twice = shown.filter((id, index) => shown.indexOf(id) !== index);
  expect(twice).toEqual([]);
});

test('the source is called the original, this text the guide', () => {
  for (const { id, body } of chapters) {
    expect(body, id).not.toMatch(
      /\bthis site\b|the guide this one grew from|the guide first said/i,
    );
  }
});
