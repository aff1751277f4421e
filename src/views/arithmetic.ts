/**
 * Arithmetic an article shows is worked here, so that its result can never be a slip: authors write
 * the sum with the numbers of a source, the page shows sum and result.
 */

interface Token {
  kind: 'number' | 'sign';
  text: string;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([-+*/()^]))/y;

function tokens(expression: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (!match) {
      throw new Error(
        `“${expression}” must be numbers, + - * / ^ and parentheses, got “${expression.slice(start)}”`,
      );
    }
    found.push(
      match[1] ? { kind: 'number', text: match[1] } : { kind: 'sign', text: match[2] ?? '' },
    );
  }
  return found;
}

/** The value of a sum such as `2 * (4.6 + 3.4) / 8`; powers before products before sums. */
export function evaluate(expression: string): number {
  const list = tokens(expression);
  let at = 0;
  const fail = (): never => {
    throw new Error(`“${expression}” is not a whole sum`);
  };
  const take = (signs: string): string | undefined => {
    const token = list[at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  };
  const atom = (): number => {
    if (take('(')) {
      const value = sum();
      return take(')') ? value : fail();
    }
    const token = list[at];
    if (token?.kind !== 'number') return fail();
    at += 1;
    return Number(token.text);
  };
  const power = (): number => {
    const base = atom();
    return take('^') ? base ** power() : base;
  };
  const product = (): number => {
    let value = power();
    for (let sign = take('*/'); sign; sign = take('*/'))
      value = sign === '*' ? value * power() : value / power();
    return value;
  };
  function sum(): number {
    let value = product();
    for (let sign = take('+-'); sign; sign = take('+-'))
      value += sign === '+' ? product() : -product();
    return value;
  }
  const value = sum();
  if (at < list.length || !Number.isFinite(value)) fail();
  return value;
}

/** The sum as a reader expects it: `2 × 4.6 × 32`, division as a slash, thousands separated. */
export const wordExpression = (expression: string): string =>
  expression
    .trim()
    .replace(/\s*\*\s*/g, ' × ')
    .replace(/\s*([+/])\s*/g, ' $1 ')
    .replace(/\s*-\s*/g, ' − ')
    .replace(/\s*\^\s*2(?!\d)/g, '²')
    .replace(/\s*\^\s*3(?!\d)/g, '³')
    .replace(/(?<![.\d])\d{5,}/g, (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ','));
