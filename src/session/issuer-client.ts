import * as oidc from 'openid-client';
import type { Clock } from '../base/clock.ts';
import type { RenewedLogin, SessionHolder } from '../ports/web-session-store.ts';
import { IssuerRefusal, IssuerSilent } from './issuer-failure.ts';
import type { LoginSecrets } from './login-state.ts';
import { readHolder } from './read-holder.ts';

/** The issuer of one kind of sessions, as the hub's pages are known there. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** What the application may ask the hub for, as it is registered now. */
  listScopes(): Iterable<string>;
}

/** What the log-in of pages needs of an issuer. All of it rejects with IssuerSilent or IssuerRefusal. */
export interface IssuerClient {
  /** The address at which somebody logs in, to be led back to `returnAddress`. */
  begin(returnAddress: string, state: string, secrets: LoginSecrets, acr: string | undefined): Promise<string>;
  /** Changes what the browser came back with for tokens. */
  exchange(backAt: URL, state: string, secrets: LoginSecrets): Promise<RenewedLogin>;
  refresh(login: RenewedLogin): Promise<RenewedLogin>;
  /** The address at which he logs out; undefined where the issuer has none. */
  end(returnAddress: string, state: string): Promise<string | undefined>;
}

/** Nobody waits longer for a page. */
const TIMEOUT_SECONDS = 5;
/** Of a token that does not say how long it lives. */
const USUAL_LIFE_SECONDS = 300;

/** Creates the client; the issuer is asked who it is when somebody first logs in, and again if it did not answer. */
export function createIssuerClient(settings: IssuerSettings, clock: Clock): IssuerClient {
  let found: Promise<oidc.Configuration> | undefined;
  const find = (): Promise<oidc.Configuration> => {
    found ??= discover(settings);
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
  const asking = async <Result>(ask: (config: oidc.Configuration) => Result | Promise<Result>): Promise<Result> => {
    try {
      return await ask(await find());
    } catch (cause) {
      throw translate(cause);
    }
  };
  return {
    begin: (returnAddress, state, { verifier, nonce }, acr) =>
      asking(async (config) => {
        const address = oidc.buildAuthorizationUrl(config, {
          redirect_uri: returnAddress,
          scope: ['openid', 'profile', ...settings.listScopes()].join(' '),
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...{ state, nonce, ...(acr && { acr_values: acr }) },
        });
        return address.href;
      }),
    exchange: (backAt, state, { verifier, nonce }) =>
      asking(async (config) => {
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        };
        return readTokens(await oidc.authorizationCodeGrant(config, backAt, checks), clock.now());
      }),
    refresh: ({ tokens, holder }) =>
      asking(async (config) => {
        if (tokens.refreshToken === undefined) throw new IssuerRefusal('invalid_grant');
        return readTokens(await oidc.refreshTokenGrant(config, tokens.refreshToken), clock.now(), { tokens, holder });
      }),
    end: (returnAddress, state) =>
      asking((config) => {
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        // By the client's name, not by an id_token_hint, which would carry the person's name through an address.
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnAddress, state }).href;
      }),
  };
}

async function discover({ issuer, clientId, clientSecret }: IssuerSettings): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
  return oidc.discovery(address, clientId, undefined, authentication, { execute, timeout: TIMEOUT_SECONDS });
}

type TokenAnswer = Pick<
  Awaited<ReturnType<typeof oidc.refreshTokenGrant>>,
  'access_token' | 'refresh_token' | 'id_token' | 'expiresIn' | 'claims'
>;

/** What a refresh does not say again is as it was. */
function readTokens(answer: TokenAnswer, nowMs: number, before?: RenewedLogin): RenewedLogin {
  const { access_token: accessToken, refresh_token: refreshToken } = answer;
  const lifeMs = (answer.expiresIn() ?? USUAL_LIFE_SECONDS) * 1000;
  return {
    tokens: {
      accessToken,
      accessEndsMs: nowMs + lifeMs,
      refreshToken: refreshToken ?? before?.tokens.refreshToken,
    },
    holder: keepName(readHolder(accessToken, answer.claims()), before?.holder),
  };
}

function keepName(holder: SessionHolder, before: SessionHolder | undefined): SessionHolder {
  return { ...holder, name: holder.name ?? before?.name };
}

// An answer that is not what was asked for: another nonce, another issuer's, out of its time.
const UNFIT = /INVALID_RESPONSE|COMPARISON|TIMESTAMP/;

/** What the issuer refuses by a code, apart from everything else, which is that it cannot be asked. */
function translate(cause: unknown): IssuerRefusal | IssuerSilent {
  if (cause instanceof IssuerRefusal) return cause;
  if (cause instanceof oidc.AuthorizationResponseError) return new IssuerRefusal(cause.error, cause);
  if (cause instanceof oidc.ResponseBodyError && cause.status < 500) return new IssuerRefusal(cause.error, cause);
  if (cause instanceof oidc.ClientError && UNFIT.test(cause.code ?? ''))
    return new IssuerRefusal('invalid_response', cause);
  return new IssuerSilent('The issuer cannot be asked', { cause });
}
