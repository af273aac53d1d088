import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SystemName } from '../demo/city.ts';
import type { Fault } from '../demo/fault.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { createEd25519Text } from '../src/base/ed25519-key.ts';
import { createSubgraphTokenSigner, readSigningKey } from '../src/identity/index.ts';
import { citizenCaller, mandateOf } from '../src/identity/testing/callers.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const HOME = readFileSync(new URL('../schema/operations/home.graphql', import.meta.url), 'utf8');
const OPDS = ['disdukcapil', 'dpmptsp', 'bpprd', 'diskominfo'];

// Stands still while two answers are compared: a wait until midnight is a second less in the next second.
let standingMs: number | undefined;
const clock = { now: () => standingMs ?? Date.now() };

let inProcess: TestHub;
let remote: TestHub;
beforeAll(async () => {
  inProcess = await startTestHub({ clock });
  remote = await startTestHub({ clock, remote: OPDS });
});
beforeEach(() => {
  for (const hub of [inProcess, remote])
    for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => Promise.all([inProcess.stop(), remote.stop()]));

/** What both hubs answer at the same moment. */
async function answersOf(query: string, citizen?: string): Promise<{ remotely: string; inTheProcess: string }> {
  if (citizen) await Promise.all([remote, inProcess].map((hub) => hub.tokenOf(citizen)));
  standingMs = Date.now();
  try {
    return {
      remotely: await answerOf(remote, query, citizen),
      inTheProcess: await answerOf(inProcess, query, citizen),
    };
  } finally {
    standingMs = undefined;
  }
}

/** The text of an answer but for the moment at which a system was asked and the order in which errors came. */
async function answerOf(hub: TestHub, query: string, citizen?: string): Promise<string> {
  const { text } = await hub.ask(query, citizen ? { citizen } : {});
  const { errors, data } = JSON.parse(text.replace(/"asOf":"[^"]+"/g, '"asOf":"now"')) as {
    errors?: object[];
    data: unknown;
  };
  const sorted = errors?.map((error) => JSON.stringify(error)).sort();
  return JSON.stringify({ errors: sorted, data });
}

describe('OPDs that run their own subgraph', () => {
  it.each(['demo', 'siti', 'lunas', 'kosong', 'tiada', 'ganda', 'aneh'])(
    'make the Home of %s no different from one made in the hub’s process',
    async (citizen) => {
      const { remotely, inTheProcess } = await answersOf(HOME, citizen);
      expect(remotely).toBe(inTheProcess);
      expect(remotely).toContain('"me":{');
    },
  );

  const faults: [SystemName, Fault][] = [
    ['disdukcapil', { down: true }],
    ['disdukcapil', { quota: true }],
    ['dpmptsp', { status500: true, only: 'riwayat' }],
    ['bpprd', { html: 200 }],
    ['sikesal', { truncated: true }],
  ];
  it.each(faults)('tell of %s at fault (%j) as one in the hub’s process does', async (system, fault) => {
    for (const hub of [inProcess, remote]) hub.demo.city.systems[system].control.set(fault);
    const { remotely, inTheProcess } = await answersOf(HOME, 'demo');
    expect(remotely).toBe(inTheProcess);
    expect(remotely).toContain('"errors":[');
  });

  it.each([
    ['nobody', '{ me { nik } opds { code } }', undefined],
    ['somebody who asks for another', `{ citizen(nik: "${findPerson('siti').nik}") { nik } }`, 'demo'],
  ])('refuse %s alike', async (_who, query, citizen) => {
    const { remotely, inTheProcess } = await answersOf(query, citizen);
    expect(remotely).toBe(inTheProcess);
  });

  it('make as many calls to their systems', async () => {
    for (const hub of [inProcess, remote]) await hub.ask(HOME, { citizen: 'ganda' });
    const callsOf = ({ demo }: TestHub) => Object.values(demo.city.systems).map(({ control }) => control.calls.total);
    expect(callsOf(remote)).toEqual(callsOf(inProcess));
  });

  it('write no NIK into their log', async () => {
    for (const hub of [remote]) hub.demo.city.systems.dpmptsp.control.set({ status500: true });
    await remote.ask(HOME, { citizen: 'demo' });
    expect(remote.opds.logged.join('')).not.toContain(findPerson('demo').nik);
  });
});

describe('a subgraph at its OPD', () => {
  const { nik } = findPerson('demo');
  const citizen = mandateOf(citizenCaller(nik, { expiresMs: Date.now() + 60_000 }));
  const query = `{ _entities(representations: [{ __typename: "Citizen", nik: "${nik}" }]) { ... on Citizen { permits { id } } } }`;
  const ask = async (authorization?: string) => {
    const response = await fetch(remote.opds.urls.get('dpmptsp') ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    return { status: response.status, text };
  };
  const key = () => readSigningKey(remote.opds.hubSettings.HUB_SUBGRAPH_SIGNING_KEY ?? '');
  const bearer = async (token: Promise<string>) => `Bearer ${await token}`;

  it('answers whom the hub vouches for', async () => {
    const { status, text } = await ask(await bearer(createSubgraphTokenSigner(key()).sign(citizen, 'dpmptsp')));
    expect({ status, hasPermits: text.includes('"permits":[{') }).toEqual({ status: 200, hasPermits: true });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['nothing', async () => undefined],
    ['a citizen’s own token', async () => `Bearer ${await remote.tokenOf('demo')}`],
    ['a token for another subgraph', () => bearer(createSubgraphTokenSigner(key()).sign(citizen, 'bpprd'))],
    [
      'a token of another key',
      () => bearer(createSubgraphTokenSigner(readSigningKey(createEd25519Text())).sign(citizen, 'dpmptsp')),
    ],
    [
      'an old token',
      () => bearer(createSubgraphTokenSigner(key(), { now: () => Date.now() - 120_000 }).sign(citizen, 'dpmptsp')),
    ],
    [
      'a token of the right key that is no such token',
      () =>
        bearer(
          new SignJWT({ caller: { kind: 'anonymous' } })
            .setProtectedHeader({ alg: 'EdDSA', kid: key().id })
            .setIssuer('hub')
            .setAudience('dpmptsp')
            .setIssuedAt()
            .setExpirationTime('1m')
            .sign(key().key),
        ),
    ],
    [
      'a token that names nobody',
      () =>
        bearer(
          new SignJWT({ caller: { kind: 'mayor' } })
            .setProtectedHeader({ alg: 'EdDSA', kid: key().id, typ: 'hub-subgraph+jwt' })
            .setIssuer('hub')
            .setAudience('dpmptsp')
            .setIssuedAt()
            .setExpirationTime('1m')
            .sign(key().key),
        ),
    ],
  ])('refuses %s with 401 and asks its system nothing', async (_what, authorization) => {
    const { status, text } = await ask(await authorization());
    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', fix: expect.any(String) } }],
    });
    expect(remote.demo.city.systems.dpmptsp.control.calls.total).toBe(0);
  });

  it('gives the hub’s nobody nothing of anybody', async () => {
    const { status, text } = await ask(
      await bearer(createSubgraphTokenSigner(key()).sign(mandateOf({ kind: 'anonymous' }), 'dpmptsp')),
    );
    expect(status).toBe(200);
    expect(text).toContain('UNAUTHENTICATED');
    expect(remote.demo.city.systems.dpmptsp.control.calls.total).toBe(0);
  });

  it('that is gone costs its own fields only, with its OPD’s name', async () => {
    await remote.opds.stop('bpprd');
    const answer = await remote.ask(HOME, { citizen: 'demo' });
    expect(answer.data.me).toMatchObject({ taxBills: null, nik, permits: expect.any(Array) });
    expect(answer.errors).toMatchObject([
      {
        path: ['me'],
        extensions: { code: 'OPD_UNAVAILABLE', opd: 'bpprd', pesan: expect.stringContaining('Pajak') },
      },
    ]);
  });
});
