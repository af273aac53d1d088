import { randomUUID } from 'node:crypto';
import { type Client, errors, type Provider, type ResourceServer, type TokenEndpointGrantContext } from 'oidc-provider';
import { ASSURANCES, isAssurance } from './assurance.ts';
import { resourceOf, TOKEN_TTL_SECONDS } from './audience.ts';
import { CITIZEN_GRANT } from './demo-client.ts';
import type { People } from './people.ts';
import { listHubScopes, narrowScopes } from './scopes.ts';

interface GrantParameters {
  /** An alias, of somebody in office too, or a NIK. */
  readonly citizen?: string;
  /** The token's life in seconds, to see one expire. */
  readonly ttl?: string;
  /** How sure the issuer shall say it is. */
  readonly acr?: string;
  /** Fewer scopes than the client may have. */
  readonly scope?: string;
}

/** Teaches the token endpoint the citizen grant; its tokens are for the audience alone. */
export function registerCitizenGrant(
  provider: Provider,
  people: People,
  audience: string,
  describe: (scopes: readonly string[]) => ResourceServer,
): void {
  const handle = async (ctx: TokenEndpointGrantContext<GrantParameters>): Promise<void> => {
    const { client, params } = ctx.oidc;
    // No message repeats what was asked for: it may be a NIK.
    if (params.citizen === undefined) throw new errors.InvalidRequest('missing required parameter "citizen"');
    if (params.acr !== undefined && !isAssurance(params.acr)) {
      throw new errors.InvalidRequest(`"acr" is one of ${ASSURANCES.join(', ')}`);
    }
    const accountId = people.findSubject(params.citizen);
    if (accountId === undefined) throw new errors.InvalidGrant('there is no such citizen in the demo');
    const scope = decideScope(client, people, accountId, params.scope);
    const resourceServer = new provider.ResourceServer(resourceOf(audience), { ...describe(listHubScopes(client)) });
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
  provider.registerGrantType(CITIZEN_GRANT, handle, ['citizen', 'ttl', 'acr', 'scope']);
}

function decideScope(client: Client, people: People, subject: string, asked: string | undefined): string {
  const person = people.findBySubject(subject);
  const wanted = asked === undefined ? undefined : new Set(asked.split(' '));
  const scopes = person ? narrowScopes(listHubScopes(client), person, wanted) : [];
  if (scopes.length === 0) throw new errors.InvalidScope('nothing of what was asked for may be granted', asked ?? '');
  return scopes.join(' ');
}

function parseTtl(ttl: string | undefined): number {
  if (ttl === undefined) return TOKEN_TTL_SECONDS;
  const seconds = /^\d{1,4}$/.test(ttl) ? Number(ttl) : 0;
  if (seconds >= 1 && seconds <= TOKEN_TTL_SECONDS) return seconds;
  throw new errors.InvalidRequest(`"ttl" is a number of seconds from 1 to ${TOKEN_TTL_SECONDS}`);
}
