import { makeExecutableSchema } from '@graphql-tools/schema';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { jitSuits } from './jit-suits.ts';
import { createLocalLink } from './local-link.ts';

const types = ['A', 'B', 'C', 'D'].map((name) => `type ${name} implements Node { id: ID node: Node }`);
const schema = makeExecutableSchema({
  typeDefs: `type Query { echo(box: Box, ring: Ring): String node: Node who: String }
    interface Node { id: ID node: Node } ${types.join(' ')}
    input Box { size: Int = 3 label: String }
    input Ring { of: Ring size: Int }`,
  resolvers: {
    Query: { echo: (_, args) => JSON.stringify(args), who: (_, _args, context) => context.user },
    Node: { __resolveType: () => 'A' },
  },
});
const nested = (depth: number): string => (depth === 0 ? 'id' : `id node { ${nested(depth - 1)} }`);

describe('graphql-jit', () => {
  it('suits usual operations', () => {
    expect(jitSuits(schema, parse(`query ($box: Box) { who echo(box: $box) ${nested(3)} }`))).toBe(true);
  });

  it('does not suit abstract types deep within each other: it takes half a minute to compile them', () => {
    expect(jitSuits(schema, parse(`{ ${nested(8)} }`))).toBe(false);
    expect(
      jitSuits(
        schema,
        parse(
          `{ node { ...F0 } } ${[0, 1, 2, 3, 4, 5].map((it) => `fragment F${it} on Node { node { id ...F${it + 1} } }`).join(' ')} fragment F6 on Node { id }`,
        ),
      ),
    ).toBe(false);
  });

  it('does not suit variables of an input type that holds itself: it never ends', () => {
    expect(jitSuits(schema, parse('query ($ring: [Ring!]) { who }'))).toBe(false);
  });
});

describe('a local link', () => {
  const link = createLocalLink('a', schema, (requestContext) => ({ user: requestContext }));
  const ask = async (operation: string, variables: Record<string, unknown> = {}) =>
    JSON.parse(JSON.stringify(await link.prepare(operation)(variables, 'ani')));

  it("hands the caller's context to the resolvers", async () => {
    expect(await ask('{ who }')).toEqual({ data: { who: 'ani' } });
    expect(await ask(`query ($ring: Ring) { who echo(ring: $ring) }`)).toEqual({ data: { who: 'ani', echo: '{}' } });
  });

  it('leaves an input field to its default when the variable in it has no value', async () => {
    const operation = 'query ($size: Int) { echo(box: { size: $size }) }';
    expect(await ask(operation)).toEqual({ data: { echo: '{"box":{"size":3}}' } });
    expect(await ask(operation, { size: 5 })).toEqual({ data: { echo: '{"box":{"size":5}}' } });
    expect(await ask(operation, { size: null })).toEqual({ data: { echo: '{"box":{"size":null}}' } });
  });
});
