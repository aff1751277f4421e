import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const fonts = fileURLToPath(new URL('../fonts', import.meta.url));

/** KaTeX's faces of which src/fonts holds a smaller version, and that version. */
const smaller = {
  'KaTeX_Main-Regular': 'katex-main',
  'KaTeX_Math-Italic': 'katex-math',
  'KaTeX_AMS-Regular': 'katex-ams',
  'KaTeX_Size1-Regular': 'katex-size1',
  'KaTeX_Size2-Regular': 'katex-size2',
  'KaTeX_Size3-Regular': 'katex-size3',
};

function withSmallerFonts(css, folder) {
  const ours = relative(folder, fonts).replaceAll('\\', '/');
  return Object.entries(smaller).reduce(
    (text, [theirs, name]) => text.replaceAll(`fonts/${theirs}.woff2`, `${ours}/${name}.woff2`),
    css,
  );
}

/** A size that formulas here start from: the text, its index, the index of that. */
const sizes = new Set(['6', '3', '1']);

/** KaTeX has a rule for each step from one of eleven sizes to another: a kilobyte, most of it idle. */
const withFewerSizes = (css) =>
  css.replace(
    /\.katex \.fontsize-ensurer\.reset-size(\d+)\.size\d+,\s*\.katex \.[\w-]*sizing\.reset-size\1\.size\d+\s*\{[^}]*\}/g,
    (rule, from) => (sizes.has(from) ? rule : ''),
  );

/**
 * KaTeX offers each face three times; every browser that reads this site's CSS takes woff2. The
 * faces that formulas here use come from src/fonts, at a third of the size.
 */
export const katexFonts = () => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    const [file] = id.split('?');
    if (!/katex(-swap)?(\.min)?\.css$/.test(file)) return null;
    const woff2Only = code.replace(
      /,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g,
      '',
    );
    return { code: withSmallerFonts(withFewerSizes(woff2Only), dirname(file)), map: null };
  },
});

/** Each compiled MDX file draws a harmless 'use strict'-like warning from the bundler. */
export function quietDirectives(level, log, next) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
}
