// Proves that a page's rows are all its default needs, and that a row it lacks is named.
import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/configuration/codec.ts';
import { resolve } from '../../src/configuration/resolve.ts';
import { missingIds, rowsFor } from '../../src/configuration/subset.ts';
import { tables } from './rows.ts';

const of = (hw: string) => ({ ...DEFAULT_CONFIGURATION, hw, model: 'small' });

test.each(['desktop', 'bare-server', 'card', 'mac', 'apple', 'server-cpu', 'board'])(
  'the rows of %s resolve to the same machine as all rows',
  (hw) => {
    const rows = rowsFor(of(hw), tables);
    expect(resolve(of(hw), rows)).toEqual(resolve(of(hw), tables));
    expect(Object.keys(rows.devices).length).toBeLessThan(Object.keys(tables.devices).length);
    expect(missingIds(of(hw), rows)).toEqual([]);
  },
);

test('rows that are not there are named by their field', () => {
  const rows = rowsFor(of('desktop'), tables);
  expect(
    missingIds({ ...of('card'), model: 'large', quant: 'q9' }, { ...rows, devices: {} }),
  ).toEqual(['hw', 'model', 'quant']);
  expect(missingIds({ ...of('desktop'), cpu: 'constructor' }, tables)).toEqual(['cpu']);
});
