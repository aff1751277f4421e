/**
 * A decision brief: what was asked, what to do, how sure that is, and what it rests on. One document
 * for a configuration, a comparison or a plan; as plain objects, as Markdown and as JSON.
 */

import type { ValuesTable } from '../charts/types.ts';
import type { SourceLink } from './inputs.ts';
import { RANGE_PROMISE } from './range-promise.ts';

export interface BriefAlternative {
  /** What it is: `Qwen3 32B Q3_K_M on the same machine`. */
  name: string;
  /** What would be different, in sentences. */
  text: string;
  /** Its own page, absolute. */
  url?: string;
}

export interface BriefDocument {
  /** What the document is about, as a heading. */
  title: string;
  kind: 'configuration' | 'comparison' | 'plan';
  /** One question, ending in a question mark. */
  question: string;
  /** What has to be met, a sentence each. */
  needs: string[];
  /** The answer, a paragraph each, the conclusion first, with ranges. */
  recommendation: string[];
  /** The numbers behind it. */
  tables: ValuesTable[];
  alternatives: BriefAlternative[];
  /** What may turn out otherwise, and what nobody could tell, a sentence each. */
  risks: string[];
  assumptions: string[];
  sources: SourceLink[];
  /** The day it was made, `2026-11-21`. */
  date: string;
  /** What the numbers rest on. */
  data: { version: string; date: string; constants: string };
  /** Where it can be made again, absolute. */
  permalink: string;
}

/** What a brief says of the site and the moment it was made in. */
export interface BriefContext {
  /** The site's address with its base, without a slash at the end. */
  site: string;
  /** The day, `2026-11-21`. */
  date: string;
  data: BriefDocument['data'];
}

/** The parts in reading order, each with its heading; empty ones are left out. */
export function briefParts(brief: BriefDocument): { title: string; items: string[] }[] {
  return [
    { title: 'What has to be met', items: brief.needs },
    { title: 'Risks and unknowns', items: brief.risks },
    { title: 'Assumptions', items: brief.assumptions },
  ].filter(({ items }) => items.length > 0);
}

/** Where the numbers come from and how to get them again, in a sentence each. */
export const briefColophon = ({ date, data }: BriefDocument): string[] => [
  `Made on ${date} with data version ${data.version}; the newest price in it is of ${data.date}. Estimator ${data.constants}.`,
  `Every number is an estimate unless it is called measured. ${RANGE_PROMISE}`,
];

/** The whole document as JSON, for other programs. */
export const briefJson = (brief: BriefDocument): string =>
  `${JSON.stringify({ format: 'inference-measured/brief', version: 1, ...brief }, null, 2)}\n`;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function tableLines({ caption, columns, rows }: ValuesTable): string[] {
  const rule = columns.map(({ numeric }) => (numeric ? '---:' : '---'));
  const heads = row(columns.map(({ name }) => name));
  return [caption, '', heads, `|${rule.join('|')}|`, ...rows.map(row), ''];
}

const linked = ({ label, url }: SourceLink) => (url ? `[${label}](${url})` : label);

function listed(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`## ${title}`, '', ...items.map((one) => `- ${one}`), ''] : [];
}

/** The whole document as Markdown, to paste into a mail, an issue or a page. */
export function briefMarkdown(brief: BriefDocument): string {
  const alternatives = brief.alternatives.map(
    ({ name, text, url }) => `**${url ? `[${name}](${url})` : name}.** ${text}`,
  );
  return [
    `# ${brief.title}`,
    '',
    `**${brief.question}**`,
    '',
    ...brief.recommendation.flatMap((paragraph) => [paragraph, '']),
    ...listed('What has to be met', brief.needs),
    ...(brief.tables.length > 0 ? ['## Figures', ''] : []),
    ...brief.tables.flatMap(tableLines),
    ...listed('Alternatives', alternatives),
    ...listed('Risks and unknowns', brief.risks),
    ...listed('Assumptions', brief.assumptions),
    ...listed('Sources', brief.sources.map(linked)),
    '---',
    '',
    ...briefColophon(brief),
    '',
    brief.permalink,
    '',
  ].join('\n');
}
