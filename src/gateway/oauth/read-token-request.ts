import { OauthError, refuseRequest } from './oauth-error.ts';

/** A request for a token of an application's own. */
export interface TokenRequest {
  readonly clientId: string;
  readonly secret: string;
  /** The part of its scopes that it wants; all without it. */
  readonly scopes: readonly string[] | undefined;
}

/** Reads the form and the Basic header. @throws OauthError */
export function readTokenRequest(body: unknown, authorization: string | undefined): TokenRequest {
  const form = readForm(body);
  const grantType = form.get('grant_type') ?? refuseRequest('grant_type is missing');
  if (grantType !== 'client_credentials')
    throw new OauthError(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
  const scopes = form.get('scope')?.split(' ').filter(Boolean);
  return { ...readClient(form, authorization), scopes };
}

function readForm(body: unknown): URLSearchParams {
  const form = new URLSearchParams(typeof body === 'string' ? body : '');
  // RFC 6749 section 3.2: a parameter must not come twice.
  if (new Set(form.keys()).size !== form.size) refuseRequest('a parameter is given twice');
  return form;
}

function readClient(form: URLSearchParams, authorization: string | undefined): Omit<TokenRequest, 'scopes'> {
  const posted = { clientId: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  if (authorization === undefined) {
    if (posted.clientId !== '' && posted.secret !== '') return posted;
    throw new OauthError(401, 'invalid_client', 'client_id and client_secret are missing');
  }
  if (posted.secret !== '') refuseRequest('the client authenticates in two ways');
  const basic = readBasic(authorization);
  if (posted.clientId !== '' && posted.clientId !== basic.clientId) refuseRequest('two clients are named');
  return basic;
}

/** Both halves are form-encoded before they are joined (section 2.3.1). */
function readBasic(authorization: string): Omit<TokenRequest, 'scopes'> {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1] ?? '';
  const [, id, secret] = /^([^:]+):(.+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  try {
    if (id && secret) return { clientId: decode(id), secret: decode(secret) };
  } catch {
    // Badly encoded is as good as wrong.
  }
  throw new OauthError(401, 'invalid_client', 'the authorization header is not Basic with a client and its secret');
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
