// Proves that a plan is judged away from the page and kept in its link, that bad needs are named, that everything can be done by keyboard, and that a brief comes of it.
import { expect, test } from 'playwright/test';
import { holdBack } from './late-scripts.ts';

test('a need changes the answer and the address, and the address brings it back', async ({
  page,
}) => {
  await page.goto('/plan/');
  const answer = page.locator('#plan-first + p');
  const before = await answer.textContent();
  await page.getByLabel('Billions of parameters').fill('70');
  await expect(answer).not.toHaveText(before ?? '');
  await expect(page).toHaveURL(/least=70b/);
  const after = await answer.textContent();
  await page.reload();
  await expect(answer).toHaveText(after ?? '');
  await expect(page.getByLabel('Billions of parameters')).toHaveValue('70');
});

test('an order is asked for, kept in the address, and named first in the answer', async ({
  page,
}) => {
  await page.goto('/plan/?use=uc2:20:interactive&least=8b&budget=10000');
  const answer = page.locator('#plan-first ~ p');
  await expect(answer.first()).toContainText('Cheapest that keeps all limits:');
  // One machine may be the first of several orders.
  await expect(answer.filter({ hasText: /best model .*within 10,000/i }).first()).toBeVisible();
  await expect(
    answer.filter({ hasText: /fastest .*within 10,000|fastest within 10,000/i }).first(),
  ).toBeVisible();
  await page.getByLabel('Order').selectOption('fastest');
  await expect(answer.first()).toContainText('Fastest within 10,000');
  await expect(page).toHaveURL(/order=fastest/);
});

test('bad needs of a link are named with their bound, and the rest applies', async ({ page }) => {
  await page.goto('/plan/?use=uc2:5&users=0&least=14b&colour=red');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('users must be a whole number from 1 to 1000 people, got 0');
  await expect(alert).toContainText('colour: no such need');
  await expect(page.getByText('about 14 billion parameters')).toBeVisible();
});

test('by keyboard: a use is added, its runs are set, a machine opens into its reasons', async ({
  page,
}) => {
  await page.goto('/plan/');
  const use = page.getByRole('checkbox', { name: /UC1/ });
  await use.focus();
  await page.keyboard.press('Space');
  const runs = page.getByLabel(/UC1.*runs a day/);
  await runs.fill('300');
  await expect(page.locator('#plan-needs + ul')).toContainText('300 runs a day');
  const why = page.locator('#plan-met ~ ol summary').first();
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Every number' }).first()).toBeVisible();
});

test('what was ticked, chosen and typed before the scripts ran counts', async ({ page }) => {
  const release = await holdBack(page, 'Planner');
  await page.goto('/plan/', { waitUntil: 'commit' });
  await page.getByRole('checkbox', { name: /UC1/ }).check();
  await page.getByRole('checkbox', { name: /UC3/ }).check();
  await page.getByLabel('Order').selectOption('fastest');
  await page.getByLabel('Billions of parameters').fill('30');
  release();
  await expect(page.getByLabel(/UC1.*runs a day/)).toHaveValue('20');
  await expect(page.getByLabel(/UC3.*runs a day/)).toHaveValue('20');
  await expect(page).toHaveURL(/uc1.*uc3/);
  await expect(page).toHaveURL(/order=fastest/);
  await expect(page).toHaveURL(/least=30b/);
});

test('a brief of the plan can be read and saved', async ({ page }) => {
  await page.goto('/brief/?use=uc2:60:interactive&least=14b&users=2&budget=6000&v=1');
  await expect(page.getByText('Which machine, with which model, meets these needs?')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /json/i }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
});

test('without scripts the situations and the usual answer stand there', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.goto('/plan/');
  await expect(page.getByText('The form needs scripts.')).toBeVisible();
  await expect(page.locator('#plan-met')).toBeVisible();
  await page.getByRole('link', { name: /law office of five/ }).click();
  await expect(page.getByRole('heading', { name: 'What the numbers do not say' })).toBeVisible();
  await context.close();
});
