import type { Transport } from '../../outbound/index.ts';
import type { Authentication } from './authentication.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPath } from './place.ts';
import { checkLogin, createSession, readToken } from './session.ts';

/** OAuth 2.0 client credentials (RFC 6749, section 4.4). */
export interface OAuth2Spec {
  /** Path of the token endpoint at the same address as the system. */
  readonly token: string;
  readonly id: string;
  readonly secret: string;
  readonly scope?: string;
}

/** Creates the authentication by client credentials: a token that is fetched anew before it runs out, or when it is refused. */
export function createOAuth2(spec: OAuth2Spec, fixed: Record<string, string>, transport: Transport): Authentication {
  const { token: path, id, secret, scope } = spec;
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }).toString();
  // Section 2.3.1: both are form-encoded before they become a Basic pair.
  const pair = `${formEncode(id)}:${formEncode(secret)}`;
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
  };
  return createSession({
    isExpired: ({ status }) => status === 401,
    logIn: async () => {
      const answer = await transport.send({ method: 'POST', path, headers, body, isRead: true });
      checkLogin(answer);
      const given = parseAnswer(answer.text, new Set());
      const lasts = Number(readPath(given, 'expires_in'));
      return {
        headers: { ...fixed, authorization: `Bearer ${readToken(given, 'access_token')}` },
        lastsSeconds: Number.isFinite(lasts) && lasts > 0 ? lasts : undefined,
      };
    },
  });
}

function formEncode(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice(2);
}
