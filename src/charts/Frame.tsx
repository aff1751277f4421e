import type { ComponentChildren } from 'preact';
import './frame.css';
import type { ChartText, ValuesTable } from './types.ts';

/** Title and description above, the drawing, its legend, and the same values in a table beneath. */
export function Frame(
  props: ChartText & { children: ComponentChildren; legend?: ComponentChildren },
) {
  const { id, title, description, table, children, legend } = props;
  return (
    <figure class="chart-figure" aria-labelledby={`${id}-title`}>
      <figcaption class="chart-caption">
        <strong id={`${id}-title`}>{title}</strong>
        <span id={`${id}-description`}>{description}</span>
      </figcaption>
      {children}
      {legend}
      {table && <Values {...table} />}
    </figure>
  );
}

function Values({ caption, columns, rows, summary = 'The same values in a table' }: ValuesTable) {
  const classOf = (i: number) => (columns[i]?.numeric ? 'num' : undefined);
  return (
    <details class="chart-values">
      <summary>{summary}</summary>
      <section class="chart-values-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={column.name} scope="col" class={classOf(i)}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, i) => (
                  <td key={columns[i]?.name} class={classOf(i)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
