import { type CollectionEntry, getCollection } from 'astro:content';

export type Article = CollectionEntry<'articles'>;

const wordsPerMinute = 220;

/** All articles in reading order; two with one place stop the build. */
export async function articlesInOrder(): Promise<Article[]> {
  const articles = (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
  articles.forEach((article, index) => {
    const before = articles[index - 1];
    if (before?.data.order === article.data.order) {
      throw new Error(`${article.id} and ${before.id} both have order ${article.data.order}`);
    }
  });
  return articles;
}

export const articlePath = (article: Article): string => `/guide/${article.id}/`;

/** Minutes to read an article's prose, maths and tags left out, at 220 words a minute. */
export function readingMinutes(body: string): number {
  const prose = body
    .replace(/\$\$[\s\S]*?\$\$/g, ' ')
    .replace(/\$[^$\n]+\$/g, 'x')
    .replace(/<[^>]*>|\{[^}]*\}/g, ' ');
  const words = prose.split(/\s+/).filter((word) => /\w/.test(word)).length;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
