/** One estimate for one configuration, made once however many pages ask for it. */
import { permalink, resolve } from '../configuration/index.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration } from '../configuration/types.ts';
import { estimate, localScore } from '../estimation/index.ts';
import { DomainError, type Estimate, type Unknown } from '../estimation/types.ts';

/** What a page varies; the rest is the defaults of a link. */
export type Choice = Partial<Configuration> & Pick<Configuration, 'hw' | 'model'>;

/** Why there is no estimate; `tooLarge` where the weights do not even fit on the disk. */
export interface Refusal extends Unknown {
  tooLarge?: true;
}

export interface Estimator {
  tables: Tables;
  /** The estimate, or the reason why there is none. Results are shared: do not change them. */
  run: (choice: Choice) => Estimate | Refusal;
  /** Estimated LocalScore of the machine and model, whatever the workload. */
  score: (choice: Choice) => ReturnType<typeof localScore> | Refusal;
  /** The configuration's own page, below the site's base. */
  href: (choice: Choice) => string;
}

/** An estimator over one set of tables; it remembers every result. */
export function createEstimator(tables: Tables, defaults: Readonly<Configuration>): Estimator {
  const results = new Map<string, Estimate | Refusal>();
  const full = (choice: Choice): Configuration => ({ ...defaults, ...choice });
  const href = (choice: Choice) => permalink(full(choice));
  const run = (choice: Choice) => {
    const key = href(choice);
    const known = results.get(key);
    if (known) return known;
    const result = attempt(() => estimate(resolve(full(choice), tables)));
    results.set(key, result);
    return result;
  };
  const score = (choice: Choice) => attempt(() => localScore(resolve(full(choice), tables)));
  return { tables, run, score, href };
}

function attempt<T>(make: () => T): T | Refusal {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const tooLarge = error.problems.some(({ message }) => message.includes('disk'));
    return { unknown: reasonOf(error), ...(tooLarge && { tooLarge }) };
  }
}

/** The problems' sentences, without their field names. */
export const reasonOf = (error: DomainError): string =>
  error.problems.map(({ message }) => message).join('; ');
