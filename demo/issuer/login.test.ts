import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { staff } from '../people/staff.ts';
import { type DemoPerson, type Issuer, type Realm, startIssuer } from './index.ts';
import { APP, APP_URL, askTokens, beginLogin } from './testing/app.ts';
import { type Browser, openBrowser } from './testing/browser.ts';

const NIK = '1571010203900001';
const OTHER_NIK = '1571014504850002';
const PEOPLE = [
  { nik: NIK, name: 'Siti Rahma', alias: 'siti' },
  { nik: OTHER_NIK, name: 'Budi Santoso' },
  { nik: '1571014504850003', name: 'Demo', alias: 'demo' },
];
const AUDIENCE = 'hub-kota-jambi';
const printed: unknown[][] = [];
const browsers: Browser[] = [];

let folder: string;
let citizens: Issuer;
let others: Issuer;

beforeAll(async () => {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void printed.push(line));
  }
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  const findClient = async (clientId: string) => (clientId === APP.client_id ? APP : undefined);
  const start = (realm: Realm, people: readonly DemoPerson[]) =>
    startIssuer({ realm, people, dataDir: join(folder, realm), audience: AUDIENCE, findClient });
  citizens = await start('citizens', PEOPLE);
  others = await start('staff', staff);
});

afterAll(async () => {
  await Promise.all([citizens.stop(), others.stop()]);
  await rm(folder, { recursive: true });
});

function browse(): Browser {
  const browser = openBrowser(APP_URL);
  browsers.push(browser);
  return browser;
}

const SITI = { orang: 'siti', cara: 'substantial', aksi: 'masuk' };

/** Logs in and returns what the app gets for its code. */
async function logIn(issuer: Issuer, form: Record<string, string>, change: Record<string, string> = {}) {
  const browser = browse();
  const { url, exchange } = beginLogin(issuer, change);
  const page = await browser.open(url);
  const back = await browser.send(page, form);
  return { browser, page, back, tokens: await exchange(back.url) };
}

async function verify(issuer: Issuer, token: string, alg: string) {
  const jwks = createRemoteJWKSet(new URL(`${issuer.url}/jwks`));
  return (await jwtVerify(token, jwks, { issuer: issuer.url, audience: AUDIENCE, algorithms: [alg] })).payload;
}

const refused = (change: Record<string, string | undefined>) => browse().open(beginLogin(citizens, change).url);

describe('a log-in', () => {
  it('gives an app a citizen’s token, and says when and how surely', async () => {
    const begunAt = Math.floor(Date.now() / 1000);
    const { back, tokens } = await logIn(citizens, SITI);
    expect(back.url.searchParams.get('state')).toBe('s1');
    expect(back.url.searchParams.get('iss')).toBe(citizens.url);
    const claims = await verify(citizens, tokens.access_token, 'RS256');
    expect(claims).toMatchObject({ nik: NIK, acr: 'substantial', scope: 'permits:read', client_id: APP.client_id });
    expect(claims.auth_time).toBeGreaterThanOrEqual(begunAt);
    expect(claims).not.toHaveProperty('roles');
    expect(claims.sub).toBe(decodeJwt(await citizens.issueToken('siti')).sub);
    const told = decodeJwt(tokens.id_token);
    expect(told).toMatchObject({ aud: APP.client_id, acr: 'substantial', nonce: 'n1', sub: claims.sub });
    expect(told).not.toHaveProperty('nik');
  });

  it('gives somebody in office roles and OPD, and no NIK', async () => {
    const { tokens } = await logIn(others, { orang: 'petugas-dpmptsp', cara: 'high', aksi: 'masuk' });
    const claims = await verify(others, tokens.access_token, 'ES256');
    expect(claims).toMatchObject({ roles: ['officer'], opd: 'dpmptsp', acr: 'high' });
    expect(claims).not.toHaveProperty('nik');
  });

  it('takes a typed NIK before the one who is picked', async () => {
    const { tokens } = await logIn(citizens, { ...SITI, nik: OTHER_NIK });
    expect(decodeJwt(tokens.access_token).nik).toBe(OTHER_NIK);
  });

  it('says of a mere password that it is low', async () => {
    const { tokens } = await logIn(citizens, { ...SITI, cara: 'low' });
    expect(decodeJwt(tokens.access_token).acr).toBe('low');
  });

  it('gives no scope of another’s office, nor one that the app is not registered for', async () => {
    const scope = 'openid permits:read mayor taxes:write';
    const citizen = await logIn(citizens, SITI, { scope });
    const mayor = await logIn(others, { orang: 'sekda', cara: 'high', aksi: 'masuk' }, { scope });
    expect(decodeJwt(citizen.tokens.access_token).scope).toBe('permits:read');
    expect(decodeJwt(mayor.tokens.access_token).scope).toBe('permits:read mayor');
  });

  it('is renewed by a refresh token that works once, and keeps how it came about', async () => {
    const { tokens } = await logIn(citizens, { ...SITI, cara: 'high' });
    const first = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    const renewed = await askTokens(citizens, first);
    const [before, after] = [tokens, renewed].map(({ access_token }) => decodeJwt(access_token));
    expect(after).toMatchObject({ acr: 'high', auth_time: before?.auth_time, nik: NIK });
    expect((await askTokens(citizens, first)).error).toBe('invalid_grant');
    expect((await askTokens(citizens, { ...first, refresh_token: renewed.refresh_token })).error).toBe('invalid_grant');
  });

  it('that is cancelled tells the app so', async () => {
    const { back } = await logIn(citizens, { aksi: 'batal' });
    expect(back.url.href).toMatch(/^http:\/\/127\.0\.0\.1:9\/kembali\?/);
    expect(back.url.searchParams.get('error')).toBe('access_denied');
  });
});

describe('the next log-in in the same browser', () => {
  it('asks nothing, unless the app wants it anew', async () => {
    const { browser } = await logIn(citizens, SITI);
    expect((await browser.open(beginLogin(citizens).url)).url.searchParams.has('code')).toBe(true);
    for (const change of [{ prompt: 'login' }, { prompt: 'login consent' }]) {
      const { url, exchange } = beginLogin(citizens, change);
      const page = await browser.open(url);
      expect(page.text).toContain('value="siti" checked');
      expect(decodeJwt((await exchange((await browser.send(page, SITI)).url)).access_token).nik).toBe(NIK);
    }
  });

  it('asks again when the last is longer ago than the app allows', async () => {
    const { browser } = await logIn(citizens, SITI);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    try {
      expect((await browser.open(beginLogin(citizens, { max_age: '60' }).url)).text).toContain('Siapa Anda?');
      expect((await browser.open(beginLogin(citizens, { max_age: '70' }).url)).url.searchParams.has('code')).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks again when the app needs to be surer than the last one was', async () => {
    const { browser } = await logIn(citizens, { ...SITI, cara: 'low' });
    const { url, exchange } = beginLogin(citizens, { acr_values: 'high' });
    expect((await browser.open(`${url}&prompt=none`)).url.searchParams.get('error')).toBe('login_required');
    const back = await browser.send(await browser.open(url), { ...SITI, cara: 'high' });
    expect(decodeJwt((await exchange(back.url)).access_token).acr).toBe('high');
  });

  it('may be somebody else’s, whose token the app then gets', async () => {
    const { browser } = await logIn(citizens, SITI);
    const { url, exchange } = beginLogin(citizens, { prompt: 'login' });
    const between = await browser.send(await browser.open(url), { ...SITI, orang: 'demo' });
    // The page of oidc-provider that ends the first log-in, which a button sends where there is no script.
    const back = await browser.send(between, {});
    expect(decodeJwt((await exchange(back.url)).access_token).nik).toBe(PEOPLE[2]?.nik);
  });

  it('asks again after a log-out, which leads back to the app and ends the refresh tokens', async () => {
    const { browser, tokens } = await logIn(citizens, SITI);
    const query = new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: APP.post_logout_redirect_uris?.[0] ?? '',
    });
    const page = await browser.open(`${citizens.url}/session/end?${query}`);
    expect(page.text).toContain('Keluar?');
    expect((await browser.send(page, { logout: 'yes' })).url.pathname).toBe('/keluar');
    expect((await browser.open(beginLogin(citizens).url)).text).toContain('Siapa Anda?');
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    expect((await askTokens(citizens, refresh)).error).toBe('invalid_grant');
  });

  it('at the other realm is not disturbed by the first', async () => {
    const { browser } = await logIn(citizens, SITI);
    const page = await browser.open(beginLogin(others).url);
    await browser.send(page, { orang: 'walikota', cara: 'high', aksi: 'masuk' });
    for (const issuer of [citizens, others]) {
      expect((await browser.open(beginLogin(issuer).url)).url.searchParams.has('code')).toBe(true);
    }
  });
});

describe('the log-in page', () => {
  it('runs no script, is framed by nobody, and leads only to itself and the app', async () => {
    const { headers, text } = await browse().open(beginLogin(citizens).url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:9");
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script|<style| style=| on[a-z]+=|method="get"/i);
    expect(text).toContain('Layanan Warga &#60;b&#62;Jambi&#60;/b&#62;');
  });

  it.each([
    ['high', 'high', ['low', 'substantial']],
    ['high substantial', 'high', ['low']],
    ['substantial', 'substantial', ['low']],
    ['unheard-of', 'substantial', []],
  ])('asked for %s proposes %s and offers nothing lower', async (acr_values, checked, disabled) => {
    const { text } = await browse().open(beginLogin(citizens, { acr_values }).url);
    expect(text).toContain(`value="${checked}" checked`);
    expect([...text.matchAll(/value="(\w+)" disabled/g)].map(([, level]) => level)).toEqual(disabled);
  });

  it.each([
    ['a lower level than the app asked for', { ...SITI, cara: 'low' }],
    ['a level that does not exist', { ...SITI, cara: 'certain' }],
    ['nobody', { cara: 'high', aksi: 'masuk' }],
    ['a NIK that nobody has', { ...SITI, cara: 'high', nik: '1571019999999999' }],
    ['somebody of the other realm', { orang: 'walikota', cara: 'high', aksi: 'masuk' }],
    ['a form that is too long', { ...SITI, cara: 'high', nik: ' '.repeat(5000) }],
  ])('asks again for %s', async (_case, form) => {
    const browser = browse();
    const page = await browser.open(beginLogin(citizens, { acr_values: 'substantial' }).url);
    const again = await browser.send(page, form);
    expect(again.status).toBe(422);
    expect(again.text).toContain('role="alert"');
    expect(again.text).not.toContain('1571019999999999');
  });

  it('of one browser is of no use to another', async () => {
    const { url } = await browse().open(beginLogin(citizens).url);
    const elsewhere = await browse().open(url.href);
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.text).toContain('session_not_found');
  });
});

describe('the issuer refuses', () => {
  it.each([
    ['a log-in without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['PKCE that gives the verifier away', { code_challenge_method: 'plain' }],
    ['the implicit flow', { response_type: 'token' }],
    ['tokens for anybody but the hub', { resource: 'https://evil.example' }],
  ])('%s', async (_case, change) => {
    const { url } = await refused(change);
    expect(url.origin).toBe(new URL(APP_URL).origin);
    expect(url.search + url.hash).toMatch(/error=(invalid_request|unsupported_response_type|invalid_target)&/);
  });

  it('an address that the app has not registered, without leading there', async () => {
    const { status, text, headers } = await refused({ redirect_uri: 'http://127.0.0.1:9/lain' });
    expect(status).toBe(400);
    expect(text).toContain('invalid_redirect_uri');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('an app that nobody has registered', async () => {
    expect((await refused({ client_id: 'asing' })).text).toContain('invalid_client');
  });

  it('a code with another verifier, and one that has been used', async () => {
    const browser = browse();
    const { url, exchange } = beginLogin(citizens);
    const back = await browser.send(await browser.open(url), SITI);
    const wrong = await exchange(back.url, { code_verifier: 'x'.repeat(43) });
    expect(wrong.error).toBe('invalid_grant');
    expect((await exchange(back.url)).access_token).toBeTruthy();
    expect((await exchange(back.url)).error).toBe('invalid_grant');
  });

  it('whoever belongs to the other realm', async () => {
    await expect(citizens.issueToken('walikota')).rejects.toThrow('invalid_grant');
    await expect(others.issueToken('siti')).rejects.toThrow('invalid_grant');
    const wrong = startIssuer({ realm: 'staff', dataDir: join(folder, 'wrong'), people: PEOPLE, audience: AUDIENCE });
    await expect(wrong).rejects.toThrow('Not all of these people are staff');
  });
});

it('lets pages of an app ask for its tokens, and those of no other', async () => {
  await citizens.issueToken('siti', { clientId: APP.client_id });
  const ask = (Origin: string, init: RequestInit) => {
    const headers = { Origin, 'Access-Control-Request-Method': 'POST' };
    return fetch(citizens.tokenEndpoint, { method: 'POST', ...init, headers });
  };
  const body = new URLSearchParams({ client_id: APP.client_id, grant_type: 'refresh_token', refresh_token: 'x' });
  const own = 'http://127.0.0.1:9';
  for (const init of [{ method: 'OPTIONS' }, { body }]) {
    expect((await ask(own, init)).headers.get('access-control-allow-origin')).toBe(own);
    expect((await ask('http://evil.example', init)).headers.get('access-control-allow-origin')).toBeNull();
  }
  const demo = new URLSearchParams({ client_id: 'demo-console', grant_type: 'refresh_token' });
  expect((await ask(own, { body: demo })).headers.get('access-control-allow-origin')).toBeNull();
});

it('has put no NIK into any address, and printed nothing', () => {
  const urls = browsers.flatMap((browser) => browser.urls);
  expect(urls.length).toBeGreaterThan(50);
  expect(urls.filter((url) => /\d{16}/.test(url))).toEqual([]);
  expect(printed).toEqual([]);
});
