import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, type ProtectedHeaderParameters } from 'jose';
import { IssuerSilent } from './issuer-keys.ts';
import { loginUnavailable, refuseToken } from './refuse-token.ts';

/** What a token must be to be believed. */
export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly clockSkewSeconds: number;
  readonly tokenType: 'at+jwt' | undefined;
}

// Keys come from the issuer's discovery alone, whatever a token brings along; and nothing here understands extensions.
const FORBIDDEN_HEADERS = ['jku', 'x5u', 'jwk', 'x5c', 'crit', 'b64', 'zip', 'enc'] as const;
// What only other kinds of token have: those of ID tokens, of log-out tokens, and of tokens that are good only with a
// proof of a key, which nobody checks here.
const FORBIDDEN_CLAIMS = ['at_hash', 'c_hash', 'events', 'cnf'] as const;
// Nothing said, or said to be a token of any kind; RFC 9068 is the third.
const TYPES = [undefined, 'jwt', 'at+jwt'] as const;

/**
 * Looks at what a token says of itself before any key is looked for.
 * @throws HubError UNAUTHENTICATED for another algorithm, another kind of token, or one that brings its own key.
 */
export function checkHeader(header: ProtectedHeaderParameters, { algorithms, tokenType }: TokenExpectations): void {
  const { alg, typ } = header;
  if (typeof alg !== 'string' || !algorithms.includes(alg)) throw refuseToken();
  if (FORBIDDEN_HEADERS.some((name) => Object.hasOwn(header, name))) throw refuseToken();
  if (typ !== undefined && typeof typ !== 'string') throw refuseToken();
  const type = typ?.toLowerCase().replace(/^application\//, '');
  if (!TYPES.some((one) => one === type) || (tokenType && type !== tokenType))
    throw refuseToken('This is not an access token.');
}

/**
 * Verifies signature, issuer, audience and times.
 * @throws HubError UNAUTHENTICATED, or LOGIN_UNAVAILABLE when the key cannot be had.
 */
export async function verifyToken(
  token: string,
  findKey: JWTVerifyGetKey,
  expected: TokenExpectations,
  nowMs: number,
): Promise<JWTPayload> {
  const { issuer, audience, algorithms, clockSkewSeconds } = expected;
  try {
    const { payload } = await jwtVerify(token, findKey, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: clockSkewSeconds,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    checkClaims(payload, nowMs / 1000 + clockSkewSeconds);
    return payload;
  } catch (error) {
    if (error instanceof IssuerSilent) throw loginUnavailable(error);
    if (error instanceof errors.JWTExpired) throw refuseToken('The token has expired.', error);
    // A key that does not fit its algorithm is no error of jose's own, and no fault of the hub's either.
    throw refuseToken(undefined, error);
  }
}

/** What jose leaves to its callers. */
function checkClaims(payload: JWTPayload, latestSeconds: number): void {
  const { sub, iat, typ } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) throw new Error('sub names nobody');
  if (typeof iat !== 'number' || iat > latestSeconds) throw new Error('iat is in the future');
  if (FORBIDDEN_CLAIMS.some((name) => Object.hasOwn(payload, name))) throw new Error('another kind of token');
  // Keycloak marks every kind of token as JWT and tells them apart here: Bearer, ID, Refresh, Logout.
  if (typ !== undefined && typ !== 'Bearer') throw new Error('another kind of token');
}
