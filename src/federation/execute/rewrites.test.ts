import type { FetchRewrite } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';
import { compileRewrites, renamedKeys } from './rewrites.ts';

const isSubtype = (type: string, condition: string) => type === 'Book' && condition === 'Media';
const rename = (path: FetchPath, renameKeyTo: string): FetchRewrite => ({ KeyRenamer: { path, renameKeyTo } });
type FetchPath = ({ Key: string } | { TypenameEquals: string[] })[];

function rewritten<T extends Record<string, unknown>>(object: T, ...rewrites: FetchRewrite[]): T {
  compileRewrites(rewrites, isSubtype)?.(object);
  return object;
}

describe('rewrites', () => {
  it('are nothing at all where a plan has none', () => {
    expect(compileRewrites([], isSubtype)).toBeUndefined();
    expect(compileRewrites(undefined, isSubtype)).toBeUndefined();
  });

  it('rename a key in every object of the lists on the way', () => {
    const data = {
      l: [
        [{ x: 1 }, null],
        [{ x: 2 }, {}],
      ],
    };
    expect(rewritten(data, rename([{ Key: 'l' }, { Key: 'x' }], 'y')).l).toMatchObject([
      [{ y: 1 }, null],
      [{ y: 2 }, {}],
    ]);
  });

  it('rename only in objects of their type, or of its interfaces, or of an unknown one', () => {
    const data = { l: [{ __typename: 'Book', x: 1 }, { __typename: 'Film', x: 2 }, { x: 3 }] };
    const path = [{ Key: 'l' }, { TypenameEquals: ['Media'] }, { Key: 'x' }];
    expect(rewritten(data, rename(path, 'y')).l.map((it) => 'y' in it)).toEqual([true, false, true]);
  });

  it("set a value, as an interface's name where a subgraph knows no types of it", () => {
    const path = [{ TypenameEquals: ['Media'] }, { Key: '__typename' }];
    expect(rewritten({ __typename: 'Book' }, { ValueSetter: { path, setValueTo: 'Media' } })).toEqual({
      __typename: 'Media',
    });
    expect(rewritten({ __typename: 'Book' }, { kind: 'ValueSetter', path, setValueTo: 'Media' })).toEqual({
      __typename: 'Media',
    });
    expect(rewritten({ __typename: 'Film' }, { ValueSetter: { path, setValueTo: 'Media' } })).toEqual({
      __typename: 'Film',
    });
  });

  it("tell which of the planner's keys stands for which of the answer's", () => {
    expect([...renamedKeys([rename([{ Key: 'l' }, { Key: 'x' }], 'y')])]).toEqual([['x', 'y']]);
  });
});
