import { createPublicKey, hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../base/clock.ts';
import { APP_TOKEN_ISSUER, expectAppToken, readAppClaims } from './app-token.ts';
import { anonymous, type Caller, type KnownCaller } from './caller.ts';
import { createIssuerKeys } from './issuers/issuer-keys.ts';
import type { IssuerSettings } from './issuers/issuer-settings.ts';
import { readClaims } from './issuers/read-claims.ts';
import { loginUnavailable, refuseToken } from './issuers/refuse-token.ts';
import { checkHeader, type TokenExpectations, verifyToken } from './issuers/verify-token.ts';
import type { SubgraphKey } from './subgraph-key.ts';

export interface TokenVerifierOptions {
  /** Without one nobody can log in. */
  readonly issuers: readonly IssuerSettings[];
  /** The key with which the hub itself signs for applications, and whom those tokens are for. */
  readonly appTokens?: { readonly key: SubgraphKey; readonly audience: string };
  readonly clock?: Clock;
}

/** Tells who makes a request. */
export interface TokenVerifier {
  /** Who this is, if that is known without waiting: nobody, or whose token was verified a moment ago. */
  findKnown(authorization: string | undefined): Caller | undefined;
  /**
   * @throws HubError UNAUTHENTICATED for anything but a valid token of a configured issuer; LOGIN_UNAVAILABLE when that
   * issuer's keys cannot be had.
   */
  verify(authorization: string | undefined): Promise<Caller>;
}

// A verified token is known again by its hash for this long, within its own life. Verifying costs 0.1 ms of CPU.
const REMEMBER_MS = 300_000;
const MAX_REMEMBERED = 20_000;
// Longer than any real token; a header of megabytes is not worth a look.
const MAX_HEADER_CHARS = 8200;

interface Remembered {
  readonly caller: KnownCaller;
  readonly untilMs: number;
}

/** One issuer that is believed, with its keys. */
interface Believed {
  readonly expected: TokenExpectations;
  readonly findKey: JWTVerifyGetKey;
  readonly read: (payload: JWTPayload) => KnownCaller;
}

/** Creates the verifier of tokens; an issuer is asked for its keys when its first token comes. */
export function createTokenVerifier({ issuers, appTokens, clock = systemClock }: TokenVerifierOptions): TokenVerifier {
  const believed = new Map<unknown, Believed>(issuers.map((one) => [one.issuer, believeIssuer(one, clock)]));
  if (appTokens) believed.set(APP_TOKEN_ISSUER, believeHub(appTokens.key, appTokens.audience));
  const remembered = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED });
  const recall = (key: string): KnownCaller | undefined => {
    const known = remembered.get(key);
    return known && clock.now() < known.untilMs ? known.caller : undefined;
  };
  return {
    findKnown: (authorization) => {
      if (authorization === undefined || authorization === '') return anonymous;
      const token = findBearer(authorization);
      return token === undefined ? undefined : recall(hash('sha256', token, 'base64'));
    },
    verify: async (authorization) => {
      if (authorization === undefined || authorization === '') return anonymous;
      const token = findBearer(authorization);
      if (token === undefined)
        throw refuseToken('The authorization header is not "Bearer <token>" with a signed token.');
      const key = hash('sha256', token, 'base64');
      const known = recall(key);
      if (known) return known;
      if (believed.size === 0) throw loginUnavailable(new Error('HUB_OIDC_ISSUER is not set'));
      const caller = await verifyAs(token, believed, clock.now());
      remembered.set(key, { caller, untilMs: Math.min(clock.now() + REMEMBER_MS, caller.expiresMs) });
      return caller;
    },
  };
}

function findBearer(authorization: string): string | undefined {
  if (authorization.length > MAX_HEADER_CHARS) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

/** What a token says of its issuer only chooses who must have signed it. */
async function verifyAs(token: string, believed: ReadonlyMap<unknown, Believed>, nowMs: number): Promise<KnownCaller> {
  const { iss, header } = decode(token);
  const issuer = believed.get(iss);
  if (!issuer) throw refuseToken();
  checkHeader(header, issuer.expected);
  return issuer.read(await verifyToken(token, issuer.findKey, issuer.expected, nowMs));
}

function decode(token: string) {
  try {
    return { iss: decodeJwt(token).iss, header: decodeProtectedHeader(token) };
  } catch (cause) {
    throw refuseToken(undefined, cause);
  }
}

function believeIssuer(settings: IssuerSettings, clock: Clock): Believed {
  const keys = createIssuerKeys(settings.issuer, clock);
  return { expected: settings, findKey: keys.find, read: (payload) => readClaims(payload, settings) };
}

function believeHub({ id, key }: SubgraphKey, audience: string): Believed {
  const publicKey = createPublicKey(key);
  const findKey: JWTVerifyGetKey = ({ kid }) => {
    if (kid !== id) throw new errors.JWKSNoMatchingKey();
    return publicKey;
  };
  return { expected: expectAppToken(audience), findKey, read: readAppClaims };
}
