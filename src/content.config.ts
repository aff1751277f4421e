import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The guide's parts, in reading order. */
export const parts = ['Basics', 'Speed', 'Memory', 'Hardware', 'Practice'] as const;

const articles = defineCollection({
  // The file's name is the article's address: content/articles/token-generation.mdx is /guide/token-generation/.
  loader: glob({ base: './content/articles', pattern: '**/*.mdx' }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** The question the article answers, in one or two sentences; stands under the title. */
    lede: z.string().min(1),
    /** The few words above the title. */
    kicker: z.string().min(1),
    /** Place in reading order; no two articles share one. */
    order: z.number().int().positive(),
    part: z.enum(parts),
    /** For search engines and lists: one sentence. */
    description: z.string().min(20).max(200),
    /** The day its facts were last checked. */
    dataChecked: z.coerce.date(),
  }),
});

export const collections = { articles };
