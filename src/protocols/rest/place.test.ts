import { describe, expect, it } from 'vitest';
import { compilePlace } from './place.ts';

describe('a place', () => {
  it.each([
    ['', { a: { b: [1, { c: 2 }] } }],
    ['a.b[1].c', 2],
    ['a.b[0]', 1],
    ['a.x.y', undefined],
    ['a.b[0].c', undefined],
    ['a.b.length.x', undefined],
  ])('%j is read', (path, value) => {
    expect(compilePlace(path)?.read({ a: { b: [1, { c: 2 }] } })).toEqual(value);
  });

  it.each([
    ['', 'new'],
    ['a.b[1].c', { a: { b: [1, { c: 'new' }] } }],
    ['[0]', { a: { b: [1, { c: 2 }] }, 0: 'new' }],
  ])('%j is given another value', (path, answer) => {
    expect(compilePlace(path)?.replace({ a: { b: [1, { c: 2 }] } }, 'new')).toEqual(answer);
  });

  it.each(['.', '.a', 'a.', 'a..b', 'a[]', 'a[x]', 'a]', 'data{}[', '[0'])('%j is none', (path) => {
    expect(compilePlace(path)).toBeUndefined();
  });
});
