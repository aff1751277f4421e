// Scripts that come late, as on a slow line.
import type { Page } from 'playwright/test';

/** Holds back one of the site's modules, by the name of its file, until the answer is called. */
export async function holdBack(page: Page, module: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(new RegExp(`_astro/${module}\\.[^/]+\\.js$`), async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
