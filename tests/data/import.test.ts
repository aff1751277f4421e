// Proves that the import can be run again: what a person took over stays, corrections are laid over, wording is cleaned.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { notesOf, power, sourcesOf, written } from '../../scripts/import/text.ts';
import { amend, MARK, removeThings, writeThings } from '../../scripts/import/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('a second run overwrites what it wrote, and leaves alone what a person took over or added', () => {
  writeThings(folder, [
    { id: 'a', value: '1 W' },
    { id: 'b', value: '1 W' },
  ]);
  expect(read('a.yaml')).toBe(`${MARK}id: a\nvalue: 1 W\n`);
  writeFileSync(join(folder, 'b.yaml'), 'id: b\nvalue: by hand\n');
  writeFileSync(join(folder, 'c.yaml'), 'id: c\n');
  const second = writeThings(folder, [
    { id: 'a', value: '2 W' },
    { id: 'b', value: '2 W' },
  ]);
  expect(second).toEqual({ written: 1, kept: ['b'] });
  expect(read('a.yaml')).toContain('2 W');
  expect(read('b.yaml')).toContain('by hand');
  removeThings(folder, ['a', 'b']);
  expect(readdirSync(folder).sort()).toEqual(['b.yaml', 'c.yaml']);
});

test('a correction is laid over: objects merged, remarks added or dropped, facts replaced whole', () => {
  const base = {
    id: 'x',
    tdp: { value: '1 W', note: 'old' },
    attention: { full: 1, sliding: 2 },
    notes: ['kept', 'no longer true'],
    sources: ['one'],
  };
  const change = {
    tdp: { value: '2 W' },
    attention: { sliding: 3 },
    notes: ['new'],
    without_notes: ['no longer true'],
    sources: ['two'],
  };
  expect(amend(base, change)).toEqual({
    id: 'x',
    tdp: { value: '2 W' },
    attention: { full: 1, sliding: 3 },
    notes: ['kept', 'new'],
    sources: ['one', 'two'],
  });
  expect(() => amend(base, { without_notes: ['never said'] })).toThrow(/no such note/);
});

test('cells become quantities with units, or blanks with reasons', () => {
  expect(written('105.0', 'W', 'why')).toBe('105 W');
  expect(written('', 'W', 'why')).toEqual({ unknown: 'why' });
  expect(power('35-115', 'why')).toEqual({ value: '115 W', note: 'configurable, 35 to 115 W' });
});

test('remarks are split at semicolons outside brackets', () => {
  expect(notesOf('one; two (a; b); three')).toEqual(['one', 'two (a; b)', 'three']);
});

test('a reserved compilation is named only where a figure was read nowhere else', () => {
  const reserved = 'https://www.techpowerup.com/gpu-specs/a10g.c3798';
  expect(sourcesOf(`https://example.org | ${reserved}`)).toEqual(['https://example.org']);
  expect(sourcesOf(reserved)).toEqual([reserved]);
});
