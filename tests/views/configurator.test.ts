// Proves that the configurator shows every term and input of an estimate, with sources, and tells what moved.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { buildTables } from '../../src/catalogue/tables.ts';
import { parse, resolve } from '../../src/configuration/index.ts';
import { rowsFor } from '../../src/configuration/subset.ts';
import { estimate } from '../../src/estimation/index.ts';
import { configuratorView, type Figures } from '../../src/views/configurator.ts';
import { markdownOf } from '../../src/views/markdown.ts';
import { movedSince, seenOf } from '../../src/views/moved.ts';
import { cpuEntries, hardwareEntries, matching, modelEntries } from '../../src/views/picker.ts';
import { provenanceFor, provenanceOf } from '../../src/views/provenance.ts';

const catalogue = loadCatalogue();
const tables = buildTables(catalogue);
const provenance = provenanceOf(catalogue);
const QUERY = 'hw=desktop-r9-rtx-5090&model=qwen2.5-14b&quant=q4_k_m';

const view = (query: string) => configuratorView(parse(query).configuration, tables, provenance);

function figures(query: string): Figures {
  const found = view(query).figures;
  if (!found) throw new Error(`no figures for ${query}`);
  return found;
}

const result = estimate(resolve(parse(QUERY).configuration, tables));

describe('figures', () => {
  const shown = figures(QUERY);

  test('every term of the estimate has a row', () => {
    expect(shown.terms.map(({ name }) => name)).toEqual(result.terms.map(({ name }) => name));
  });

  test('the thirteen use cases, each with the link that opens it', () => {
    expect(shown.useCases).toHaveLength(13);
    for (const one of shown.useCases) expect(parse(one.query).problems).toEqual([]);
    const uc1 = shown.useCases.find(({ id }) => id === 'UC1');
    expect(parse(uc1?.query ?? '').configuration).toMatchObject({ prompt: 1024, gen: 16 });
  });

  test('LocalScore is a whole number of points', () => {
    expect(shown.localScore).toMatch(/^[\d,]+ \([\d,]+–[\d,]+\)$/);
  });

  test('every input has a value or says that none is published, and every thing has sources', () => {
    for (const group of shown.inputs) {
      expect(
        group.sources.length + group.rows.filter((row) => row.sources?.length).length,
      ).toBeGreaterThan(0);
      for (const row of group.rows) expect(row.value).toMatch(/\S/);
    }
    const card = shown.inputs.find(({ title }) => title === 'GeForce RTX 5090');
    expect(card?.rows).toContainEqual({ name: 'Memory bandwidth', value: '1,792\u00a0GB/s' });
    expect(card?.path).toBe('/devices/rtx-5090/');
  });

  test('a reader’s own value is marked as such', () => {
    const own = figures(`${QUERY}&bw=900&ram=48`).inputs.flatMap(({ rows }) =>
      rows.filter((row) => row.own),
    );
    expect(own.map(({ name, value }) => [name, value])).toEqual([
      ['RAM', '48\u00a0GB'],
      ['Memory bandwidth', '900\u00a0GB/s'],
    ]);
  });

  test('thresholds of the link decide the class', () => {
    expect(figures(QUERY).verdict.word).toBe('interactive');
    expect(figures(`${QUERY}&maxinput=0.01`).verdict.word).toBe('background');
  });

  test('what a page is handed for one configuration gives the same page', () => {
    const { configuration } = parse(QUERY);
    const rows = { ...rowsFor(configuration, tables), useCases: tables.useCases };
    const kinds = ['devices', 'systems', 'models', 'quantizations', 'kvTypes', 'runtimes'] as const;
    const keys = kinds.flatMap((kind) => Object.keys(rows[kind]).map((id) => `${kind}/${id}`));
    const part = provenanceFor(provenance, keys);
    expect(part.sources.length).toBeLessThan(provenance.sources.length);
    expect(configuratorView(configuration, rows, part)).toEqual(view(QUERY));
  });
});

describe('what moved', () => {
  test('nothing, when a link still shows what it showed', () => {
    expect(movedSince(seenOf(result), result)).toEqual([]);
  });

  test('each quantity that changed, by how much', () => {
    const { tg = 0, pp = 0 } = seenOf(result);
    const moved = movedSince({ tg: tg / 2, pp }, result);
    expect(moved).toEqual([
      expect.stringMatching(/^token generation was .* and is now .* \(\+100/),
    ]);
  });
});

describe('as Markdown', () => {
  test('results, use cases, assumptions and the link', () => {
    const text = markdownOf(view(QUERY), 'https://guide.example/configure/?x');
    expect(text).toContain('| Result | Value | 80 % range |');
    expect(text.match(/^\| (UC|LS)\d/gm)).toHaveLength(13);
    expect(text).toContain('Estimated, not measured: https://guide.example/configure/?x');
  });

  test('where there is no estimate, the reason', () => {
    expect(markdownOf(view('prompt=0&gen=0'), 'x')).toMatch(/^No estimate: gen must be above 0/);
  });
});

describe('lists to pick from', () => {
  const hardware = hardwareEntries(tables);

  test('hold every system, device and model once', () => {
    const ids = new Set([...Object.keys(tables.systems), ...Object.keys(tables.devices)]);
    expect(hardware.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(modelEntries(tables)).toHaveLength(Object.keys(tables.models).length);
    expect(cpuEntries(tables).every(({ id }) => tables.devices[id]?.kind !== 'gpu')).toBe(true);
  });

  test('keep the entries of a group together', () => {
    for (const entries of [hardware, modelEntries(tables)]) {
      const changes = entries.filter((entry, at) => entry.group !== entries[at - 1]?.group);
      expect(changes).toHaveLength(new Set(entries.map(({ group }) => group)).size);
    }
  });

  test('find entries by all typed words, in any order and case', () => {
    expect(matching(hardware, 'NVIDIA 3090')).toContainEqual(
      expect.objectContaining({ id: 'rtx-3090' }),
    );
    expect(matching(hardware, '3090 nvidia')).toEqual(matching(hardware, 'NVIDIA  3090'));
    expect(matching(hardware, 'no such thing')).toEqual([]);
    expect(matching(hardware, ' ')).toHaveLength(hardware.length);
  });
});
