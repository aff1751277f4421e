import type { ValuesTable as View } from '../../charts/types.ts';

/** A calculator's table; wider than a phone it scrolls by itself, reachable by keyboard. */
export function ValuesTable({ caption, columns, rows }: View) {
  const classOf = (at: number) => (columns[at]?.numeric ? 'number' : undefined);
  return (
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name }, at) => (
              <th key={name} scope="col" class={classOf(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]?.name} class={classOf(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
