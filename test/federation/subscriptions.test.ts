import { makeExecutableSchema } from '@graphql-tools/schema';
import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import {
  composeSupergraph,
  createEngine,
  createLocalLink,
  createLocalPlanner,
  type SubgraphLink,
} from '../../src/federation/index.ts';
import { federationLink } from './support/build-subgraph.ts';
import type { LinkKind } from './support/run-case.ts';
import { startRemoteSubgraph } from './support/start-remote-subgraph.ts';

const stockSdl = `type Query { n: Int } type Subscription { changed(of: ID): Product refused: Product }
  type Product @key(fields: "id") { id: ID! stock: Int }`;
const pricesSdl = 'type Query { m: Int } type Product @key(fields: "id") { id: ID! price: Int! }';
const executable = 'directive @key(fields: String!) on OBJECT scalar _Any union _Entity = Product';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

type Event = { id: string; stock: number } | Error;

/** Events that stay open when they are used up, unless an Error ends them; tells whether it was given up. */
function createSource(events: readonly Event[]) {
  const state = { isGivenUp: false, asked: [] as unknown[] };
  const { promise: never, resolve: end } = Promise.withResolvers<IteratorResult<Event>>();
  const left = [...events];
  const iterator: AsyncIterableIterator<Event> = {
    next: async () => {
      const value = left.shift();
      if (value instanceof Error) throw value;
      return value ? { done: false, value } : never;
    },
    return: async () => {
      state.isGivenUp = true;
      end({ done: true, value: undefined });
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return { state, iterator };
}

function buildSchemas({ state, iterator }: ReturnType<typeof createSource>): Record<string, GraphQLSchema> {
  const stock = makeExecutableSchema({
    typeDefs: [stockSdl, executable],
    resolvers: {
      Subscription: {
        changed: {
          subscribe: (_root: unknown, args: unknown) => {
            state.asked.push(args);
            return iterator;
          },
          resolve: (event: Event) => event,
        },
        refused: {
          subscribe: () => {
            throw new Error('Not for you');
          },
        },
      },
    },
  });
  const prices = makeExecutableSchema({
    typeDefs: [pricesSdl, executable, 'extend type Query { _entities(representations: [_Any!]!): [_Entity]! }'],
    resolvers: {
      _Entity: { __resolveType: () => 'Product' },
      Query: {
        _entities: (_root: unknown, { representations }: { representations: { id: string }[] }) =>
          representations.map(({ id }) => (id === 'bad' ? new Error('No price') : { id, price: Number(id) * 100 })),
      },
    },
  });
  return { stock, prices };
}

async function start(kind: LinkKind, events: readonly Event[]) {
  const source = createSource(events);
  const links: SubgraphLink[] = [];
  for (const [name, schema] of Object.entries(buildSchemas(source))) {
    if (kind === 'local') links.push(createLocalLink(name, schema, (context) => context));
    else {
      const remote = await startRemoteSubgraph(name, schema);
      undo.push(remote.stop);
      links.push(remote.link);
    }
  }
  const supergraphSdl = composeSupergraph([
    { name: 'stock', sdl: federationLink + stockSdl },
    { name: 'prices', sdl: federationLink + pricesSdl },
  ]);
  const engine = createEngine({ supergraphSdl, links, planner: createLocalPlanner(supergraphSdl) });
  const subscribe = (text: string, variables: Record<string, unknown> = {}, renewContext = () => ({})) =>
    engine.subscribe({ document: parse(text), documentKey: text, variables, context: {}, renewContext });
  return { engine, subscribe, state: source.state };
}

async function open(answer: Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>>) {
  const events = await answer;
  if (!('next' in events)) throw new Error(`Not subscribed: ${JSON.stringify(events)}`);
  return events;
}

describe.each<LinkKind>(['local', 'remote'])('a subscription, %s subgraphs', (kind) => {
  it('gets each event whole, in order, with what other subgraphs know of it', async () => {
    const { subscribe, state } = await start(kind, [
      { id: '1', stock: 5 },
      { id: '2', stock: 6 },
    ]);
    const text =
      'subscription S($id: ID, $all: Boolean!) { it: changed(of: $id) { price left: stock @include(if: $all) } }';
    const events = await open(subscribe(text, { id: 'x', all: true }));
    expect((await events.next()).value).toEqual({ data: { it: { price: 100, left: 5 } } });
    expect((await events.next()).value).toEqual({ data: { it: { price: 200, left: 6 } } });
    expect(state.asked).toEqual([{ of: 'x' }]);
    await events.return?.();
  });

  it('keeps going after an event that could not be completed', async () => {
    const { subscribe } = await start(kind, [
      { id: 'bad', stock: 5 },
      { id: '2', stock: 6 },
    ]);
    const events = await open(subscribe('subscription { changed { stock price } }'));
    const { value: first } = await events.next();
    expect(first.data).toEqual({ changed: null });
    expect(first.errors).toMatchObject([{ message: 'No price', path: ['changed'] }]);
    expect((await events.next()).value).toEqual({ data: { changed: { stock: 6, price: 200 } } });
    await events.return?.();
  });

  it('ends with an error when its source fails', async () => {
    const { subscribe } = await start(kind, [{ id: '1', stock: 5 }, new Error('Broken pipe')]);
    const events = await open(subscribe('subscription { changed { stock } }'));
    await events.next();
    const { value: last } = await events.next();
    expect(last.data).toEqual({ changed: null });
    expect(last.errors).toHaveLength(1);
    expect((await events.next()).done).toBe(true);
  });

  it('that is given up while it waits closes its source', async () => {
    const { subscribe, state } = await start(kind, []);
    const events = await open(subscribe('subscription { changed { stock } }'));
    const waiting = events.next();
    if (kind === 'remote') await expect.poll(() => state.asked.length).toBe(1);
    await events.return?.();
    expect((await waiting).done).toBe(true);
    await expect.poll(() => state.isGivenUp).toBe(true);
  });
});

describe('a subscription', () => {
  it('that its subgraph refuses has errors and no data', async () => {
    const { subscribe } = await start('local', []);
    const answer = await subscribe('subscription { refused { stock } }');
    expect(answer).toMatchObject({ errors: [{ message: 'Not for you', path: ['refused'] }] });
    expect(answer).not.toHaveProperty('data');
  });

  it('gives every event a context of its own', async () => {
    const { subscribe } = await start('local', [
      { id: '1', stock: 5 },
      { id: '2', stock: 6 },
    ]);
    const contexts: object[] = [];
    const renew = () => {
      const fresh = {};
      contexts.push(fresh);
      return fresh;
    };
    const events = await open(subscribe('subscription { changed { price } }', {}, renew));
    await events.next();
    const before = contexts.length;
    await events.next();
    expect(contexts.length).toBeGreaterThan(before);
    await events.return?.();
  });

  it('is refused where a single answer is wanted, and a query that is subscribed to is answered', async () => {
    const { engine } = await start('local', []);
    const request = (text: string) => ({ document: parse(text), documentKey: text, context: {} });
    const refused = await engine.execute(request('subscription { changed { stock } }'));
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(await engine.subscribe(request('{ n }'))).toEqual({ data: { n: null } });
  });

  it('at a subgraph that cannot be reached gives one event that says so, and ends', async () => {
    const remote = await startRemoteSubgraph('stock', buildSchemas(createSource([])).stock as GraphQLSchema);
    await remote.stop();
    const supergraphSdl = composeSupergraph([{ name: 'stock', sdl: federationLink + stockSdl }]);
    const engine = createEngine({ supergraphSdl, links: [remote.link], planner: createLocalPlanner(supergraphSdl) });
    const text = 'subscription { changed { stock } }';
    const events = await open(engine.subscribe({ document: parse(text), documentKey: text, context: {} }));
    const { value } = await events.next();
    expect(value.data).toEqual({ changed: null });
    expect(value.errors).toMatchObject([{ path: ['changed'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect((await events.next()).done).toBe(true);
  });
});
