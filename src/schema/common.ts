/** Shapes every kind of data file shares. */
import { z } from 'zod';

/** Ids are lower case and readable in a link: `rtx-5090`, `qwen2.5-14b`, `q4_k_m`. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'ids are lower case letters, digits, dot, dash, underscore');

/** Where a thing's figures were read: an id of sources.yaml, an address, or a citation in words. */
export const Sources = z.array(z.string().min(3)).min(1, 'name at least one source');

export const Text = z.string().min(1);

/** Remarks, one sentence each: conditions, disagreements between sources, variants. */
export const Notes = z.array(Text).optional();

export const NOT_A_KEY = 'is not a key of this kind of file';

/** Why a value is not given. */
export const Reason = z.strictObject({ unknown: z.string().min(3, 'say why it is unknown') });

type Missing = z.infer<typeof Reason>;

const saysUnknown = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'unknown' in raw;

/** A text, count or flag that may be unknown, with the reason; never left out silently. */
export const orUnknown = <T extends z.ZodType>(schema: T) =>
  z.unknown().transform((raw, context): Missing | z.output<T> => {
    if (raw === undefined) {
      const message = 'is missing; write {unknown: reason} where no source tells';
      context.issues.push({ code: 'custom', message, input: raw });
      return z.NEVER;
    }
    const result = saysUnknown(raw) ? Reason.safeParse(raw) : schema.safeParse(raw);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const places = keys.map((key) => ({ message: NOT_A_KEY, path: [...issue.path, key] }));
      for (const { message, path } of keys.length > 0 ? places : [issue]) {
        context.issues.push({ code: 'custom', message, path, input: raw });
      }
    }
    return z.NEVER;
  });

export const count = (most: number) => z.int().min(1).max(most);

export const Year = z.int().min(1990).max(2035);

/** `2025`, `2025-07-23`, `2025-H1`, `current at 2026-08-05`: words are kept, a year must be told. */
export const When = z.string().regex(/(19|20)\d\d/, 'a date tells the year');
