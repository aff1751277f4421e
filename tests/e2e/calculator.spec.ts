// Proves that calculators answer what is asked of them: sliders, fields, lists, the keyboard, early input.
import { expect, test } from 'playwright/test';
import { articleWith, calculator, firstValue, open, slide } from './calculators.ts';
import { holdBack } from './late-scripts.ts';

const prompt = articleWith('pp', 'ttft');
const generation = articleWith('tg');
const size = articleWith('fit');

test('a slider changes the answer, its exact field and the link', async ({ page }) => {
  await open(page, prompt);
  const pp = calculator(page, 'pp');
  const before = await firstValue(pp).textContent();
  await slide(pp.getByRole('slider', { name: 'Prompt' }), 380);
  await expect(firstValue(pp)).not.toHaveText(before ?? '');
  const tokens = await pp.getByRole('spinbutton', { name: 'Prompt' }).inputValue();
  expect(Number(tokens)).toBeGreaterThan(50_000);
  await expect(pp.getByRole('link', { name: 'Link to these numbers' })).toHaveAttribute(
    'href',
    new RegExp(`prompt=${tokens}&`),
  );
  await expect(page).toHaveURL(new RegExp(`prompt=${tokens}&`));
});

test('an exact value moves the slider, and a bad one is named while the last answer stays', async ({
  page,
}) => {
  await open(page, prompt);
  const pp = calculator(page, 'pp');
  const field = pp.getByRole('spinbutton', { name: 'Prompt' });
  await field.fill('1234');
  await expect(pp.locator('figcaption')).toContainText('prompt 1,234');
  const position = await pp.getByRole('slider', { name: 'Prompt' }).inputValue();
  await field.fill('-5');
  await expect(pp.locator('.problem')).toContainText('prompt must be 0 to 10000000 tokens');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(pp.locator('figcaption')).toContainText('prompt 1,234');
  expect(await pp.getByRole('slider', { name: 'Prompt' }).inputValue()).toBe(position);
});

test('a slider is moved with the keyboard', async ({ page }) => {
  await open(page, prompt);
  const pp = calculator(page, 'pp');
  const slider = pp.getByRole('slider', { name: 'Prompt' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(pp.locator('figcaption')).toContainText('prompt 131,072');
});

test('two sliders of one quantity move together', async ({ page }) => {
  await open(page, prompt);
  const [pp, ttft] = [calculator(page, 'pp'), calculator(page, 'ttft')];
  await slide(pp.getByRole('slider', { name: 'Prompt' }), 200);
  const tokens = await pp.getByRole('spinbutton', { name: 'Prompt' }).inputValue();
  await expect(ttft.getByRole('spinbutton', { name: 'Prompt' })).toHaveValue(tokens);
  await expect(ttft.getByRole('slider', { name: 'Prompt' })).toHaveValue('200');
  const caption = await pp.locator('figcaption').textContent();
  await expect(ttft.locator('figcaption')).toHaveText(caption?.replace('#calculator-pp', '') ?? '');
});

test('hardware is picked with the keyboard alone: type, arrow, Enter', async ({ page }) => {
  await open(page, generation);
  const tg = calculator(page, 'tg');
  const button = tg.getByRole('button', { name: 'Hardware' });
  await button.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog').getByRole('combobox');
  await expect(list).toBeFocused();
  await page.keyboard.type('geforce rtx 3090');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('3090');
  const options = page.getByRole('dialog').getByRole('option');
  const names = await options.evaluateAll((all) => all.map((one) => one.id));
  const wanted = names.findIndex((id) => id.endsWith('-rtx-3090'));
  for (let at = 0; at < wanted; at += 1) await page.keyboard.press('ArrowDown');
  await expect(list).toHaveAttribute('aria-activedescendant', names[wanted] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toHaveText('GeForce RTX 3090');
  await expect(button).toBeFocused();
  await expect(tg.locator('figcaption')).toContainText('GeForce RTX 3090');
  await expect(page).toHaveURL(/hw=rtx-3090&/);
});

test('a model is picked with the pointer; Escape leaves everything as it was', async ({ page }) => {
  await open(page, size);
  const fit = calculator(page, 'fit');
  const button = fit.getByRole('button', { name: 'Model' });
  const before = await button.textContent();
  await button.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toHaveText(before ?? '');
  await button.click();
  await page.getByRole('dialog').getByRole('combobox').fill('llama 3.3 70b');
  await page
    .getByRole('option', { name: /Llama 3\.3 70B/ })
    .first()
    .click();
  await expect(button).toHaveText(/Llama 3\.3 70B/);
  await expect(fit.locator('figcaption')).toContainText('Llama 3.3 70B');
});

test('words that nothing has are said to find nothing', async ({ page }) => {
  await open(page, size);
  await calculator(page, 'fit').getByRole('button', { name: 'Model' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('zzzz');
  await expect(page.getByRole('dialog')).toContainText('Nothing has all of these words.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('a reader’s own bandwidth is marked and can be taken back', async ({ page }) => {
  await open(page, generation);
  const tg = calculator(page, 'tg');
  const before = await firstValue(tg).textContent();
  await tg.getByRole('spinbutton', { name: /Memory bandwidth/ }).fill('5000');
  await expect(firstValue(tg)).not.toHaveText(before ?? '');
  await tg.getByRole('button', { name: 'your value: reset' }).click();
  await expect(firstValue(tg)).toHaveText(before ?? '');
  await expect(page).not.toHaveURL(/bw=/);
});

test('the formula and the bar follow the reader', async ({ page }) => {
  await open(page, generation);
  const tg = calculator(page, 'tg');
  const before = (await firstValue(tg).textContent()) ?? '';
  await slide(tg.getByRole('slider', { name: 'In context before' }), 350);
  await expect(firstValue(tg)).not.toHaveText(before);
  const value = (await firstValue(tg).textContent()) ?? '';
  await expect(tg.locator('.formula math').first()).toContainText(value);
  await expect(tg.locator('.stack-legend')).toContainText('KV cache');
});

test('input from before the scripts ran is played back', async ({ page }) => {
  // The island's own module waits until the reader has typed.
  const release = await holdBack(page, 'Calculator');
  await page.goto(prompt);
  const pp = calculator(page, 'pp');
  await pp.getByRole('spinbutton', { name: 'Prompt' }).fill('2222');
  release();
  await expect(pp.locator('figcaption')).toContainText('prompt 2,222');
  await expect(calculator(page, 'ttft').locator('figcaption')).toContainText('prompt 2,222');
});

test('a slow estimator still brings the reader’s number into the address', async ({ page }) => {
  const release = await holdBack(page, 'engine');
  await open(page, prompt);
  const asked = page.waitForRequest(/_astro\/engine\.[^/]+\.js$/);
  await slide(calculator(page, 'pp').getByRole('slider', { name: 'Prompt' }), 380);
  await asked;
  // Longer than the address waits for a slider to come to rest.
  await page.waitForTimeout(600);
  release();
  await expect(page).toHaveURL(/prompt=\d{5}/);
});

test('a control out of sight takes the focus while its answer catches up', async ({ page }) => {
  await open(page, generation);
  const bandwidth = calculator(page, 'tg').getByRole('slider', { name: 'Memory bandwidth' });
  await bandwidth.evaluate((element) => {
    const input = element as HTMLInputElement;
    input.value = '100';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus({ preventScroll: true });
  });
  await expect(bandwidth).toBeFocused();
});

test('results are announced once they have settled, in one polite region', async ({ page }) => {
  await open(page, generation);
  const tg = calculator(page, 'tg');
  await slide(tg.getByRole('slider', { name: 'Memory bandwidth' }), 100);
  await tg.getByRole('slider', { name: 'Memory bandwidth' }).focus();
  await slide(tg.getByRole('slider', { name: 'Memory bandwidth' }), 120);
  const region = page.locator('body > [role="status"].visually-hidden');
  await expect(region).toHaveCount(1);
  const value = (await firstValue(tg).textContent()) ?? '';
  await expect(region).toContainText(`Token generation: ${value}`);
});
