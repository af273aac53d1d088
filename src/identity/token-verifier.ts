import { hash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import { anonymous, assurances, type Caller, type KnownCaller, staffRoles } from './caller.ts';

export interface TokenVerifierOptions {
  /** The OpenID Connect issuer's address, exactly as its tokens name it; without one nobody can log in. */
  readonly issuer: string | undefined;
  /** What a token must be for: the hub. */
  readonly audience: string | undefined;
  readonly clock?: Clock;
}

/** Tells who makes a request. */
export interface TokenVerifier {
  /**
   * @throws HubError UNAUTHENTICATED for anything but a valid token of the issuer; LOGIN_UNAVAILABLE when the issuer's
   * keys cannot be had.
   */
  verify(authorization: string | undefined): Promise<Caller>;
}

// Public-key algorithms only: with a shared secret the hub could forge what it is meant to verify.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
// A verified token is known again by its hash for this long, within its own life: half of what the keys that verified it
// are themselves kept for. Verifying costs 0.1 ms of CPU.
const REMEMBER_MS = 300_000;
const MAX_REMEMBERED = 20_000;
// Longer than any real token; a header of megabytes is not worth hashing.
const MAX_TOKEN_CHARS = 8192;

/** Creates the verifier of one issuer's tokens; the issuer is asked for its keys when the first token comes. */
export function createTokenVerifier({ issuer, audience, clock = systemClock }: TokenVerifierOptions): TokenVerifier {
  const remembered = new LRUCache<string, KnownCaller>({
    max: MAX_REMEMBERED,
    ttl: REMEMBER_MS,
    ttlResolution: 1000,
  });
  const keys = createKeySource(issuer ?? '');
  return {
    verify: async (authorization) => {
      if (authorization === undefined || authorization === '') return anonymous;
      const token = readBearer(authorization);
      const key = hash('sha256', token, 'base64');
      const known = remembered.get(key);
      if (known && known.expiresMs > clock.now()) return known;
      if (!issuer || !audience) throw loginUnavailable(new Error('HUB_OIDC_ISSUER is not set'));
      const payload = await verifyToken(token, await keys.get(), { issuer, audience, nowMs: clock.now() });
      const caller = callerOf(payload);
      remembered.set(key, caller);
      return caller;
    },
  };
}

function readBearer(authorization: string): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  if (token && token.length <= MAX_TOKEN_CHARS) return token;
  throw unauthenticated('The authorization header is not "Bearer <token>" with a signed token.');
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** Finds the issuer's keys by discovery, once; a failed discovery is tried again at the next token. */
function createKeySource(issuer: string): { get(): Promise<KeySet> } {
  let discovered: Promise<KeySet> | undefined;
  const discover = async (): Promise<KeySet> => {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: 'error' });
    const metadata = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (metadata.issuer !== issuer || typeof metadata.jwks_uri !== 'string')
      throw new Error('The discovery document is another issuer’s');
    return createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: 5000, cooldownDuration: 5000 });
  };
  return {
    get: () => {
      discovered ??= discover().catch((cause: unknown) => {
        discovered = undefined;
        throw loginUnavailable(cause);
      });
      return discovered;
    },
  };
}

interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly nowMs: number;
}

async function verifyToken(token: string, keys: KeySet, { issuer, audience, nowMs }: Expected): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired.', error);
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw loginUnavailable(error);
    throw unauthenticated('The token is not valid here.', error);
  }
}

// Until tokens say roles by a claim of their own, what somebody in office is stands among his scopes.
const STAFF_SCOPES = staffRoles;

function callerOf({ nik, scope, opd, sub, iss = '', acr, client_id, exp = 0 }: JWTPayload): KnownCaller {
  const scopes = new Set(typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []);
  const roles = new Set(STAFF_SCOPES.filter((one) => scopes.delete(one)));
  const known = {
    issuer: iss,
    subject: String(sub),
    app: String(client_id),
    assurance: assurances.find((one) => one === acr) ?? 'low',
    scopes,
    expiresMs: exp * 1000,
  };
  if (nik === undefined && roles.size > 0)
    return { ...known, kind: 'staff', roles, opd: typeof opd === 'string' ? opd : undefined };
  if (typeof nik !== 'string' || !/^\d{16}$/.test(nik))
    throw unauthenticated('The token does not say which citizen it is for.');
  return { ...known, kind: 'citizen', nik };
}

function unauthenticated(message: string, cause?: unknown): HubError {
  return new HubError('UNAUTHENTICATED', message, { fix: 'Log in again and send the new token.', cause });
}

function loginUnavailable(cause: unknown): HubError {
  return new HubError('LOGIN_UNAVAILABLE', 'The log-in service cannot be reached, so no token can be checked.', {
    fix: 'Try again in a moment. Operator: check HUB_OIDC_ISSUER.',
    retryable: true,
    retryAfterSeconds: 5,
    cause,
  });
}
