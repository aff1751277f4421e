// Proves that axe finds no violation on one page of each kind, in both schemes, wide and narrow.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { kinds } from './kinds.ts';

const variants = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);

for (const path of kinds) {
  for (const { colorScheme, width } of variants) {
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
}
