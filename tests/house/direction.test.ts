// Proves that knowledge flows one way through src, and names the pair of files where it does not.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allImports, type Import, importsOf } from './imports.ts';

const root = fileURLToPath(new URL('../../src', import.meta.url));
const imports = allImports(root);

/** What each folder may import, besides itself. */
const mayImport: Record<string, readonly string[]> = {
  estimation: [],
  economy: ['estimation'],
  planning: ['estimation', 'configuration'],
  schema: ['estimation'],
  configuration: ['estimation'],
  catalogue: ['schema', 'estimation', 'configuration'],
  charts: [],
  views: ['estimation', 'economy', 'planning', 'configuration', 'schema', 'catalogue', 'charts'],
  islands: ['estimation', 'economy', 'planning', 'configuration', 'views', 'charts', 'styles'],
  components: [
    'estimation',
    'configuration',
    'schema',
    'catalogue',
    'views',
    'charts',
    'islands',
    'styles',
  ],
  layouts: ['schema', 'catalogue', 'views', 'components', 'styles'],
  pages: ['*'],
  cli: ['estimation', 'configuration', 'schema', 'catalogue', 'views'],
  fonts: [],
  integrations: [],
  markdown: [],
};

const folderOf = (file: string): string => file.split('/')[0] ?? file;
const isOurs = ({ to }: Import): boolean => to.includes('/') && folderOf(to) in mayImport;
const pair = ({ from, to }: Import): string => `${from} -> ${to}`;

test('the reader of imports sees every form', () => {
  const source = `import a from './a.ts';\nimport type { B } from '../b/b.ts';\nimport './c.css';
import {\n  type D,\n  type E,\n} from '@/d/d.ts';\nexport { f } from './f.ts';\nconst g = import('./g.ts');
import zod from 'zod';`;
  expect(importsOf('/src', 'x/y.ts', source)).toEqual([
    { from: 'x/y.ts', to: 'x/a.ts', typeOnly: false },
    { from: 'x/y.ts', to: 'b/b.ts', typeOnly: true },
    { from: 'x/y.ts', to: 'x/c.css', typeOnly: false },
    { from: 'x/y.ts', to: 'd/d.ts', typeOnly: true },
    { from: 'x/y.ts', to: 'x/f.ts', typeOnly: false },
    { from: 'x/y.ts', to: 'x/g.ts', typeOnly: false },
    { from: 'x/y.ts', to: 'zod', typeOnly: false },
  ]);
});

test('imports follow the direction of the house', () => {
  const wrong = imports.filter((one) => {
    const allowed = mayImport[folderOf(one.from)];
    if (!allowed || !isOurs(one) || folderOf(one.from) === folderOf(one.to)) return false;
    return !allowed.includes('*') && !allowed.includes(folderOf(one.to));
  });
  expect(wrong.map(pair)).toEqual([]);
});

test('views take a chart’s shapes and scales, and never draw', () => {
  const drawing = imports.filter(
    ({ from, to, typeOnly }) =>
      folderOf(from) === 'views' && /^charts\/.*\.tsx$/.test(to) && !typeOnly,
  );
  expect(drawing.map(pair)).toEqual([]);
});

test('every folder of src has its place in the direction', () => {
  const folders = new Set(
    imports.filter(({ from }) => from.includes('/')).map(({ from }) => folderOf(from)),
  );
  expect([...folders].filter((folder) => !(folder in mayImport))).toEqual([]);
});

test('the estimation module imports nothing from outside itself', () => {
  const outside = imports.filter(
    ({ from, to }) => folderOf(from) === 'estimation' && folderOf(to) !== 'estimation',
  );
  expect(outside.map(pair)).toEqual([]);
});

/** What reaches a reader's browser from a file, through any number of imports. */
function reached(from: string, seen = new Map<string, string>()): Map<string, string> {
  for (const { to, typeOnly } of imports.filter((one) => one.from === from)) {
    if (typeOnly || seen.has(to)) continue;
    seen.set(to, from);
    reached(to, seen);
  }
  return seen;
}

test('no island brings the catalogue, zod or Node into the browser', () => {
  const islands = new Set(
    imports.map(({ from }) => from).filter((from) => folderOf(from) === 'islands'),
  );
  const heavy = [...islands].flatMap((island) =>
    [...reached(island)]
      .filter(
        ([to]) => /^(catalogue|schema)\//.test(to) || /^(zod|yaml|csv-parse|astro|node:)/.test(to),
      )
      .map(([to, via]) => `${island} reaches ${to} by ${via}`),
  );
  expect(heavy).toEqual([]);
});
