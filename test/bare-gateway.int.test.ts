import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../src/federation/index.ts';
import { hang, json, type Loopback, startLoopback } from '../src/outbound/testing/loopback.ts';
import { federationLink } from './federation/support/build-subgraph.ts';
import { ask, readAnswer } from './support/ask.ts';
import { type RunningProcess, runProcess } from './support/run-process.ts';

const products = 'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String }';
const reviews = 'type Query { stars: Int } type Product @key(fields: "id") { id: ID! rating: Int }';
const sdlOf = (urls: { products: string; reviews: string }) =>
  composeSupergraph([
    { name: 'products', sdl: federationLink + products, url: urls.products },
    { name: 'reviews', sdl: federationLink + reviews, url: urls.reviews },
  ]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bare-gateway-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, sdl: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, sdl);
  return file;
}

describe('the bare gateway', () => {
  let subgraphs: { products: Loopback; reviews: Loopback };
  let gateway: RunningProcess;
  let url: string;

  beforeAll(async () => {
    subgraphs = {
      products: await startLoopback(json({ data: { product: { __typename: 'Product', id: '1', name: 'Kopi' } } })),
      reviews: await startLoopback(json({ data: { _entities: [{ rating: 5 }], stars: 4 } })),
    };
    const file = await write(
      'supergraph.graphql',
      sdlOf({ products: subgraphs.products.url, reviews: subgraphs.reviews.url }),
    );
    const flags = ['--port', '0', '--header', 'Authorization', '--timeout-ms', '300'];
    gateway = runProcess(['hub', 'gateway', '--supergraph', file, ...flags]);
    url = (await gateway.waitFor(/answers at (http:\S+)\/graphql/))[1] ?? '';
  });
  afterAll(async () => {
    gateway.interrupt();
    await gateway.ended;
    await Promise.all([subgraphs.products.stop(), subgraphs.reviews.stop()]);
  });

  it('answers an operation from the subgraphs that the file names', async () => {
    const answer = await ask(url, '{ product { name rating } stars }');
    expect(answer.data).toEqual({ product: { name: 'Kopi', rating: 5 }, stars: 4 });
    expect(answer.errors).toEqual([]);
  });

  it('sends subgraphs the allowed headers and no others, and never extensions', async () => {
    const headers = { authorization: 'Bearer t', cookie: 'c=1', 'x-other': 'x' };
    await ask(url, '{ product { id } }', { headers });
    const request = subgraphs.products.requests.at(-1);
    expect(request?.headers.authorization).toBe('Bearer t');
    expect(request?.headers).not.toHaveProperty('cookie');
    expect(request?.headers).not.toHaveProperty('x-other');
    expect(Object.keys(JSON.parse(request?.body ?? '{}')).sort()).toEqual(['query', 'variables']);
  });

  it('accepts null for extensions and variables and sends neither on', async () => {
    const body = JSON.stringify({ query: '{ product { id } }', extensions: null, variables: null });
    const headers = { 'content-type': 'application/json' };
    const answer = await readAnswer(await fetch(`${url}/graphql`, { method: 'POST', headers, body }));
    expect(answer).toMatchObject({ status: 200, data: { product: { id: '1' } } });
    expect(subgraphs.products.requests.at(-1)?.body).not.toContain('extensions');
  });

  it('gives a client the error that a subgraph wrote for it, with its extensions', async () => {
    subgraphs.reviews.behave(
      json({
        data: { stars: null },
        errors: [{ message: 'Busy', path: ['stars'], extensions: { code: 'BUSY', load: 7 } }],
      }),
    );
    const answer = await ask(url, '{ stars }');
    expect(answer.errors).toEqual([
      { message: 'Busy', path: ['stars'], extensions: { code: 'BUSY', load: 7, subgraph: 'reviews' } },
    ]);
  });

  it('answers the rest when a subgraph hangs', async () => {
    subgraphs.reviews.behave(hang);
    const answer = await ask(url, '{ product { name } stars }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ product: { name: 'Kopi' }, stars: null });
    expect(answer.errors[0]).toMatchObject({ path: ['stars'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
  });

  it('has its health at a plain GET', async () => {
    const response = await fetch(`${url}/health/live`);
    expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: { status: 'live' } });
  });
});

describe('what cannot be served ends in one line and exit code 1', () => {
  const url = 'http://127.0.0.1:9';
  it.each<[string, string, RegExp]>([
    ['a file that does not parse', 'type Query {', /^The supergraph does not parse: Syntax Error.*line 1$/],
    ['a schema that is no supergraph', 'type Query { a: Int }', /^This is not a supergraph: it has no join__Graph\./],
    [
      'a subgraph without URL',
      sdlOf({ products: url, reviews: '' }),
      /^The supergraph's subgraph reviews has no URL\./,
    ],
    [
      'a URL that is none',
      sdlOf({ products: url, reviews: 'local:reviews' }),
      /subgraph reviews has a URL that is none/,
    ],
    [
      'an unknown type',
      sdlOf({ products: url, reviews: url }).replace('stars: Int', 'stars: Stern'),
      /^The supergraph cannot be read: Unknown type: "Stern"$/,
    ],
  ])('%s', async (name, sdl, line) => {
    const file = await write(`${name.replaceAll(' ', '-')}.graphql`, sdl);
    const gateway = runProcess(['hub', 'gateway', '--supergraph', file, '--port', '0']);
    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim()).toMatch(line);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
  });

  it('a file that is not there', async () => {
    const gateway = runProcess(['hub', 'gateway', '--supergraph', join(folder, 'nothing.graphql')]);
    expect(await gateway.ended).toBe(1);
    expect(gateway.output()).toMatch(/nothing\.graphql cannot be read \(ENOENT\)/);
  });
});
