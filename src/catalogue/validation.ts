/** Reads `content/data/validation.json`, which `npm run validate` writes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prettifyError } from 'zod';
import { type Validation, ValidationSchema } from '../schema/validation.ts';

const NAME = 'validation.json';

function textOf(): string {
  const here = join(process.cwd(), 'content', 'data', NAME);
  const beside = fileURLToPath(new URL(`../../content/data/${NAME}`, import.meta.url));
  return readFileSync(existsSync(here) ? here : beside, 'utf8');
}

/** Throws with the field and the reason where the file does not fit. */
export function loadValidation(text = textOf()): Validation {
  const result = ValidationSchema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw new Error(`content/data/${NAME}\n${prettifyError(result.error)}`);
}
