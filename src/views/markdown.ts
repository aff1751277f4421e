/** A configuration as Markdown, to paste into an issue, a page or a mail. */
import type { ConfiguratorView } from './configurator.ts';

const row = (...cells: string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** @param url address of the configuration's page */
export function markdownOf({ caption, figures, problems }: ConfiguratorView, url: string): string {
  if (!figures) return [`No estimate: ${problems.join('; ')}`, '', url, ''].join('\n');
  const { results, verdict, memory, useCases, assumptions } = figures;
  const values = results.map(({ name, words }) =>
    words.known ? row(name, words.value, words.range) : row(name, `unknown: ${words.reason}`, ''),
  );
  const cases = useCases.map((one) =>
    row(`${one.id} ${one.name}`, one.verdict.word, one.firstToken, one.total, one.speed),
  );
  return [
    caption,
    '',
    row('Result', 'Value', '80 % range'),
    '|---|---|---|',
    ...values,
    row('Workflow class', verdict.word, verdict.spread),
    ...memory.facts.map(({ name, value }) => row(name, value, '')),
    '',
    row('Use case', 'Class', 'First token', 'In all', 'Speed'),
    '|---|---|---|---|---|',
    ...cases,
    row('LocalScore', figures.localScore, '', '', ''),
    '',
    ...assumptions.map(({ text, basis }) => `- ${text} (${basis})`),
    '',
    `Estimated, not measured: ${url}`,
    '',
  ].join('\n');
}
