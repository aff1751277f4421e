// Proves that the quick reader of plain YAML reads every data file as the full parser does, and hands over what it does not know.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parsePlain } from '../../src/catalogue/plain-yaml.ts';

const files = ['', 'devices', 'systems', 'models'].flatMap((folder) =>
  readdirSync(`content/data/${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `content/data/${folder}/${name}`),
);

test('every data file it reads says the same to the full parser, and it reads most of them', () => {
  let quick = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const value = parsePlain(text);
    if (value === undefined) continue;
    expect(value, file).toEqual(parse(text));
    quick += 1;
  }
  expect(quick / files.length).toBeGreaterThan(0.8);
});

test.each([
  'a: { b: 1 }',
  'a: [ 1 ]',
  'a: >-\n  folded',
  "a: 'quoted'",
  'a: plain\n  continued',
  'a: 1\na: 2',
  'a: 0x10',
  'a: .5',
  'a: 1e3',
  'a: ~',
  'a: null',
  'a: True',
  'a:',
  'a: b # remark',
  'a: &x 1',
  '- - 1',
  'a: b: c',
  '\ta: 1',
])('hands %j to the full parser', (text) => {
  expect(parsePlain(text)).toBeUndefined();
});

test('reads scalars as YAML has them', () => {
  const text =
    'a: 2025\nb: 2025-07\nc: "2025"\nd: true\ne: 1.5\nf: -3\ng:\n  - 5.5 GHz\n  - "x: y"\nh: []\ni:\n  - k: 1\n    l: m\n  - k: 2\n';
  expect(parsePlain(text)).toEqual(parse(text));
});
