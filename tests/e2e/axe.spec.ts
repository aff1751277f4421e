// Proves that axe finds no violation on one page of each kind, in both schemes, wide and narrow, and on
// every article in one of each.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { articles, kinds } from './kinds.ts';

const variants = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);

/** Kinds in all variants; the other articles narrow and light, wide and dark. */
const cases = [...new Set([...kinds, ...articles])].flatMap((path) =>
  variants
    .filter(
      ({ colorScheme, width }) =>
        kinds.includes(path) || (width === 390) === (colorScheme === 'light'),
    )
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
