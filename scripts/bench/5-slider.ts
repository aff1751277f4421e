// From a slider's move to the painted result, with the processor slowed down four times. The move is
// dispatched at the start of a frame, where browsers deliver real ones.
import type { Page } from 'playwright';
import { type Stage, sitePaths, withBrowser } from '../lib/browser.ts';
import type { BenchRow, BenchSection } from './section.ts';

const slowDown = 4;
const moves = 60;
const budgetMilliseconds = 16;
const slider = 'astro-island:not([ssr]) input[type="range"]';

/**
 * Milliseconds of each move until its result is painted, measured in the page: a message posted from a
 * frame arrives after that frame's paint. A frame that shows no new result is not the end.
 */
const moveSlider = async ({ selector, count }: { selector: string; count: number }) => {
  const input = document.querySelector<HTMLInputElement>(selector);
  const figure = input?.closest('astro-island');
  if (!input || !figure) return [];
  const low = Number(input.min || 0);
  const step = (Number(input.max || 100) - low) / count;
  const painted = () =>
    new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const oneMove = async (index: number) => {
    await frame();
    const before = figure.textContent;
    const start = performance.now();
    input.value = String(low + step * index);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await painted();
    for (let wait = 0; figure.textContent === before && wait < 20; wait += 1) {
      await frame();
      await painted();
    }
    // Neighbouring places of a slider can mean the same value: nothing to wait for.
    return figure.textContent === before ? [] : [performance.now() - start];
  };
  // The first moves fetch and compile what the calculator needs.
  for (let index = 1; index <= 5; index += 1) await oneMove(index);
  const times: number[] = [];
  for (let index = 1; index <= count; index += 1) times.push(...(await oneMove(index)));
  return times;
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

async function wakeIslands(page: Page): Promise<boolean> {
  const island = page.locator('astro-island:has(input[type="range"])').first();
  if ((await island.count()) === 0) return false;
  await island.scrollIntoViewIfNeeded();
  await page.waitForSelector(slider);
  await page.locator(slider).first().hover();
  await page.locator(slider).first().focus();
  await page.waitForLoadState('networkidle');
  return true;
}

async function measure({ browser, address }: Stage, path: string): Promise<BenchRow[]> {
  const page = await browser.newPage();
  await page.goto(address + path, { waitUntil: 'networkidle' });
  if (!(await wakeIslands(page))) {
    await page.close();
    return [];
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  const times = await page.evaluate(moveSlider, { selector: slider, count: moves });
  await page.close();
  const sorted = times.sort((a, b) => a - b);
  return [
    {
      what: path,
      value: quantile(sorted, 0.5),
      unit: 'ms',
      budget: budgetMilliseconds,
      note: `median of ${sorted.length}, 90 % under ${quantile(sorted, 0.9).toFixed(1)} ms`,
    },
  ];
}

export const section: BenchSection = {
  title: `Slider to paint at ${slowDown}× CPU slow-down`,
  run: () =>
    withBrowser(async (stage) => {
      const paths = (await sitePaths(stage.address)).filter((path) =>
        /^\/(guide\/.+|configure\/)$/.test(path),
      );
      const rows: BenchRow[] = [];
      for (const path of paths) rows.push(...(await measure(stage, path)));
      return rows;
    }),
};
