import { createClient as createSseClient } from 'graphql-sse';
import { type Client, createClient as createWsClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { HubError } from '../src/base/hub-error.ts';
import { readAnswer } from './support/ask.ts';
import { type StreamGateway, type StreamGatewayOptions, startStreamGateway } from './support/start-stream-gateway.ts';

const MINE = 'ani';
const SUBSCRIPTION = 'subscription { permitChanged { status label } }';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function start(options?: StreamGatewayOptions): Promise<StreamGateway> {
  const gateway = await startStreamGateway(options);
  undo.push(gateway.stop);
  return gateway;
}

interface Asked {
  readonly query: string;
  readonly token?: string;
}

type Events = AsyncIterableIterator<unknown>;
type Transport = (gateway: StreamGateway, asked: Asked) => Events;

const bySse: Transport = ({ url }, { query, token }) => {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const client = createSseClient({ url: `${url}/graphql`, headers, retryAttempts: 0 });
  undo.push(client.dispose);
  return client.iterate({ query });
};

function openSocket({ url }: StreamGateway, token?: string): Client {
  const connectionParams = token ? { authorization: `Bearer ${token}` } : {};
  const address = `${url.replace('http', 'ws')}/graphql`;
  const client = createWsClient({ url: address, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
  undo.push(() => client.dispose());
  return client;
}

const byWebSocket: Transport = (gateway, { query, token }) => openSocket(gateway, token).iterate({ query });

describe.each<[string, Transport]>([
  ['server-sent events', bySse],
  ['a WebSocket', byWebSocket],
])('over %s', (_name, open) => {
  it('a citizen gets each change of his own, completed by the other subgraph, and others’ refused', async () => {
    const gateway = await start();
    const events = open(gateway, { query: SUBSCRIPTION, token: MINE });
    const first = events.next();
    await expect.poll(gateway.openSubscriptions).toBe(1);
    gateway.emit({ owner: MINE, status: 'ISSUED' });
    gateway.emit({ owner: 'budi', status: 'REJECTED' });
    expect((await first).value).toEqual({ data: { permitChanged: { status: 'ISSUED', label: 'Izin 1' } } });
    const { value } = await events.next();
    expect(value).toMatchObject({
      data: { permitChanged: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(JSON.stringify(value)).not.toContain('REJECTED');
  });

  it('who leaves frees the source', async () => {
    const gateway = await start();
    const events = open(gateway, { query: SUBSCRIPTION, token: MINE });
    void events.next();
    await expect.poll(gateway.openSubscriptions).toBe(1);
    await events.return?.();
    await expect.poll(gateway.openSubscriptions).toBe(0);
  });

  it('nobody subscribes to what is somebody’s', async () => {
    const gateway = await start();
    const events = open(gateway, { query: SUBSCRIPTION });
    const answer = await events.next().then(
      ({ value }) => value,
      (reason) => ({ errors: reason }),
    );
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(gateway.openSubscriptions()).toBe(0);
  });

  it.each([
    ['does not parse', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['is too deep', `subscription { ${'permitChanged { '.repeat(20)} id ${'} '.repeat(20)} }`, 'OPERATION_TOO_LARGE'],
    ['asks for too much', 'query { list(first: 20000) { id } }', 'OPERATION_TOO_LARGE'],
    ['is deferred', 'query { ... @defer { ping } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('an operation that %s is refused with its code and a sentence', async (_what, query, code) => {
    const events = open(await start(), { query });
    const answer = await events.next().then(
      ({ value }) => value,
      (reason) => ({ errors: reason }),
    );
    expect(answer).toMatchObject({ errors: [{ extensions: { code, pesan: expect.any(String) } }] });
  });

  it('a query is answered once', async () => {
    const events = open(await start(), { query: '{ ping }' });
    expect((await events.next()).value).toEqual({ data: { ping: 'pong' } });
    expect((await events.next()).done).toBe(true);
  });

  it('a source that fails ends the stream with an error that tells nothing of it', async () => {
    const gateway = await start();
    const events = open(gateway, { query: SUBSCRIPTION, token: MINE });
    const first = events.next();
    await expect.poll(gateway.openSubscriptions).toBe(1);
    gateway.emit(new Error('password=rahasia'));
    const { value } = await first;
    expect(value).toMatchObject({ data: { permitChanged: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(JSON.stringify(value)).not.toContain('rahasia');
    expect((await events.next()).done).toBe(true);
  });

  it('a stream ends when the token does', async () => {
    const gateway = await start({ tokenTtlMs: 300 });
    const events = open(gateway, { query: SUBSCRIPTION, token: MINE });
    expect((await events.next()).value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await events.next()).done).toBe(true);
    expect(gateway.openSubscriptions()).toBe(0);
  });

  it('the gateway closes without waiting for its streams', async () => {
    const gateway = await start();
    const events = open(gateway, { query: SUBSCRIPTION, token: MINE });
    const ended = events.next().then(
      () => 'ended',
      () => 'ended',
    );
    await expect.poll(gateway.openSubscriptions).toBe(1);
    await gateway.stop();
    expect(await ended).toBe('ended');
    expect(gateway.openSubscriptions()).toBe(0);
  });
});

describe('server-sent events', () => {
  const post = async (gateway: StreamGateway, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    readAnswer(
      await fetch(`${gateway.url}/graphql`, {
        method,
        headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      }),
    );

  it('are not sent to who shows a bad token', async () => {
    const answer = await post(await start(), { query: SUBSCRIPTION }, { authorization: 'Bearer bad' });
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', pesan: expect.any(String) });
  });

  it.each<[string, unknown, Record<string, string>, number]>([
    ['of text, as a page of any origin may send', { query: '{ ping }' }, { 'content-type': 'text/plain' }, 415],
    ['without an operation', {}, {}, 400],
    ['of a list', [{ query: '{ ping }' }], {}, 400],
    ['with variables that are no object', { query: '{ ping }', variables: [1] }, {}, 400],
  ])('are refused to a post %s', async (_name, body, headers, status) => {
    const answer = await post(await start(), body, headers);
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('are refused to a GET', async () => {
    const answer = await post(await start(), undefined, {}, 'GET');
    expect(answer.status).toBe(405);
  });

  it.each<[string, string, string]>([
    ['a query', '{ ping }', 'application/json; charset=utf-8'],
    ['a subscription that is refused', SUBSCRIPTION, 'text/event-stream; charset=utf-8'],
  ])('answer %s to a client that takes JSON as well', async (_what, query, type) => {
    const accept = 'application/json, text/event-stream, multipart/mixed';
    const { headers } = await post(await start(), { query }, { accept });
    expect(headers.get('content-type')).toBe(type);
  });

  it('are no way round the report of a bad request for a client that takes JSON as well', async () => {
    const body = { query: '{ ping }', variables: [1] };
    const answer = await post(await start(), body, { accept: 'application/json, text/event-stream' });
    expect(answer.status).toBe(400);
  });

  it('may be read by a page of a configured origin, and by no other', async () => {
    const gateway = await start({ origins: ['https://app.example'] });
    const ask = (origin: string) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { origin, accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ ping }' }),
      });
    expect((await ask('https://app.example')).headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a WebSocket', () => {
  it('is closed for who shows a bad token, with a reason', async () => {
    const client = openSocket(await start(), 'bad');
    const reason = await client
      .iterate({ query: '{ ping }' })
      .next()
      .catch((error: unknown) => error);
    expect(reason).toMatchObject({ code: 4401, reason: 'The token is not valid here.' });
  });

  it.each([
    ['https://evil.example', 403],
    ['https://app.example', 'open'],
  ])('from a page of %s gets %s', async (origin, outcome) => {
    const gateway = await start({ origins: ['https://app.example'] });
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
    const result = await new Promise((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
    });
    socket.on('error', () => {});
    socket.terminate();
    expect(result).toBe(outcome);
  });

  it('asks for each operation anew whether its caller may still enter', async () => {
    let isAdmitted = true;
    const admit = () => {
      if (!isAdmitted) throw new HubError('APP_UNKNOWN', 'The application has been revoked.');
    };
    const client = openSocket(await start({ admit }), MINE);
    const events = client.iterate({ query: SUBSCRIPTION });
    void events.next();
    const ask = () =>
      client
        .iterate({ query: '{ ping }' })
        .next()
        .catch((reason: unknown) => reason);
    expect(await ask()).toMatchObject({ value: { data: { ping: 'pong' } } });
    isAdmitted = false;
    expect(await ask()).toMatchObject([{ extensions: { code: 'APP_UNKNOWN' } }]);
  });

  it('runs twenty operations at once and refuses the next', async () => {
    const gateway = await start();
    const client = openSocket(gateway, MINE);
    const streams = Array.from({ length: 20 }, () => client.iterate({ query: SUBSCRIPTION }));
    for (const stream of streams) void stream.next();
    await expect.poll(gateway.openSubscriptions).toBe(20);
    const refused = await client
      .iterate({ query: SUBSCRIPTION })
      .next()
      .catch((reason: unknown) => reason);
    expect(refused).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });
});
