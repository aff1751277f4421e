// Proves that a reader can filter, order and judge the matrix by own limits, that a link brings them all back, and that it is whole without scripts, on a phone and on paper.
import { expect, type Page, test } from 'playwright/test';

const group = (page: Page, id: string) => page.locator(`tbody[data-group="${id}"]`);
const shownRows = (page: Page) => page.locator('[data-matrix] tbody tr:has(td):visible');
const open = (page: Page) => page.getByText('Filter, order, own thresholds').click();

test('rows are ordered by seconds within their group', async ({ page }) => {
  await page.goto('/matrix/');
  await open(page);
  await page.getByLabel('By use case').selectOption('uc2');
  await page.getByLabel('Order', { exact: true }).selectOption('total');
  const seconds = await group(page, 'desktop')
    .locator('tr:has(td)')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Number(
          row.querySelectorAll<HTMLElement>('.cell')[1]?.dataset['n']?.split(' ')[1] ?? Infinity,
        ),
      ),
    );
  expect(seconds.length).toBeGreaterThan(20);
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
});

test('filters narrow the rows and tell how many are left', async ({ page }) => {
  await page.goto('/matrix/');
  const all = await shownRows(page).count();
  await open(page);
  await page.getByLabel('System', { exact: true }).fill('rtx 4090');
  const named = await shownRows(page).count();
  expect(named).toBeGreaterThan(2);
  expect(named).toBeLessThan(20);
  await expect(page.locator('[data-matrix-form] output')).toHaveText(`${named} of ${all} rows`);
  await page.getByLabel('Kind of system').selectOption('server');
  for (const row of await shownRows(page).all()) await expect(row).toContainText('RTX 4090');
  await expect(group(page, 'desktop')).toBeHidden();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(shownRows(page)).toHaveCount(all);
});

test('only rows of the wanted class stay', async ({ page }) => {
  await page.goto('/matrix/?usecase=uc3&class=interactive');
  const words = await shownRows(page).locator('td.cell:nth-of-type(3) b').allTextContents();
  expect(words.length).toBeGreaterThan(10);
  expect(new Set(words)).toEqual(new Set(['interactive']));
});

test('five seconds make four of the guide’s cells interactive, in place and in every link', async ({
  page,
}) => {
  await page.goto('/matrix/');
  const words = () => group(page, 'original').locator('.cell b').allTextContents();
  const before = await words();
  await open(page);
  await page.getByLabel('Interactive: prompt read in less than, s').fill('5');
  const after = await words();
  const changed = after.flatMap((word, index) =>
    word === before[index] ? [] : [`C${Math.floor(index / 4) + 1}/UC${(index % 4) + 1} ${word}`],
  );
  expect(changed).toEqual([
    'C1/UC4 interactive',
    'C5/UC1 interactive',
    'C8/UC1 interactive',
    'C8/UC3 interactive',
  ]);
  await expect(page).toHaveURL(/\?maxinput=5$/);
  const link = group(page, 'desktop').locator('.cell a').first();
  await expect(link).toHaveAttribute('href', /&maxinput=5$/);
  await page.reload();
  expect(await words()).toEqual(after);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(words).toEqual(before);
  await expect(page).toHaveURL(/\/matrix\/$/);
});

test('cells are chosen by pointer and by keyboard, up to four, and open side by side', async ({
  page,
}) => {
  await page.goto('/matrix/');
  const box = page.locator('[data-matrix-compare]');
  await page.getByLabel('Choose cells to compare').check();
  const cells = page.locator('.cell a[href*="hw="]');
  await cells.nth(40).click();
  await cells.nth(44).focus();
  await page.keyboard.press(' ');
  await expect(box.locator('output')).toHaveText('2 of four chosen.');
  await expect(cells.nth(44)).toHaveAttribute('aria-pressed', 'true');
  for (const at of [48, 52, 56]) await cells.nth(at).click();
  await expect(box.locator('output')).toHaveText('Four chosen, the most there can be.');
  await expect(cells.nth(56)).toHaveAttribute('aria-pressed', 'false');
  for (const at of [48, 52]) await cells.nth(at).click();
  const chosen = await Promise.all(
    [40, 44].map(async (at) => {
      const href = (await cells.nth(at).getAttribute('href')) ?? '';
      return new URLSearchParams(href.split('?')[1]).get('hw') ?? '';
    }),
  );
  await box.getByRole('link', { name: 'Compare them' }).click();
  await expect(page).toHaveURL(/\/compare\/\?a\.hw=/);
  const query = new URL(page.url()).searchParams;
  expect([query.get('a.hw'), query.get('b.hw')]).toEqual(chosen);
  await expect(page.locator('.compare .problem')).toHaveCount(0);
  await page.goBack();
  await page.getByLabel('Choose cells to compare').check();
  await page.getByLabel('Choose cells to compare').uncheck();
  await cells.nth(40).click();
  await expect(page).toHaveURL(/\/configure\//);
});

test('what a link says wrongly is left aside', async ({ page }) => {
  await page.goto('/matrix/?maxinput=-4&mintg=many&class=best&sort=colour&group=%3Cb%3E');
  const all = await shownRows(page).count();
  expect(all).toBeGreaterThan(100);
  await expect(page.getByLabel('Interactive: prompt read in less than, s')).toHaveValue('3');
});

test('headers stay in sight: at the top of a wide window, at the top of the box in a narrow one', async ({
  page,
}) => {
  await page.goto('/matrix/');
  const box = page.locator('.table-scroll:has([data-matrix])');
  const headTop = () =>
    box.evaluate((element) => element.querySelector('thead th')?.getBoundingClientRect().top ?? 99);
  await page.mouse.wheel(0, 3000);
  await expect.poll(headTop).toBeLessThanOrEqual(2);
  expect(await headTop()).toBeGreaterThanOrEqual(-2);
  await page.setViewportSize({ width: 390, height: 800 });
  await box.evaluate((element) => element.scrollTo(0, 1500));
  const boxTop = await box.evaluate((element) => element.getBoundingClientRect().top);
  expect(Math.abs((await headTop()) - boxTop)).toBeLessThanOrEqual(2);
});

test('on paper the whole table stands, the form does not', async ({ page }) => {
  await page.goto('/matrix/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-matrix-form]')).toBeHidden();
  const box = page.locator('.table-scroll:has([data-matrix])');
  const [own, inside] = await box.evaluate((element) => [
    element.clientHeight,
    element.scrollHeight,
  ]);
  expect(own).toBeGreaterThanOrEqual((inside ?? 0) - 2);
});

test('a list is filtered by what is typed and by its link', async ({ page }) => {
  await page.goto('/devices/');
  await page.getByLabel('Find').fill('rtx 4090');
  await expect(page.getByRole('link', { name: 'GeForce RTX 4090', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'GeForce RTX 3090', exact: true })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('link', { name: 'GeForce RTX 3090', exact: true })).toBeHidden();
});

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a link with limits shows the whole table by the guide’s own, and no form', async ({
    page,
  }) => {
    await page.goto('/matrix/?maxinput=5&class=interactive');
    await expect(page.locator('[data-matrix-form]')).toBeHidden();
    await expect(page.locator('[data-matrix]')).toBeVisible();
    expect(await shownRows(page).count()).toBeGreaterThan(100);
  });

  test('the other models are one tap away', async ({ page }) => {
    await page.goto('/matrix/');
    await page.getByText(/^Another model/).click();
    await page.getByRole('link', { name: 'Qwen3 235B-A22B (MoE)' }).click();
    await expect(page.locator('h1')).toContainText('Qwen3 235B-A22B');
  });
});
