// `node scripts/picture.ts`, after a build: takes the README's picture anew.
import { withBrowser } from './lib/browser.ts';

const roomAbove = 100;

await withBrowser(async ({ browser, address }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 940 } });
  await page.goto(`${address}/guide/token-generation/`, { waitUntil: 'networkidle' });
  const calculator = page.locator('figure.calculator').first();
  await calculator.scrollIntoViewIfNeeded();
  await page.waitForSelector('astro-island:not([ssr])');
  const top = (await calculator.boundingBox())?.y ?? 0;
  await page.evaluate((distance) => scrollBy(0, distance), top - roomAbove);
  await page.screenshot({ path: 'docs/picture.png' });
});
