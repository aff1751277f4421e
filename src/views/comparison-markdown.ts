/** A comparison as Markdown, to paste into an issue, a page or a mail. */
import type { ComparisonView } from './comparison.ts';

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** @param url address of the comparison */
export function comparisonMarkdown(view: ComparisonView, url: string): string {
  const heads = view.columns.map(({ letter, label }) => `${letter} ${label}`);
  const rule = `|${'---|'.repeat(heads.length + 1)}`;
  const results = view.results.map(({ name, cells }) =>
    row([name, ...cells.map(({ value, range }) => (range ? `${value} (${range})` : value))]),
  );
  const cases = view.useCases.map(({ name, cells, faster }) =>
    row([
      name,
      ...cells.map((cell) =>
        'reason' in cell ? cell.reason : `${cell.verdict.word}, ${cell.total}, ${cell.speed}`,
      ),
      faster,
    ]),
  );
  return [
    `# ${view.title}`,
    '',
    ...view.verdicts.flatMap(({ headline, sentences }) => [
      `**${headline}**`,
      '',
      ...sentences.map((one) => `- ${one}`),
      '',
    ]),
    row(['Result (80 % range)', ...heads]),
    rule,
    ...results,
    ...view.costs.map(({ name, cells }) => row([name, ...cells])),
    '',
    row(['Use case', ...heads, 'Done first']),
    `${rule}---|`,
    ...cases,
    '',
    `Estimated, not measured: ${url}`,
    '',
  ].join('\n');
}
