/** Reads `content/data/situations.yaml`. */
import { type Situation, SituationsSchema } from '../schema/situations.ts';
import { readDocument } from './data-file.ts';

/** @throws Error where an id stands twice. */
export function loadSituations(text?: string): Situation[] {
  const all = readDocument('situations.yaml', SituationsSchema, text);
  const ids = all.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw new Error(`content/data/situations.yaml: another situation has the id ${twice}`);
  return all;
}
