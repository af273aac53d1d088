import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, readAnswer } from './support/ask.ts';
import { type StreamGateway, startStreamGateway } from './support/start-stream-gateway.ts';

const PING = '# 1. Ping\nquery Ping {\n  ping\n}\n';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let gateway: StreamGateway;
let strict: StreamGateway;
beforeAll(async () => {
  gateway = await startStreamGateway({ trusted: [PING] });
  strict = await startStreamGateway({ trusted: [PING], isTrustedOnly: true });
});
afterAll(() => Promise.all([gateway.stop(), strict.stop()]));

const JSON_TYPE = { 'content-type': 'application/json' };
const post = async (body: unknown, { url } = gateway, headers: Record<string, string> = {}) =>
  readAnswer(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify(body),
    }),
  );
const get = async (parameters: string | Record<string, string>, { url } = gateway, headers = {}) => {
  const search = typeof parameters === 'string' ? parameters : new URLSearchParams(parameters);
  return readAnswer(
    await fetch(`${url}/graphql?${search}`, { headers: { 'apollo-require-preflight': '1', ...headers } }),
  );
};

describe('the media type of an answer', () => {
  it.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
  ])('that accepts %s is %s', async (accept, type) => {
    const { headers } = await post({ query: '{ ping }' }, gateway, { accept });
    expect(headers.get('content-type')).toBe(type);
  });

  it('cannot be another', async () => {
    expect((await post({ query: '{ ping }' }, gateway, { accept: 'text/html' })).status).toBe(406);
  });
});

describe('the status of an answer', () => {
  const accept = { accept: 'application/graphql-response+json' };
  it.each<[string, unknown, number]>([
    ['well-formed', { query: '{ ping }' }, 200],
    ['partial', { query: 'query ($n: Int) { ping list(first: $n) { id } }', variables: { n: 1 } }, 200],
    ['unparseable', { query: '{' }, 400],
    ['invalid', { query: '{ nothing }' }, 400],
    ['of bad variables', { query: 'query ($n: Int) { list(first: $n) { id } }', variables: { n: 'x' } }, 400],
    ['of an unknown operation', { query: 'query A { ping }', operationName: 'B' }, 400],
    ['without a query', { variables: {} }, 400],
    ['of a query that is no text', { query: 7 }, 400],
    ['of variables that are a list', { query: '{ ping }', variables: [] }, 400],
    ['that is a batch', [{ query: '{ ping }' }], 400],
    ['that is null', null, 400],
    ['a subscription', { query: 'subscription { ticked { n } }' }, 400],
  ])('to a request that is %s', async (_what, body, status) => {
    const answer = await post(body, gateway, accept);
    expect(answer.status).toBe(status);
    if (status === 400) {
      expect(answer.data).toBeUndefined();
      expect(answer.errors[0]?.extensions).toMatchObject({ code: expect.any(String), pesan: expect.any(String) });
    }
  });

  it.each([
    ['mutation', 'mutation { touch }', 405],
    ['subscription', 'subscription { ticked { n } }', 405],
    ['query', '{ ping }', 200],
  ])('to a %s by GET', async (_kind, query, status) => {
    expect((await get({ query })).status).toBe(status);
  });
});

describe('extensions', () => {
  it.each([[null], [{}], [{ tracing: { version: 1 } }]])('%j are accepted', async (extensions) => {
    expect(await post({ query: '{ ping }', extensions })).toMatchObject({ status: 200, data: { ping: 'pong' } });
  });
});

describe('what a page of another origin may send unasked is not executed', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    '%s',
    async (type) => {
      const headers = { ...(type && { 'content-type': type }), origin: 'https://evil.example' };
      const body = Buffer.from(JSON.stringify({ query: 'mutation { touch }' }));
      const answer = await readAnswer(await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body }));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.data).toBeUndefined();
    },
  );
});

const deep = `{ ${'... { '.repeat(3)} list { ${'... on Permit { '.repeat(2)} id ${'} '.repeat(7)}`;
const overLimits: [string, string][] = [
  ['too many root fields', `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: ping`).join(' ')} }`],
  [
    'too many aliases in a fragment',
    `{ ...F } fragment F on Query { ${Array.from({ length: 31 }, (_, n) => `a${n}: ping`).join(' ')} }`,
  ],
  ['too many tokens', `{ ${'ping '.repeat(2100)} }`],
  ['too many directives', `{ ping ${'@include(if: true) '.repeat(51)} }`],
  ['too long lists', '{ list(first: 10001) { id } }'],
];

describe('an operation over a limit', () => {
  it.each(overLimits)('%s is refused to a POST and to a GET alike, before planning', async (_what, query) => {
    for (const answer of [await post({ query }), await get({ query })]) {
      expect(answer.status).toBe(400);
      expect(answer.errors[0]).toMatchObject({
        message: expect.stringMatching(/\d/),
        extensions: { code: 'OPERATION_TOO_LARGE', fix: expect.any(String), pesan: expect.any(String) },
      });
    }
  });

  it('through a variable is refused each time, and a smaller value answered', async () => {
    const query = 'query ($n: Int) { list(first: $n) { id } }';
    const codes: unknown[] = [];
    for (const n of [5, 20_000, 5]) codes.push((await post({ query, variables: { n } })).errors[0]?.extensions.code);
    expect(codes).toEqual([undefined, 'OPERATION_TOO_LARGE', undefined]);
  });

  it('is not slipped past by an address that two readers read differently', async () => {
    const [, flood = ''] = overLimits[0] ?? [];
    const answer = await get(`query=${encodeURIComponent(flood)}%23%zz`);
    expect(answer.errors[0]?.extensions.code).toBe('OPERATION_TOO_LARGE');
  });

  it('is not slipped past by a second query in the address', async () => {
    const [, flood = ''] = overLimits[0] ?? [];
    for (const search of [
      `query={ping}&query=${encodeURIComponent(flood)}`,
      `query=${encodeURIComponent(flood)}&query={ping}`,
    ]) {
      const { data } = await get(search);
      expect(Object.keys(data ?? {})).not.toContain('a20');
    }
  });

  it('within the limits is answered', async () => {
    expect(await post({ query: deep })).toMatchObject({ status: 200, data: { list: [] } });
  });
});

describe('a registered document', () => {
  const persisted = (hash: string) => JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } });
  const expectPong = ({ status, data }: Answer) =>
    expect({ status, data }).toEqual({ status: 200, data: { ping: 'pong' } });

  it.each([
    ['its documentId', { documentId: `sha256:${sha256(PING)}` }],
    ['its hash as Apollo sends it', { extensions: JSON.parse(persisted(sha256(PING))) }],
    ['its hash and its text', { query: PING, extensions: JSON.parse(persisted(sha256(PING))) }],
  ])('runs by %s', async (_how, body) => {
    expectPong(await post(body));
    expectPong(await post(body, strict));
    const parameters = Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    expectPong(await get(Object.fromEntries(parameters), strict));
  });

  it('runs by its text where nothing else does', async () => {
    expectPong(await post({ query: PING }, strict));
    for (const answer of [await post({ query: '{ ping }' }, strict), await get({ query: '{ ping }' }, strict)]) {
      expect(answer.status).toBe(400);
      expect(answer.errors[0]?.extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
    }
  });

  it('is not known by another hash', async () => {
    const answer = await post({ documentId: `sha256:${sha256('{ other }')}` });
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.extensions.code).toBe('DOCUMENT_UNKNOWN');
  });

  it('is not another query under its hash', async () => {
    const answer = await post({ query: 'mutation { touch }', documentId: sha256(PING) });
    expect(answer).toMatchObject({ status: 400, data: undefined });
  });

  it('is all that runs over a stream, too', async () => {
    const ask = (query: string) =>
      fetch(`${strict.url}/graphql`, {
        method: 'POST',
        headers: { ...JSON_TYPE, accept: 'text/event-stream' },
        body: JSON.stringify({ query }),
      }).then((response) => response.text());
    expect(await ask('{ ping }')).toContain('DOCUMENT_NOT_TRUSTED');
    expect(await ask(PING)).toContain('"ping":"pong"');
  });
});
