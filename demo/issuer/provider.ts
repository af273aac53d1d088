import { type Configuration, Provider } from 'oidc-provider';
import { describeAudience, registerCitizenGrant, SCOPES, TOKEN_TTL_SECONDS } from './citizen-grant.ts';
import { CITIZEN_GRANT, DEMO_CLIENT_ID } from './demo-client.ts';
import { guardTokenEndpoint } from './guard.ts';
import type { IssuerKeys } from './keys.ts';
import type { People } from './people.ts';
import { TransientAdapter } from './transient-adapter.ts';

/** How sure the issuer is of who asks: as after a log-in with a verified e-KTP. */
const ASSURANCE = 'substantial';

/** Creates the OpenID Connect provider for one audience; everything that it would warn about is decided here. */
export function createProvider(settings: {
  readonly issuer: string;
  readonly keys: IssuerKeys;
  readonly people: People;
  readonly audience: string;
  readonly origins: ReadonlySet<string>;
}): Provider {
  const { issuer, keys, people, audience, origins } = settings;
  const configuration: Configuration = {
    adapter: TransientAdapter,
    jwks: { keys: [keys.signingKey] },
    clients: [
      {
        client_id: DEMO_CLIENT_ID,
        token_endpoint_auth_method: 'none',
        grant_types: [CITIZEN_GRANT],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientAuthMethods: ['none'],
    clientBasedCORS: (_ctx, origin) => origins.has(origin),
    acrValues: [ASSURANCE],
    scopes: [...SCOPES],
    responseTypes: ['code'],
    claims: { acr: null, iss: null, sub: null, nik: null, opd: null },
    ttl: { AccessToken: TOKEN_TTL_SECONDS },
    findAccount: (_ctx, sub) => {
      if (people.findBySubject(sub) === undefined) return undefined;
      return { accountId: sub, claims: () => ({ sub }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const person = token.kind === 'AccessToken' ? people.findBySubject(token.accountId) : undefined;
      if (person === undefined) return undefined;
      return { ...(person.nik && { nik: person.nik }), ...(person.opd && { opd: person.opd }), acr: ASSURANCE };
    },
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => describeAudience(audience),
      },
      // Parts of a log-in that is not there yet, and what a demo does not need.
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    renderError: (ctx, out) => {
      ctx.type = 'text';
      ctx.body = [out.error, out.error_description].filter(Boolean).join(': ');
    },
  };
  const provider = new Provider(issuer, configuration);
  registerCitizenGrant(provider, people, audience);
  provider.use(guardTokenEndpoint(provider.pathFor('token'), origins));
  return provider;
}
