/** Reads `content/data/comparisons.yaml` and refuses links that do not hold. */
import { parseSeveral, type Several } from '../configuration/several.ts';
import { missingIds } from '../configuration/subset.ts';
import type { Tables } from '../configuration/tables.ts';
import { ComparisonsSchema } from '../schema/comparisons.ts';
import { readDocument } from './data-file.ts';

export interface NamedComparison {
  id: string;
  question: string;
  several: Several;
}

/** The pairs that have a page of their own; throws with file, page and reason. */
export function loadComparisons(tables: Tables, text?: string): NamedComparison[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const all = readDocument('comparisons.yaml', ComparisonsSchema, text).map((row) => {
    const { configurations, pinned, problems: found } = parseSeveral(row.query);
    const missing = configurations.flatMap((one) =>
      missingIds(one, tables).map((field) => `there is no ${field} “${one[field]}”`),
    );
    const say = (message: string) => problems.push(`${row.id}: ${message}`);
    for (const message of [...found.map((one) => one.message), ...missing]) say(message);
    if (configurations.length < 2) say('a comparison needs two configurations');
    if (seen.has(row.id)) say('another comparison has this id');
    seen.add(row.id);
    return { id: row.id, question: row.question, several: { configurations, pinned } };
  });
  if (problems.length > 0) throw new Error(`content/data/comparisons.yaml\n${problems.join('\n')}`);
  return all;
}
