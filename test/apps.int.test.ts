import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { findPerson } from '../demo/people/find-person.ts';
import {
  createIssuerKeyPair,
  type IssuerKeyPair,
  type LoopbackIssuer,
  signClaims,
  startLoopbackIssuer,
} from '../src/identity/testing/start-loopback-issuer.ts';
import { type AppDefinition, createAppRecords, createAppStore } from '../src/store/index.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
let issuer: LoopbackIssuer;
let key: IssuerKeyPair;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apps-test-'));
  key = await createIssuerKeyPair('k1');
  issuer = await startLoopbackIssuer([key.jwk]);
  const issuersFile = join(folder, 'issuers.yaml');
  await writeFile(issuersFile, `- { issuer: "${issuer.url}", audience: hub-kota-jambi, vouchesFor: [citizen, staff] }`);
  hub = await startTestHub({ environment: { HUB_OIDC_ISSUERS_FILE: issuersFile } });
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(async () => {
  await hub.stop();
  await issuer.stop();
  await rm(folder, { recursive: true });
});

const APP: AppDefinition = {
  id: 'uji',
  name: 'Uji',
  owner: 'Uji',
  party: 'city',
  scopes: ['citizen'],
  purposes: ['uji'],
  redirectUris: [],
  origins: [],
  perMinute: 1000,
};
const add = (changes: Partial<AppDefinition>) => hub.stores.apps.add({ ...APP, ...changes });
const callsMade = () => Object.values(hub.demo.city.systems).reduce((sum, { control }) => sum + control.calls.total, 0);

function tokenOf(app: string, claims: Record<string, unknown> = {}): Promise<string> {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const times = { iat: nowSeconds, exp: nowSeconds + 600 };
  const who = { iss: issuer.url, aud: 'hub-kota-jambi', sub: 'demo', nik: findPerson('demo').nik, scope: 'citizen' };
  return signClaims(key, { ...who, ...times, client_id: app, ...claims });
}
const askAs = async (app: string, query = '{ me { nik } }', headers: Record<string, string> = {}) =>
  hub.ask(query, { token: await tokenOf(app), headers });
const codesOf = ({ errors }: Awaited<ReturnType<typeof askAs>>) =>
  errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

describe('an application', () => {
  it('that is not registered is refused before any system is asked', async () => {
    const answer = await askAs('tidak-ada', '{ me { taxBills { year } } }');
    expect(answer.status).toBe(403);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'APP_UNKNOWN',
      fix: expect.stringContaining('hub -- app add'),
      pesan: expect.stringContaining('tidak terdaftar'),
    });
    expect(callsMade()).toBe(0);
  });

  it('that another process registers is let in, and refused once that revokes it', async () => {
    const records = createAppRecords(hub.database);
    await records.add({ ...APP, id: 'sebentar' });
    const statusOf = async () => (await askAs('sebentar')).status;
    await expect.poll(statusOf, { timeout: 5000 }).toBe(200);
    await records.revoke('sebentar');
    await expect.poll(statusOf, { timeout: 5000 }).toBe(403);
  });

  it('that is revoked where nobody is told ends all the same', async () => {
    await add({ id: 'diam' });
    expect((await askAs('diam')).status).toBe(200);
    await hub.database.pool.query(`update apps set revoked_at = now() where id = 'diam'`);
    await expect.poll(async () => (await askAs('diam')).status, { timeout: 5000 }).toBe(403);
  });

  it('that asks too often is told how long to wait', async () => {
    await add({ id: 'cepat', perMinute: 2 });
    expect([(await askAs('cepat')).status, (await askAs('cepat')).status]).toEqual([200, 200]);
    const answer = await askAs('cepat');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) });
    expect(answer.errors[0]?.extensions.pesan).toMatch(/detik/);
    const events = await askAs('cepat', '{ me { nik } }', { accept: 'text/event-stream' });
    expect([events.status, Number(events.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  it('that a revocation ended stays so, whatever a file still says, until it is registered anew', async () => {
    await add({ id: 'kembali' });
    await hub.stores.apps.revoke('kembali');
    await hub.stores.apps.upsert([{ ...APP, id: 'kembali' }]);
    expect((await askAs('kembali')).status).toBe(403);
    await add({ id: 'kembali' });
    expect((await askAs('kembali')).status).toBe(200);
    await expect(add({ id: 'kembali' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('scopes', () => {
  const RECORDS = '{ me { nik taxBills { year } permits { id } complaints { id } } }';

  it('of an application without any show nothing of a citizen', async () => {
    const answer = await askAs('tanpa-lingkup', RECORDS);
    expect([answer.data, codesOf(answer)]).toEqual([{ me: null }, [['me', 'FORBIDDEN']]]);
    expect(callsMade()).toBe(0);
    expect((await askAs('tanpa-lingkup', '{ opds { code } }')).errors).toEqual([]);
  });

  it('of an application for some OPDs show him and their records, whatever his token allows', async () => {
    await add({ id: 'pajak', scopes: ['citizen.bpprd', 'citizen.dpmptsp'] });
    const answer = await askAs('pajak', RECORDS);
    expect(answer.data.me).toMatchObject({ nik: findPerson('demo').nik, complaints: null });
    expect(answer.data.me.taxBills.length).toBeGreaterThan(0);
    expect(codesOf(answer)).toEqual([['me.complaints', 'FORBIDDEN']]);
  });

  it('of somebody else’s application show nothing before the citizen consents', async () => {
    const answer = await askAs('pihak-ketiga', RECORDS);
    expect([answer.data, codesOf(answer)]).toEqual([{ me: null }, [['me.nik', 'CONSENT_MISSING']]]);
    expect(callsMade()).toBe(0);
  });
});

describe('the purpose', () => {
  it('of an application with several must be named, by citizens and staff alike', async () => {
    const officer = { nik: undefined, roles: ['officer'], opd: 'dpmptsp' };
    for (const claims of [{}, officer]) {
      const token = await tokenOf('opd-desk', claims);
      const ask = (headers: Record<string, string>) => hub.ask('{ opds { code } }', { token, headers });
      const refused = await ask({});
      expect(refused.status).toBe(400);
      expect(refused.errors[0]?.extensions).toMatchObject({
        code: 'PURPOSE_MISSING',
        fix: expect.stringContaining('pelayanan-izin, verifikasi-data, pengaduan'),
      });
      expect((await ask({ 'hub-purpose': 'iklan' })).status).toBe(400);
      expect((await ask({ 'hub-purpose': 'pengaduan' })).status).toBe(200);
    }
  });
});

describe('an application’s own token', () => {
  const form = (fields: Record<string, string>) => new URLSearchParams({ grant_type: 'client_credentials', ...fields });
  const post = (body: URLSearchParams | string, headers: Record<string, string> = {}, query = '') =>
    fetch(`${hub.url}/oauth/token${query}`, { method: 'POST', body, headers });
  const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  let secret: string;
  beforeAll(async () => {
    await add({ id: 'mesin', scopes: ['citizen.bpprd', 'citizen.dishub'] });
    secret = await hub.stores.apps.rotateSecret('mesin');
  });

  it('is given for its secret, by form or Basic, is good here, and is no citizen’s', async () => {
    for (const response of [
      await post(form({ client_id: 'mesin', client_secret: secret })),
      await post(form({ scope: 'citizen.bpprd' }), { authorization: basic('mesin', secret) }),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const { access_token: token, ...rest } = (await response.json()) as { access_token: string; scope: string };
      expect(rest).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
      expect(rest.scope).toMatch(/^citizen\.bpprd/);
      expect((await hub.ask('{ opds { code } }', { token })).errors).toEqual([]);
      expect((await hub.ask('{ me { nik } }', { token })).data).toEqual({ me: null });
    }
  });

  it.each<[string, () => Promise<Response>, number, string]>([
    ['a wrong secret', () => post(form({ client_id: 'mesin', client_secret: 'salah' })), 401, 'invalid_client'],
    ['an unknown client', () => post(form({ client_id: 'siapa', client_secret: 'salah' })), 401, 'invalid_client'],
    [
      'an application without secret',
      () => post(form({ client_id: 'warga', client_secret: 'x' })),
      401,
      'invalid_client',
    ],
    ['no secret', () => post(form({ client_id: 'mesin' })), 401, 'invalid_client'],
    ['another grant', () => post(form({ grant_type: 'password' })), 400, 'unsupported_grant_type'],
    ['no grant', () => post(new URLSearchParams({ client_id: 'mesin' })), 400, 'invalid_request'],
    [
      'a parameter given twice',
      () => post('grant_type=client_credentials&scope=a&scope=b', FORM),
      400,
      'invalid_request',
    ],
    ['a scope it has not', () => post(form({ ...given(), scope: 'citizen' })), 400, 'invalid_scope'],
    ['a secret in the address', () => post(form(given()), {}, `?client_secret=${secret}`), 400, 'invalid_request'],
    ['two ways at once', () => post(form(given()), { authorization: basic('mesin', secret) }), 400, 'invalid_request'],
    ['JSON', () => post('{}', { 'content-type': 'application/json' }), 415, 'invalid_request'],
    ['a book', () => post(form({ ...given(), scope: 'a'.repeat(5000) })), 413, 'invalid_request'],
  ])('is not given for %s', async (_name, ask, status, error) => {
    const response = await ask();
    const text = await response.text();
    expect([response.status, (JSON.parse(text) as { error: string }).error]).toEqual([status, error]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/mesin|siapa/);
  });
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const given = () => ({ client_id: 'mesin', client_secret: secret });

  it('is not given for any of many wrong secrets, but still for the right one', async () => {
    const guess = (id: string) => post(form({ client_id: id, client_secret: 'salah' }));
    for (const id of ['mesin', 'siapa-saja']) {
      for (let n = 0; n < 11; n++) await guess(id);
      const response = await guess(id);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await post(form(given()))).status).toBe(200);
  });

  it('ends with its application, and its secret with the next one', async () => {
    const { access_token: token } = (await (await post(form(given()))).json()) as { access_token: string };
    const next = await hub.stores.apps.rotateSecret('mesin');
    expect((await post(form(given()))).status).not.toBe(200);
    expect((await post(form({ client_id: 'mesin', client_secret: next }))).status).toBe(200);
    await hub.stores.apps.revoke('mesin');
    expect((await hub.ask('{ opds { code } }', { token })).status).toBe(403);
    expect((await post(form({ client_id: 'mesin', client_secret: next }))).status).not.toBe(200);
  });

  it('leaves its secret neither in the database nor in the log', async () => {
    await add({ id: 'rahasia' });
    const kept = await hub.stores.apps.rotateSecret('rahasia');
    const { rows } = await hub.database.pool.query<{ text: string }>('select apps::text as text from apps');
    const stored = rows.map(({ text }) => text).join('\n');
    for (const form of [kept, Buffer.from(kept).toString('hex'), Buffer.from(kept, 'base64url').toString('hex')])
      expect(stored).not.toContain(form);
    expect(hub.logged.join('')).not.toContain(kept);
  });
});

describe('an issuer', () => {
  it('learns who an application is, of none that is revoked or was never registered', async () => {
    const find = async (id: string) => fetch(`${hub.url}/oauth/clients/${encodeURIComponent(id)}`);
    expect(await (await find('pihak-ketiga')).json()).toEqual({
      client_id: 'pihak-ketiga',
      client_name: 'Pengingat Pajak',
      redirect_uris: ['http://127.0.0.1:9999/kembali'],
      post_logout_redirect_uris: ['http://127.0.0.1:9999/kembali'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      scope: 'citizen.bpprd citizen.dpmptsp',
      allowed_origins: ['http://127.0.0.1:9999'],
    });
    await add({ id: 'lama' });
    await hub.stores.apps.revoke('lama');
    expect([(await find('lama')).status, (await find('https://app.example/id')).status]).toEqual([404, 404]);
  });
});

describe('pages of an application', () => {
  const ORIGIN = 'https://halaman.example';
  const preflight = (origin: string) =>
    fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'hub-purpose' },
    });
  const isOpened = (origin: string) =>
    new Promise<boolean>((resolve) => {
      const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
      socket.once('open', () => {
        socket.close();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });

  it('may call the hub, and name a purpose and a case', async () => {
    const { status, headers } = await preflight('http://127.0.0.1:9999');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:9999');
    expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type, hub-purpose, hub-case');
    const answer = await hub.ask('{ opds { code } }', { headers: { origin: 'http://127.0.0.1:9999' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:9999');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('are let in from the moment it is registered until it is revoked, over a WebSocket too', async () => {
    const mayEnter = async () => [
      (await preflight(ORIGIN)).headers.get('access-control-allow-origin') === ORIGIN,
      await isOpened(ORIGIN),
    ];
    expect(await mayEnter()).toEqual([false, false]);
    await add({ id: 'halaman', origins: [ORIGIN] });
    expect(await mayEnter()).toEqual([true, true]);
    await hub.stores.apps.revoke('halaman');
    expect(await mayEnter()).toEqual([false, false]);
  });
});

it('while the database does not answer, the applications that are known stay', async () => {
  await add({ id: 'tetap' });
  const broken = { ...hub.database, pool: Object.create(hub.database.pool) as typeof hub.database.pool };
  const store = await createAppStore(broken);
  broken.pool.query = (() => Promise.reject(new Error('gone'))) as typeof broken.pool.query;
  await expect(store.upsert([])).rejects.toMatchObject({ code: 'INTERNAL', retryable: true });
  expect(store.find('tetap')).toMatchObject({ id: 'tetap' });
  await store.close();
});
