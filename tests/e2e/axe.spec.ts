// Proves that axe finds no violation on one page of each kind, wide and light and narrow and dark, and
// on every article in one of the two. Widths and colours do not meet in a rule, so that two of the four
// pairs see what all of them would.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { articles, kinds } from './kinds.ts';

const variants = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;

/** Kinds in both variants, the other articles by turns. */
const cases = [...new Set([...kinds, ...articles])].flatMap((path) =>
  variants
    .filter((_, i) => kinds.includes(path) || articles.indexOf(path) % variants.length === i)
    .map((variant) => ({ path, ...variant })),
);

for (const { path, colorScheme, width } of cases) {
  test(`${path} ${colorScheme} ${width}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }));
    expect(found).toEqual([]);
    await context.close();
  });
}
