// Proves that articles hold only characters the site's fonts have, balanced maths, and none of the
// words that promise what is not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../content/articles', import.meta.url));
const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
const articles = names
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const inNoFont = /[≈≤≥≠→←⇒✓✗⁰⁴⁵⁶⁷⁸⁹₀-₉]/u;
const forbidden =
  /\b(TODO|FIXME|TBD|placeholder|lorem|coming soon|work in progress|simply|seamless\w*|leverag\w+|cutting-edge|blazing\w*|delve\w*|robust)\b/i;

/** Fenced code, inline code and the frontmatter are not read as prose. */
const proseOf = (text: string): string =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '');

function findings(text: string): string[] {
  const prose = proseOf(text);
  const found = prose.split('\n').flatMap((line) => {
    const problems: string[] = [];
    if (inNoFont.test(line)) problems.push(`a character in no font subset: ${line}`);
    if (forbidden.test(line)) problems.push(`a forbidden word: ${line}`);
    return problems;
  });
  const blocks = prose.replace(/\\\$/g, '').split('$$');
  if (blocks.length % 2 === 0) return [...found, 'a $$ without its pair'];
  const outside = blocks.filter((_, index) => index % 2 === 0);
  const odd = outside
    .flatMap((block) => block.split(/\n\s*\n/))
    .filter((paragraph) => paragraph.split('$').length % 2 === 0);
  return [...found, ...odd.map((paragraph) => `a $ without its pair: ${paragraph.trim()}`)];
}

test('the lint finds what it looks for, and nothing in clean prose', () => {
  expect(findings('A price of \\$5 and $x^2$.\n\n$$\na = b\n$$\n')).toEqual([]);
  expect(findings('10 ≤ 20')).toHaveLength(1);
  expect(findings('TODO: say more')).toHaveLength(1);
  expect(findings('$5 buys it')).toHaveLength(1);
  expect(findings('$$\na = b\n')).toHaveLength(1);
  expect(findings('`a → b`')).toEqual([]);
});

test.each(articles)('$name', ({ text }) => {
  expect(findings(text)).toEqual([]);
});
