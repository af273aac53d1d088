import { describe, expect, it } from 'vitest';
import { createMerge } from './merge.ts';

const merge = createMerge(new Set(['Media']));

function merged(target: Record<string, unknown>, ...sources: Record<string, unknown>[]): Record<string, unknown> {
  for (const source of sources) merge(target, source);
  return target;
}

describe('merging', () => {
  it('adds what the target lacks without copying it', () => {
    const inner = { b: 1 };
    expect(merged({}, { inner }).inner).toBe(inner);
  });

  it('goes into objects and lists by their places', () => {
    expect(merged({ o: { a: 1 }, l: [{ a: 1 }, null] }, { o: { b: 2 }, l: [{ b: 2 }, { b: 3 }] })).toEqual({
      o: { a: 1, b: 2 },
      l: [{ a: 1, b: 2 }, { b: 3 }],
    });
  });

  it('goes into lists of lists, and lets the longer one give its rest', () => {
    expect(merged({ l: [[{ a: 1 }]] }, { l: [[{ b: 2 }, { b: 3 }], [{ b: 4 }]] })).toEqual({
      l: [[{ a: 1, b: 2 }, { b: 3 }], [{ b: 4 }]],
    });
  });

  it('never lets a value give way to null, and fills a null', () => {
    expect(merged({ a: 1, b: null }, { a: null, b: 2 }, { b: undefined })).toEqual({ a: 1, b: 2 });
  });

  it("replaces an interface object's name by a type's, and never the other way round", () => {
    expect(merged({ __typename: 'Media' }, { __typename: 'Book' }, { __typename: 'Media' })).toEqual({
      __typename: 'Book',
    });
  });

  it('leaves an object that meets itself alone', () => {
    const shared = Object.freeze({ a: 1 });
    expect(merged({ x: shared, l: [shared] }, { x: shared, l: [shared] })).toEqual({ x: { a: 1 }, l: [{ a: 1 }] });
  });

  it("does not write to the prototype of all objects, whatever keys a subgraph's JSON has", () => {
    merged({ a: {} }, JSON.parse('{"__proto__": {"polluted": true}, "a": {"__proto__": {"polluted": true}}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
