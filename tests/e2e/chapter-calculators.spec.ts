// Proves that the chapters' calculators work in the browser: by keyboard, by link, together on one
// configuration, and without scripts.
import { expect, type Page, test } from 'playwright/test';

const value = (page: Page, name: string) =>
  page.locator('.results > div').filter({ hasText: name }).locator('.value');

test('numbers of one’s own change the answer, the address follows, and the link brings them back', async ({
  page,
}) => {
  await page.goto('/calculators/flops/');
  await expect(value(page, 'Theoretical peak')).toHaveText('729.6 GFLOPS');
  await page.getByLabel('Multiply-add units of a performance core').fill('1');
  await expect(value(page, 'Theoretical peak')).toHaveText('582.4 GFLOPS');
  await expect(page).toHaveURL(/#calculator-flops\?pfma=1$/);
  await page.reload();
  await expect(value(page, 'Theoretical peak')).toHaveText('582.4 GFLOPS');
  await expect(page.locator('#calculator-flops')).toBeInViewport();
});

test('a number out of its bounds is named and changes nothing', async ({ page }) => {
  await page.goto('/calculators/parallel/');
  await page.getByRole('spinbutton', { name: 'Cores to ask about' }).fill('2.5');
  await expect(page.locator('.problem')).toHaveText(
    'Cores to ask about must be 1 to 4096 cores (a whole number), got 2.5',
  );
  await expect(value(page, 'E_par').first()).toHaveText('0.625');
});

test('a link with bad numbers names them and applies the rest', async ({ page }) => {
  await page.goto('/calculators/parallel/#calculator-parallel?n=20&s=many');
  await expect(page.getByRole('alert')).toContainText('Speed-up over one core must be');
  await expect(value(page, 'E_par').first()).toHaveText('0.5');
});

test('a preset fills its fields, and a slider moves by keyboard', async ({ page }) => {
  await page.goto('/calculators/bandwidth/');
  await page.getByLabel('Begin with').selectOption({ label: 'EPYC 9554P, 12 × DDR5-4800' });
  await expect(value(page, 'Memory modules')).toHaveText('460.8 GB/s');
  await page.getByRole('slider', { name: 'Memory speed' }).press('Home');
  await expect(value(page, 'Memory modules')).toHaveText('153.6 GB/s');
});

test('the page’s configuration comes with the link, and a calculator’s own numbers beside it', async ({
  page,
}) => {
  await page.goto('/calculators/energy/?hw=rtx-3090&gen=100#calculator-energy?watts=350');
  await expect(value(page, 'Power while it runs')).toHaveText('350 W');
  await expect(page.getByRole('button', { name: 'Hardware' })).toHaveText('GeForce RTX 3090');
  await page.getByRole('spinbutton', { name: 'Price of a kWh' }).fill('0.3');
  await expect(page.locator('td').filter({ hasText: 'asks' })).toHaveCount(0);
  await expect(page).toHaveURL(/gen=100.*#calculator-energy\?watts=350&kwh=0\.3$/);
});

test('the slider of layers moves the split and goes back to what fits', async ({ page }) => {
  await page.goto('/calculators/hybrid/');
  const layers = page.getByRole('spinbutton', { name: 'Layers on the GPU' });
  const before = await layers.inputValue();
  await layers.fill('10');
  await expect(value(page, 'Layers on the GPU')).toHaveText('10 of 48');
  await page.getByRole('button', { name: 'your value: reset' }).click();
  await expect(layers).toHaveValue(before);
});

test('a chart is drawn anew for the reader’s own numbers', async ({ page }) => {
  await page.goto('/calculators/users/');
  const chart = page.locator('.chart-figure polyline').first();
  const before = await chart.getAttribute('points');
  await page.getByRole('spinbutton', { name: 'Prompt' }).fill('32768');
  await expect(chart).not.toHaveAttribute('points', before ?? '');
});

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });
  test('each has its right answer, without controls', async ({ page }) => {
    await page.goto('/calculators/flops/#calculator-flops?pfma=1');
    await expect(value(page, 'Theoretical peak')).toHaveText('729.6 GFLOPS');
    await expect(value(page, 'Theoretical peak')).toBeVisible();
    await expect(page.locator('form.controls')).toBeHidden();
    await page.goto('/calculators/users/');
    await expect(page.locator('.chart-figure polyline').first()).toBeVisible();
  });
});
