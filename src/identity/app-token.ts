import type { JWTPayload } from 'jose';
import { SignJWT } from 'jose';
import { type Clock, systemClock } from '../base/clock.ts';
import type { ApplicationCaller } from './caller.ts';
import { refuseToken } from './issuers/refuse-token.ts';
import type { TokenExpectations } from './issuers/verify-token.ts';
import type { SubgraphKey } from './subgraph-key.ts';

/** A token that the hub gave to an application for its secret. */
export interface IssuedAppToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Gives applications their tokens. */
export interface AppTokenSigner {
  sign(app: string, scopes: ReadonlySet<string>): Promise<IssuedAppToken>;
}

/** How such a token names its issuer: no address, so no configured issuer can be called the same. */
export const APP_TOKEN_ISSUER = 'hub';
// Short, because a secret that was rotated must soon be worth nothing; a program asks again by itself.
const LIFETIME_SECONDS = 600;

/** Creates the signer of tokens for one audience, the hub itself. */
export function createAppTokenSigner(
  { id, key }: SubgraphKey,
  audience: string,
  clock: Clock = systemClock,
): AppTokenSigner {
  return {
    sign: async (app, scopes) => {
      const nowSeconds = Math.floor(clock.now() / 1000);
      const token = await new SignJWT({ client_id: app, scope: [...scopes].join(' ') })
        .setProtectedHeader({ alg: 'EdDSA', kid: id, typ: 'at+jwt' })
        .setIssuer(APP_TOKEN_ISSUER)
        .setAudience(audience)
        .setSubject(app)
        .setIssuedAt(nowSeconds)
        .setExpirationTime(nowSeconds + LIFETIME_SECONDS)
        .sign(key);
      return { token, expiresInSeconds: LIFETIME_SECONDS };
    },
  };
}

/** What such a token must be. */
export function expectAppToken(audience: string): TokenExpectations {
  return { issuer: APP_TOKEN_ISSUER, audience, algorithms: ['EdDSA'], clockSkewSeconds: 5, tokenType: 'at+jwt' };
}

/** Makes the caller of a verified one. @throws HubError UNAUTHENTICATED when it names no application. */
export function readAppClaims({ sub, client_id: app, scope, exp = 0 }: JWTPayload): ApplicationCaller {
  if (typeof app !== 'string' || app === '' || app !== sub || typeof scope !== 'string') throw refuseToken();
  const scopes = new Set(scope.split(' ').filter(Boolean));
  return {
    kind: 'application',
    issuer: APP_TOKEN_ISSUER,
    subject: app,
    app,
    scopes,
    assurance: 'low',
    expiresMs: exp * 1000,
  };
}
