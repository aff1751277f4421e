/** The directory of further reading: every link of the originals by section, then what later versions added. */
import { loadLaterLinks, loadLinks } from '../catalogue/links.ts';
import type { Link, Links } from '../schema/link.ts';
import { LINK_MARKS } from './further-reading.ts';

export interface Resource {
  title: string;
  line: string;
  /** The address as the originals give it. */
  url: string;
  kind: string;
  /** What is wrong with the address, in a word, and why. */
  mark?: string;
  note?: string;
  /** Where the content is now, or a stored copy. */
  now?: string;
}

export interface ResourceSection {
  /** Its anchor. */
  id: string;
  title: string;
  /** What the originals leave open under this heading, and where this guide answers it. */
  remark?: Remark;
  resources: Resource[];
  /** Sections that also list what stands elsewhere name it here. */
  also: { title: string; url: string }[];
}

export interface Remark {
  text: string;
  link?: { path: string; text: string };
}

const CHOOSING = { path: '/guide/choosing-hardware/', text: 'Choosing hardware' };

/** The five headings that the originals leave empty. */
const REMARKS: Readonly<Record<string, Remark>> = {
  'hardware-memory': {
    text: 'The original has no text under this heading. Bandwidth decides the speed of answers, so fill every channel; on desktop boards four modules run slower than two. RAM of 1.5 to 2 times the graphics memory leaves room for loading and for layers that do not fit.',
    link: { path: '/guide/memory-bandwidth/', text: 'Memory bandwidth' },
  },
  'hardware-psu': {
    text: 'The original has the heading and no link. Its later notes count 300 to 500 W for a machine without cards, add the cards at their full power, and half as much again: two cards of 575 W then want 2,200 to 2,500 W.',
    link: CHOOSING,
  },
  'hardware-case': {
    text: 'The original has the heading and no link. What to check: the length and slots of the cards, the height of the CPU cooler, a board of its size, and a straight way for air past every card.',
    link: CHOOSING,
  },
  text: {
    text: 'The original has the heading and no link. Programs that run language models, on phones, desktops and servers, are listed below under later additions.',
    link: { path: '/guide/software/', text: 'Software' },
  },
  rag: {
    text: 'The original has the heading and no text; its later version filled it. Retrieval looks up passages of one’s own documents and puts them before the question. It costs a small embedding model once for each document, and a longer prompt for each question: prompt processing and the KV cache decide how fast it is.',
    link: { path: '/guide/context/', text: 'Prompt length, context and the KV cache' },
  },
};

/** Headings without links, each before the section that follows it in the original. */
const EMPTY: Readonly<Record<string, { id: string; title: string }[]>> = {
  'hardware-gpu-nvidia': [
    { id: 'hardware-psu', title: 'Power supplies' },
    { id: 'hardware-case', title: 'Cases' },
  ],
  vision: [{ id: 'text', title: 'Text' }],
};

const KINDS: Readonly<Record<Link['kind'], string>> = {
  article: 'article',
  'benchmark-results': 'results',
  discussion: 'discussion',
  documentation: 'documentation',
  encyclopedia: 'encyclopedia',
  paper: 'paper',
  'project-page': 'project',
  repository: 'code',
  shop: 'shop',
  vendor: 'maker',
  video: 'video',
};

/** Kinds of links as readers see them, for the filter. */
export const RESOURCE_KINDS: readonly string[] = Object.values(KINDS);

const resourceOf = ({ title, line, url, kind, state, note, now }: Link): Resource => ({
  title,
  line,
  url,
  kind: KINDS[kind],
  ...(state && { mark: LINK_MARKS[state] }),
  ...(note && { note }),
  ...(now && { now }),
});

function sectionsOf({ sections, links }: Links): ResourceSection[] {
  return sections.flatMap(({ id, title }) => [
    ...(EMPTY[id] ?? []).map((empty) => sectionOf(empty, [])),
    sectionOf({ id, title }, links),
  ]);
}

function sectionOf({ id, title }: { id: string; title: string }, links: Link[]): ResourceSection {
  const remark = REMARKS[id];
  return {
    id,
    title,
    ...(remark && { remark }),
    resources: links.filter(({ section }) => section === id).map(resourceOf),
    also: links
      .filter(({ also_in: others = [] }) => others.includes(id))
      .map(({ title, url }) => ({ title, url })),
  };
}

export interface Resources {
  originals: ResourceSection[];
  later: ResourceSection[];
  counts: { originals: number; later: number };
}

/** Both lists by section; the originals' own headings stand where they stood. */
export function resources(): Resources {
  const [first, later] = [loadLinks(), loadLaterLinks()];
  return {
    originals: sectionsOf(first),
    later: sectionsOf(later),
    counts: { originals: first.links.length, later: later.links.length },
  };
}

/** The same as data: one object a link. */
export const resourceList = () =>
  (['originals', 'later'] as const).flatMap((list) =>
    resources()[list].flatMap(({ id, resources: links }) =>
      links.map((link) => ({ list, section: id, ...link })),
    ),
  );
