/** Reads `content/data/validation.json`, which `npm run validate` writes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prettifyError } from 'zod';
import { type Validation, ValidationSchema } from '../schema/validation.ts';

const NAME = 'validation.json';

function textOf(): string | undefined {
  const here = join(process.cwd(), 'content', 'data', NAME);
  const beside = fileURLToPath(new URL(`../../content/data/${NAME}`, import.meta.url));
  const path = [here, beside].find(existsSync);
  return path && readFileSync(path, 'utf8');
}

/** The checked file; nothing where constants have not been validated yet. */
export function loadValidation(text = textOf()): Validation | undefined {
  if (text === undefined) return undefined;
  const result = ValidationSchema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw new Error(`content/data/${NAME}\n${prettifyError(result.error)}`);
}
