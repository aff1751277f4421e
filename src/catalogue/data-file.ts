/** Reads one YAML file of content/data that is a document rather than a list of rows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { prettifyError, type z } from 'zod';

/** content/data of the project the program runs in (a built page runs elsewhere), else beside this file. */
function pathOf(name: string): string {
  const here = join(process.cwd(), 'content', 'data', name);
  return existsSync(here)
    ? here
    : fileURLToPath(new URL(`../../content/data/${name}`, import.meta.url));
}

/** The document, checked; throws with the file's name, each field and the reason. */
export function readDocument<T extends z.ZodType>(
  name: string,
  schema: T,
  text: string = readFileSync(pathOf(name), 'utf8'),
): z.output<T> {
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  throw new Error(`content/data/${name}\n${prettifyError(result.error)}`);
}
