/** The original's links on one topic, the most useful kinds first. */
import { loadLinks } from '../catalogue/links.ts';
import { type Link, TOPICS, type Topic } from '../schema/link.ts';

/** What explains comes before what sells. */
const KIND_ORDER: readonly Link['kind'][] = [
  'documentation',
  'article',
  'paper',
  'project-page',
  'benchmark-results',
  'discussion',
  'repository',
  'encyclopedia',
  'video',
  'vendor',
  'shop',
];

export interface ReadingItem {
  title: string;
  line: string;
  href: string;
  /** What is wrong with the address, in a word. */
  mark?: string;
  note?: string;
}

export const LINK_MARKS: Readonly<Record<NonNullable<Link['state']>, string>> = {
  gone: 'gone',
  moved: 'moved',
  archived: 'no longer kept up',
  private: 'not public',
  'archive-copy': 'stored copy',
};

/** Links on a topic, at most `limit`; a moved one leads to its new place. */
export function furtherReading(topic: string, limit = 8): ReadingItem[] {
  const wanted = TOPICS.find((each) => each === topic);
  if (!wanted) throw new Error(`topic must be one of ${TOPICS.join(', ')}, got ${topic}`);
  return loadLinks()
    .links.filter(
      ({ topics, state, kind }) =>
        topics.includes(wanted) && state !== 'private' && kind !== 'shop',
    )
    .sort((a, b) => place(a, wanted) - place(b, wanted))
    .slice(0, limit)
    .map(({ title, line, url, state, note, now }) => ({
      title,
      line,
      href: now ?? url,
      ...(state && { mark: LINK_MARKS[state] }),
      ...(note && { note }),
    }));
}

/** What is chiefly about the topic, then by kind; single passages and comments last. */
const place = (link: Link, topic: Topic): number =>
  link.topics.indexOf(topic) * 4 +
  KIND_ORDER.indexOf(link.kind) +
  (link.url.includes('#:~:text=') || link.url.includes('/comment/') ? 20 : 0);
