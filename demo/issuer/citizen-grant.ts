import { randomUUID } from 'node:crypto';
import { errors, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import { CITIZEN_GRANT } from './demo-client.ts';
import type { People } from './people.ts';

/** What tokens may allow. */
export const SCOPES = ['citizen', 'officer', 'mayor'] as const;

/** One hour: the longest and the usual life of a token. */
export const TOKEN_TTL_SECONDS = 3600;

interface GrantParameters {
  /** An alias, of somebody in office too, or a NIK. */
  readonly citizen?: string;
  /** The token's life in seconds, to see one expire. */
  readonly ttl?: string;
}

/** Teaches the token endpoint the citizen grant; its tokens are for the audience alone. */
export function registerCitizenGrant(provider: Provider, people: People, audience: string): void {
  const resourceServer = new provider.ResourceServer(audience, { ...describeAudience(audience) });
  const handle = async (ctx: TokenEndpointGrantContext<GrantParameters>): Promise<void> => {
    const { client, params } = ctx.oidc;
    const accountId = params.citizen === undefined ? undefined : people.findSubject(params.citizen);
    const scope = (accountId && people.findBySubject(accountId)?.scope) || 'citizen';
    // Neither message repeats what was asked for: it may be a NIK.
    if (params.citizen === undefined) throw new errors.InvalidRequest('missing required parameter "citizen"');
    if (accountId === undefined) throw new errors.InvalidGrant('there is no such citizen in the demo');
    const token = new provider.AccessToken({
      client,
      accountId,
      resourceServer,
      scope,
      gty: CITIZEN_GRANT,
      grantId: randomUUID(),
      expiresIn: parseTtl(params.ttl),
    });
    ctx.body = {
      access_token: await token.save(),
      token_type: token.tokenType,
      expires_in: token.expiration,
      scope,
    };
  };
  provider.registerGrantType(CITIZEN_GRANT, handle, ['citizen', 'ttl']);
}

/** Describes the hub as a resource server: signed tokens that it can check without asking. */
export function describeAudience(audience: string) {
  return {
    audience,
    scope: SCOPES.join(' '),
    accessTokenTTL: TOKEN_TTL_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  } as const;
}

function parseTtl(ttl: string | undefined): number {
  if (ttl === undefined) return TOKEN_TTL_SECONDS;
  const seconds = /^\d{1,4}$/.test(ttl) ? Number(ttl) : 0;
  if (seconds >= 1 && seconds <= TOKEN_TTL_SECONDS) return seconds;
  throw new errors.InvalidRequest(`"ttl" is a number of seconds from 1 to ${TOKEN_TTL_SECONDS}`);
}
