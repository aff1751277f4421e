import type { Tables } from '../configuration/tables.ts';
import type { Configuration, SeenResult } from '../configuration/types.ts';
import type { ConfiguratorView } from '../views/configurator.ts';
import { CopyButtons } from './CopyButtons.tsx';
import type { ConfiguratorEngine } from './types.ts';

interface Of {
  configuration: Configuration;
  tables: Tables;
  /** Absent until it has been fetched. */
  engine: ConfiguratorEngine | undefined;
}

function resultOf({ configuration, tables }: Of, engine: ConfiguratorEngine) {
  const outcome = engine.estimateOrProblems(configuration, tables);
  return 'result' in outcome ? outcome.result : undefined;
}

/** What is no longer what it was when the link was made. */
export function Moved({ seen, ...of }: Of & { seen: SeenResult | undefined }) {
  const { engine } = of;
  const result = seen && engine && resultOf(of, engine);
  const moved = result ? engine.movedSince(seen, result) : [];
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
export function Copies({ view, ...of }: Of & { view: ConfiguratorView }) {
  const load = async () => of.engine ?? (await import('./configurator-engine.ts'));
  const url = (engine: ConfiguratorEngine) => {
    const result = resultOf(of, engine);
    const query = engine.format(of.configuration, result && engine.seenOf(result));
    return `${location.origin}${location.pathname}?${query}`;
  };
  return (
    <CopyButtons
      copies={[
        { label: 'Copy link', done: 'Link copied.', text: async () => url(await load()) },
        {
          label: 'Copy as Markdown',
          done: 'Markdown copied.',
          text: async () => {
            const engine = await load();
            return engine.markdownOf(view, url(engine));
          },
        },
      ]}
    />
  );
}
