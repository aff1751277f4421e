/** What tests read of an article: its front matter, its own words, and the numbers typed in them. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'content/articles';

export interface ArticleSource {
  id: string;
  front: string;
  body: string;
}

export const articleIds = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replace(/\.mdx$/, ''));

export function readArticle(id: string): ArticleSource {
  const [, front = '', body = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(`${FOLDER}/${id}.mdx`, 'utf8')) ?? [];
  return { id, front, body };
}

/** The text without components, maths, links' addresses and what others are quoted as saying. */
export const ownText = (body: string): string =>
  body
    .replace(/\$\$.*?\$\$/gs, ' ')
    .replace(/\$[^$\n]+\$/g, ' ')
    .replace(/<[A-Z]\w*[^>]*\/>/gs, ' ')
    .replace(/<\/?[A-Z]\w*[^>]*>/gs, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/["“][^"”\n]*["”]/g, ' ');

export const wordCount = (body: string): number =>
  ownText(body)
    .split(/\s+/)
    .filter((word) => /[a-z]{2}/i.test(word)).length;

const TYPED =
  /\d[\d,.–-]*(?: (?:to|and) \d[\d,.]*)?[\s\u00a0](?:tok\/s|token\/s|tokens a second|GB\/s|GB a second|GFLOPS?|TFLOPS|GFLOP|GiB|GB|MB|ms|seconds|s|W|%|per cent|times)(?![\w/])/g;

/** Numbers with the unit of a result, written by hand. */
export const typedNumbers = (body: string): string[] => ownText(body).match(TYPED) ?? [];
