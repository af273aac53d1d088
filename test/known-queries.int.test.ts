import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

// The first request of a document is answered by Apollo Server, those after it without: nobody may see a difference.
let hub: TestHub;
let token: string;
beforeAll(async () => {
  hub = await startTestHub();
  token = await hub.tokenOf('demo');
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

interface Sent {
  readonly body: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

async function send({ body, headers = {} }: Sent) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  });
  const text = (await response.text()).replace(/"asOf":"[^"]+"/g, '"asOf":"now"');
  const { date: _, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, text };
}

/** Documents are told apart by their text, so each case has its own. */
const fresh = (query: string) => `# ${Math.random()}\n${query}`;

const NIK_OF = 'query Of($nik: NIK!) { citizen(nik: $nik) { nik name } }';
const cases: [string, Sent][] = [
  ['a plain query', { body: { query: '{ me { nik name permits { id source { asOf } } } }' } }],
  ['a public query', { body: { query: '{ opds { code } }' }, headers: { authorization: '' } }],
  ['variables', { body: { query: NIK_OF, variables: { nik: findPerson('demo').nik } } }],
  ['a refused record', { body: { query: NIK_OF, variables: { nik: findPerson('siti').nik } } }],
  ['a variable that is wrong', { body: { query: NIK_OF, variables: { nik: '12' } } }],
  ['a variable that is missing', { body: { query: NIK_OF } }],
  ['variables that are no object', { body: { query: NIK_OF, variables: [1] } }],
  ['its operation named', { body: { query: 'query A { me { nik } }', operationName: 'A' } }],
  ['another operation named', { body: { query: 'query A { me { nik } }', operationName: 'B' } }],
  ['several operations', { body: { query: 'query A { me { nik } } query B { opds { code } }', operationName: 'B' } }],
  ['no log-in', { body: { query: '{ me { nik } opds { code } }' }, headers: { authorization: '' } }],
  ['a bad token', { body: { query: '{ me { nik } }' }, headers: { authorization: 'Bearer a.b.c' } }],
  ['a purpose that is none', { body: { query: '{ me { nik } }' }, headers: { 'hub-purpose': 'iseng' } }],
  ['a case that is none', { body: { query: '{ me { nik } }' }, headers: { 'hub-case': 'x' } }],
  [
    'another media type',
    { body: { query: '{ me { nik } }' }, headers: { accept: 'application/graphql-response+json' } },
  ],
  ['no media type that is known', { body: { query: '{ me { nik } }' }, headers: { accept: 'text/html' } }],
  ['what a browser sends', { body: { query: '{ me { nik } }' }, headers: { accept: 'application/json, */*' } }],
  ['introspection', { body: { query: '{ __schema { queryType { name } } me { nik } }' } }],
  ['too many objects', { body: { query: '{ me { accessLog(first: 100000) { entries { app } } } }' } }],
  ['a value that the hub refuses', { body: { query: '{ me { accessLog(first: 0) { next } } }' } }],
  ['a mutation', { body: { query: 'mutation { closeCase(id: "x") { id } }' } }],
  ['a subscription that is none', { body: { query: 'subscription { nothing }' } }],
];

describe('a document that is known', () => {
  it.each(cases)('is answered as Apollo Server answered it first: %s', async (_name, { body, headers }) => {
    const sent = { body: { ...body, query: fresh(String(body.query)) }, ...(headers && { headers }) };
    const first = await send(sent);
    expect(await send(sent)).toEqual(first);
    expect(await send(sent)).toEqual(first);
  });

  it('is answered alike while a system is down', async () => {
    hub.demo.city.systems.dpmptsp.control.set({ status500: true });
    const sent = { body: { query: fresh('{ me { nik permits { id } } }') } };
    const first = await send(sent);
    expect(first.text).toContain('OPD_UNAVAILABLE');
    expect({ ...(await send(sent)), text: '' }).toEqual({ ...first, text: '' });
  });

  it('is no document of another caller: each sees his own', async () => {
    const query = fresh('{ me { nik } }');
    await send({ body: { query } });
    const siti = await send({ body: { query }, headers: { authorization: `Bearer ${await hub.tokenOf('siti')}` } });
    expect(siti.text).toContain(findPerson('siti').nik);
    expect(siti.text).not.toContain(findPerson('demo').nik);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is not run for a page that sends it unasked as %s',
    async (type) => {
      const query = fresh('{ opds { code } }');
      await send({ body: { query } });
      const { status, text } = await send({ body: { query }, headers: { 'content-type': type } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('dpmptsp');
    },
  );
});
