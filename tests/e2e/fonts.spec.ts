// Proves that every character of every article and kind of page stands in the fonts the site serves:
// a sign that they lack would come from whatever font a reader's system has.
import { type CDPSession, expect, test } from 'playwright/test';
import { articles, kinds } from './kinds.ts';

interface Rendered {
  familyName: string;
  isCustomFont: boolean;
  glyphCount: number;
}

/** Elements that hold text of their own and are shown, marked so that the protocol can find them. */
const markTexts = () => {
  let marked = 0;
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const drawn =
      element.getClientRects().length > 0 && !element.closest('math, svg, select, datalist');
    if (own && drawn) {
      element.dataset['text'] = '';
      marked += 1;
    }
  }
  return marked;
};

async function systemFonts(session: CDPSession): Promise<string[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-text]',
  });
  const found: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = (await session.send('CSS.getPlatformFontsForNode', { nodeId })) as {
      fonts: Rendered[];
    };
    const foreign = fonts.filter((font) => !font.isCustomFont);
    if (foreign.length === 0) continue;
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
    found.push(`${foreign.map((font) => font.familyName).join()}: ${outerHTML.slice(0, 160)}`);
  }
  return found;
}

for (const path of new Set([...articles, ...kinds])) {
  test(`${path} is set in the site's own fonts`, async ({ page }) => {
    // Fonts that come late wait for the next page, and a busy machine may need more than one: what is
    // proved is that each letter is in the site's fonts, not how fast they come.
    await expect(async () => {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await page.evaluate(markTexts)).toBeGreaterThan(5);
      const session = await page.context().newCDPSession(page);
      expect((await systemFonts(session)).slice(0, 10)).toEqual([]);
    }).toPass({ timeout: 120_000 });
  });
}
