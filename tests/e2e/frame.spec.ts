// Proves that the frame works by keyboard: skip link, menu, theme switch; and that a theme is kept and
// applied before anything is painted.
import { expect, type Page, test } from 'playwright/test';

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the first stop of the keyboard skips to the content', async ({ page }) => {
  await page.goto('/guide/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('every control of the frame shows where the focus is', async ({ page }) => {
  await page.goto('/guide/');
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement;
      const shown = focused?.matches('input') ? focused.closest('label') : focused;
      return shown ? getComputedStyle(shown).outlineStyle : 'nothing focused';
    });
    expect(outline).toBe('solid');
  }
});

test('the menu says which page is open', async ({ page }) => {
  await page.goto('/guide/');
  await expect(page.locator('.site-menu [aria-current="page"]')).toHaveText('Guide');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu opens and closes by keyboard', async ({ page }) => {
    await page.goto('/');
    const guide = page
      .getByRole('navigation', { name: 'Site' })
      .getByRole('link', { name: 'Guide' });
    await expect(guide).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await expect(guide).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(guide).toBeHidden();
    await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
  });

  test.describe('with scripts off', () => {
    test.use({ javaScriptEnabled: false });
    test('the menu still leads on', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Menu' }).click();
      await page
        .getByRole('navigation', { name: 'Site' })
        .getByRole('link', { name: 'Guide' })
        .click();
      await expect(page).toHaveURL(/\/guide\/$/);
    });
  });

  test('what a finger must hit is 44 px high', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Menu' }).click();
    const low = await page
      .locator('.site-menu :is(a, button, label), .menu-button')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height < 43.5)
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    expect(low).toEqual([]);
  });
});

test.describe('theme', () => {
  test.use({ colorScheme: 'light' });

  test('arrows choose, a reload keeps, and auto follows the system again', async ({ page }) => {
    await page.goto('/');
    const light = await background(page);
    await page.getByRole('radio', { name: 'Theme: as the system' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Theme: dark' })).toBeChecked();
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background(page)).toBe(dark);
    await expect(page.getByRole('radio', { name: 'Theme: dark' })).toBeChecked();
    await page.getByRole('radio', { name: 'Theme: as the system' }).check();
    expect(await background(page)).toBe(light);
  });

  test('a kept theme is there before the body is', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('theme', 'dark');
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        document.documentElement.dataset['atBody'] =
          document.documentElement.dataset['theme'] ?? '';
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-at-body', 'dark');
  });
});

test('paper shows the text without the frame', async ({ page }) => {
  await page.goto('/licence/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('main h1')).toBeVisible();
});
