/** KaTeX offers each face three times; every browser that reads this site's CSS takes woff2. */
export const katexWoff2Only = () => ({
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(-swap)?(\.min)?\.css/.test(id)) return null;
    return {
      code: code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, ''),
      map: null,
    };
  },
});

/** Each compiled MDX file draws a harmless 'use strict'-like warning from the bundler. */
export function quietDirectives(level, log, next) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
}
