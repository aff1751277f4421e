// Proves that a page once read is there without a network, also for a link with settings, and that the
// start page is there after one visit anywhere.
import { expect, test } from 'playwright/test';

test('read pages and the start page work offline', async ({ page, context }) => {
  await page.goto('/licence/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto('/changelog/');
  await context.setOffline(true);
  await page.goto('/changelog/?model=none');
  await expect(page.locator('h1')).toHaveText('Changelog');
  const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(font).toContain('Guide Serif');
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.site-header')).toHaveCSS('display', 'flex');
});
