// Proves that axe finds no violation on one page of each kind, wide and narrow, light and dark, and on every
// article at one of the two widths. Only the rules about colours look again at the other colours.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { articles, kinds } from './kinds.ts';

const variants = [
  { width: 1280, first: 'light', second: 'dark' },
  { width: 390, first: 'dark', second: 'light' },
] as const;

/** Kinds at both widths, the other articles by turns. */
const cases = [...new Set([...kinds, ...articles])].flatMap((path) =>
  variants
    .filter((_, i) => kinds.includes(path) || articles.indexOf(path) % variants.length === i)
    .map((variant) => ({ path, ...variant })),
);

async function violationsOf(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  }));
}

for (const { path, width, first, second } of cases) {
  test(`${path} at ${width}, ${first} and ${second}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      colorScheme: first,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await page.goto(path);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: second });
    expect(await violationsOf(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    await context.close();
  });
}
