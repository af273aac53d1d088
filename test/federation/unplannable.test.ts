import { parse } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import {
  composeSupergraph,
  createEngine,
  createPlannerProcess,
  type PlannerProcess,
} from '../../src/federation/index.ts';
import { federationLink } from './support/build-subgraph.ts';

/**
 * What the query planner cannot plan, reduced. Should one of these begin to pass, the planner has been mended: move it
 * to a case.
 */
const unplannable: readonly { what: string; subgraphs: Readonly<Record<string, string>>; query: string }[] = [
  {
    what: '@requires across a change of key',
    subgraphs: {
      a: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! }',
      b: 'type Item @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! price: Int }',
      c: 'type Item @key(fields: "sku") { sku: ID! price: Int @external tax: Int @requires(fields: "price") }',
    },
    query: '{ item { tax } }',
  },
  {
    what: "a @requires field of a union's member within an entity fetch from the same subgraph",
    subgraphs: {
      a: 'type Query { box: Box } type Box @key(fields: "id") { id: ID! weight: Int } type Bag @key(fields: "id") { id: ID! }',
      b: `type Box @key(fields: "id") { id: ID! weight: Int @external fee: Int @requires(fields: "weight") next: Next }
          type Bag @key(fields: "id") { id: ID! size: Int } union Next = Box | Bag`,
    },
    query: '{ box { next { ... on Box { fee } } } }',
  },
];

const planners: PlannerProcess[] = [];
afterAll(() => {
  for (const planner of planners) planner.close();
});

describe('an operation that cannot be planned', () => {
  it.each(unplannable)('is refused to its caller: $what', async ({ subgraphs, query }) => {
    const supergraphSdl = composeSupergraph(
      Object.entries(subgraphs).map(([name, sdl]) => ({ name, sdl: federationLink + sdl })),
    );
    const planner = createPlannerProcess(supergraphSdl);
    planners.push(planner);
    const engine = createEngine({ supergraphSdl, links: [], planner });
    const result = await engine.execute({ document: parse(query), documentKey: query, context: {} });
    expect(result.data).toBeUndefined();
    expect(result.errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['This operation could not be planned.', 'INTERNAL'],
    ]);
    expect(result.errors?.[0]?.originalError?.message).toMatch(/^Failed to plan query/);
  });
});
