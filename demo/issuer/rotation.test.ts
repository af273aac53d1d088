import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staff } from '../people/staff.ts';
import { type Issuer, type Realm, startIssuer } from './index.ts';
import { APP, APP_URL, askTokens, beginLogin } from './testing/app.ts';
import { openBrowser } from './testing/browser.ts';

const PEOPLE = {
  citizens: [{ nik: '1571010203900001', name: 'Siti Rahma', alias: 'siti' }],
  staff,
};
const AUDIENCE = 'https://hub.example';

let dataDir: string;
let issuer: Issuer;

const start = (realm: Realm) =>
  startIssuer({ realm, dataDir, people: PEOPLE[realm], audience: AUDIENCE, findClient: async () => APP });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'issuer-'));
});
afterEach(async () => {
  await issuer.stop();
  await rm(dataDir, { recursive: true });
});

async function verifies(token: string): Promise<boolean> {
  const jwks = (await (await fetch(`${issuer.url}/jwks`)).json()) as JSONWebKeySet;
  expect(jwks.keys.filter((key) => 'd' in key)).toEqual([]);
  const checked = jwtVerify(token, createLocalJWKSet(jwks), { issuer: issuer.url, audience: AUDIENCE });
  return checked.then(
    () => true,
    () => false,
  );
}

const kidOf = (token: string) => decodeProtectedHeader(token).kid;

describe.each([
  ['citizens', 'siti'],
  ['staff', 'walikota'],
] as const)('new keys of the %s’ realm', (realm, alias) => {
  it('sign at once, and the old token still verifies, after a restart too', async () => {
    issuer = await start(realm);
    const before = await issuer.issueToken(alias);
    await issuer.rotateKeys();
    const after = await issuer.issueToken(alias);
    expect(kidOf(after)).not.toBe(kidOf(before));
    expect([await verifies(before), await verifies(after)]).toEqual([true, true]);

    await issuer.stop();
    issuer = await start(realm);
    expect(kidOf(await issuer.issueToken(alias))).toBe(kidOf(after));
    expect([await verifies(before), await verifies(after)]).toEqual([true, true]);
  });

  it('that take the place of dropped ones leave the old token without a key', async () => {
    issuer = await start(realm);
    const before = await issuer.issueToken(alias);
    await issuer.rotateKeys({ drop: true });
    const after = await issuer.issueToken(alias);
    expect([await verifies(before), await verifies(after)]).toEqual([false, true]);
  });

  it('leave everybody logged in, in the middle of a log-in too', async () => {
    issuer = await start(realm);
    const browser = openBrowser(APP_URL);
    const { url, exchange } = beginLogin(issuer);
    const page = await browser.open(url);
    await issuer.rotateKeys();
    const back = await browser.send(page, { orang: alias, cara: 'high', aksi: 'masuk' });
    await issuer.rotateKeys();
    const tokens = await exchange(back.url);
    await issuer.rotateKeys({ drop: true });
    expect((await browser.open(beginLogin(issuer).url)).url.searchParams.has('code')).toBe(true);
    const renewed = await askTokens(issuer, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    expect(await verifies(renewed.access_token)).toBe(true);
    expect(kidOf(renewed.id_token)).toBe(kidOf(renewed.access_token));
  });
});

it('the order to rotate is taken as JSON only, which no other page can send', async () => {
  issuer = await start('staff');
  const order = async (type: string, body: string) => {
    const headers = { 'content-type': type };
    return (await fetch(`${issuer.url}/__control`, { method: 'POST', headers, body })).status;
  };
  const before = kidOf(await issuer.issueToken('auditor'));
  expect(await order('text/plain', '{"rotateKeys": true}')).toBe(400);
  expect(await order('application/json', '{"rotate')).toBe(400);
  expect(await order('application/json', '{}')).toBe(400);
  expect(kidOf(await issuer.issueToken('auditor'))).toBe(before);
  expect(await order('application/json', '{"rotateKeys": true}')).toBe(200);
  expect(kidOf(await issuer.issueToken('auditor'))).not.toBe(before);
});
