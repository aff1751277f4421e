// Proves that a reader can name every run of the method's charts by pointer and by keyboard, and read them all in a table without scripts.
import { expect, test } from 'playwright/test';

test('arrow keys name the runs, the fastest first, as the table beneath has them', async ({
  page,
}) => {
  await page.goto('/method/');
  const chart = page.locator('[data-error-chart]').first();
  const named = chart.locator('[data-named]');
  const first = await chart.locator('[data-rows] tr').nth(0).locator('th').textContent();
  const second = await chart.locator('[data-rows] tr').nth(1).locator('th').textContent();
  await chart.locator('[data-plot]').focus();
  await expect(named).toContainText(`${first}, `);
  await page.keyboard.press('ArrowLeft');
  await expect(named).toContainText(`${second}, `);
  await page.keyboard.press('ArrowRight');
  await expect(named).toContainText(`${first}, `);
  await expect(chart.locator('[data-chosen]')).toHaveAttribute('d', /^M\d+ \d+h0$/);
});

test('the pointer names the run it comes near', async ({ page }) => {
  await page.goto('/method/');
  const chart = page.locator('[data-error-chart]').first();
  const plot = chart.locator('[data-plot]');
  await plot.scrollIntoViewIfNeeded();
  const [x = 0, y = 0] = await chart
    .locator('.dots')
    .first()
    .evaluate(
      (path) => (path.getAttribute('d') ?? '').match(/\d+/g)?.slice(0, 2).map(Number) ?? [],
    );
  const box = await plot.boundingBox();
  if (!box) throw new Error('the chart has no size');
  await page.mouse.move(box.x + (x / 1000) * box.width, box.y + (y / 1000) * box.height);
  await expect(chart.locator('[data-named]')).toContainText('measured');
});

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });
  test('errors, formulas and every value of the charts can be read', async ({ page }) => {
    await page.goto('/method/');
    await expect(page.locator('.errors').first()).toBeVisible();
    await expect(page.locator('.katex').first()).toBeVisible();
    const chart = page.locator('[data-error-chart]').first();
    await chart.locator('summary').click();
    await expect(chart.locator('[data-rows] tr').first()).toBeVisible();
    expect(await chart.locator('[data-rows] tr').count()).toBeGreaterThan(100);
  });
});
