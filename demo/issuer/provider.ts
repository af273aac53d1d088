import { createHmac } from 'node:crypto';
import { type AdapterFactory, type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ASSURANCES, USUAL_ASSURANCE } from './assurance.ts';
import { describeAudience, resourceOf, TOKEN_TTL_SECONDS } from './audience.ts';
import { registerCitizenGrant } from './citizen-grant.ts';
import { CITIZEN_GRANT, DEMO_CLIENT_ID } from './demo-client.ts';
import { guardTokenEndpoint } from './guard.ts';
import type { IssuerKeys } from './keys.ts';
import { createLoginPolicy, grantToApp } from './login-policy.ts';
import { loginPathOf, serveLogin } from './login-route.ts';
import { showError, showLoggedOut, showLogout } from './message-page.ts';
import { foreignPageHeaders } from './page-frame.ts';
import { type DemoPerson, describePerson, type People } from './people.ts';
import { type Realm, realms } from './realm.ts';
import { ALLOWED_ORIGINS, listOrigins, type RegisteredClients } from './registered-clients.ts';
import { HUB_SCOPE, LOGIN_SCOPES, listHubScopes } from './scopes.ts';

/** What a provider is made of; all of it but the keys outlives the provider. */
export interface ProviderSettings {
  readonly realm: Realm;
  readonly issuer: string;
  readonly keys: IssuerKeys;
  /** Everybody who can have a token. */
  readonly people: People;
  /** Who can be picked on the log-in page. */
  readonly shown: readonly DemoPerson[];
  readonly audience: string;
  /** Origins whose pages may use the demo client. */
  readonly origins: ReadonlySet<string>;
  readonly clients: RegisteredClients;
  readonly memory: AdapterFactory;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Creates the OpenID Connect provider for one audience; everything that it would warn about is decided here. */
export function createProvider(settings: ProviderSettings): Provider {
  const { realm, issuer, keys, people, audience, origins, clients, shown } = settings;
  const provider = new Provider(issuer, createConfiguration(settings));
  const describe = (scopes: readonly string[]) =>
    describeAudience(audience, scopes, { alg: realms[realm].alg, kid: keys.signingKey.kid });
  registerCitizenGrant(provider, people, audience, describe);
  provider.use(async (ctx, next) => {
    ctx.set(foreignPageHeaders);
    await next();
  });
  provider.use(
    guardTokenEndpoint(provider.pathFor('token'), (origin) => origins.has(origin) || clients.hasOrigin(origin)),
  );
  provider.use(serveLogin(provider, { realm, people, shown }));
  return provider;
}

function createConfiguration(settings: ProviderSettings): Configuration {
  const { realm, keys, people, audience, origins, memory } = settings;
  const { alg } = realms[realm];
  return {
    adapter: memory,
    jwks: { keys: [keys.signingKey, ...(keys.retiredKeys ?? [])] },
    clients: [
      {
        client_id: DEMO_CLIENT_ID,
        token_endpoint_auth_method: 'none',
        grant_types: [CITIZEN_GRANT],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientDefaults: { id_token_signed_response_alg: alg },
    enabledJWA: { idTokenSigningAlgValues: [alg] },
    extraClientMetadata: { properties: [ALLOWED_ORIGINS, HUB_SCOPE] },
    clientAuthMethods: ['none'],
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientId === DEMO_CLIENT_ID ? origins.has(origin) : listOrigins(client[ALLOWED_ORIGINS]).includes(origin),
    acrValues: [...ASSURANCES],
    scopes: [...LOGIN_SCOPES],
    // There is no other place to ask for a name: userinfo is off.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    claims: { openid: ['sub', 'acr', 'auth_time'], profile: ['name'], iss: null, nik: null, roles: null, opd: null },
    ttl: {
      AccessToken: TOKEN_TTL_SECONDS,
      AuthorizationCode: 60,
      Grant: 14 * DAY,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 14 * DAY,
      Session: 14 * DAY,
    },
    cookies: cookiesOf(realm, keys.subjectSecret),
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { policy: createLoginPolicy(), url: (_ctx, interaction) => loginPathOf(interaction) },
    loadExistingGrant: (ctx) => grantToApp(ctx, people, audience),
    findAccount: (_ctx, sub) => {
      const person = people.findBySubject(sub);
      if (person === undefined) return undefined;
      return { accountId: sub, claims: () => ({ sub, name: person.name }) };
    },
    extraTokenClaims: (ctx, token) => {
      const person = token.kind === 'AccessToken' ? people.findBySubject(token.accountId) : undefined;
      return person && { ...describePerson(person), ...describeLogin(ctx) };
    },
    features: createFeatures(settings),
    renderError: (ctx, out) => showError(ctx, realm, out.error),
  };
}

function createFeatures({ realm, keys, audience }: ProviderSettings): Configuration['features'] {
  return {
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resourceOf(audience),
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource, client) => {
        if (resource !== resourceOf(audience)) throw new errors.InvalidTarget();
        return describeAudience(audience, listHubScopes(client), { alg: realms[realm].alg, kid: keys.signingKey.kid });
      },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => showLogout(ctx, realm, form),
      postLogoutSuccessSource: (ctx) => showLoggedOut(ctx, realm),
    },
    // The pages are the issuer's own, and the rest is what a demo does not need.
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    userinfo: { enabled: false },
  };
}

/** Says how and when somebody logged in: as the code or the refresh token has it, or as the demo's grant was asked to. */
function describeLogin({ oidc }: KoaContextWithOIDC): { readonly acr: string; readonly auth_time: number } {
  const login = oidc.entities.RefreshToken ?? oidc.entities.AuthorizationCode;
  const asked = oidc.params?.grant_type === CITIZEN_GRANT ? oidc.params.acr : undefined;
  return {
    acr: login?.acr ?? (typeof asked === 'string' ? asked : USUAL_ASSURANCE),
    auth_time: login?.authTime ?? Math.floor(Date.now() / 1000),
  };
}

/** Cookies know no ports, so that the realms' would overwrite each other on one machine if they had the same names. */
function cookiesOf(realm: Realm, secret: string): Configuration['cookies'] {
  return {
    names: { session: `${realm}_session`, interaction: `${realm}_login`, resume: `${realm}_resume` },
    keys: [createHmac('sha256', secret).update('cookies').digest('base64url')],
  };
}
