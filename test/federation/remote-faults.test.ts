import { parse } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { composeSupergraph, createEngine, createHttpLink, createLocalPlanner } from '../../src/federation/index.ts';
import {
  drip,
  type Handle,
  hang,
  json,
  oversized,
  reset,
  resetInAnswer,
  startLoopback,
  text,
} from '../../src/outbound/testing/loopback.ts';
import { federationLink } from './support/build-subgraph.ts';

const products = 'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String }';
const reviews = 'type Query { stars: Int } type Product @key(fields: "id") { id: ID! rating: Int }';
const query = '{ product { name rating } stars }';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function askWith(handle: Handle) {
  const well = await startLoopback(json({ data: { product: { __typename: 'Product', id: '1', name: 'Kopi' } } }));
  const ill = await startLoopback(handle);
  const limits = { timeoutMs: 200, maxAnswerBytes: 100_000 };
  const links = [
    createHttpLink({ name: 'products', url: well.url }),
    createHttpLink({ name: 'reviews', url: ill.url, limits }),
  ];
  const supergraphSdl = composeSupergraph([
    { name: 'products', sdl: federationLink + products },
    { name: 'reviews', sdl: federationLink + reviews },
  ]);
  const engine = createEngine({ supergraphSdl, links, planner: createLocalPlanner(supergraphSdl) });
  undo.push(well.stop, ill.stop, ...links.map((link) => link.close));
  return engine.execute({ document: parse(query), documentKey: query, context: {} });
}

const html = text('<html>NIK 1571010101900001</html>');

it.each<[string, Handle, string, string]>([
  ['is hung', hang, 'SUBGRAPH_UNAVAILABLE', 'no answer within the time allowed'],
  ['drips without end', drip, 'SUBGRAPH_UNAVAILABLE', 'no answer within the time allowed'],
  ['resets', reset, 'SUBGRAPH_UNAVAILABLE', 'the connection failed'],
  ['breaks off', resetInAnswer, 'SUBGRAPH_UNAVAILABLE', 'the connection failed'],
  ['answers 500', text('', 500), 'SUBGRAPH_UNAVAILABLE', 'HTTP 500'],
  ['answers HTML', html, 'SUBGRAPH_BAD_ANSWER', 'not a GraphQL answer'],
  ['answers truncated JSON', text('{"data":{"st'), 'SUBGRAPH_BAD_ANSWER', 'not a GraphQL answer'],
  ['answers without end of size', oversized(200_000), 'SUBGRAPH_BAD_ANSWER', 'larger than'],
])('a remote subgraph that %s costs its own fields only', async (_name, handle, code, message) => {
  const { data, errors } = await askWith(handle);
  expect(data).toEqual({ product: { name: 'Kopi', rating: null }, stars: null });
  expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['product', 'stars']);
  for (const error of errors ?? []) {
    expect(error.extensions).toMatchObject({ code, subgraph: 'reviews' });
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/1571|127\.0\.0\.1/);
  }
});

it('an error whose path counts in text, as Mercurius writes it, is placed where it happened', async () => {
  const error = { message: 'No rating', path: ['_entities', '0', 'rating'] };
  const { errors } = await askWith(json({ data: { _entities: [{ rating: null }], stars: 3 }, errors: [error] }));
  expect(errors?.map(({ path }) => path)).toContainEqual(['product', 'rating']);
});

it.each<[string, unknown]>([
  ['data: null', { data: null }],
  ['errors that are no errors', { data: null, errors: [null, 7, 'no', {}] }],
  ['data of another kind', { data: 'nothing' }],
  ['entities that are no list', { data: { _entities: { id: 1 }, stars: null } }],
])('a remote subgraph that answers %s costs its own fields only', async (_name, answer) => {
  const { data, errors } = await askWith(json(answer));
  expect(data).toEqual({ product: { name: 'Kopi', rating: null }, stars: null });
  expect(errors?.length).toBeGreaterThan(0);
  for (const error of errors ?? []) expect(error.extensions.subgraph).toBe('reviews');
});
