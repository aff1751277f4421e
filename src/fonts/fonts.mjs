// Three families, served from here, in files that subset.py makes. Astro adds to each a system face
// stretched to the same metrics, which stands in until the face has come.
// `optional`: what is not there within 100 ms waits for the next page, so no text ever moves. Such a
// face is hardly ever used unless preloaded: Head.astro preloads both that every page opens with.
// `swap` for the two that few words are set in, where a late change moves nothing else.
import { fontProviders } from 'astro/config';

const text = ['U+0020-007E', 'U+00A0-00FF', 'U+2009-200A', 'U+2010-2014', 'U+2018-2019'];
const signs = ['U+201C-201D', 'U+2022', 'U+2026', 'U+2030', 'U+2032-2033', 'U+20AC', 'U+2122'];
const unicodeRange = [...text, ...signs, 'U+2191', 'U+2193', 'U+2212'];

const variant = (file, weight, display = 'optional', style = 'normal') => ({
  src: [`./src/fonts/${file}.woff2`],
  style,
  weight,
  display,
  unicodeRange,
});

const family = (name, cssVariable, fallback, variants) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks: [fallback],
  options: { variants },
});

export default [
  family('Guide Serif', '--font-serif', 'serif', [
    variant('serif', '400 600'),
    variant('serif-italic', '400', 'swap', 'italic'),
  ]),
  family('Inter', '--font-sans', 'sans-serif', [variant('sans', '400 600')]),
  family('JetBrains Mono', '--font-mono', 'monospace', [variant('mono', '400', 'swap')]),
];
