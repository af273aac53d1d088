import type { ResourceServer } from 'oidc-provider';

/** One hour: the longest and the usual life of a token. */
export const TOKEN_TTL_SECONDS = 3600;

/** The hub as an app may name it by `resource`, which RFC 8707 wants to be a URI; tokens name it by the audience. */
export function resourceOf(audience: string): string {
  return URL.canParse(audience) ? audience : `urn:kota-jambi:${audience}`;
}

/** Describes the hub as a resource server: signed tokens that it can check without asking. */
export function describeAudience(
  audience: string,
  scopes: readonly string[],
  { alg, kid }: { readonly alg: 'RS256' | 'ES256'; readonly kid: string },
): ResourceServer {
  return {
    audience,
    scope: scopes.join(' '),
    accessTokenTTL: TOKEN_TTL_SECONDS,
    accessTokenFormat: 'jwt',
    // Named, because retired keys of the same algorithm lie beside it.
    jwt: { sign: { alg, kid } },
  };
}
