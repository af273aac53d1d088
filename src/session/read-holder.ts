import { decodeJwt, type JWTPayload } from 'jose';
import type { SessionHolder } from '../ports/web-session-store.ts';

const ASSURANCES = ['low', 'substantial', 'high'] as const;
/** A name is shown on a page, not printed in a book. */
const MAX_NAME_CHARACTERS = 200;

/**
 * Reads what pages show of whoever has logged in. It decides nothing: what the token allows is decided anew with each
 * request, by whoever verifies it.
 */
export function readHolder(accessToken: string, idClaims: Readonly<Record<string, unknown>> = {}): SessionHolder {
  const claims = { ...idClaims, ...readPayload(accessToken) };
  const { sub, roles, opd, acr } = claims;
  const { name } = idClaims;
  return {
    subject: typeof sub === 'string' ? sub : undefined,
    name: typeof name === 'string' && name !== '' ? name.slice(0, MAX_NAME_CHARACTERS) : undefined,
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    opd: typeof opd === 'string' ? opd : undefined,
    acr: ASSURANCES.find((level) => level === acr) ?? 'low',
  };
}

/** Some issuers' access tokens are no JWT; then the ID token must say it all. */
function readPayload(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}
