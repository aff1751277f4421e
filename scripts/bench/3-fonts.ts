// Which fonts a browser fetches for each article and the main pages.
import { type Stage, sitePaths, withBrowser } from '../lib/browser.ts';
import type { BenchRow, BenchSection } from './section.ts';

const budgetKilobytes = 110;
const mainPages = ['/', '/matrix/', '/configure/'];

async function fontsOf({ browser, address }: Stage, path: string): Promise<BenchRow> {
  const page = await browser.newPage();
  const bytes: number[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.woff2')) bytes.push((await response.body()).byteLength);
  });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  await page.close();
  const total = bytes.reduce((sum, one) => sum + one, 0);
  return {
    what: path,
    value: total / 1000,
    unit: 'KB',
    budget: budgetKilobytes,
    note: `${bytes.length} files`,
  };
}

export const section: BenchSection = {
  title: 'Fonts fetched',
  run: () =>
    withBrowser(async (stage) => {
      const paths = await sitePaths(stage.address);
      const chosen = paths.filter((path) => mainPages.includes(path) || /^\/guide\/.+/.test(path));
      const rows: BenchRow[] = [];
      for (const path of chosen) rows.push(await fontsOf(stage, path));
      return rows;
    }),
};
