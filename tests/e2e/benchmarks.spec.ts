// Proves that a reader can filter, order, page and link the measured runs by mouse and keyboard, that a wrong link is named, and that the nearest runs follow the configuration.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';

const rows = (page: Page) => page.locator('[data-runs] tbody tr');
const status = (page: Page) => page.locator('[data-status]');
const column = (page: Page, place: number) =>
  rows(page)
    .locator(`:scope > :nth-child(${place})`)
    .evaluateAll((cells) => cells.map((cell) => cell.childNodes[0]?.textContent?.trim() ?? ''));

test('filters narrow the runs, the address keeps them, and a reload brings them back', async ({
  page,
}) => {
  await page.goto('/benchmarks/');
  await expect(rows(page)).toHaveCount(100);
  await page.getByLabel('Device', { exact: true }).selectOption('rtx-3090');
  await expect(status(page)).toContainText('runs fit');
  await page.getByLabel('Quantization', { exact: true }).selectOption('q4_k_m');
  await expect(page).toHaveURL(/\?device=rtx-3090&quant=q4_k_m$/);
  const names = await column(page, 1);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(name).toMatch(/^(\d+ × )?GeForce RTX 3090$/);
  const said = await status(page).textContent();
  await page.reload();
  await expect(status(page)).toHaveText(said ?? '');
  await expect(page.getByLabel('Device', { exact: true })).toHaveValue('rtx-3090');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(status(page)).toContainText(/^5,\d{3} of 5,\d{3} runs fit/);
  await expect(page).toHaveURL(/\/benchmarks\/$/);
});

test('a header sorts by keyboard, says its order, and the address keeps it', async ({ page }) => {
  await page.goto('/benchmarks/?runtime=llama.cpp-metal');
  await expect(status(page)).toContainText('runs fit');
  const header = page.getByRole('columnheader', { name: /^TG/ }).first();
  await header.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-tg$/);
  const speeds = async () =>
    (
      await page.locator('[data-runs] tbody tr > td:nth-last-child(4).measured').allTextContents()
    ).map((text) => Number(text.replace(/,/g, '')));
  const falling = await speeds();
  expect(falling.length).toBeGreaterThan(50);
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const rising = await speeds();
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
});

test('pages follow one another, and filters lead back to the first', async ({ page }) => {
  await page.goto('/benchmarks/');
  const pager = page.locator('[data-pager]');
  await pager.getByRole('button', { name: 'Next' }).click();
  await expect(pager).toContainText('Page 2 of');
  await expect(page).toHaveURL(/\?page=2$/);
  await expect(status(page)).toContainText('101 to 200');
  await page.getByLabel('Words').fill('rocwmma');
  await expect(pager).toContainText('Page 1 of');
  await expect(page).toHaveURL(/\?find=rocwmma$/);
  for (const row of await rows(page).all()) await expect(row).toContainText('rocwmma');
});

test('outliers and runs left out are marked, and can be looked at alone', async ({ page }) => {
  await page.goto('/benchmarks/?marked=only');
  await expect(status(page)).toContainText('runs fit');
  for (const row of await rows(page).all())
    await expect(row.locator('.left-out').first()).toContainText(/left out|outlier/i);
  await page.getByLabel('Outliers and runs left out').selectOption('without');
  await expect(status(page)).toContainText('runs fit');
  await expect(page.locator('[data-runs] tbody .left-out')).toHaveCount(0);
});

test('a wrong link is named, and the rest of it applies', async ({ page }) => {
  await page.goto('/benchmarks/?device=rtx-9999&runtime=vllm&colour=red');
  await expect(page.locator('[data-problems] li')).toHaveText([
    'device must be one that a measured run has, got rtx-9999',
    'colour: no such filter',
  ]);
  for (const name of await column(page, 3)) expect(name).toContain('vLLM');
});

test('when the runs cannot be fetched the first hundred stay, and it is said', async ({ page }) => {
  await page.route('**/data/runs-*.json', (route) => route.abort());
  await page.goto('/benchmarks/?device=rtx-3090');
  await expect(status(page)).toContainText('could not be loaded');
  await expect(rows(page)).toHaveCount(100);
  await expect(rows(page).first()).toBeVisible();
});

test('runs are fetched only when asked for', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/benchmarks/', { waitUntil: 'networkidle' });
  expect(fetched.filter((url) => url.includes('/data/'))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`a filtered table breaks no rule of axe, ${colorScheme}, on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/benchmarks/?marked=only&sort=-tgoff&device=nothing');
    await expect(status(page)).toContainText('runs fit');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });
  test('the first hundred, the devices and the downloads are there', async ({ page }) => {
    await page.goto('/benchmarks/?device=rtx-3090');
    await expect(rows(page)).toHaveCount(100);
    await expect(rows(page).first()).toBeVisible();
    await expect(page.locator('[data-runs] form')).toBeHidden();
    await expect(page.getByRole('link', { name: 'measured-runs.csv' })).toBeVisible();
    await page.locator('summary', { hasText: 'NVIDIA' }).click();
    await expect(
      page.getByRole('link', { name: 'GeForce RTX 3090', exact: true }).first(),
    ).toBeVisible();
  });
});

test('the nearest runs are those of the configuration in the address', async ({ page }) => {
  await page.goto('/configure/?hw=rtx-4090&model=llama-2-7b&quant=q4_0&prompt=512&gen=128&v=1');
  const section = page.locator('section:has(> #nearest)');
  await section.scrollIntoViewIfNeeded();
  await expect(section).toContainText('This very configuration was measured');
  const exact = section.getByRole('row', { name: /GeForce RTX 4090, Llama 2 7B Q4_0/ });
  await expect(exact.first()).toContainText('the same configuration');
  await page.getByLabel('Quantization').selectOption('q8_0');
  await expect(section).toContainText('Q4_0 instead of Q8_0');
});

test('the page’s own configuration needs no file of runs', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/configure/', { waitUntil: 'networkidle' });
  await page.locator('#nearest').scrollIntoViewIfNeeded();
  await expect(page.locator('section:has(> #nearest) tbody tr')).not.toHaveCount(0);
  expect(fetched.filter((url) => url.includes('/data/runs-'))).toEqual([]);
});
