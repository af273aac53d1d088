import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isExplained, settleErrors } from './project-run.ts';

const at = (message: string, ...path: (string | number)[]) => new GraphQLError(message, { path });

describe('a null', () => {
  it('is explained by an error above, at or below it, and by one without a place', () => {
    for (const error of [at('e', 'a'), at('e', 'a', 0, 'b'), at('e', 'a', 0, 'b', 'c'), new GraphQLError('e')])
      expect(isExplained(['a', 0, 'b'], [error], [])).toBe(true);
    for (const error of [at('e', 'a', 1), at('e', 'a', 0, 'c'), at('e', 'b')])
      expect(isExplained(['a', 0, 'b'], [error], [])).toBe(false);
  });

  it('is explained when its whole object is null in a subgraph for an error elsewhere in it', () => {
    expect(isExplained(['a', 'b'], [at('e', 'a', 'x')], [['a']])).toBe(true);
    expect(isExplained(['a', 'b', 'c'], [at('e', 'a', 'x')], [['a']])).toBe(false);
  });
});

describe("the client's errors", () => {
  const settle = (errors: GraphQLError[], data: unknown, unasked: GraphQLError[] = []) =>
    settleErrors({ errors, unasked: new Set(unasked) }, data).map(({ message, path }) => `${message} ${path ?? ''}`);

  it('leave out what two subgraphs say alike of one place', () => {
    expect(settle([at('e', 'a'), at('e', 'a'), at('f', 'a')], { a: null })).toEqual(['e a', 'f a']);
  });

  it('leave out places that the answer does not have', () => {
    expect(settle([at('e', 'l', 0, 'x'), at('e', 'l', 1, 'x')], { l: [{ x: null }, {}] })).toEqual(['e l,0,x']);
  });

  it('keep places that a null has swallowed', () => {
    expect(settle([at('e', 'a', 'b', 'c')], { a: null })).toEqual(['e a,b,c']);
  });

  it('leave out that a required field failed when the client asked for that field itself', () => {
    const required = at('e', 'a');
    expect(settle([required, at('e', 'a', 'x')], { a: { x: null } }, [required])).toEqual(['e a,x']);
    expect(settle([required], { a: { y: null } }, [required])).toEqual(['e a']);
  });
});
