// Proves that filters, order, pages and addresses of the table of measured runs do what they say, and that a wrong address is named and the rest applies.
import { describe, expect, test } from 'vitest';
import {
  EMPTY_QUERY,
  formatRunQuery,
  pageOfRuns,
  parseRunQuery,
  type RunQuery,
  selectRuns,
} from '../../src/views/run-filter.ts';
import { optionsOf } from '../../src/views/run-options.ts';
import { run, setOf } from './run-rows.ts';

const { deviceId: _, formatId: __, ...outside } = run('4', { device: 'Kirin 990', format: 'w8a8' });
const set = setOf(
  run('1', { tgTokensPerSecond: 100, tgEstimate: 110 }),
  run('2', { device: 'SISTER', deviceId: 'sister', tgTokensPerSecond: 50, tgEstimate: 20 }),
  run('3', { model: 'Twice', modelId: 'twice', skip: 'power capped', engineVersion: 'b6918' }),
  { ...outside, tgTokensPerSecond: 9, tgEstimate: 9 },
);

const choose = (query: Partial<RunQuery>) =>
  selectRuns(set, { ...EMPTY_QUERY, ...query }).map(({ id }) => id.slice(8));

describe('filters', () => {
  test.each([
    [{}, ['1', '2', '3', '4']],
    [{ device: 'sister' }, ['2']],
    [{ model: 'twice' }, ['3']],
    [{ device: 'kirin-990' }, ['4']],
    [{ quant: 'w8a8' }, ['4']],
    [{ device: 'card', model: 'small' }, ['1']],
    [{ marked: 'without' }, ['1', '2', '4']],
    [{ marked: 'only' }, ['3']],
    [{ find: 'B6918' }, ['3']],
    [{ find: 'sister llama.cpp' }, ['2']],
    [{ find: 'power capped' }, ['3']],
    [{ find: 'nothing like it' }, []],
  ] as [Partial<RunQuery>, string[]][])('%j', (query, ids) => {
    expect(choose(query)).toEqual(ids);
  });
});

describe('order', () => {
  test('by speed either way', () => {
    expect(choose({ sort: 'tg' })).toEqual(['4', '2', '1', '3']);
    expect(choose({ sort: '-tg' })).toEqual(['1', '3', '2', '4']);
  });

  test('by how far the estimate is off, whichever way: 2.5 times, 10 %, 10 %, 0 %', () => {
    expect(choose({ sort: '-tgoff' })).toEqual(['2', '1', '3', '4']);
  });

  test('what was not measured stands last either way', () => {
    const both = setOf(run('none'), run('some', { ppTokensPerSecond: 5 }));
    for (const sort of ['pp', '-pp'])
      expect(selectRuns(both, { ...EMPTY_QUERY, sort }).map(({ id }) => id)).toEqual([
        'made-up-some',
        'made-up-none',
      ]);
  });

  test('names as people count: RTX 90 before RTX 100', () => {
    const named = setOf(run('a', { device: 'RTX 100' }), run('b', { device: 'RTX 90' }));
    const order = selectRuns(named, { ...EMPTY_QUERY, sort: 'device' });
    expect(order.map(({ device }) => device)).toEqual(['RTX 90', 'RTX 100']);
  });
});

describe('addresses', () => {
  test('say what was chosen and nothing else, and come back', () => {
    const query: RunQuery = {
      ...EMPTY_QUERY,
      device: 'sister',
      find: 'flash attention',
      sort: '-tgoff',
      page: 2,
    };
    const text = formatRunQuery(query);
    expect(text).toBe('device=sister&find=flash%20attention&sort=-tgoff&page=2');
    expect(parseRunQuery(`?${text}`, set)).toEqual({ query, problems: [] });
    expect(formatRunQuery(EMPTY_QUERY)).toBe('');
  });

  test('name what they say wrongly; the rest applies', () => {
    const { query, problems } = parseRunQuery(
      '?device=rtx-9999&model=twice&page=-1&sort=colour&marked=maybe&size=10&quant=',
      set,
    );
    expect(query).toEqual({ ...EMPTY_QUERY, model: 'twice' });
    expect(problems).toEqual([
      'device must be one that a measured run has, got rtx-9999',
      'page must be a whole number from 1, got -1',
      'sort must be one of device, model, software, test, pp, ppoff, tg, tgoff, date, got colour',
      'marked must be without or only, got maybe',
      'size: no such filter',
    ]);
  });

  test('survive hostile values', () => {
    for (const text of ['?find=%E0%A4%A', `?find=${'x'.repeat(500)}`, '?__proto__=1', '?page=1e9'])
      expect(() => parseRunQuery(text, set)).not.toThrow();
    expect(parseRunQuery('?toString=1', set).problems).toEqual(['toString: no such filter']);
  });
});

describe('pages', () => {
  const many = Array.from({ length: 250 }, (_, place) => run(String(place)));

  test('250 runs are three pages, the last of fifty', () => {
    const last = pageOfRuns(many, 3);
    expect(last).toMatchObject({ page: 3, pages: 3, found: 250 });
    expect(last.runs.map(({ id }) => id)).toEqual(many.slice(200).map(({ id }) => id));
  });

  test('past the end is the last, no run is one empty page', () => {
    expect(pageOfRuns(many, 99).page).toBe(3);
    expect(pageOfRuns([], 1)).toEqual({ runs: [], page: 1, pages: 1, found: 0 });
  });
});

describe('what the filters offer', () => {
  test('devices by maker with their runs, strangers last', () => {
    expect(optionsOf(set, 'device')).toEqual([
      {
        name: 'NVIDIA',
        options: [
          { value: 'card', name: 'CARD', count: 2 },
          { value: 'sister', name: 'SISTER', count: 1 },
        ],
      },
      {
        name: 'Not in the catalogue',
        options: [{ value: 'kirin-990', name: 'Kirin 990', count: 1 }],
      },
    ]);
  });
});
