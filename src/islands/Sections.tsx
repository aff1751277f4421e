import type { ComponentChildren } from 'preact';
import type { Figures, TermRow, UseCaseRow } from '../views/configurator.ts';
import type { InputGroup, InputRow, SourceLink } from '../views/inputs.ts';
import { VerdictWord } from './VerdictWord.tsx';

/** A table wider than a phone scrolls by itself, reachable by keyboard. */
const Scroll = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <section class="table-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);

export function UseCases({ rows, localScore }: { rows: UseCaseRow[]; localScore: string }) {
  return (
    <Scroll label="Use cases">
      <table>
        <caption>
          Each use case on this machine, one user, from an empty context. LocalScore of the nine LS
          cases: <strong>{localScore}</strong>.
        </caption>
        <thead>
          <tr>
            <th scope="col">Use case</th>
            <th scope="col">Prompt + answer</th>
            <th scope="col">Class</th>
            <th scope="col">First token</th>
            <th scope="col">In all</th>
            <th scope="col">Speed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a href={`?${one.query}`} title={one.description}>
                  {one.id} {one.name}
                </a>
              </th>
              <td class="num">{one.workload}</td>
              <td>
                <VerdictWord verdict={one.verdict} />
              </td>
              <td class="num">{one.firstToken}</td>
              <td class="num">{one.total}</td>
              <td class="num">{one.speed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export function Terms({ rows }: { rows: TermRow[] }) {
  return (
    <Scroll label="Every term">
      <table>
        <caption>
          Every term of the sums: seconds of the whole prompt, of one token, and bytes.
        </caption>
        <thead>
          <tr>
            <th scope="col">Sum</th>
            <th scope="col">Term</th>
            <th scope="col">Value</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.phase + one.name}>
              <td>{one.phase}</td>
              <th scope="row">{one.name}</th>
              <td class="num">{one.value}</td>
              <td class="num">{one.share}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export function Inputs({ groups, base }: { groups: InputGroup[]; base: string }) {
  return (
    <Scroll label="Every input">
      <table class="inputs">
        <caption>Every input, with its source; your own values are marked.</caption>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {group.path ? <a href={base + group.path}>{group.title}</a> : group.title}
                {group.sources.length > 0 && (
                  <small>
                    Sources: <Sources list={group.sources} />
                  </small>
                )}
              </th>
            </tr>
            {group.rows.map((row) => (
              <Input key={row.name} {...row} />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

const Input = ({ name, value, own, sources }: InputRow) => (
  <tr>
    <th scope="row">{name}</th>
    <td>
      <span class="num">{value}</span>
      {own && <em> your value</em>}
      {sources && sources.length > 0 && (
        <small>
          Source: <Sources list={sources} />
        </small>
      )}
    </td>
  </tr>
);

const Sources = ({ list }: { list: SourceLink[] }) => (
  <>
    {list.map(({ label, url }, at) => (
      <span key={label + url}>
        {at > 0 && ', '}
        {url ? <a href={url}>{label}</a> : label}
      </span>
    ))}
  </>
);

export function Assumptions({ assumptions, switches }: Pick<Figures, 'assumptions' | 'switches'>) {
  return (
    <ul>
      {switches.map((one) => (
        <li key={one}>
          <strong>Switch.</strong> {one}
        </li>
      ))}
      {assumptions.map(({ basis, text }) => (
        <li key={text}>
          {text} <span class="muted">({basis})</span>
        </li>
      ))}
    </ul>
  );
}
