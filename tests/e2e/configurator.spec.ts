// Proves that the configurator shows, changes and copies one configuration in full.
import { expect, test } from 'playwright/test';
import { open } from './calculators.ts';

const QUERY = 'hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m&v=1';

test('every input has its source, and a reader’s own value is marked', async ({ page }) => {
  await open(page, `/configure/?${QUERY.replace('&v', '&bw=700&v')}`);
  const inputs = page.locator('table.inputs');
  await expect(inputs).toContainText('GeForce RTX 4090');
  const bandwidth = inputs.getByRole('row', { name: /^Memory bandwidth/ }).first();
  await expect(bandwidth).toContainText('700');
  await expect(bandwidth).toContainText('your value');
  await expect(inputs.getByText('Sources:').first()).toBeVisible();
});

test('a use case opens with its own workload', async ({ page }) => {
  await open(page, `/configure/?${QUERY}`);
  await page.getByRole('link', { name: /^UC1/ }).click();
  await expect(page).toHaveURL(/prompt=1024&gen=16/);
  await expect(page.locator('.caption')).toContainText('prompt 1,024');
});

test('limits of the classes can be changed, and the link carries them', async ({ page }) => {
  await open(page, `/configure/?${QUERY}`);
  await expect(page.locator('.result-class')).toContainText('interactive');
  await page.getByText('Limits of the workflow classes').click();
  await page.getByLabel('Interactive: prompt read in less than').fill('0.01');
  await expect(page.locator('.result-class')).toContainText('background');
  await expect(page).toHaveURL(/maxinput=0\.01/);
  await page.getByLabel('Interactive: prompt read in less than').fill('');
  await expect(page.locator('.result-class')).toContainText('interactive');
  await expect(page).not.toHaveURL(/maxinput/);
});

test('the copied link remembers what it showed, and says when that has moved', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await open(page, `/configure/?${QUERY}`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/configure\/\?hw=rtx-4090&.*&seen=pp[\d.]+_ttft[\d.]+_tg[\d.]+&v=1$/);
  await open(page, copied);
  await expect(page.locator('.caption')).toContainText('RTX 4090');
  await expect(page.locator('.moved')).toHaveCount(0);
  await open(page, copied.replace(/seen=pp[\d.]+/, 'seen=pp1'));
  await expect(page.locator('.moved')).toContainText('prompt processing was 1');
  await context.close();
});

test('copies as Markdown, by hand where the browser does not allow more', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(page, `/configure/?${QUERY}`);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  const text = await page.getByRole('textbox', { name: 'Text to copy' }).inputValue();
  expect(text).toContain('| Result | Value | 80 % range |');
  expect(text).toContain('GeForce RTX 4090');
  expect(text).toContain('/configure/?hw=rtx-4090');
});
