// Where the calculators are, and how tests speak to them.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright/test';
import { articles } from './kinds.ts';

const htmlOf = (path: string) => readFileSync(`dist${path}index.html`, 'utf8');

/** The first article with calculators of all these kinds. */
export function articleWith(...kinds: string[]): string {
  const found = articles.find((path) => {
    const html = htmlOf(path);
    return kinds.every((kind) => html.includes(`id="calculator-${kind}"`));
  });
  if (!found) throw new Error(`no article has the calculators ${kinds.join(', ')}`);
  return found;
}

export const calculator = (page: Page, kind: string): Locator =>
  page.locator(`#calculator-${kind}`);

/** Opens a page and waits until its calculators have woken. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await awake(page);
}

export async function awake(page: Page): Promise<void> {
  await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
}

/** Sets a slider as a drag does. */
export const slide = (range: Locator, position: number): Promise<void> =>
  range.evaluate((element, to) => {
    const input = element as HTMLInputElement;
    input.value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, position);

/** The first big value of a calculator, such as `117 tok/s`. */
export const firstValue = (of: Locator): Locator => of.locator('.results .value').first();
