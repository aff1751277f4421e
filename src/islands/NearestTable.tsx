/** The measured runs nearest to an estimate, the same at build and in the browser. */
import type { NearestLine } from '../views/nearest-view.ts';
import { RUN_QUANTITIES, type RunQuantity } from '../views/run-records.ts';
import { Figure } from './RunRows.tsx';

export interface NearestTableProps {
  /** Unique on the page. */
  id: string;
  caption: string;
  lines: readonly NearestLine[];
  /** What each line is nearest to, where the table is about several estimates: a column of its own. */
  of?: { head: string; names: readonly string[] };
}

export function NearestTable({ id, caption, lines, of }: NearestTableProps) {
  return (
    <div class="table-scroll nearest" role="group" tabIndex={0} aria-labelledby={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {of && <th scope="col">{of.head}</th>}
            <th scope="col">Measured run</th>
            <th scope="col" class="far">
              How far
            </th>
            <th scope="col" class="number">
              measured<small>tok/s</small>
            </th>
            <th scope="col" class="number">
              estimated<small>that run</small>
            </th>
            <th scope="col" class="number">
              off by
            </th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        {of ? (
          <tbody>
            {lines.map((line, place) => (
              <Line key={keyOf(line)} line={line} of={of.names[place]} />
            ))}
          </tbody>
        ) : (
          RUN_QUANTITIES.map((quantity) => (
            <Lines key={quantity} quantity={quantity} lines={lines} />
          ))
        )}
      </table>
    </div>
  );
}

const keyOf = ({ quantity, what, how }: NearestLine) => `${quantity} ${what} ${how}`;

const NAMES = {
  pp: ['PP', 'Prompt processing'],
  tg: ['TG', 'Token generation'],
} as const;

/** The lines of one quantity under its name. */
function Lines({ quantity, lines }: { quantity: RunQuantity; lines: readonly NearestLine[] }) {
  const own = lines.filter((line) => line.quantity === quantity);
  if (own.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} class="group">
          {NAMES[quantity][1]}
        </th>
      </tr>
      {own.map((line) => (
        <Line key={keyOf(line)} line={line} of={undefined} />
      ))}
    </tbody>
  );
}

function Line({ line, of }: { line: NearestLine; of: string | undefined }) {
  const { quantity, what, how, distance, exact, alike, figure, date, source } = line;
  const Head = of === undefined ? 'th' : 'td';
  return (
    <tr>
      {of !== undefined && <th scope="row">{of}</th>}
      <Head {...(of === undefined && { scope: 'row' as const })}>
        {of !== undefined && `${NAMES[quantity][0]}, `}
        {what}
        <small>{how}</small>
        <small class="far-below">
          How far: {distance}
          {alike && `; ${alike}`}
        </small>
      </Head>
      <td class="far">
        {exact ? <strong>{distance}</strong> : distance}
        {alike && <small>{alike}</small>}
      </td>
      <Figure figure={figure} />
      <td>
        <a href={source.href} rel="external">
          {source.name}
        </a>
        <small>{date}</small>
      </td>
    </tr>
  );
}
