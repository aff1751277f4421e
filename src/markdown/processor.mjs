// How an article's Markdown becomes HTML: remark and rehype, maths by KaTeX, links that follow BASE.
import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { rehypeBase } from './base-links.mjs';
import { rehypeEquations } from './equations.mjs';
import { rehypeLeanMath } from './lean-math.mjs';
import { rehypeMathErrors } from './math-errors.mjs';
import { rehypeScrollers } from './scrollers.mjs';

/** @param {string} base the path the site is served under, '/' at the root */
export const markdownProcessor = (base) =>
  unified({
    remarkPlugins: [[remarkMath, { singleDollarTextMath: true }]],
    rehypePlugins: [
      rehypeBase(base.replace(/\/$/, '')),
      // Before KaTeX, or ids are made from rendered glyphs.
      rehypeHeadingIds,
      // Before KaTeX too: a table's name is made of its column heads.
      rehypeScrollers,
      [rehypeKatex, { output: 'htmlAndMathml', strict: 'error' }],
      rehypeMathErrors,
      rehypeLeanMath,
      rehypeEquations,
    ],
  });
