import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';
import { compileFlattenPath } from './flatten-path.ts';

function finder(...segments: FlattenNodePathSegment[]) {
  const compiled = compileFlattenPath(segments, (type, condition) => type === 'Book' && condition === 'Media');
  const find = (data: Record<string, unknown>) => {
    const found: object[] = [];
    compiled.each(data, (target) => found.push(target));
    expect(compiled.locate(data).map(({ object }) => object)).toEqual(found);
    return found;
  };
  return { ...compiled, find };
}
const field = (Field: string) => ({ Field });

describe('a flatten path', () => {
  it('finds the object at a field, and nothing at a null or at nothing', () => {
    const data = { a: { b: { id: 1 } }, n: null };
    expect(finder(field('a'), field('b')).find(data)).toEqual([{ id: 1 }]);
    expect(finder(field('n'), field('b')).find(data)).toEqual([]);
    expect(finder(field('x')).find(data)).toEqual([]);
  });

  it('opens lists, and lists within lists by the same step', () => {
    const data = { l: [[{ id: 1 }, null], null, [[{ id: 2 }]]] };
    expect(finder(field('l'), '@').find(data)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('tells where each object is, with the place in every list', () => {
    const data = { l: [[{ m: [{ id: 1 }] }], [{ m: [null, { id: 2 }] }]] };
    expect(finder(field('l'), '@', field('m'), '@').locate(data)).toEqual([
      { object: { id: 1 }, path: ['l', 0, 0, 'm', 0] },
      { object: { id: 2 }, path: ['l', 1, 0, 'm', 1] },
    ]);
  });

  it('keeps the types of a condition, and those of its interfaces', () => {
    const data = { l: [{ __typename: 'Book' }, { __typename: 'Film' }, {}, 'text'] };
    const find = (...TypeCondition: string[]) => finder(field('l'), '@', { TypeCondition }).find(data);
    expect(find('Film')).toEqual([{ __typename: 'Film' }]);
    expect(find('Media')).toEqual([{ __typename: 'Book' }]);
    expect(find('Film', 'Book')).toHaveLength(2);
  });

  it('takes a condition on the root as given: the root has no type name in the data', () => {
    expect(finder({ TypeCondition: ['Query'] }, field('a')).find({ a: { id: 1 } })).toEqual([{ id: 1 }]);
  });

  it('has the way down to the first list as its prefix', () => {
    expect(finder(field('a'), { TypeCondition: ['T'] }, field('b'), '@', field('c')).prefix).toEqual(['a', 'b']);
  });
});
