// Proves that the glossary is whole: one owner a name, chapters known by their file, words and symbols found where they are used.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGlossary } from '../../src/catalogue/glossary.ts';
import { byLetter, shownSymbols, shownTerms } from '../../src/views/glossary.ts';

const chapter = (id: string, body: string) => ({ id, title: id.toUpperCase(), body });

test('it holds the words the guide cannot do without', () => {
  const ids = [...loadGlossary().keys()];
  expect(ids).toEqual(
    expect.arrayContaining([
      'pp',
      'tg',
      'ttft',
      'kv-cache',
      'moe',
      'quantization',
      'token',
      'batch',
    ]),
  );
  expect(ids.length).toBeGreaterThanOrEqual(80);
});

test('a term is found by any of its names, in prose only, and not inside another word', () => {
  const chapters = [
    chapter('context', 'Home of it.'),
    chapter('one', 'The cache grows.'),
    chapter('two', '`cache` <Number of="cache" /> $$ cache $$ cached'),
    chapter('three', 'A KV cache.'),
  ];
  const term = shownTerms(chapters.slice(0, 2)).find(({ id }) => id === 'kv-cache');
  expect(term?.explained?.href).toBe('/guide/context/');
  expect(term?.usedIn.map(({ title }) => title)).toEqual(['ONE']);
  const all = shownTerms(chapters).find(({ id }) => id === 'kv-cache');
  expect(all?.usedIn.map(({ title }) => title)).toContain('THREE');
});

test('a symbol is found in formulas alone and not as a part of a longer name', () => {
  const chapters = [
    chapter('one', 'TG in words'),
    chapter('two', 'Here $TG \\approx BW_{mem} / S_{model}$.'),
    chapter('three', '$$\nTGX = B_{max}\n$$'),
  ];
  const of = (id: string) =>
    shownSymbols(chapters)
      .find((s) => s.id === id)
      ?.usedIn.map(({ title }) => title);
  expect(of('TG')).toEqual(['TWO']);
  expect(of('B')).toEqual([]);
});

test('letters are in order and every term stands under its own', () => {
  const groups = byLetter(shownTerms([]));
  const letters = groups.map(({ letter }) => letter);
  expect(letters.filter((l) => l !== '0–9')).toEqual(letters.filter((l) => l !== '0–9').toSorted());
  for (const { letter, terms } of groups) {
    for (const { term } of terms) if (letter !== '0–9') expect(term[0]?.toUpperCase()).toBe(letter);
  }
});

test('a name with two owners is refused with both', () => {
  const root = mkdtempSync(join(tmpdir(), 'glossary-'));
  const entry = (id: string) => `- {id: ${id}, term: Token, text: A word., chapter: a}\n`;
  writeFileSync(join(root, 'glossary.yaml'), entry('a') + entry('b'));
  expect(() => loadGlossary(root)).toThrow('glossary.yaml: b: "token" is already a name of a');
});

test('chapters that are named and written are files of content/articles', () => {
  const written = [...loadGlossary().values()].filter(({ chapter: id }) =>
    existsSync(`content/articles/${id}.mdx`),
  );
  expect(written.length).toBeGreaterThan(40);
});
