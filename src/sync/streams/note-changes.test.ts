import { describe, expect, it } from 'vitest';
import { noteChanges } from './note-changes.ts';

const before = { nik: 'string', biaya: 'number', lama: 'string' };
const now = { nik: 'string', biaya: 'string', baru: 'null' };
const at = { sinceMs: 1000, isPaused: false };

describe('changes of columns', () => {
  const first = noteChanges([], before, now, at) ?? [];

  it('are kept with what became of each and since when', () => {
    expect(first).toEqual([
      { column: 'lama', change: 'gone', ...at },
      { column: 'biaya', change: 'retyped', ...at },
      { column: 'baru', change: 'added', ...at },
    ]);
  });

  it('that a run sees again, because the one before did not succeed, are not newer', () => {
    expect(noteChanges(first, before, now, { ...at, sinceMs: 2000 })).toBeUndefined();
  });

  it('come again when a column that was gone is back', () => {
    const back = noteChanges(first, now, { ...now, lama: 'string' }, { ...at, sinceMs: 3000 });
    expect(back?.[0]).toEqual({ column: 'lama', change: 'added', sinceMs: 3000, isPaused: false });
    expect(back?.slice(1)).toEqual(first);
  });

  it.each([
    ['of a source that was never read', null, now],
    ['of a source without rows', before, {}],
    ['of none', before, before],
  ])('%s are none', (_what, was, is) => {
    expect(noteChanges(first, was, is, at)).toBeUndefined();
  });

  it('are kept as far as anybody reads', () => {
    const columns = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, 'string']));
    expect(noteChanges([], { nik: 'string' }, columns, at)).toHaveLength(20);
  });
});
