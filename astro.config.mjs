import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import fonts from './src/fonts/fonts.mjs';
import offline from './src/integrations/offline.mjs';
import { markdownProcessor } from './src/markdown/processor.mjs';
import { katexFonts, quietDirectives } from './src/markdown/vite.mjs';

const base = process.env.BASE || '/';

/** Scripts and styles come from our own files or carry a hash; KaTeX alone needs style attributes. */
const contentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ],
  scriptDirective: { resources: ["'self'"] },
  styleDirective: {
    resources: [
      { resource: "'self'", kind: 'element' },
      { resource: "'unsafe-inline'", kind: 'attribute' },
    ],
  },
};

/** What every calculator needs, in two files: a dozen small ones compress a fifth worse. */
const groups = [
  { name: 'preact', test: /node_modules\/(preact|nanostores)\// },
  {
    name: 'islands',
    test: /src\/(islands\/(hooks|store|announce|scale|still|Slider|Select|PickerField|ExactField|Controls|Results|VerdictWord|Bar|Formula|Answer|Problems|Section)\.tsx?$|charts\/StackBar)/,
  },
];

export default defineConfig({
  site: process.env.SITE || 'https://inference-measured.example',
  base,
  trailingSlash: 'always',
  // The default, 'jsx', joins words across inline elements.
  compressHTML: true,
  markdown: { syntaxHighlight: false, processor: markdownProcessor(base) },
  vite: {
    plugins: [katexFonts()],
    // 0: an inlined font or script would be a data: URL, which the policy forbids.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { onLog: quietDirectives, output: { codeSplitting: { groups } } },
    },
  },
  fonts,
  security: { csp: contentSecurityPolicy },
  integrations: [mdx(), preact(), sitemap(), offline()],
});
