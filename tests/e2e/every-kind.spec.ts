// Proves that each kind of page keeps to the content policy, never scrolls sideways on a phone, is
// readable with scripts off, and stands still while its fonts arrive.
import { expect, type Page, test } from 'playwright/test';
import { articles, kinds } from './kinds.ts';

async function complaintsOf(page: Page, path: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
  return complaints;
}

/** The elements that stick out, so that a failure says what to mend. */
const stickingOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const inScroller = (element: Element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) => element.getBoundingClientRect().right > width + 1 && !inScroller(element),
      )
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 160));
  });

const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput } = entry as PerformanceEntry & {
              value: number;
              hadRecentInput: boolean;
            };
            if (!hadRecentInput) sum += value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

for (const path of new Set([...kinds, ...articles])) {
  test(`${path} does not scroll sideways on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await stickingOut(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await stickingOut(page)).toEqual([]);
  });
}

for (const path of kinds) {
  test(`${path} breaks no policy and logs nothing`, async ({ page }) => {
    expect(await complaintsOf(page, path)).toEqual([]);
  });

  test(`${path} stands still while it loads`, async ({ page }) => {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });
}

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of kinds) {
    test(`${path} is readable`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('.theme-switch')).toBeHidden();
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(100);
    });
  }
});
