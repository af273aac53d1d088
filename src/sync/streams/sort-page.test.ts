import { describe, expect, it } from 'vitest';
import type { CompiledStream } from '../../connector/index.ts';
import type { CopyKeys } from '../../store/index.ts';
import { isOlder, sortPage } from './sort-page.ts';

interface Row {
  readonly id: string | null;
  readonly at?: number;
  readonly state?: string;
  readonly gone?: boolean;
}
const stream = {
  identify: (row: Row) =>
    row.id === null
      ? { field: 'L.id', valueKind: 'kosong', cause: 'kosong', fix: 'Isi' }
      : { key: row.id, version: row.at, cursor: undefined, isDeleted: row.gone ?? false, text: JSON.stringify(row) },
} as unknown as CompiledStream;
const keys = { keyOf: (text: string) => Buffer.from(text), hashRow: (text: string) => Buffer.from(text) } as CopyKeys;
const sort = (...rows: Row[]) => sortPage(stream, keys, rows, 101);

describe('a page', () => {
  it.each<[string, Row[], string | undefined]>([
    [
      'the newer of two',
      [
        { id: 'a', at: 1, state: 'old' },
        { id: 'a', at: 2, state: 'new' },
      ],
      'new',
    ],
    [
      'the newer, whichever comes first',
      [
        { id: 'a', at: 2, state: 'new' },
        { id: 'a', at: 1, state: 'old' },
      ],
      'new',
    ],
    [
      'the later of two of the same time',
      [
        { id: 'a', at: 1, state: 'one' },
        { id: 'a', at: 1, state: 'two' },
      ],
      'two',
    ],
    [
      'the later of two without a time',
      [
        { id: 'a', state: 'one' },
        { id: 'a', state: 'two' },
      ],
      'two',
    ],
    [
      'the later where one has no time',
      [
        { id: 'a', at: 9, state: 'one' },
        { id: 'a', state: 'two' },
      ],
      'two',
    ],
  ])('keeps of a key that comes twice %s', async (_what, rows, state) => {
    const page = await sort(...rows);
    expect(page.rows).toHaveLength(1);
    expect(page.doubled).toBe(1);
    expect((page.rows[0]?.row as Row | undefined)?.state).toBe(state);
  });

  it('tells a row that is gone from the same row that is there', async () => {
    const [there, gone] = [await sort({ id: 'a' }), await sort({ id: 'a', gone: true })];
    expect(there.rows[0]?.rowHash).not.toEqual(gone.rows[0]?.rowHash);
  });

  it('sets rows without a key aside, each by what stands in it, with its place in the run', async () => {
    const page = await sort({ id: 'a' }, { id: null, state: 'x' }, { id: null, state: 'y' });
    expect(page.rows.map(({ number }) => number)).toEqual([101]);
    expect(page.rejected.map(({ row }) => row)).toEqual([102, 103]);
    expect(new Set(page.rejected.map(({ key }) => key.toString())).size).toBe(2);
  });

  it('may be long', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => ({ id: String(at) }));
    expect((await sort(...rows)).rows).toHaveLength(1000);
  });
});

it.each([
  [1, 2, true],
  [2, 2, false],
  [3, 2, false],
  [undefined, 2, false],
  [1, undefined, false],
])('version %s is older than %s: %s', (version, than, older) => expect(isOlder(version, than)).toBe(older));
