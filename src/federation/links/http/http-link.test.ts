import { afterEach, describe, expect, it } from 'vitest';
import {
  drip,
  type Handle,
  hang,
  inTurn,
  json,
  oversized,
  reset,
  resetInAnswer,
  startLoopback,
  text,
} from '../../../outbound/testing/loopback.ts';
import { createHttpLink, type HttpLinkOptions } from './http-link.ts';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const QUERY = 'query($id: ID!) { product(id: $id) { name } }';
const MUTATION = 'mutation($id: ID!) { remove(id: $id) }';
const good = json({ data: { product: { name: 'Kopi' } } });
const html = '<html><body>Bad gateway, NIK 1571010101900001</body></html>';

async function openTo(handle: Handle, options: Partial<HttpLinkOptions> = {}) {
  const subgraph = await startLoopback(handle);
  const limits = { timeoutMs: 5000, failuresToOpen: 100, ...options.limits };
  const link = createHttpLink({ name: 'products', url: `${subgraph.url}/graphql?v=1`, ...options, limits });
  undo.push(subgraph.stop, link.close);
  const ask = async (operation = QUERY, variables: Record<string, unknown> = { id: '1' }, context: unknown = {}) =>
    link.prepare(operation)(variables, context);
  return { subgraph, ask };
}

describe('a request to a remote subgraph', () => {
  it('is a POST of the operation and its variables and nothing else', async () => {
    const { subgraph, ask } = await openTo(good);
    await expect(ask()).resolves.toEqual({ data: { product: { name: 'Kopi' } } });
    const [request] = subgraph.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/graphql?v=1' });
    expect(JSON.parse(request?.body ?? '')).toEqual({ query: QUERY, variables: { id: '1' } });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    });
  });

  it('carries the headers that are picked for it, which cannot change what it is', async () => {
    const headersOf = () => ({ values: { authorization: 'Bearer t', 'content-type': 'text/plain' }, callerKey: 't' });
    const { subgraph, ask } = await openTo(good, { headersOf });
    await ask();
    expect(subgraph.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer t',
      'content-type': 'application/json',
    });
  });

  it('keeps its connections for the next', async () => {
    const { subgraph, ask } = await openTo(good);
    for (let time = 0; time < 10; time++) await ask();
    // One that has just answered is not free until undici's next turn, so there may be a second.
    expect(subgraph.openConnections()).toBeLessThanOrEqual(2);
  });
});

describe('an answer', () => {
  it('counts whatever its status when it is a GraphQL answer', async () => {
    const { ask } = await openTo(json({ errors: [{ message: 'no' }] }, 400));
    await expect(ask()).resolves.toEqual({ errors: [{ message: 'no' }] });
  });

  it.each<[string, Handle, string, string]>([
    ['HTTP 500 and a page', text(html, 500), 'SUBGRAPH_UNAVAILABLE', 'it answered with HTTP 500'],
    ['a page', text(html), 'SUBGRAPH_BAD_ANSWER', 'it answered with something that is not a GraphQL answer'],
    ['half an answer', text('{"data":{"pro'), 'SUBGRAPH_BAD_ANSWER', 'something that is not a GraphQL answer'],
    ['JSON that is no GraphQL answer', json(['data']), 'SUBGRAPH_BAD_ANSWER', 'not a GraphQL answer'],
    ['a number', json(7), 'SUBGRAPH_BAD_ANSWER', 'not a GraphQL answer'],
    ['HTTP 404', text('not here', 404), 'SUBGRAPH_BAD_ANSWER', 'it answered with HTTP 404'],
    ['HTTP 403', text('no', 403), 'SUBGRAPH_UNAVAILABLE', 'it does not let this gateway in'],
    ['a reset', reset, 'SUBGRAPH_UNAVAILABLE', 'the connection failed'],
    ['an answer that breaks off', resetInAnswer, 'SUBGRAPH_UNAVAILABLE', 'the connection failed'],
  ])('of %s fails with a code, a sentence and nothing of what came', async (_name, handle, code, message) => {
    const { ask } = await openTo(handle);
    const error = await ask().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(String((error as Error).message)).toMatch(/^Subgraph products: /);
    expect(`${(error as Error).message}${String((error as Error).cause)}`).not.toMatch(/1571|html|127\.0\.0\.1/);
  });

  it.each<[string, Handle]>([
    ['never begins', hang],
    ['never ends', drip],
  ])('that %s is given up within the timeout', async (_name, handle) => {
    const { ask } = await openTo(handle, { limits: { timeoutMs: 150 } });
    await expect(ask()).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: 'Subgraph products: no answer within the time allowed.',
    });
  });

  it('larger than allowed is refused', async () => {
    const { ask } = await openTo(oversized(5000), { limits: { maxAnswerBytes: 4000 } });
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_BAD_ANSWER' });
  });

  it('of 429 says when to come again', async () => {
    const { subgraph, ask } = await openTo(text('', 429, { 'retry-after': '7' }));
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', retryAfterSeconds: 7 });
    expect(subgraph.requests).toHaveLength(1);
  });
});

describe('another attempt', () => {
  it('is made at a query, twice at most', async () => {
    const bad = text('', 503);
    const { ask, subgraph } = await openTo(inTurn(bad, bad, good));
    await expect(ask()).resolves.toMatchObject({ data: { product: { name: 'Kopi' } } });
    subgraph.behave(bad);
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(subgraph.requests).toHaveLength(6);
  });

  it.each<[string, Handle]>([
    ['answers 503', text('', 503)],
    ['resets', reset],
    ['breaks off', resetInAnswer],
  ])('is never made at a mutation when the subgraph %s', async (_name, handle) => {
    const { ask, subgraph } = await openTo(handle);
    await expect(ask(MUTATION)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(subgraph.requests).toHaveLength(1);
  });

  it('is not made when the subgraph says when to come again', async () => {
    const { ask, subgraph } = await openTo(text('', 503, { 'retry-after': '30' }));
    await expect(ask()).rejects.toMatchObject({ retryAfterSeconds: 30 });
    expect(subgraph.requests).toHaveLength(1);
  });
});

describe('a subgraph that fails again and again', () => {
  it('is left alone, and its callers are told at once', async () => {
    const { ask, subgraph } = await openTo(text('', 500), {
      limits: { failuresToOpen: 3, retries: 0, openMs: 60_000 },
    });
    for (let time = 0; time < 3; time++) await ask().catch(() => {});
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', retryAfterSeconds: 60 });
    expect(subgraph.requests).toHaveLength(3);
  });
});

describe('many calls', () => {
  it('go out no more at once than the limit', async () => {
    let now = 0;
    let most = 0;
    const slow: Handle = (request, response, socket) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        good(request, response, socket);
      }, 5);
    };
    const { ask, subgraph } = await openTo(slow, { limits: { concurrency: 3 } });
    await Promise.all(Array.from({ length: 20 }, (_, id) => ask(QUERY, { id: String(id) })));
    expect(subgraph.requests).toHaveLength(20);
    expect(most).toBe(3);
  });

  it('that are identical and of one caller are made once, and share no object', async () => {
    const headersOf = (context: unknown) => ({ values: {}, callerKey: String(context) });
    const { ask, subgraph } = await openTo(good, { headersOf });
    const [first, second] = await Promise.all([ask(QUERY, { id: '1' }, 'a'), ask(QUERY, { id: '1' }, 'a')]);
    expect(subgraph.requests).toHaveLength(1);
    expect(second).toEqual(first);
    expect(second?.data?.product).not.toBe(first?.data?.product);
    await ask(QUERY, { id: '1' }, 'a');
    expect(subgraph.requests).toHaveLength(2);
  });

  it.each<[string, string, string, string]>([
    ['of two callers', QUERY, 'a', 'b'],
    ['mutations', MUTATION, 'a', 'a'],
  ])('that are %s are all made', async (_name, operation, one, other) => {
    const headersOf = (context: unknown) => ({ values: {}, callerKey: String(context) });
    const { ask, subgraph } = await openTo(good, { headersOf });
    await Promise.all([ask(operation, { id: '1' }, one), ask(operation, { id: '1' }, other)]);
    expect(subgraph.requests).toHaveLength(2);
  });

  it('are all made when sharing is switched off', async () => {
    const { ask, subgraph } = await openTo(good, { isDeduplicating: false });
    await Promise.all([ask(), ask()]);
    expect(subgraph.requests).toHaveLength(2);
  });

  it('fail together when their one call fails', async () => {
    const { ask, subgraph } = await openTo(text(html));
    const [one, other] = await Promise.allSettled([ask(), ask()]);
    expect(subgraph.requests).toHaveLength(1);
    expect([one?.status, other?.status]).toEqual(['rejected', 'rejected']);
  });
});
