import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CITIZEN_GRANT, DEMO_CLIENT_ID, type Issuer, startIssuer } from './index.ts';
import { APP } from './testing/app.ts';

const NIK = '1571010203900001';
const PEOPLE = [
  { nik: NIK, name: 'Siti Rahma', alias: 'siti' },
  { nik: '1571014504850002', name: 'Budi Santoso' },
];
const AUDIENCE = 'hub-kota-jambi';
const HUB = 'http://127.0.0.1:4000';
const printed: unknown[][] = [];

let dataDir: string;
let issuer: Issuer;

const findClient = async (clientId: string) => (clientId === APP.client_id ? APP : undefined);
const start = (): Promise<Issuer> =>
  startIssuer({
    realm: 'citizens',
    dataDir,
    people: PEOPLE,
    audience: AUDIENCE,
    hubOrigins: new Set([HUB]),
    findClient,
  });

beforeAll(async () => {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void printed.push(line));
  }
  dataDir = await mkdtemp(join(tmpdir(), 'issuer-'));
  issuer = await start();
});

afterAll(async () => {
  await issuer.stop();
  await rm(dataDir, { recursive: true });
});

function ask(change: Record<string, string> = {}, init: RequestInit = {}, query = ''): Promise<Response> {
  const fields = { grant_type: CITIZEN_GRANT, client_id: DEMO_CLIENT_ID, citizen: 'siti', ...change };
  return fetch(issuer.tokenEndpoint + query, { method: 'POST', body: new URLSearchParams(fields), ...init });
}

describe('a token', () => {
  it('verifies with the key that discovery leads to', async () => {
    const found = await fetch(`${issuer.url}/.well-known/openid-configuration`);
    const discovery = (await found.json()) as { jwks_uri: string };
    expect(discovery).toMatchObject({ issuer: issuer.url, token_endpoint: issuer.tokenEndpoint });
    const jwks = createRemoteJWKSet(new URL(discovery.jwks_uri));
    const { payload } = await jwtVerify(await issuer.issueToken('siti'), jwks, {
      issuer: issuer.url,
      audience: AUDIENCE,
      typ: 'at+jwt',
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({ nik: NIK, acr: 'substantial', scope: 'citizen', client_id: DEMO_CLIENT_ID });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  });

  it('names the citizen by a sub that is the same by alias and by NIK, and is not the NIK', async () => {
    const [byAlias, byNik, other] = await Promise.all(
      ['siti', NIK, '1571014504850002'].map((name) => issuer.issueToken(name)),
    );
    const subjects = [byAlias, byNik, other].map((token) => decodeJwt(token ?? '').sub);
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[2]).not.toBe(subjects[0]);
    expect(subjects[0]).not.toContain(NIK);
  });

  it('can be asked to expire soon', async () => {
    const { iat = 0, exp = 0 } = decodeJwt(await issuer.issueToken('siti', { ttlSeconds: 1 }));
    expect(exp - iat).toBe(1);
    expect(await (await ask({ ttl: '90' })).json()).toMatchObject({ expires_in: 90, token_type: 'Bearer' });
  });

  it('says that the log-in was of the level asked for, which is usually substantial', async () => {
    const levels = [undefined, 'low', 'substantial', 'high'] as const;
    const tokens = await Promise.all(levels.map((acr) => issuer.issueToken('siti', { acr })));
    expect(tokens.map((token) => decodeJwt(token).acr)).toEqual(['substantial', 'low', 'substantial', 'high']);
    expect(decodeJwt(tokens[0] ?? '').auth_time).toBeTypeOf('number');
  });

  it('is for a registered app where one asks as that, with its scopes or fewer', async () => {
    const scopes = [undefined, 'bills:read', 'bills:read mayor'];
    const tokens = await Promise.all(
      scopes.map((scope) => issuer.issueToken('siti', { clientId: APP.client_id, scope })),
    );
    expect(tokens.map((token) => decodeJwt(token))).toMatchObject(
      ['permits:read bills:read', 'bills:read', 'bills:read'].map((scope) => ({ scope, client_id: APP.client_id })),
    );
    await expect(issuer.issueToken('siti', { clientId: APP.client_id, scope: 'mayor' })).rejects.toThrow(
      'invalid_scope',
    );
    await expect(issuer.issueToken('siti', { clientId: 'asing' })).rejects.toThrow('invalid_client');
  });

  it('survives a restart: port, key and sub stay, and only the owner can read the key', async () => {
    const before = await issuer.issueToken('siti');
    await issuer.stop();
    issuer = await start();
    const jwks = createRemoteJWKSet(new URL(`${issuer.url}/jwks`));
    const { payload } = await jwtVerify(before, jwks, { issuer: issuer.url, audience: AUDIENCE });
    const after = await issuer.issueToken('siti');
    expect(decodeJwt(after).sub).toBe(payload.sub);
    expect(decodeProtectedHeader(after).kid).toBe(decodeProtectedHeader(before).kid);
    expect((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('the issuer refuses', () => {
  it.each([
    ['an unknown client', { client_id: 'other' }, 'invalid_client'],
    ['an unknown grant', { grant_type: 'urn:other' }, 'unsupported_grant_type'],
    ['a grant this client may not use', { grant_type: 'authorization_code', code: 'x' }, 'invalid_request'],
    ['an unknown citizen', { citizen: '1571019999999999' }, 'invalid_grant'],
    ['a name that only looks known', { citizen: 'constructor' }, 'invalid_grant'],
    ['no citizen', { citizen: '' }, 'invalid_request'],
    ['a life of zero', { ttl: '0' }, 'invalid_request'],
    ['too long a life', { ttl: '3601' }, 'invalid_request'],
    ['a level of assurance that does not exist', { acr: 'certain' }, 'invalid_request'],
    ['a scope that the client cannot have', { scope: 'mayor' }, 'invalid_scope'],
  ])('%s', async (_case, change, error) => {
    const response = await ask(change);
    const answer = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(answer).error).toBe(error);
    expect(answer).not.toContain('1571019999999999');
  });

  it('parameters in the URL, and a GET', async () => {
    const query = `?${new URLSearchParams({ grant_type: CITIZEN_GRANT, client_id: DEMO_CLIENT_ID, citizen: NIK })}`;
    expect((await ask({}, {}, query)).status).toBe(400);
    expect((await ask({}, { method: 'GET', body: null }, query)).status).toBe(400);
    expect((await ask({}, { method: 'GET', body: null })).status).toBe(404);
  });

  it('a damaged key file, without quoting it', async () => {
    const damaged = await mkdtemp(join(tmpdir(), 'issuer-'));
    await writeFile(join(damaged, 'keys.json'), (await readFile(join(dataDir, 'keys.json'), 'utf8')).slice(0, 200));
    const failure = startIssuer({ realm: 'citizens', dataDir: damaged, people: PEOPLE, audience: AUDIENCE });
    await expect(failure).rejects.toThrow(/^The issuer's key file .*keys\.json is damaged: remove it/);
    await rm(damaged, { recursive: true });
  });

  it('two people with one alias', async () => {
    const people = PEOPLE.map((person) => ({ ...person, alias: 'same' }));
    await expect(startIssuer({ realm: 'citizens', dataDir, people, audience: AUDIENCE })).rejects.toThrow(
      'share an alias',
    );
  });
});

describe('a page in a browser', () => {
  const preflight = { method: 'OPTIONS', body: null };
  const headers = (Origin: string) => ({ Origin, 'Access-Control-Request-Method': 'POST' });

  it('of the hub gets a token', async () => {
    const allowed = await ask({}, { ...preflight, headers: headers(HUB) });
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe(HUB);
    const response = await ask({}, { headers: { Origin: HUB } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(HUB);
    expect(await response.json()).toHaveProperty('access_token');
  });

  it.each(['http://127.0.0.1:4001', 'http://localhost:4000', 'null', 'https://evil.example'])(
    'of %s gets none, nor leave to read the refusal',
    async (origin) => {
      for (const init of [{ ...preflight, headers: headers(origin) }, { headers: { Origin: origin } }]) {
        const response = await ask({}, init);
        expect(response.status).toBe(403);
        expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
        expect(await response.text()).not.toContain('access_token');
      }
    },
  );
});

it('prints nothing, at the start nor later', () => {
  expect(printed).toEqual([]);
});
