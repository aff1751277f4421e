/**
 * Writes `content/data/links.yaml` from an inventory of the links in the original documents and
 * from `titles.tsv`, where a person gave each a title and a line:
 *
 *     node scripts/links/import.ts <inventory.json> [content/data/links.yaml]
 *
 * The inventory is `{links: [{id, url, category, categories?, kind, flags?}]}`. Links inside the
 * original repository (files, figures) are left out: they lead nowhere from here. Every other link
 * must have its title; a title without a link is a slip too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { SECTIONS } from './sections.ts';

interface InventoryLink {
  id: number;
  url: string;
  category: string;
  categories?: string[];
  kind: string;
}

const here = dirname(fileURLToPath(import.meta.url));

function readTitles(): Map<number, Record<string, string>> {
  const [head = '', ...lines] = readFileSync(join(here, 'titles.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const names = head.split('\t');
  return new Map(
    lines.map((line) => {
      const cells = line.split('\t');
      const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
      return [Number(row.id), row];
    }),
  );
}

function toEntry(link: InventoryLink, row: Record<string, string>) {
  const others = (link.categories ?? []).filter((c) => c !== link.category);
  return {
    url: link.url,
    title: row.title,
    line: row.line,
    section: link.category,
    ...(others.length > 0 && { also_in: others }),
    kind: link.kind === 'relative' ? 'article' : link.kind,
    topics: row.topics?.split(' '),
    ...(row.state && { state: row.state, note: row.note }),
    ...(row.now && { now: row.now }),
  };
}

const [inventoryPath, target = 'content/data/links.yaml'] = process.argv.slice(2);
if (!inventoryPath)
  throw new Error('name the inventory: node scripts/links/import.ts <inventory.json>');
const inventory = JSON.parse(readFileSync(inventoryPath, 'utf8')).links as InventoryLink[];
const titles = readTitles();
const web = inventory.filter((link) => /^https?:/.test(link.url));
const untitled = web.filter(({ id }) => !titles.has(id));
if (untitled.length > 0)
  throw new Error(`without title: ${untitled.map(({ id }) => id).join(', ')}`);
const lost = [...titles.keys()].filter((id) => !web.some((link) => link.id === id));
if (lost.length > 0) throw new Error(`titles without a link: ${lost.join(', ')}`);

const links = web.map((link) => toEntry(link, titles.get(link.id) ?? {}));
writeFileSync(
  target,
  `# Further reading of the original documents, each link once. Titles and lines: scripts/links/titles.tsv.\n${stringify(
    { sections: SECTIONS, links },
    { lineWidth: 0 },
  )}`,
);
console.log(`${links.length} links in ${SECTIONS.length} sections`);
