import { createHmac, createPublicKey } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import {
  createIssuerKeyPair,
  type IssuerKeyPair,
  type LoopbackIssuer,
  signClaims,
  startLoopbackIssuer,
} from '../testing/start-loopback-issuer.ts';
import { createTokenVerifier } from '../token-verifier.ts';
import { type IssuerSettings, listIssuers } from './issuer-settings.ts';

const NIK = '1571991007900001';
const START_MS = Date.parse('2026-11-24T00:00:00Z');
const NOW = START_MS / 1000;
let citizens: LoopbackIssuer;
let staff: LoopbackIssuer;
let key: IssuerKeyPair;
let staffKey: IssuerKeyPair;
let stranger: IssuerKeyPair;

beforeAll(async () => {
  [key, staffKey, stranger] = (await Promise.all(['k1', 's1', 'k1'].map((kid) => createIssuerKeyPair(kid)))) as [
    IssuerKeyPair,
    IssuerKeyPair,
    IssuerKeyPair,
  ];
  citizens = await startLoopbackIssuer([key.jwk]);
  staff = await startLoopbackIssuer([staffKey.jwk]);
});
afterAll(async () => {
  await citizens.stop();
  await staff.stop();
});

const settings = (): IssuerSettings[] =>
  listIssuers({ issuer: citizens.url, staffIssuer: staff.url, issuersFile: undefined, audience: 'hub' });

function verifierOf(clock: Clock = { now: () => START_MS }, issuers = settings()) {
  return createTokenVerifier({ issuers, clock });
}

const good = (): JWTPayload => ({
  iss: citizens.url,
  aud: 'hub',
  sub: 's',
  nik: NIK,
  client_id: 'warga',
  scope: 'citizen',
  iat: NOW,
  exp: NOW + 600,
});
const goodOfStaff = (): JWTPayload => {
  const { nik: _, ...rest } = good();
  return { ...rest, iss: staff.url, roles: ['officer'], opd: 'dpmptsp' };
};

type Changes = Record<string, unknown>;
const citizen = (claims: Changes, header: Changes = {}) => signClaims(key, { ...good(), ...claims }, header);
const officer = (claims: Changes) => signClaims(staffKey, { ...goodOfStaff(), ...claims });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function unsigned(alg: string, signature: string): Promise<string> {
  return `${part({ alg, kid: 'k1' })}.${part(good())}.${signature}`;
}

/** The public key as a shared secret: a verifier that lets the token choose would be deceived. */
async function confused(): Promise<string> {
  const pem = createPublicKey({ key: key.jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const text = `${part({ alg: 'HS256', kid: 'k1' })}.${part(good())}`;
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

/** Anything that the header brings is put in without jose's own checks, then signed with the issuer's real key. */
const withCrit = async () => {
  const [header = '', payload, signature] = (await citizen({})).split('.');
  const raised = { ...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object), crit: ['exp'] };
  return `${part(raised)}.${payload}.${signature}`;
};
const changed = async () => {
  const [header, , signature] = (await citizen({})).split('.');
  return `${header}.${part({ ...good(), nik: '1571991007900002' })}.${signature}`;
};
const edge = async (make: (token: string) => string) => make(await citizen({}));

/** `asks`: the issuer may be asked for its keys; otherwise what is wrong shows before that. */
const corpus: readonly [name: string, make: () => Promise<string>, asks?: 'asks'][] = [
  ['with no algorithm', () => unsigned('none', 'AAAA')],
  ['with no algorithm, written in capitals', () => unsigned('NONE', 'AAAA')],
  ['with an algorithm that is no text', () => unsigned(1 as never, 'AAAA')],
  ['signed with the public key as a secret', confused],
  ['of an algorithm that is not configured', () => unsigned('RS384', 'AAAA')],
  ['of another key under the same name', () => signClaims(stranger, good()), 'asks'],
  ['of another issuer’s key', () => signClaims({ ...staffKey, kid: 'k1' }, good()), 'asks'],
  ['of a key that nobody has', () => signClaims({ ...stranger, kid: 'k9' }, good()), 'asks'],
  ['that says where its key is (jku)', () => citizen({}, { jku: 'http://127.0.0.1:9/keys' })],
  ['that says where its key is (x5u)', () => citizen({}, { x5u: 'http://127.0.0.1:9/key' })],
  ['that brings its key (jwk)', () => signClaims(stranger, good(), { jwk: stranger.jwk })],
  ['that brings its certificate (x5c)', () => citizen({}, { x5c: ['MIIB'] })],
  ['that demands an extension (crit)', withCrit],
  ['for log-out', () => citizen({}, { typ: 'logout+jwt' })],
  ['that proves a key (DPoP)', () => citizen({}, { typ: 'dpop+jwt' })],
  ['of the hub for a subgraph', () => citizen({}, { typ: 'hub-subgraph+jwt' })],
  ['of a kind that is no text', () => citizen({}, { typ: 1 as never })],
  ['without signature', () => edge((token) => token.slice(0, token.lastIndexOf('.') + 1))],
  ['of two parts', () => edge((token) => token.slice(0, token.lastIndexOf('.')))],
  ['with a shortened signature', () => edge((token) => token.slice(0, -20)), 'asks'],
  ['with another signature', () => edge((token) => `${token.slice(0, -20)}AAAAAAAAAAAAAAAAAAAA`), 'asks'],
  ['with changed claims', changed, 'asks'],
  ['whose header is no JSON', async () => `AAAA.${part(good())}.AAAA`],
  ['whose claims are no JSON', async () => `${part({ alg: 'RS256', kid: 'k1' })}.AAAA.AAAA`],
  ['as long as a book', async () => `a.${'b'.repeat(1_000_000)}.c`],
  ['that has expired', () => citizen({ exp: NOW - 6 }), 'asks'],
  ['that never expires', () => citizen({ exp: undefined }), 'asks'],
  ['whose end is text', () => citizen({ exp: String(NOW + 600) as never }), 'asks'],
  ['not valid yet', () => citizen({ nbf: NOW + 6 }), 'asks'],
  ['issued in the future', () => citizen({ iat: NOW + 6 }), 'asks'],
  ['without the time of issue', () => citizen({ iat: undefined }), 'asks'],
  ['for another audience', () => citizen({ aud: 'another' }), 'asks'],
  ['for several others', () => citizen({ aud: ['another', 'hub2'] }), 'asks'],
  ['for nobody', () => citizen({ aud: undefined }), 'asks'],
  ['of an issuer that is not configured', () => citizen({ iss: 'https://another.example' })],
  ['of its issuer with a slash more', () => citizen({ iss: `${citizens.url}/` })],
  ['of no issuer', () => citizen({ iss: undefined })],
  ['whose issuer is a list', () => citizen({ iss: [citizens.url] as never })],
  ['that calls itself the hub’s own', () => citizen({ iss: 'hub' })],
  [
    'of the citizens’ issuer under the staff issuer’s name',
    () => citizen({ iss: staff.url, roles: ['mayor'] }),
    'asks',
  ],
  ['without subject', () => citizen({ sub: undefined }), 'asks'],
  ['with an empty subject', () => citizen({ sub: '' }), 'asks'],
  ['whose subject is a number', () => citizen({ sub: 7 as never }), 'asks'],
  ['without a NIK', () => citizen({ nik: undefined }), 'asks'],
  ['with a NIK of 15 digits', () => citizen({ nik: NIK.slice(1) }), 'asks'],
  ['with a NIK that is a number', () => citizen({ nik: Number(NIK) }), 'asks'],
  ['with two NIKs', () => citizen({ nik: [NIK, NIK] }), 'asks'],
  ['without a client', () => citizen({ client_id: undefined }), 'asks'],
  ['with an empty client', () => citizen({ client_id: '' }), 'asks'],
  ['whose client is a list', () => citizen({ client_id: ['warga'] }), 'asks'],
  ['whose scopes are a list', () => citizen({ scope: ['citizen'] }), 'asks'],
  ['of an ID token', () => citizen({ at_hash: 'x' }), 'asks'],
  ['of an ID token, as Keycloak marks it', () => citizen({ typ: 'ID' }), 'asks'],
  ['of a refresh token, as Keycloak marks it', () => citizen({ typ: 'Refresh' }), 'asks'],
  ['for log-out, by its claims', () => citizen({ events: {} }), 'asks'],
  ['that is bound to a key', () => citizen({ cnf: { jkt: 'x' } }), 'asks'],
  ['of a citizens’ issuer that says roles and no NIK', () => citizen({ nik: undefined, roles: ['mayor'] }), 'asks'],
  [
    'of a citizens’ issuer beside a staff issuer, with a role among the scopes',
    () => citizen({ nik: undefined, scope: 'mayor' }),
    'asks',
  ],
  ['of a staff issuer without roles', () => officer({ roles: undefined }), 'asks'],
  ['of a staff issuer with a NIK and no roles', () => officer({ roles: undefined, nik: NIK }), 'asks'],
  ['of a staff issuer with roles of other systems', () => officer({ roles: ['admin'] }), 'asks'],
  ['of a staff issuer whose roles are text', () => officer({ roles: 'officer' }), 'asks'],
  ['of a staff issuer whose OPD is a path', () => officer({ opd: '../etc' }), 'asks'],
];

async function refusalOf(verifier: ReturnType<typeof verifierOf>, token: string): Promise<HubError> {
  const refusal: unknown = await verifier.verify(`Bearer ${token}`).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HubError);
  return refusal as HubError;
}

describe('a token is refused', () => {
  it.each(corpus)('%s', async (_name, make, asks) => {
    const token = await make();
    const before = citizens.asked() + staff.asked();
    const verifier = verifierOf();
    const { code, message, fix } = await refusalOf(verifier, token);
    expect(code).toBe('UNAUTHENTICATED');
    expect(`${message} ${fix}`).not.toMatch(/\d{6}|eyJ|127\.0\.0\.1/);
    if (!asks) expect(citizens.asked() + staff.asked()).toBe(before);
    // Not remembered as somebody either.
    expect(verifier.findKnown(`Bearer ${token}`)).toBeUndefined();
  });

  it('that says it is no access token, where its issuer marks those', async () => {
    const issuers = settings().map((one) => ({ ...one, tokenType: 'at+jwt' as const }));
    const verifier = verifierOf(undefined, issuers);
    expect((await refusalOf(verifier, await citizen({}, { typ: 'JWT' }))).code).toBe('UNAUTHENTICATED');
    expect((await refusalOf(verifier, await citizen({}))).code).toBe('UNAUTHENTICATED');
    expect(await verifier.verify(`Bearer ${await citizen({}, { typ: 'at+jwt' })}`)).toMatchObject({ nik: NIK });
  });

  it('for the time being while its issuer is down, unless it shows itself to be wrong', async () => {
    citizens.isUp = false;
    try {
      expect((await refusalOf(verifierOf(), await citizen({}))).code).toBe('LOGIN_UNAVAILABLE');
      expect((await refusalOf(verifierOf(), await confused())).code).toBe('UNAUTHENTICATED');
    } finally {
      citizens.isUp = true;
    }
  });
});

describe('a token is accepted', () => {
  it.each<[string, Changes, Changes]>([
    ['of no stated kind', {}, {}],
    ['of the kind JWT', {}, { typ: 'JWT' }],
    ['of the kind at+jwt', {}, { typ: 'at+jwt' }],
    ['of the kind application/at+jwt', {}, { typ: 'application/at+jwt' }],
    ['for the hub among others', { aud: ['another', 'hub'] }, {}],
    ['within the clocks’ difference', { exp: NOW - 4, iat: NOW + 5, nbf: NOW + 5 }, {}],
    ['whose client is its authorized party', { client_id: undefined, azp: 'warga' }, {}],
    ['that Keycloak marks as Bearer', { typ: 'Bearer' }, {}],
  ])('%s', async (_name, claims, header) => {
    const caller = await verifierOf().verify(`Bearer ${await citizen(claims, header)}`);
    expect(caller).toMatchObject({ kind: 'citizen', nik: NIK, app: 'warga', scopes: new Set(['citizen']) });
  });

  it.each(['PS256', 'ES256', 'EdDSA'])('signed by %s', async (alg) => {
    const other = await createIssuerKeyPair(`k-${alg}`, alg);
    citizens.keys = [key.jwk, other.jwk];
    expect(await verifierOf().verify(`Bearer ${await signClaims(other, good())}`)).toMatchObject({ nik: NIK });
    citizens.keys = [key.jwk];
  });

  it('of a citizens’ issuer that says roles as a citizen without any', async () => {
    const caller = await verifierOf().verify(`Bearer ${await citizen({ roles: ['mayor'], scope: 'citizen mayor' })}`);
    expect(caller).toMatchObject({ kind: 'citizen', nik: NIK, scopes: new Set(['citizen']) });
    expect(caller).not.toHaveProperty('roles');
  });

  it('of a staff issuer that says a NIK as staff without it', async () => {
    const caller = await verifierOf().verify(`Bearer ${await officer({ nik: NIK, roles: ['officer', 'offline'] })}`);
    expect(caller).toMatchObject({ kind: 'staff', roles: new Set(['officer']), opd: 'dpmptsp' });
    expect(caller).not.toHaveProperty('nik');
  });
});

describe('keys', () => {
  it('that are new are asked for once, however many tokens name them at once, and the old ones go', async () => {
    let nowMs = START_MS;
    const issuer = await startLoopbackIssuer([key.jwk]);
    const issuers = listIssuers({
      issuer: issuer.url,
      staffIssuer: undefined,
      issuersFile: undefined,
      audience: 'hub',
    });
    const verifier = verifierOf({ now: () => nowMs }, issuers);
    const next = await createIssuerKeyPair('k2');
    const of = async (pair: IssuerKeyPair, sub: string) =>
      `Bearer ${await signClaims(pair, { ...good(), iss: issuer.url, sub, exp: NOW + 6000 })}`;
    await verifier.verify(await of(key, 'a'));
    issuer.keys = [next.jwk];
    nowMs += 5000;
    const tokens = await Promise.all(['b', 'c', 'd'].map((sub) => of(next, sub)));
    await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(issuer.asked()).toBe(2);
    await expect(verifier.verify(await of(key, 'e'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(issuer.asked()).toBe(2);
    await issuer.stop();
  });

  it('that nobody has cost the issuer one question per five seconds, while it is down too', async () => {
    let nowMs = START_MS;
    const issuer = await startLoopbackIssuer([key.jwk]);
    const issuers = listIssuers({
      issuer: issuer.url,
      staffIssuer: undefined,
      issuersFile: undefined,
      audience: 'hub',
    });
    const verifier = verifierOf({ now: () => nowMs }, issuers);
    const of = (pair: IssuerKeyPair) => signClaims(pair, { ...good(), iss: issuer.url });
    const nobodys = { ...stranger, kid: 'k9' };
    await verifier.verify(`Bearer ${await of(key)}`);
    for (let n = 0; n < 10; n++) expect((await refusalOf(verifier, await of(nobodys))).code).toBe('UNAUTHENTICATED');
    expect(issuer.asked()).toBe(1);
    nowMs += 5000;
    issuer.isUp = false;
    for (let n = 0; n < 10; n++) expect((await refusalOf(verifier, await of(nobodys))).code).toBe('LOGIN_UNAVAILABLE');
    issuer.isUp = true;
    // Those that are known go on.
    expect(await verifier.verify(`Bearer ${await of(key)}`)).toMatchObject({ nik: NIK });
    await refusalOf(verifier, await of(nobodys));
    expect(issuer.asked()).toBe(1);
    nowMs += 5000;
    for (let n = 0; n < 10; n++) await refusalOf(verifier, await of(nobodys));
    expect(issuer.asked()).toBe(2);
    await issuer.stop();
  });
});
