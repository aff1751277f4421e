// Proves that what the original documents ask for is met: each of the 169 points names a built page
// and an anchor on it, and so does each of the 49 places where they err or contradict themselves.
// What is not written yet is counted and printed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type BuiltPage, builds, pagesOf } from './pages.ts';

/** May only fall. */
const PENDING = 0;
/** May only fall. */
const CONTRADICTIONS_PENDING = 0;

const Place = z.strictObject({ page: z.string().startsWith('/'), anchor: z.string().min(1) });
const Point = z
  .strictObject({
    number: z.int().min(1).max(169),
    what: z.string().min(1),
    works: z.string().min(1),
    page: z.union([z.literal('pending'), z.string().startsWith('/')]),
    /** An id on the page; without it the page itself meets the point. */
    anchor: z.string().min(1).optional(),
    /** Further places where it is met. */
    also: z.array(Place).optional(),
    /** What cannot be met as asked, and why. */
    but: z.string().min(10).optional(),
  })
  .refine(({ page, anchor }) => page !== 'pending' || !anchor, 'a pending point has no anchor');

const Contradiction = z
  .strictObject({
    id: z.string().regex(/^K\d+$/),
    what: z.string().min(1),
    page: z.union([z.literal('pending'), z.string().startsWith('/')]),
    anchor: z.string().min(1).optional(),
  })
  .refine(({ page, anchor }) => (page === 'pending') === !anchor, 'a page needs its anchor');

const contradictions = z
  .array(Contradiction)
  .parse(parse(readFileSync('tests/data/contradictions.yaml', 'utf8')));

const points = z.array(Point).parse(parse(readFileSync('tests/data/requirements.yaml', 'utf8')));
const written = points.filter(({ page }) => page !== 'pending');

test('the list has each of the 169 points once', () => {
  const numbers = points.map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 169 }, (_, index) => index + 1));
});

test('as many points are still to be written as the number kept here', () => {
  const pending = points.filter(({ page }) => page === 'pending');
  for (const { number, what } of pending) console.log(`pending ${number}: ${what}`);
  expect(pending).toHaveLength(PENDING);
});

const [build] = builds;
if (!build) throw new Error('no build to read');
const pages = new Map<string, BuiltPage>();
for (const page of pagesOf(build)) pages.set(`/${page.file.replace(/index\.html$/, '')}`, page);

const idsOf = (page: BuiltPage): Set<string> =>
  new Set(page.tags.flatMap(({ attributes }) => attributes['id'] ?? []));

function expectPlace(page: string, anchor: string | undefined): void {
  const built = pages.get(page);
  expect(built, `${page} is a built page`).toBeDefined();
  if (built && anchor) {
    expect(idsOf(built).has(anchor), `#${anchor} on ${page}`).toBe(true);
  }
}

test.each(written)('point $number is met at $page', ({ page, anchor, also = [] }) => {
  expectPlace(page, anchor);
  for (const place of also) expectPlace(place.page, place.anchor);
});

test('each contradiction has its line once', () => {
  const ids = contradictions.map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 49 }, (_, index) => `K${index + 1}`));
});

test('as many contradictions are still to be told as the number kept here', () => {
  const pending = contradictions.filter(({ page }) => page === 'pending');
  for (const { id, what } of pending) console.log(`pending ${id}: ${what}`);
  expect(pending).toHaveLength(CONTRADICTIONS_PENDING);
});

test.each(contradictions.filter(({ page }) => page !== 'pending'))(
  '$id is told at $page',
  ({ page, anchor }) => expectPlace(page, anchor),
);
