import { describe, expect, it } from 'vitest';
import { compareColumns, mergeColumns, readColumns } from './columns.ts';

describe('the columns of a source', () => {
  it('are read out of its first rows, also those that some rows leave out', () => {
    const rows = [{ id: 1, note: null }, { id: 2, note: 'x' }, { id: 3, extra: [1] }, null, 'row'];
    expect(readColumns(rows)).toEqual({ id: 'number', note: 'string', extra: 'list' });
  });

  it('are none where there are no rows', () => expect(readColumns([])).toEqual({}));

  it.each([
    ['the same', { a: 'string' }, { a: 'string' }, [], [], []],
    ['gone', { a: 'string', b: 'string' }, { a: 'string' }, ['b'], [], []],
    ['new', { a: 'string' }, { a: 'string', b: 'null' }, [], ['b'], []],
    ['of another kind', { a: 'string' }, { a: 'number' }, [], [], ['a']],
    ['empty for once', { a: 'string' }, { a: 'null' }, [], [], []],
    ['filled for the first time', { a: 'null' }, { a: 'number' }, [], [], []],
  ])('that are %s', (_what, before, now, gone, added, retyped) => {
    expect(compareColumns(before, now)).toEqual({ gone, added, retyped });
  });

  it('stay of the kind that they had while nothing stands there', () => {
    const first = mergeColumns({}, { a: 'string', b: 'null' });
    expect(mergeColumns(first, { a: 'null', b: 'number' })).toEqual({ a: 'string', b: 'number' });
  });
});
