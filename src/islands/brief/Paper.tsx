import type { ComponentChildren } from 'preact';
import { type BriefDocument, briefColophon } from '../../views/brief.ts';
import type { SourceLink } from '../../views/inputs.ts';

/** A decision brief as it is read and printed. */
export function Paper({ brief }: { brief: BriefDocument }) {
  const { title, question, recommendation, needs, tables, alternatives } = brief;
  return (
    <article class="brief-paper">
      <h2>{title}</h2>
      <p class="brief-question">{question}</p>
      <Part title="Recommendation">
        {recommendation.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </Part>
      <List title="What has to be met" items={needs} />
      {tables.map((table) => (
        <Table key={table.caption} {...table} />
      ))}
      {alternatives.length > 0 && (
        <Part title="Alternatives">
          <ul>
            {alternatives.map(({ name, text, url }) => (
              <li key={name}>
                <strong>{url ? <a href={url}>{name}</a> : name}.</strong> {text}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <List title="Risks and unknowns" items={brief.risks} />
      <List title="Assumptions" items={brief.assumptions} />
      <Sources list={brief.sources} />
      <footer>
        {briefColophon(brief).map((one) => (
          <p key={one}>{one}</p>
        ))}
        <p>
          <a href={brief.permalink}>{brief.permalink}</a>
        </p>
      </footer>
    </article>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

const List = ({ title, items }: { title: string; items: string[] }) =>
  items.length === 0 ? null : (
    <Part title={title}>
      <ul>
        {items.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Part>
  );

const Sources = ({ list }: { list: SourceLink[] }) =>
  list.length === 0 ? null : (
    <Part title="Sources">
      <ul class="brief-sources">
        {list.map(({ label, url }) => (
          <li key={label + url}>{url ? <a href={url}>{label}</a> : label}</li>
        ))}
      </ul>
    </Part>
  );

function Table({ caption, columns, rows }: BriefDocument['tables'][number]) {
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

export default Paper;
