import type { PlanRow, PlanView } from '../../views/plan.ts';
import { Chart } from '../panels/Chart.tsx';

interface Links {
  /** The site's base, without a slash at the end. */
  base: string;
}

interface PlanAnswerProps extends Links {
  view: PlanView;
  /** The page says the first sentence of the answer by itself. */
  opened?: true;
}

/** The answer to a plan: what to buy, what misses one need, and what has no price. */
export function PlanAnswer({ view, base, opened }: PlanAnswerProps) {
  const { needs, met, near, unpriced, chart, counts, remarks, oldPrices } = view;
  const answer = opened ? view.answer.slice(1) : view.answer;
  return (
    <div class="plan-answer">
      <section aria-labelledby="plan-needs">
        <h2 id="plan-needs">What is asked</h2>
        <ul>
          {needs.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      {answer.length > 0 && (
        <section aria-labelledby="plan-first">
          <h2 id="plan-first">{opened ? 'More of the answer' : 'Answer'}</h2>
          {answer.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </section>
      )}
      {chart && <Chart id="plan-chart" view={chart} />}
      <List
        id="plan-met"
        title="Meets all needs"
        rows={met}
        base={base}
        shown={10}
        note={oldPrices}
      />
      <List id="plan-near" title="Meets all but one" rows={near} base={base} shown={12} />
      <List
        id="plan-unpriced"
        title="Fast enough, but price, watts or noise is not told"
        rows={unpriced}
        base={base}
        shown={4}
      />
      <p class="muted">{counts}</p>
      {remarks.map((one) => (
        <p key={one} class="muted">
          {one}
        </p>
      ))}
    </div>
  );
}

interface ListProps extends Links {
  id: string;
  title: string;
  rows: PlanRow[];
  shown: number;
  note?: string | undefined;
}

function List(props: ListProps) {
  const { id, title, rows, base, shown, note } = props;
  if (rows.length === 0) return null;
  const [first, rest] = [rows.slice(0, shown), rows.slice(shown)];
  const draw = (list: PlanRow[], from: number) => (
    <ol class="plan-list" start={from}>
      {list.map((row) => (
        <Row key={row.id} row={row} base={base} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note && <p>{note}</p>}
      {draw(first, 1)}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {draw(rest, shown + 1)}
        </details>
      )}
    </section>
  );
}

function Row({ row, base }: { row: PlanRow } & Links) {
  const { name, href, price, what, chance, lacks, mends, uses, query } = row;
  return (
    <li>
      <p class="plan-machine">
        <a href={base + href}>{name}</a> <span>{price}</span>
      </p>
      <p>
        {what}
        {chance && `: ${chance}`}
      </p>
      {lacks.length > 0 && <p class="plan-lacks">Lacks: {lacks.join('; ')}.</p>}
      {mends.length > 0 && <p>What would mend it: {mends.join('; ')}.</p>}
      {(uses.length > 0 || query) && (
        <details>
          <summary>Why, and onward</summary>
          <ul>
            {uses.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {query && (
            <p>
              <a href={`${base}/configure/?${query}`}>Every number</a> ·{' '}
              <a href={`${base}/costs/?${query}#calculator-cost`}>What it costs to own</a> ·{' '}
              <a href={`${base}/compare/?${comparing(query)}`}>Compare with others</a>
            </p>
          )}
        </details>
      )}
    </li>
  );
}

/** A comparison's link names its first configuration by the letter a. */
const comparing = (query: string): string =>
  query
    .split('&')
    .map((part) => (part.startsWith('v=') ? part : `a.${part}`))
    .join('&');
