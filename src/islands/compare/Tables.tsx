import type { ComponentChildren } from 'preact';
import type {
  CaseRow,
  ComparedColumn,
  ComparisonView,
  ResultCell,
} from '../../views/comparison.ts';
import type { ComparedGroup } from '../../views/comparison-inputs.ts';
import type { ComparedRow } from '../../views/comparison-parts.ts';
import { VerdictWord } from '../VerdictWord.tsx';

interface Framed {
  caption: string;
  columns: ComparedColumn[];
  first: string;
  last?: string;
  children: ComponentChildren;
}

/** A table with a column for each configuration; wider than a phone it scrolls by itself. */
const Framed = ({ caption, columns, first, last, children }: Framed) => (
  <section class="table-scroll" aria-label={caption} tabIndex={0}>
    <table class="compared">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((one) => (
            <th key={one.letter} scope="col">
              <Head {...one} />
            </th>
          ))}
          {last && <th scope="col">{last}</th>}
        </tr>
      </thead>
      {children}
    </table>
  </section>
);

const Head = ({ letter, label, pinned }: ComparedColumn) => (
  <>
    <span class="letter">{letter}</span> {label}
    {pinned && <small>the others are compared with it</small>}
  </>
);

export function Results({ columns, results }: Pick<ComparisonView, 'columns' | 'results'>) {
  return (
    <Framed caption="Estimates with their 80 % ranges" columns={columns} first="Result">
      <tbody>
        {results.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at]?.letter} class="num">
                <Result {...cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Framed>
  );
}

const Result = ({ value, unknown, range, standing, verdict }: ResultCell) => (
  <>
    {unknown ? (
      <span class="unknown">{value}</span>
    ) : verdict ? (
      <VerdictWord verdict={verdict} />
    ) : (
      <b>{value}</b>
    )}
    {range && <small>{range}</small>}
    {standing && <small class="standing">{standing}</small>}
  </>
);

interface CasesProps extends Pick<ComparisonView, 'columns' | 'useCases'> {
  base: string;
}

export function Cases({ columns, useCases, base }: CasesProps) {
  return (
    <Framed
      caption="Each use case, one user, from an empty context: class, seconds in all, speed"
      columns={columns}
      first="Use case"
      last="Done first"
    >
      <tbody>
        {useCases.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <span title={row.description}>{row.name}</span>
              <small>{row.workload}</small>
            </th>
            {row.cells.map((cell, at) => (
              <td key={columns[at]?.letter} class="num">
                <Case cell={cell} base={base} />
              </td>
            ))}
            <td>{row.faster}</td>
          </tr>
        ))}
      </tbody>
    </Framed>
  );
}

const Case = ({ cell, base }: { cell: CaseRow['cells'][number]; base: string }) =>
  'reason' in cell ? (
    <span class="unknown">{cell.reason}</span>
  ) : (
    <>
      <VerdictWord verdict={cell.verdict} />
      <small>
        <a href={`${base}/configure/?${cell.query}`}>{cell.total}</a>, {cell.speed}
      </small>
    </>
  );

/** Rows of words; where they differ a mark and a word say so, and the ground repeats it. */
function Rows({ rows, columns }: { rows: ComparedRow[]; columns: ComparedColumn[] }) {
  return rows.map(({ name, cells, differs }) => (
    <tr key={name} class={differs ? 'differs' : undefined}>
      <th scope="row">
        {name}
        {differs && <small>differs</small>}
      </th>
      {cells.map((cell, at) => (
        <td key={columns[at]?.letter}>{cell}</td>
      ))}
    </tr>
  ));
}

export const Costs = ({ columns, costs }: Pick<ComparisonView, 'columns' | 'costs'>) => (
  <Framed caption="Price, watts and noise, where a source tells" columns={columns} first="Of">
    <tbody>
      <Rows rows={costs} columns={columns} />
    </tbody>
  </Framed>
);

interface InputsProps {
  columns: ComparedColumn[];
  inputs: ComparedGroup[];
}

export const Inputs = ({ columns, inputs }: InputsProps) => (
  <Framed caption="Every input; rows that differ say so" columns={columns} first="Input">
    {inputs.map(({ title, rows }) => (
      <tbody key={title}>
        <tr>
          <th colSpan={columns.length + 1} scope="rowgroup">
            {title}
          </th>
        </tr>
        <Rows rows={rows} columns={columns} />
      </tbody>
    ))}
  </Framed>
);
