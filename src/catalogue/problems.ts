/** What is wrong with the data files, gathered so that a person sees all of it at once. */
import type { ZodError } from 'zod';
import { NOT_A_KEY } from '../schema/common.ts';

export interface DataProblem {
  file: string;
  field: string;
  reason: string;
}

/** Thrown by `loadCatalogue`; its message has one line `file: field: reason` for each problem. */
export class CatalogueError extends Error {
  readonly problems: readonly DataProblem[];
  constructor(problems: readonly DataProblem[]) {
    const lines = problems.map(({ file, field, reason }) => `${file}: ${field}: ${reason}`);
    super(`content/data does not hold:\n${lines.join('\n')}`);
    this.name = 'CatalogueError';
    this.problems = problems;
  }
}

/** Problems of one file as its schema sees them; an unknown key is named as the field. */
export function fromZod(file: string, prefix: string, error: ZodError): DataProblem[] {
  return error.issues.flatMap((issue) => {
    const path = [prefix, ...issue.path].filter((part) => part !== '').join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        field: path ? `${path}.${key}` : key,
        reason: NOT_A_KEY,
      }));
    }
    return [{ file, field: path || '(whole file)', reason: issue.message }];
  });
}
