// Proves that a brief keeps every part in Markdown and JSON, and says of one configuration what its estimate says.
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/index.ts';
import { type BriefDocument, briefJson, briefMarkdown } from '../../src/views/brief.ts';
import { configurationBrief } from '../../src/views/brief-configuration.ts';
import { machineFacts } from '../../src/views/machine-facts-file.ts';
import { provenanceOf } from '../../src/views/provenance.ts';
import { sharedData } from '../../src/views/shared.ts';

const document: BriefDocument = {
  title: 'A title',
  kind: 'plan',
  question: 'What now?',
  needs: ['A need.'],
  recommendation: ['Take the first.', 'It costs little.'],
  tables: [
    {
      caption: 'Numbers',
      columns: [{ name: 'Name' }, { name: 'Value', numeric: true }],
      rows: [['a | b', '3']],
    },
  ],
  alternatives: [{ name: 'Another', text: 'It is slower.', url: 'https://example.org/other' }],
  risks: ['It may rain.'],
  assumptions: ['The sun shines.'],
  sources: [{ label: 'A page', url: 'https://example.org/' }, { label: 'A letter' }],
  date: '2026-11-21',
  data: { version: 'abc', date: '2026-10-03', constants: 'constants fitted September 2026' },
  permalink: 'https://example.org/brief/?x=1',
};

const context = {
  site: 'https://example.org',
  date: document.date,
  data: document.data,
};

const { catalogue, estimator } = sharedData();
const data = { tables: estimator.tables, provenance: provenanceOf(catalogue) };

describe('as text', () => {
  test('Markdown holds every part in reading order, and no cell breaks a table', () => {
    const text = briefMarkdown(document);
    const parts = [
      '# A title',
      '**What now?**',
      'Take the first.',
      '- A need.',
      '| a \\| b | 3 |',
      '- **[Another](https://example.org/other).** It is slower.',
      '- It may rain.',
      '- The sun shines.',
      '- [A page](https://example.org/)',
      '- A letter',
      'data version abc',
      'https://example.org/brief/?x=1',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('empty parts leave no heading behind', () => {
    const text = briefMarkdown({ ...document, risks: [], sources: [], tables: [] });
    expect(text).not.toMatch(/Risks|Sources|Figures/);
  });

  test('JSON says what it is and gives the document back', () => {
    const { format, version, ...rest } = JSON.parse(briefJson(document));
    expect({ format, version }).toEqual({ format: 'inference-measured/brief', version: 1 });
    expect(rest).toEqual(document);
  });
});

describe('of one configuration', () => {
  const briefOf = (patch: object) => {
    const brief = configurationBrief({ ...DEFAULT_CONFIGURATION, ...patch }, data, context);
    if ('problems' in brief) throw new Error(brief.problems.join());
    return brief;
  };

  test('a card that answers at once is recommended, with ranges, sources and its own link', () => {
    const brief = briefOf({ hw: 'desktop-r9-rtx-5090', model: 'llama-3.1-8b' });
    expect(brief.recommendation[0]).toMatch(/^Yes, for interactive work\./);
    expect(brief.recommendation[0]).toMatch(/tok\/s \(range [\d,]+–[\d,]+\)/);
    expect(brief.sources.length).toBeGreaterThan(3);
    expect(brief.permalink).toContain('/brief/?hw=desktop-r9-rtx-5090&model=llama-3.1-8b');
    expect(brief.alternatives.map(({ name }) => name).join()).toMatch(/Q5_K_M.*Q3_K_M/);
  });

  test('a model that is split between card and RAM is not said to fit', () => {
    const brief = briefOf({ hw: 'desktop-r5-rtx-3060-12gb', model: 'qwen3-32b' });
    expect(brief.recommendation.join(' ')).toContain('does not fit where it would be fast');
    expect(brief.recommendation[0]).not.toMatch(/^Yes, for interactive/);
  });

  test('a model the machine cannot hold is refused with the reason', () => {
    const brief = briefOf({ hw: 'desktop-r5-rtx-3060-12gb', model: 'llama-3.3-70b' });
    expect(brief.recommendation[0]).toMatch(/^No: .*cannot run Llama 3\.3 70B Q4_K_M\. It needs/);
  });

  test('a machine nobody knows has no brief, and the reason is given', () => {
    const brief = configurationBrief({ ...DEFAULT_CONFIGURATION, hw: 'nothing' }, data, context);
    expect(brief).toEqual({ problems: ['there is no system or device “nothing”'] });
  });

  test('a machine that is too slow is answered with current ones that are surely better', () => {
    const facts = machineFacts(catalogue);
    const slow = { ...DEFAULT_CONFIGURATION, hw: 'framework-desktop-128gb', model: 'qwen3-32b' };
    const brief = configurationBrief(slow, { ...data, facts }, context);
    if ('problems' in brief) throw new Error(brief.problems.join());
    const better = brief.alternatives.filter(({ name }) => name.endsWith('for a better class'));
    expect(better.length).toBe(2);
    for (const { text } of better) {
      expect(text).toMatch(/it is interactive, at both ends/);
      expect(text).toMatch(/Its price: \$[\d,]+ \(/);
      expect(text).not.toContain('old:');
    }
  });

  test('several people and a filled context are part of the needs', () => {
    const { needs } = briefOf({ users: 4, depth: 8192 });
    expect(needs.join(' ')).toContain('4 people use it at once.');
    expect(needs.join(' ')).toContain('with 8,192\u00a0tokens already in the context');
  });
});
