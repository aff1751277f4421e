import type { ComponentChildren } from 'preact';
import type { CalculatorView } from '../views/calculator.ts';
import { Bar } from './Bar.tsx';
import { Formula } from './Formula.tsx';
import { Problems } from './Problems.tsx';
import { Results } from './Results.tsx';

export interface AnswerProps {
  /** Of the calculator; ids of drawings begin with it. */
  id: string;
  view: Pick<
    CalculatorView,
    'results' | 'verdict' | 'bars' | 'formulas' | 'assumptions' | 'problems'
  >;
  /** What follows the formulas. */
  children?: ComponentChildren;
}

/** What a calculator answers, in the order readers ask: values, terms, the sum, what follows from it. */
export function Answer({ id, view, children }: AnswerProps) {
  if (view.problems.length > 0) return <Problems list={view.problems} />;
  return (
    <>
      <Results results={view.results} verdict={view.verdict} />
      {view.bars.map((bar) => (
        <Bar key={bar.id} id={`${id}-${bar.id}`} view={bar} />
      ))}
      {view.formulas.length > 0 && <Formula lines={view.formulas} />}
      {children}
      {view.assumptions.length > 0 && (
        <details>
          <summary>What this takes for granted</summary>
          <ul>
            {view.assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
