import type { HttpAnswer, Transport } from '../../outbound/index.ts';
import type { Address } from './address.ts';
import { createHmacAuthentication, type HmacSpec } from './hmac.ts';
import type { UnsignedRequest } from './http-call.ts';
import { createLogin, type LoginSpec } from './login.ts';
import { createOAuth2, type OAuth2Spec } from './oauth2.ts';

/** Adds what a system wants to see before it answers. */
export interface Authentication {
  /** What goes with this request; waits for a log-in no longer than the request may take. @throws CallFailure. */
  headers(request: UnsignedRequest): Record<string, string> | Promise<Record<string, string>>;
  /** Whether an answer means that a new log-in is worth one more try; the used-up session is dropped. */
  renews(answer: HttpAnswer, usedHeaders: Record<string, string>): boolean;
}

/** The `auth` of a source in a connector file; `header` may stand beside one of the others. */
export interface AuthenticationSpec {
  readonly header?: Readonly<Record<string, string>>;
  readonly basic?: { readonly user: string; readonly password: string };
  readonly bearer?: string;
  readonly login?: LoginSpec;
  readonly oauth2?: OAuth2Spec;
  readonly hmac?: HmacSpec;
}

/**
 * Creates the authentication that a source's `auth` describes; none when there is none.
 * @throws SpecMistake
 */
export function createAuthentication(
  spec: AuthenticationSpec = {},
  transport: Transport,
  { prefix }: Address,
): Authentication {
  const { header, basic, bearer, login, oauth2, hmac } = spec;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(header ?? {})) headers[name.toLowerCase()] = value;
  if (login) return createLogin(login, headers, transport);
  if (oauth2) return createOAuth2(oauth2, headers, transport);
  if (hmac) return createHmacAuthentication(hmac, headers, prefix);
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  if (basic) headers.authorization = `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`;
  return { headers: () => headers, renews: () => false };
}
