import { describe, expect, it } from 'vitest';
import { judgeCounts, judgeDrift, judgeRemoval, judgeTotal, type Removal } from './judge-run.ts';

const counts = { read: 10, written: 4, unchanged: 3, rejected: 2, deleted: 1, vanished: 9 };

describe('the counts of a run', () => {
  it('add up when every row has ended somewhere', () => expect(() => judgeCounts(counts)).not.toThrow());

  it.each(['read', 'written', 'unchanged', 'rejected', 'deleted'] as const)('do not when one is lost at %s', (key) => {
    expect(() => judgeCounts({ ...counts, [key]: counts[key] + 1 })).toThrow('does not add up');
  });
});

describe('the number that a source says it has', () => {
  it.each([
    ['is not said', undefined, 10, 9],
    ['is what it gave', 10, 10, 10],
    ['is what it gave, keys not counted', 10, 10, undefined],
    ['is nothing', 0, 0, 0],
  ])('and that %s is a success', (_what, total, read, distinct) => {
    expect(() => judgeTotal(total, read, distinct)).not.toThrow();
  });

  it.each([
    ['more', 12, 10, 10, 'Sumber menyebut 12 baris, yang diberikan 10.'],
    ['fewer', 9, 10, 10, 'Sumber menyebut 9 baris, yang diberikan 10.'],
    ['as many, but some twice', 10, 10, 9, 'Dari 10 baris hanya 9 yang berbeda'],
  ])('and that is %s is none', (_what, total, read, distinct, reason) => {
    expect(() => judgeTotal(total, read, distinct)).toThrow(
      expect.objectContaining({ state: 'failing', retryable: true, reason: expect.stringContaining(reason) }),
    );
  });
});

describe('copies that a sweep has not seen', () => {
  const removal = (count: number, live: number, more: Partial<Removal> = {}): Removal => ({
    missing: { count, countAgain: 0, live, distinct: live - count },
    ...{ unknown: 0, shrinkGuard: 0.2, allowShrink: false, isRekeyed: false },
    ...more,
  });

  it.each([
    ['none', removal(0, 100), true],
    ['few', removal(20, 100), true],
    ['one of three', removal(1, 3), true],
    ['five of six', removal(5, 6), true],
    ['none of an empty stream', removal(0, 0), true],
    ['many that a person has allowed', removal(90, 100, { allowShrink: true }), true],
    [
      'all, under a new index key',
      removal(100, 100, { isRekeyed: true, missing: { count: 100, countAgain: 0, live: 100, distinct: 100 } }),
      true,
    ],
    ['few, while rows had no key', removal(1, 100, { unknown: 1 }), false],
    ['many, while rows had no key', removal(90, 100, { unknown: 1 }), false],
    [
      'many that a person has allowed, while rows had no key',
      removal(90, 100, { unknown: 1, allowShrink: true }),
      false,
    ],
  ])('may go: %s', (_what, given, may) => expect(judgeRemoval(given)).toBe(may));

  it.each([
    ['many', removal(21, 100)],
    ['all', removal(3, 3)],
    ['the only one', removal(1, 1)],
    ['six of seven', removal(6, 7)],
    [
      'half of them under a new index key',
      removal(100, 100, { isRekeyed: true, missing: { count: 100, countAgain: 0, live: 100, distinct: 50 } }),
    ],
  ])('wait for a person: %s', (_what, given) => {
    expect(() => judgeRemoval(given)).toThrow(expect.objectContaining({ state: 'needsAttention', retryable: false }));
  });
});

describe('columns that have changed', () => {
  const before = { id: 'string', biaya: 'string', petugas: 'string' };
  const needed = new Set(['id', 'biaya']);
  const judge = (now: Readonly<Record<string, string>>, onDrift: 'pause' | 'continue' = 'pause') =>
    judgeDrift(before, now, needed, onDrift);

  it.each([
    ['nothing', before, undefined],
    ['nothing, as there are no rows', {}, undefined],
    ['a column that no record reads', { id: 'string', biaya: 'string' }, 'Sumber berubah: kolom petugas hilang.'],
    ['a new one', { ...before, x: 'null' }, 'Sumber berubah: kolom x baru.'],
  ])('are reported and no more: %s', (_what, now, note) => expect(judge(now)).toBe(note));

  it('are not compared in a first run', () => expect(judgeDrift(null, before, needed, 'pause')).toBeUndefined());

  it.each([
    ['gone', { id: 'string', petugas: 'string' }, 'kolom biaya hilang'],
    ['of another kind', { ...before, biaya: 'number' }, 'isi kolom biaya berubah jenis'],
  ])('pause the stream where the record reads what is %s, or go on where the file says so', (_what, now, note) => {
    expect(() => judge(now)).toThrow(
      expect.objectContaining({ state: 'paused', reason: expect.stringContaining(note) }),
    );
    expect(judge(now, 'continue')).toContain(note);
  });
});
