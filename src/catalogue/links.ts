/** Reads `content/data/links.yaml` and `links-later.yaml` and refuses what does not fit. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Links, LinksSchema } from '../schema/link.ts';

const FILE = 'content/data/links.yaml';
const LATER_FILE = 'content/data/links-later.yaml';

/** Links and sections as written; a bad row throws with file, field and reason. */
export function readLinks(text: string, file = FILE): Links {
  const result = LinksSchema.safeParse(parse(text));
  if (!result.success) {
    const problems = result.error.issues.map((i) => `${file}: ${i.path.join('.')}: ${i.message}`);
    throw new Error(problems.join('\n'));
  }
  const { sections, links } = result.data;
  const known = new Set(sections.map(({ id }) => id));
  const seen = new Set<string>();
  links.forEach(({ url, section, also_in = [] }, row) => {
    for (const id of [section, ...also_in]) {
      if (!known.has(id))
        throw new Error(`${file}: links.${row}.section: there is no section “${id}”`);
    }
    if (seen.has(url)) throw new Error(`${file}: links.${row}.url: ${url} is listed twice`);
    seen.add(url);
  });
  return result.data;
}

let cache: Links | undefined;

/** The directory of further reading, read once. */
export function loadLinks(): Links {
  cache ??= readLinks(readFileSync(FILE, 'utf8'));
  return cache;
}

let later: Links | undefined;

/** Links that later versions of the originals added, read once. */
export function loadLaterLinks(): Links {
  later ??= readLinks(readFileSync(LATER_FILE, 'utf8'), LATER_FILE);
  return later;
}
