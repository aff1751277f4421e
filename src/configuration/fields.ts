/** What a link may say: every key, what its value may be, in the one order links are written in. */
export type Field =
  | { key: string; kind: 'id' }
  | { key: string; kind: 'switch'; words: readonly string[] }
  | {
      key: string;
      kind: 'number';
      low: number;
      high: number;
      unit: string;
      whole?: true;
      /** A word allowed instead of a number. */
      word?: string;
    };

const id = (key: string): Field => ({ key, kind: 'id' });

const number = (key: string, low: number, high: number, unit: string): Field => ({
  key,
  kind: 'number',
  low,
  high,
  unit,
});

const whole = (key: string, low: number, high: number, unit: string, word?: string): Field => ({
  key,
  kind: 'number',
  low,
  high,
  unit,
  whole: true,
  ...(word && { word }),
});

const LONGEST_TOKENS = 10_000_000;

export const FIELDS: readonly Field[] = [
  id('hw'),
  whole('count', 0, 64, 'GPUs'),
  id('cpu'),
  number('ram', 0.1, 100_000, 'GB'),
  id('model'),
  id('quant'),
  id('kv'),
  id('runtime'),
  { key: 'fa', kind: 'switch', words: ['on', 'off'] },
  whole('ngl', 0, 1000, 'layers', 'auto'),
  whole('ubatch', 1, 65_536, 'tokens'),
  whole('prompt', 0, LONGEST_TOKENS, 'tokens'),
  whole('gen', 0, LONGEST_TOKENS, 'tokens'),
  whole('depth', 0, LONGEST_TOKENS, 'tokens'),
  whole('users', 1, 10_000, 'users'),
  number('bw', 0.1, 1_000_000, 'GB/s'),
  number('vram', 0.1, 100_000, 'GB'),
  number('power', 1, 10_000, 'W'),
  number('maxinput', 0.001, 10_000_000, 's'),
  number('mintg', 0.001, 1_000_000, 'tok/s'),
  number('maxbackground', 0.001, 10_000_000, 's'),
  number('maxoffline', 0.001, 10_000_000, 's'),
];

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/;

const quote = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text) || 'nothing';

/** What a value of this field must be, for the reader: `prompt must be 0 to 10000000 tokens`. */
export function boundOf(field: Field): string {
  if (field.kind === 'id')
    return `${field.key} must be an id of at most 64 letters, digits, dots, hyphens or underscores`;
  if (field.kind === 'switch') return `${field.key} must be ${field.words.join(' or ')}`;
  const kind = field.whole ? ' (a whole number)' : '';
  const word = field.word ? `${field.word} or ` : '';
  return `${field.key} must be ${word}${field.low} to ${field.high} ${field.unit}${kind}`;
}

/** The value a text stands for, or why it stands for none. */
export function readValue(
  field: Field,
  text: string,
): { value: string | number } | { message: string } {
  const value = text.toLowerCase();
  if (field.kind === 'id' && ID.test(value)) return { value };
  if (field.kind === 'switch' && field.words.includes(value)) return { value };
  if (field.kind === 'number') {
    if (value === field.word) return { value };
    const read = NUMBER.test(value) ? Number(value) : Number.NaN;
    const inside = read >= field.low && read <= field.high;
    // `+ 0` turns -0 into 0.
    if (inside && (!field.whole || Number.isInteger(read))) return { value: read + 0 };
  }
  return { message: `${boundOf(field)}, got ${quote(text)}` };
}
