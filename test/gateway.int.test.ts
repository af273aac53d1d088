import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { readAnswer } from './support/ask.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
const APP = 'https://app.example';

beforeAll(async () => {
  hub = await startTestHub({ environment: { HUB_CORS_ORIGINS: APP } });
});
afterAll(() => hub.stop());

const get = async (query: string, variables?: unknown, headers: Record<string, string> = {}) => {
  const address = new URL(`${hub.url}/graphql`);
  address.searchParams.set('query', query);
  if (variables) address.searchParams.set('variables', JSON.stringify(variables));
  return readAnswer(await fetch(address, { headers: { 'apollo-require-preflight': '1', ...headers } }));
};

describe('GraphQL over HTTP', () => {
  it('answers a public query by GET', async () => {
    const answer = await get('{ opd(code: "dlh") { name } }');
    expect(answer.data).toEqual({ opd: { name: 'Dinas Lingkungan Hidup' } });
  });

  it.each([
    ['a variable', 'query ($nik: NIK!) { citizen(nik: $nik) { nik } }', { nik: findPerson('demo').nik }],
    ['a literal', `{ citizen(nik: "${findPerson('demo').nik}") { nik } }`, undefined],
    [
      'a variable in a fragment',
      'query ($nik: NIK!) { ...F } fragment F on Query { citizen(nik: $nik) { nik } }',
      { nik: findPerson('demo').nik },
    ],
  ])('refuses personal data in an address: %s', async (_name, query, variables) => {
    const answer = await get(query, variables, { authorization: `Bearer ${await hub.tokenOf('demo')}` });
    expect(answer.status).toBe(400);
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringContaining('address'),
      extensions: { code: 'BAD_REQUEST', fix: 'Send the operation by POST.' },
    });
    expect(answer.text).not.toContain(findPerson('demo').nik);
  });

  it('refuses a GET from a page that was not asked for (CSRF)', async () => {
    const response = await fetch(`${hub.url}/graphql?query={opds{code}}`);
    expect(response.status).toBe(400);
  });

  it('refuses a cross-origin form post and does not execute it', async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ opds { code } }' }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('bpprd');
  });

  it.each([
    ['unparseable', '{ me {', 'GRAPHQL_PARSE_FAILED'],
    ['of an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { opds { code } }', undefined],
    ['deferred', '{ opds { ... @defer { code } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuses a document that is %s with 400 and a code', async (_name, query, code) => {
    const answer = await hub.ask(query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    if (code) expect(answer.errors[0]?.extensions.code).toBe(code);
    expect(answer.errors[0]?.extensions.pesan).toBeTruthy();
    expect(answer.text).not.toMatch(/stack|node_modules/);
  });

  it('refuses to guess between several operations', async () => {
    const answer = await hub.ask('query A { opds { code } } query B { opds { name } }');
    expect(answer.status).toBe(400);
    const named = await hub.ask('query A { opds { code } } query B { opd(code: "dlh") { name } }', {
      operationName: 'B',
    });
    expect(named.data).toEqual({ opd: { name: 'Dinas Lingkungan Hidup' } });
  });

  it('refuses a batch', async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[{"query":"{opds{code}}"}]',
    });
    expect(response.status).toBe(400);
  });

  it.each([
    ['no JSON', '{"query":', 400],
    ['too much', `{"query":"{ opds { code } } #${'x'.repeat(300_000)}"}`, 413],
  ])('answers a body that is %s with an error of the same shape', async (_name, body, status) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = await readAnswer(response);
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', pesan: expect.any(String) });
  });

  it('answers introspection from the public schema, with what federation needs left out', async () => {
    const answer = await hub.ask('{ __schema { queryType { name } types { name } } opds { code } __typename }');
    expect(answer.errors).toEqual([]);
    const names: string[] = answer.data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names).toContain('Permit');
    expect(names.filter((name) => /^_[A-Z]|^join__|^link__/.test(name))).toEqual([]);
    expect(answer.data.__typename).toBe('Query');
  });
});

describe('CORS', () => {
  const preflight = (origin: string) =>
    fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  it('lets a configured origin in', async () => {
    expect((await preflight(APP)).headers.get('access-control-allow-origin')).toBe(APP);
  });

  it('lets no other origin in', async () => {
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('health', () => {
  it('is live and ready', async () => {
    expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${hub.url}/health/ready`)).json()).toMatchObject({
      status: 'ready',
      checks: { database: true },
    });
  });

  it('says where the endpoint is when something else is asked for', async () => {
    const answer = await readAnswer(await fetch(`${hub.url}/grapqhl`));
    expect(answer.status).toBe(404);
    expect(answer.errors[0]?.extensions.fix).toContain('/graphql');
  });
});

describe('the pages', () => {
  it('are served by the hub itself, with the sample operations', async () => {
    const explorer = await fetch(`${hub.url}/explorer`);
    expect([explorer.status, explorer.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    const config = (await (await fetch(`${hub.url}/assets/explorer-config.json`)).json()) as {
      operations: { name: string }[];
      tokenEndpoint?: string;
    };
    expect(config.operations.map(({ name }) => name)).toContain('home');
    expect(config.tokenEndpoint).toBe(hub.demo.issuer.tokenEndpoint);
  });
});
