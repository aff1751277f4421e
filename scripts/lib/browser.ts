// A browser and the built site for the measurements that need both.
import type { Server } from 'node:http';
import { type Browser, chromium } from 'playwright';
import { chromiumFlags, obtainChromium } from './chromium.ts';
import { freePort } from './port.ts';
import { serve } from './serve.ts';

export interface Stage {
  browser: Browser;
  address: string;
}

/** Serves dist, opens a browser, and closes both when `act` is done. */
export async function withBrowser<Result>(act: (stage: Stage) => Promise<Result>): Promise<Result> {
  const executablePath = obtainChromium();
  if (!executablePath) throw new Error('No Chromium: install one and set CHROMIUM_PATH to it.');
  const port = await freePort();
  const server: Server = await serve('dist', '/', port);
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    return await act({ browser, address: `http://127.0.0.1:${port}` });
  } finally {
    await browser.close();
    server.close();
  }
}

/** Addresses of all pages of the built site. */
export async function sitePaths(address: string): Promise<string[]> {
  const sitemap = await (await fetch(`${address}/sitemap-0.xml`)).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, location = '']) => new URL(location).pathname,
  );
}
