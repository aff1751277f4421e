import type { CalculatorView, ResultWords } from '../views/calculator.ts';
import { VerdictWord } from './VerdictWord.tsx';

/** Big values, each with its range, and the workflow class they amount to. */
export function Results(props: {
  results: ResultWords[];
  verdict: CalculatorView['verdict'] | undefined;
}) {
  const { results, verdict } = props;
  return (
    <div class="results">
      {results.map((result) => (
        <Result key={result.name} {...result} />
      ))}
      {verdict && (
        <div class="result-class">
          <span class="name">Workflow class</span>
          <VerdictWord verdict={verdict} />
          <span class="range">
            {verdict.reason ?? (verdict.spread && `may be ${verdict.spread}`)}
          </span>
        </div>
      )}
    </div>
  );
}

function Result({ name, words, ranged }: ResultWords) {
  return (
    <div>
      <span class="name">{name}</span>
      {words.known ? (
        <>
          <strong class="value">{words.value}</strong>
          <span class="range">{ranged ? `range ${words.range}` : words.range}</span>
        </>
      ) : (
        <span>unknown: {words.reason}</span>
      )}
    </div>
  );
}
