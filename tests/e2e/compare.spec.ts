// Proves that a comparison's address restores it, that its parts can be changed, swapped, pinned and
// copied, and that a brief can be read, printed and saved.
import { expect, test } from 'playwright/test';
import { holdBack } from './late-scripts.ts';

const PAIR = 'a.hw=rtx-3090&b.hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m&v=1';

test('the address restores the comparison, and the first has the heads of the second', async ({
  page,
}) => {
  await page.goto(`/compare/?${PAIR}`);
  const results = page.getByRole('region', { name: /^Estimates with/ });
  await expect(results).toContainText('GeForce RTX 3090');
  await expect(results).toContainText('GeForce RTX 4090');
  await expect(page.locator('.verdict-pair')).toHaveCount(1);
  await expect(page.locator('.verdict-pair strong')).toContainText('GeForce RTX 4090 is');
  await expect(page.getByRole('region', { name: /^Every input/ })).toContainText('differs');
});

test('the job is changed for all, and the address follows', async ({ page }) => {
  await page.goto(`/compare/?${PAIR}`);
  await page.getByLabel('Prompt, tokens').fill('1000');
  await expect(page).toHaveURL(/&prompt=1000&v=1$/);
  await expect(page.getByRole('region', { name: /^Every input/ })).toContainText('1,000');
  await page.getByLabel('Prompt, tokens').fill('-5');
  await expect(page.getByText(/prompt must be 0 to 10000000 tokens/)).toBeVisible();
});

test('swap, pin, add and remove change the address', async ({ page }) => {
  await page.goto(`/compare/?${PAIR}`);
  await page.getByRole('button', { name: 'Swap with A' }).click();
  await expect(page).toHaveURL(/a\.hw=rtx-4090&b\.hw=rtx-3090/);
  await page.getByRole('button', { name: 'Compare the others with it' }).nth(1).click();
  await expect(page).toHaveURL(/pin=b/);
  await page.getByRole('button', { name: 'Add another like it' }).click();
  await expect(page).toHaveURL(/c\.hw=rtx-3090/);
  await page.getByRole('button', { name: 'Remove C' }).click();
  await expect(page).not.toHaveURL(/c\.hw/);
});

test('the keyboard goes on at the new card, and at the one before a removed one', async ({
  page,
}) => {
  await page.goto(`/compare/?${PAIR}`);
  await page.getByRole('button', { name: 'Add another like it' }).press('Enter');
  await expect(page.locator('#compare-c-hw')).toBeFocused();
  await page.getByRole('button', { name: 'Remove C' }).press('Enter');
  await expect(page.locator('#compare-b-hw')).toBeFocused();
});

test('without an address whole machines are compared, and the verdict names their prices', async ({
  page,
}) => {
  await page.goto('/compare/');
  await expect(page.locator('.verdict-pair')).toContainText(/Price: .+ is \$[\d,]+ cheaper/);
});

test('another machine is picked from the list by keyboard', async ({ page }) => {
  await page.goto(`/compare/?${PAIR}`);
  await page.getByRole('button', { name: 'Hardware' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /^Hardware/ }).fill('dgx spark founders');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/a\.hw=dgx-spark/);
  await expect(page.locator('.verdict-pair')).toContainText('DGX Spark');
});

test('a part alone can join the comparison made before', async ({ page }) => {
  await page.goto(`/compare/?${PAIR}`);
  await expect(page.locator('.verdict-pair')).toContainText('GeForce RTX 3090');
  await page.goto('/compare/?a.hw=rtx-5090&a.model=llama-3.1-8b&v=1');
  await page.getByRole('button', { name: 'Add it to your last comparison (A, B)' }).click();
  await expect(page).toHaveURL(/a\.hw=rtx-3090&b\.hw=rtx-4090&c\.hw=rtx-5090/);
  await expect(page.locator('.verdict-pair')).toHaveCount(2);
});

test('what a link says wrongly is named, and the rest applies', async ({ page }) => {
  await page.goto(`/compare/?${PAIR.replace('&v', '&b.prompt=many&c.hw=nothing&pin=d&v')}`);
  const problems = page.getByRole('alert');
  await expect(problems).toContainText('b.prompt must be 0 to 10000000 tokens');
  await expect(problems).toContainText('pin must be a, b, c, got d');
  await expect(problems).toContainText('c.hw: the catalogue has no “nothing”');
  await expect(page.locator('.verdict-pair')).toHaveCount(2);
});

test('without scripts a pair has its verdict, tables and charts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/compare/');
  await page.getByRole('link', { name: 'RTX 4090 or RTX 5090?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RTX 4090 or RTX 5090?');
  await expect(page.locator('.verdict-pair strong')).toContainText('RTX 5090 is');
  await expect(page.locator('figure.chart-figure')).toHaveCount(2);
  await context.close();
});

test('a brief is written from its address, saved and printed on both papers', async ({ page }) => {
  await page.goto(`/brief/?${PAIR}`);
  await expect(page.locator('.brief-paper h2')).toHaveText('GeForce RTX 3090 or GeForce RTX 4090');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  expect((await saved).suggestedFilename()).toBe('brief-geforce-rtx-3090-or-geforce-rtx-4090.json');
  for (const format of ['A4', 'Letter']) {
    const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(pages?.length).toBeLessThanOrEqual(2);
  }
  await page.goto('/brief/?hw=rtx-4090&model=llama-3.1-8b&prompt=minus&v=1');
  await expect(page.getByRole('alert')).toContainText('prompt must be 0 to 10000000 tokens');
  await expect(page.locator('.brief-question')).toContainText('Is GeForce RTX 4090 fast enough');
});

test('what is typed and chosen before the scripts run counts', async ({ page }) => {
  const release = await holdBack(page, 'Compare');
  await page.goto('/compare/', { waitUntil: 'commit' });
  await page.getByLabel('Prompt', { exact: false }).first().fill('7777');
  release();
  await expect(page).toHaveURL(/prompt=7777/);
});
