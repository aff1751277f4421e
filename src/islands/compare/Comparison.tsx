import type { ComponentChildren } from 'preact';
import { LineChart } from '../../charts/LineChart.tsx';
import type { ComparisonView } from '../../views/comparison.ts';
import type { PairVerdict } from '../../views/comparison-verdict.ts';
import { Bar } from '../Bar.tsx';
import { Cases, Costs, Inputs, Results } from './Tables.tsx';

interface Props {
  view: ComparisonView;
  /** The site's base, before the paths of other pages. */
  base: string;
}

/** Two to four configurations side by side: the verdict first, then what it rests on. */
export function Comparison({ view, base }: Props) {
  const { columns, verdicts, memory, costs } = view;
  return (
    <>
      <section class="section verdicts">
        <h2 id="verdict">Verdict</h2>
        {columns.length < 2 && (
          <p>One configuration stands here alone. Add another to compare it with.</p>
        )}
        {verdicts.map((one) => (
          <Pair key={one.between.join()} {...one} />
        ))}
        {verdicts.length > 0 && (
          <p class="caption">
            Likely: nine times in ten by the 80 % ranges; perhaps: at least three times in four. The
            errors of two estimates are taken as independent, which is cautious where they share a
            machine or a model.
          </p>
        )}
      </section>
      <section class="section">
        <h2 id="results">Results</h2>
        <Results {...view} />
        <Links columns={columns} href={(query) => `${base}/configure/?${query}`}>
          In full, with sources and the nearest measured runs
        </Links>
      </section>
      <section class="section">
        <h2 id="use-cases">Use cases</h2>
        <Cases {...view} base={base} />
      </section>
      <section class="section charts">
        <h2 id="depth">Speed as the context fills</h2>
        {view.charts.map((chart) => (
          <LineChart key={chart.id} {...chart} />
        ))}
      </section>
      <section class="section">
        <h2 id="memory">Memory</h2>
        <div class="bars">
          {memory.flatMap(({ letter, label, bars }) =>
            bars.map((bar) => (
              <Bar
                key={letter + bar.id}
                id={`compare-${letter}-${bar.id}`}
                view={{ ...bar, title: `${letter} ${label}` }}
              />
            )),
          )}
        </div>
      </section>
      {costs.length > 0 && (
        <section class="section">
          <h2 id="costs">Price and power</h2>
          <Costs columns={columns} costs={costs} />
          <Links columns={columns} href={(query) => `${base}/costs/?${query}#calculator-cost`}>
            What each costs to own, with your own hours and prices
          </Links>
        </section>
      )}
      <section class="section">
        <h2 id="inputs">Inputs</h2>
        <Inputs columns={columns} inputs={view.inputs} />
      </section>
    </>
  );
}

const Pair = ({ between, headline, sentences }: PairVerdict) => (
  <div class="verdict-pair">
    <h3>
      {between[1]} against {between[0]}
    </h3>
    <p>
      <strong>{headline}</strong>
    </p>
    {sentences.length > 0 && (
      <ul>
        {sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    )}
  </div>
);

interface LinksProps extends Pick<ComparisonView, 'columns'> {
  href: (query: string) => string;
  children: ComponentChildren;
}

/** One link for each configuration. */
const Links = ({ columns, href, children }: LinksProps) => (
  <p>
    {children}:{' '}
    {columns.map(({ letter, label, query }, at) => (
      <span key={letter}>
        {at > 0 && ', '}
        <a href={href(query)}>
          {letter} {label}
        </a>
      </span>
    ))}
    .
  </p>
);

export default Comparison;
