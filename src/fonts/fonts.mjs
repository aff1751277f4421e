// Three self-hosted variable faces. Astro adds fallbacks with the same metrics, so nothing moves when
// a face arrives; layouts preload the prose face alone.
import { fontProviders } from 'astro/config';

const latin = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
  'U+20AC',
  'U+2122',
  'U+2191',
  'U+2193',
  'U+2212',
  'U+2215',
];

const variant = (src, style = 'normal', weight = '200 900') => ({
  src: [src],
  style,
  weight,
  display: 'swap',
  unicodeRange: latin,
});

const face = (name, cssVariable, fallbacks, variants) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: { variants },
});

export default [
  face(
    'Source Serif 4',
    '--font-source-serif',
    ['serif'],
    [variant('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2')],
  ),
  face(
    'Inter',
    '--font-inter',
    ['sans-serif'],
    [
      variant(
        '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
        'normal',
        '100 900',
      ),
    ],
  ),
  face(
    'JetBrains Mono',
    '--font-jetbrains-mono',
    ['monospace'],
    [
      variant(
        '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
        'normal',
        '100 800',
      ),
    ],
  ),
];
