import { describe, expect, it } from 'vitest';
import { findNextLink } from './link-header.ts';

const READ: readonly (readonly [string | undefined, string | undefined])[] = [
  [undefined, undefined],
  ['', undefined],
  ['</a?p=2>; rel="next"', '/a?p=2'],
  ['</a>;rel=next', '/a'],
  ['<a>; REL=Next', 'a'],
  ['<a>; rel="prev NEXT"', 'a'],
  ['<a>; rel=last', undefined],
  ['<a>; rel=nextx', undefined],
  ['<a>', undefined],
  ['<a>; title="x, <b>; rel=next"; rel=last, <c>; rel=next', 'c'],
  ['<a?x=1,2;3>; rel=next', 'a?x=1,2;3'],
  ['<a>; title="\\"; rel=next"; rel=last', undefined],
  ['<a>; rel=last; rel=next', undefined],
  ['<a>; rel=next; anchor="/lain"', undefined],
  ['<a>; rel=last , <b>; rel=next;', 'b'],
  ['<a>; crossorigin; rel=next', 'a'],
  ["<a>; title*=UTF-8'en'x; rel=next", 'a'],
];

describe('a Link header', () => {
  it.each(READ)('%j: the next page is %j', (header, target) => {
    expect(findNextLink(header)).toEqual(target === undefined ? undefined : expect.objectContaining({ target }));
  });

  it.each(['a; rel=next', '<a; rel=next', '<a>; rel="next', '<a> rel=next', '<a>; rel=prev <b>; rel=next'])(
    '%j cannot be read',
    (header) => {
      expect(findNextLink(header)).toBe('unreadable');
    },
  );

  it('of hostile length is read without going back and forth over it', () => {
    expect(findNextLink(`<a>${' '.repeat(100_000)}x`)).toBe('unreadable');
    expect(findNextLink(`<a>${'; a'.repeat(30_000)}=`)).toBe('unreadable');
  });
});
