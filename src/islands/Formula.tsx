import type { ComponentChildren } from 'preact';
import type { Expression, FormulaLine } from '../views/formulas.ts';

/** Formulas with the reader's numbers put in, as MathML: no library, and readable with scripts off. */
export function Formula({ lines }: { lines: FormulaLine[] }) {
  return (
    <section class="formula" aria-label={labelOf(lines)} tabIndex={0}>
      {lines.map(({ name, symbols, numbers, result }, at) => (
        <math key={at} display="block">
          {draw(name)}
          <mo>=</mo>
          {draw(symbols)}
          <mo>=</mo>
          {draw(numbers)}
          <mo>=</mo>
          <mtext>{result}</mtext>
        </math>
      ))}
    </section>
  );
}

/** Several calculators stand on one page: the label says which quantity each is about. */
const labelOf = (lines: FormulaLine[]): string => {
  const names = lines.map(({ name }) =>
    typeof name === 'object' && 'symbol' in name ? [name.symbol, name.index].join(' ').trim() : '',
  );
  return `The formula of ${names.filter(Boolean).join(' and ')} with your numbers`;
};

function draw(part: Expression): ComponentChildren {
  if (typeof part === 'string') return <mtext>{part}</mtext>;
  if ('symbol' in part) return <Name {...part} />;
  if ('over' in part)
    return (
      <mfrac>
        <mrow>{draw(part.over)}</mrow>
        <mrow>{draw(part.under)}</mrow>
      </mfrac>
    );
  if ('brackets' in part)
    return (
      <mrow>
        <mo>(</mo>
        {draw(part.brackets)}
        <mo>)</mo>
      </mrow>
    );
  if ('cubeRoot' in part)
    return (
      <mroot>
        <mrow>{draw(part.cubeRoot)}</mrow>
        <mn>3</mn>
      </mroot>
    );
  if ('left' in part)
    return (
      <mrow>
        {draw(part.left)}
        <mo>{isNumber(part.right) ? '×' : '·'}</mo>
        {draw(part.right)}
      </mrow>
    );
  const summands = part.sum.map((one, at) => (at ? [<mo>+</mo>, draw(one)] : draw(one)));
  if (!part.unit) return <mrow>{summands}</mrow>;
  const bracketed = part.sum.length > 1 ? [<mo>(</mo>, summands, <mo>)</mo>] : summands;
  return (
    <mrow>
      {bracketed}
      <mtext>{`\u00a0${part.unit}`}</mtext>
    </mrow>
  );
}

/** A dot between numbers would read as a decimal point. */
const isNumber = (part: Expression): boolean => typeof part === 'string' && /^\d/.test(part);

function Name({ symbol, index }: { symbol: string; index?: string }) {
  const name = <mi>{symbol}</mi>;
  if (!index) return name;
  return (
    <msub>
      {name}
      <mtext>{index}</mtext>
    </msub>
  );
}
