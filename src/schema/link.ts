/** `links.yaml`: the directory of further reading. */
import { z } from 'zod';

/** What a link helps to understand: the words `<FurtherReading topic="…">` takes. */
export const TOPICS = [
  'basics',
  'use-cases',
  'pp',
  'ttft',
  'tg',
  'ops',
  'size',
  'quantization',
  'context',
  'batch',
  'cpu',
  'gpu',
  'memory',
  'disk',
  'hybrid',
  'multi-gpu',
  'moe',
  'apple',
  'unified',
  'hardware',
  'software',
  'benchmarks',
  'power',
  'low-end',
  'images',
  'speech',
  'vision',
  'ocr',
  'embedding',
] as const;
export type Topic = (typeof TOPICS)[number];

const Text = z.string().min(1);
const Url = z.string().regex(/^https?:\/\/\S+$/, 'must be an address');

export const LinkSchema = z.strictObject({
  url: Url,
  title: Text,
  /** What it gives, in one line. */
  line: Text,
  section: Text,
  also_in: z.array(Text).optional(),
  kind: z.enum([
    'article',
    'benchmark-results',
    'discussion',
    'documentation',
    'encyclopedia',
    'paper',
    'project-page',
    'repository',
    'shop',
    'vendor',
    'video',
  ]),
  topics: z.array(z.enum(TOPICS)).min(1),
  /** What is known to be wrong with the address; nothing known: absent. */
  state: z.enum(['gone', 'moved', 'archived', 'private', 'archive-copy']).optional(),
  note: Text.optional(),
  /** Where the content is now, or a stored copy of it. */
  now: Url.optional(),
});
export type Link = z.infer<typeof LinkSchema>;

export const LinksSchema = z.strictObject({
  sections: z.array(z.strictObject({ id: Text, title: Text })).min(1),
  links: z.array(LinkSchema).min(1),
});
export type Links = z.infer<typeof LinksSchema>;
