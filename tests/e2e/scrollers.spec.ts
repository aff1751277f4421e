// Proves on a phone that what scrolls by itself fades towards the side with more, that nothing else fades, and that formulas break before they are cut.
import { expect, type Page, test } from 'playwright/test';

test.use({ viewport: { width: 390, height: 844 } });

/** How far each end of a box fades, in pixels. */
const fadeOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((box) => {
      const style = getComputedStyle(box);
      const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name));
      return { x: pixels('--more-x'), y: pixels('--more-y') };
    });

for (const path of ['/', '/compare/dgx-spark-strix-halo-or-mac-studio/', '/brief/', '/method/'])
  test(`${path}: a table fades at the side until it is scrolled to its end`, async ({ page }) => {
    await page.goto(path);
    await expect.poll(() => fadeOf(page, '.table-scroll')).toMatchObject({ x: 48 });
    await page
      .locator('.table-scroll')
      .first()
      .evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
    await expect.poll(() => fadeOf(page, '.table-scroll')).toMatchObject({ x: 0 });
  });

test('two machines stand side by side without scrolling, and nothing fades', async ({ page }) => {
  await page.goto('/compare/rtx-4090-or-rtx-5090/');
  expect(await fadeOf(page, '.table-scroll')).toEqual({ x: 0, y: 0 });
});

test('the matrix, longer than forty rows, fades at its lower edge', async ({ page }) => {
  await page.goto('/matrix/');
  await expect.poll(() => fadeOf(page, '.table-scroll')).toMatchObject({ y: 48 });
});

test('a table of up to forty rows stands in its whole height', async ({ page }) => {
  await page.goto('/guide/choosing-hardware/');
  const cut = await page.locator('.table-scroll').evaluateAll((boxes) =>
    boxes
      .filter((box) => box.querySelectorAll('tr').length <= 40)
      .filter((box) => box.scrollHeight > box.clientHeight + 1)
      .map((box) => box.textContent?.slice(0, 40)),
  );
  expect(cut).toEqual([]);
});

test('the time of a token goes on in a second line', async ({ page }) => {
  await page.goto('/guide/token-generation/');
  const cut = await page
    .locator('.equation')
    .evaluateAll((boxes) =>
      boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.id),
    );
  expect(cut).toEqual([]);
});
