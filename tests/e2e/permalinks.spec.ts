// Proves that a link shows its own configuration and no other, survives what is wrong with it, and that Back restores.
import { expect, type Page, test } from 'playwright/test';
import { articleWith, awake, calculator, firstValue, open, slide } from './calculators.ts';

const generation = articleWith('tg');
const LINK = '?hw=rtx-3090&model=llama-3.1-8b&quant=q8_0&prompt=777&gen=333&v=1';

/** Notes, at every frame from the first on, each caption that could be seen. */
const watchCaptions = (page: Page) =>
  page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      for (const caption of document.querySelectorAll(
        '.calculator figcaption, .configurator .caption',
      ))
        if (getComputedStyle(caption).visibility === 'visible') seen.add(caption.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
  });

const captionsSeen = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);

for (const path of [generation, '/configure/'])
  test(`${path}: a link shows its configuration and never another's numbers`, async ({ page }) => {
    await watchCaptions(page);
    // Slow scripts and a slow catalogue make a wrong frame easy to see.
    await page.route(/\.(js|json)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.continue();
    });
    await page.goto(path + LINK);
    const caption = page.locator('.calculator figcaption, .configurator .caption').first();
    await expect(caption).toBeVisible();
    await expect(caption).toContainText('GeForce RTX 3090, Llama 3.1 8B Q8_0: prompt 777');
    const seen = await captionsSeen(page);
    expect(seen.filter((text) => !text.includes('RTX 3090'))).toEqual([]);
  });

test('without scripts a link leads to the page’s default, readable', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`/configure/${LINK}`);
  await expect(page.locator('.configurator .caption')).toBeVisible();
  await expect(page.locator('.results .value').first()).toHaveText(/tok\/s/);
  await expect(page.locator('form')).toBeHidden();
  await context.close();
});

test('bad values are named, the rest applies', async ({ page }) => {
  await open(page, '/configure/?hw=rtx-3090&prompt=-5&colour=red&gen=99&v=1');
  const problems = page.locator('.problems');
  await expect(problems).toContainText(
    'prompt must be 0 to 10000000 tokens (a whole number), got -5',
  );
  await expect(problems).toContainText('colour is not a key of a configuration');
  await expect(page.locator('.caption')).toContainText('GeForce RTX 3090');
  await expect(page.locator('.caption')).toContainText('prompt 4,096');
  await expect(page.locator('.caption')).toContainText('answer 99');
});

test('an id that no row has is named, and the usual one stands in its place', async ({ page }) => {
  await open(page, '/configure/?hw=made-up-9000&gen=99&v=1');
  await expect(page.locator('.problems')).toContainText('the catalogue has no “made-up-9000”');
  await expect(page.locator('.caption')).toContainText('RTX 5090');
  await expect(page.locator('.caption')).toContainText('answer 99');
});

test('when the catalogue cannot be fetched, the page says so and shows no numbers', async ({
  page,
}) => {
  await page.route(/catalogue-.*\.json$/, (route) => route.abort());
  await page.goto(`/configure/?hw=rtx-3090&v=1`);
  await expect(page.getByText('could not be loaded')).toBeVisible();
  await expect(page.locator('.results').first()).toBeHidden();
});

test('changes replace the address, and Back restores them', async ({ page }) => {
  await open(page, generation);
  const length = await page.evaluate(() => history.length);
  const tg = calculator(page, 'tg');
  await tg.getByRole('spinbutton', { name: /Memory bandwidth/ }).fill('1234');
  await expect(page).toHaveURL(/bw=1234/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  const value = await firstValue(tg).textContent();
  await tg.getByRole('link', { name: 'Everything about this configuration' }).click();
  await expect(page).toHaveURL(/\/configure\/\?.*bw=1234/);
  await awake(page);
  await expect(page.getByText('your value').first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/bw=1234/);
  await expect(firstValue(tg)).toHaveText(value ?? '');
});

test('a change made at the last moment is in the address one comes back to', async ({ page }) => {
  await open(page, generation);
  const tg = calculator(page, 'tg');
  await slide(tg.getByRole('slider', { name: 'Memory bandwidth' }), 150);
  await expect(tg.getByRole('button', { name: 'your value: reset' })).toBeVisible();
  const value = await tg.getByRole('spinbutton', { name: /Memory bandwidth/ }).inputValue();
  await page.goto('/configure/');
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`bw=${value}&`));
});

test('back at the default, the address is clean again', async ({ page }) => {
  await open(page, '/configure/');
  const field = page.getByRole('spinbutton', { name: 'Answer' });
  await field.fill('300');
  await expect(page).toHaveURL(/gen=300/);
  await field.fill('256');
  await expect(page).toHaveURL(/\/configure\/$/);
});
