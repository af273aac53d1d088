import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listIssuers } from './issuers/issuer-settings.ts';
import { createTokenVerifier } from './token-verifier.ts';

const AUDIENCE = 'hub';
const NIK = '1571991007900001';
const START_MS = Date.parse('2026-11-24T00:00:00Z');
let server: Server;
let issuer: string;
let isUp: boolean;
let named: string | undefined;
let keySets: number;
let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

beforeEach(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' };
  [isUp, named, keySets] = [true, undefined, 0];
  server = createServer((request, response) => {
    if (!isUp) return void response.writeHead(500).end('<html>');
    if (request.url === '/keys') keySets++;
    const answer = request.url === '/keys' ? { keys: [jwk] } : { issuer: named ?? issuer, jwks_uri: `${issuer}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function bearer(
  claims: Record<string, unknown> = {},
  more: { audience?: string; issuer?: string; ttlSeconds?: number } = {},
): Promise<string> {
  const issuedAt = START_MS / 1000;
  const token = await new SignJWT({ nik: NIK, scope: 'citizen read', client_id: 'warga', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(more.issuer ?? issuer)
    .setAudience(more.audience ?? AUDIENCE)
    .setSubject('s')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (more.ttlSeconds ?? 3600))
    .sign(privateKey);
  return `Bearer ${token}`;
}

function verifierAt(clock = { now: () => START_MS }) {
  const issuers = listIssuers({ issuer, staffIssuer: undefined, issuersFile: undefined, audience: AUDIENCE });
  return createTokenVerifier({ issuers, clock });
}

describe('a token', () => {
  it('makes a citizen with his NIK and scopes', async () => {
    expect(await verifierAt().verify(await bearer())).toEqual({
      kind: 'citizen',
      issuer,
      subject: 's',
      app: 'warga',
      assurance: 'low',
      nik: NIK,
      scopes: new Set(['citizen', 'read']),
      expiresMs: expect.any(Number),
    });
  });

  it('makes nobody when there is none', async () => {
    expect(await verifierAt().verify(undefined)).toEqual({ kind: 'anonymous' });
  });

  it('is checked by signature once, and forgotten at the moment it expires', async () => {
    let nowMs = START_MS;
    const verifier = verifierAt({ now: () => nowMs });
    const token = await bearer({}, { ttlSeconds: 60 });
    const first = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(first);
    expect(verifier.findKnown(token)).toBe(first);
    expect(keySets).toBe(1);
    nowMs += 66_000;
    await expect(verifier.verify(token)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token has expired.',
    });
  });

  it('is verified anew after five minutes, however long it lasts', async () => {
    let nowMs = START_MS;
    const verifier = verifierAt({ now: () => nowMs });
    const token = await bearer();
    await verifier.verify(token);
    nowMs += 299_999;
    expect(verifier.findKnown(token)).toBeDefined();
    nowMs += 1;
    expect(verifier.findKnown(token)).toBeUndefined();
    expect(await verifier.verify(token)).toMatchObject({ nik: NIK });
  });

  it.each<[string, Record<string, unknown>, { audience?: string; issuer?: string }]>([
    ['for another audience', {}, { audience: 'another' }],
    ['of another issuer', {}, { issuer: 'https://another.example' }],
    ['without a NIK', { nik: undefined }, {}],
    ['with a NIK that is a number', { nik: 1571991007900001 }, {}],
    ['not valid yet', { nbf: START_MS / 1000 + 600 }, {}],
  ])('%s is refused', async (_name, claims, more) => {
    const token = await bearer(claims, more);
    await expect(verifierAt().verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each(['Basic eDp5', 'Bearer', 'Bearer a.b', 'Bearer a.b.c d', `Bearer a.${'b'.repeat(9000)}.c`])(
    'written %s is refused without asking the issuer',
    async (header) => {
      isUp = false;
      await expect(verifierAt().verify(header.slice(0, 9100))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    },
  );
});

describe('an issuer', () => {
  it('that is down is not the citizen’s fault, and is asked again by the next token', async () => {
    const verifier = verifierAt();
    isUp = false;
    await expect(verifier.verify(await bearer())).rejects.toMatchObject({
      code: 'LOGIN_UNAVAILABLE',
      retryable: true,
      retryAfterSeconds: 5,
    });
    isUp = true;
    expect(await verifier.verify(await bearer())).toMatchObject({ nik: NIK });
  });

  it('whose discovery names somebody else is not believed', async () => {
    named = 'https://another.example';
    await expect(verifierAt().verify(await bearer())).rejects.toMatchObject({ code: 'LOGIN_UNAVAILABLE' });
  });

  it('that is not configured lets nobody in', async () => {
    const verifier = createTokenVerifier({ issuers: [] });
    await expect(verifier.verify(await bearer())).rejects.toMatchObject({ code: 'LOGIN_UNAVAILABLE' });
  });
});
