/** Rows of the table of measured runs: drawn at build for the first page, in the browser for others. */
import type { RunFigure, RunLine } from '../views/run-line.ts';

interface Props {
  rows: readonly RunLine[];
  /** The site's base, before the paths of its pages. */
  base: string;
}

export const RunRows = ({ rows, base }: Props) => (
  <>
    {rows.map((row) => (
      <tr key={row.id}>
        <th scope="row">
          <Linked {...row.device} base={base} />
        </th>
        <td>
          <Linked {...row.model} base={base} />
          <small>{row.model.small}</small>
        </td>
        <td>
          {row.software.name}
          <small>{row.software.small}</small>
        </td>
        <td>
          {row.configuration ? (
            <a href={base + row.configuration}>{row.test.name}</a>
          ) : (
            row.test.name
          )}
          <small>{row.test.small}</small>
          {row.skip && <small class="left-out">Left out: {row.skip}</small>}
        </td>
        <Figure figure={row.pp} />
        <Figure figure={row.tg} />
        <td>
          <a href={row.source.href} rel="external">
            {row.source.name}
          </a>
          <small>{row.date}</small>
        </td>
      </tr>
    ))}
  </>
);

const Linked = ({ name, href, base }: { name: string; href?: string; base: string }) =>
  href ? <a href={base + href}>{name}</a> : name;

/** Measured, estimated, off by; or why one is missing. */
export function Figure({ figure }: { figure: RunFigure }) {
  const { measured, estimate, gap, mark } = figure;
  if (measured === undefined)
    return (
      <td class="unknown" colSpan={3}>
        not measured
      </td>
    );
  return (
    <>
      <td class="number measured">{measured}</td>
      {estimate ? (
        <>
          <td class="number">
            {estimate.value}
            <small>{estimate.range}</small>
          </td>
          <td class="number">
            {estimate.off}
            {!estimate.inside && <small>outside the range</small>}
            <Mark text={mark} />
          </td>
        </>
      ) : (
        <td class="unknown" colSpan={2}>
          no estimate: {gap}
          <Mark text={mark} />
        </td>
      )}
    </>
  );
}

const Mark = ({ text }: { text: string | undefined }) =>
  text ? <small class="left-out">{text}</small> : null;
