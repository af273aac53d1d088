import { createHash, randomBytes } from 'node:crypto';
import type { ClientMetadata } from 'oidc-provider';
import type { Issuer } from '../index.ts';

/** An app as the hub would describe it; nobody listens at its address. */
export const APP: ClientMetadata = {
  client_id: 'layanan-warga',
  client_name: 'Layanan Warga <b>Jambi</b>',
  redirect_uris: ['http://127.0.0.1:9/kembali'],
  post_logout_redirect_uris: ['http://127.0.0.1:9/keluar'],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
  scope: 'openid permits:read bills:read mayor',
  allowed_origins: ['http://127.0.0.1:9'],
};

/** Where the app's addresses begin. */
export const APP_URL = 'http://127.0.0.1:9/';

/** One log-in as the app drives it: the address to begin at, and the exchange of the code that comes back. */
export function beginLogin(issuer: Issuer, change: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const fields = {
    response_type: 'code',
    client_id: APP.client_id,
    redirect_uri: APP.redirect_uris?.[0],
    scope: 'openid permits:read',
    state: 's1',
    nonce: 'n1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  };
  const known = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return {
    url: `${issuer.url}/auth?${new URLSearchParams(known)}`,
    exchange: (at: URL, more: Record<string, string> = {}) =>
      askTokens(issuer, {
        grant_type: 'authorization_code',
        code: at.searchParams.get('code') ?? '',
        redirect_uri: APP.redirect_uris?.[0] ?? '',
        code_verifier: verifier,
        ...more,
      }),
  };
}

/** What the token endpoint answers. */
export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly error?: string;
}

/** Asks the token endpoint as the app. */
export async function askTokens(issuer: Issuer, fields: Record<string, string>, origin?: string): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: APP.client_id, ...fields });
  const headers: Record<string, string> = origin === undefined ? {} : { origin };
  const response = await fetch(issuer.tokenEndpoint, { method: 'POST', body, headers });
  return (await response.json()) as Tokens;
}
