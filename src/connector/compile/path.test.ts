import { describe, expect, it } from 'vitest';
import { compilePath } from './path.ts';

const answer = { a: 1, list: [{ b: { c: 2 } }, [3]], 'nama lengkap': 'x', kosong: null, t: 'teks' };

describe('a path', () => {
  it.each([
    ['a', 1],
    ['list[0].b.c', 2],
    ['list[1][0]', 3],
    ['nama lengkap', 'x'],
    ['kosong', null],
    ['kosong.apa', undefined],
    ['tidak.ada', undefined],
    ['list[9].b', undefined],
    ['list.b', undefined],
    // A text has no places to read.
    ['t.length', undefined],
    ['t[0]', undefined],
  ])('%s reads %j', (path, value) => expect(compilePath(path)?.(answer)).toEqual(value));

  it('may begin with a place in a list', () => {
    expect(compilePath('[1].x')?.([0, { x: 7 }])).toBe(7);
  });

  it.each([null, undefined, 5, 'x', true])('reads nothing of %j', (value) => {
    expect(compilePath('a.b')?.(value)).toBeUndefined();
    expect(compilePath('a')?.(value)).toBeUndefined();
  });

  it.each(['', '.', '.a', 'a.', 'a..b', 'a[', 'a[x]', 'a[]', 'a]', 'a[-1]', '[0'])('%j is none', (path) => {
    expect(compilePath(path)).toBeUndefined();
  });
});
