// Proves that the committed tests/golden/matrix.csv is what the data and constants give; a difference belongs in the commit that causes it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldenMatrix } from '../../scripts/lib/golden.ts';

const committed = readFileSync(new URL('../golden/matrix.csv', import.meta.url), 'utf8');

test('every cell of the golden matrix is as committed; else run npm run golden and review the difference', () => {
  const [now, before] = [goldenMatrix(), committed].map((text) => text.trim().split('\n'));
  const changed = (now ?? []).filter((line) => !before?.includes(line));
  expect(changed.slice(0, 20)).toEqual([]);
  expect(now).toEqual(before);
});
