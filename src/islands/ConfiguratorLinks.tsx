import { format } from '../configuration/codec.ts';
import type { Tables } from '../configuration/tables.ts';
import type { Configuration, SeenResult } from '../configuration/types.ts';
import { estimateOrProblems } from '../views/calculator.ts';
import type { ConfiguratorView } from '../views/configurator.ts';
import { movedSince, seenOf } from '../views/moved.ts';
import { CopyButtons } from './CopyButtons.tsx';

interface Of {
  configuration: Configuration;
  tables: Tables;
}

const resultOf = ({ configuration, tables }: Of) => {
  const outcome = estimateOrProblems(configuration, tables);
  return 'result' in outcome ? outcome.result : undefined;
};

/** What is no longer what it was when the link was made. */
export function Moved({ seen, ...of }: Of & { seen: SeenResult | undefined }) {
  const result = seen && resultOf(of);
  const moved = seen && result ? movedSince(seen, result) : [];
  if (moved.length === 0) return null;
  return (
    <div class="moved" role="status">
      <p>Since this link was made, the data or the estimator changed:</p>
      <ul>
        {moved.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

/** A link that remembers what it showed, and the page as Markdown. */
export function Copies(
  props: Of & { view: ConfiguratorView; markdown: (view: ConfiguratorView, url: string) => string },
) {
  const { view, configuration, markdown } = props;
  const url = () => {
    const result = resultOf(props);
    const query = format(configuration, result && seenOf(result));
    return `${location.origin}${location.pathname}?${query}`;
  };
  return (
    <CopyButtons
      copies={[
        { label: 'Copy link', done: 'Link copied.', text: url },
        { label: 'Copy as Markdown', done: 'Markdown copied.', text: () => markdown(view, url()) },
      ]}
    />
  );
}
