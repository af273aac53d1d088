import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, systemClock } from '../../base/clock.ts';
import type { AppTokenSigner } from '../../identity/index.ts';
import type { AppRegistry, RegisteredApp } from '../../ports/app-registry.ts';
import { OauthError, refuseRequest } from './oauth-error.ts';
import { readTokenRequest } from './read-token-request.ts';
import { createWrongSecrets, type WrongSecrets } from './wrong-secrets.ts';

export interface OauthOptions {
  readonly apps: AppRegistry;
  readonly signer: AppTokenSigner;
  readonly clock?: Clock | undefined;
}

const MAX_BODY_BYTES = 4096;

/**
 * Adds `POST /oauth/token`, where a program changes its secret for a short token (RFC 6749 section 4.4), and
 * `GET /oauth/clients/<id>`, by which an issuer learns who an application is.
 */
export async function serveOauth(app: FastifyInstance, options: OauthOptions): Promise<void> {
  const wrong = createWrongSecrets(options.clock ?? systemClock);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const known = asOauthError(error);
      if (!known) throw error;
      sendError(request, reply, known);
    });
    scope.addHook('onRequest', (_request, reply, done) => {
      void reply.header('cache-control', 'no-store');
      done();
    });
    scope.post('/oauth/token', async (request) => issueToken(request, options, wrong));
    scope.get<{ Params: { id: string } }>('/oauth/clients/:id', async ({ params }, reply) => {
      const found = options.apps.find(params.id);
      if (!found) return reply.callNotFound();
      return describeClient(found);
    });
  });
}

async function issueToken(request: FastifyRequest, { apps, signer }: OauthOptions, wrong: WrongSecrets) {
  // A secret in an address ends in somebody's log.
  if (request.url.includes('?')) refuseRequest('parameters belong in the body');
  const { clientId, secret, scopes } = readTokenRequest(request.body, request.headers.authorization);
  // Whoever has the right one is always let in: otherwise a stranger could keep an application out by wrong ones.
  const isRight = await apps.checkSecret(clientId, secret);
  const found = isRight ? apps.find(clientId) : undefined;
  if (!found) throw refuseClient(wrong.count(clientId));
  if (scopes?.some((scope) => !found.scopes.has(scope)))
    throw new OauthError(400, 'invalid_scope', 'the application is not registered for a scope that it asks for');
  const granted = new Set(scopes ?? found.scopes);
  const { token, expiresInSeconds } = await signer.sign(found.id, granted);
  return { access_token: token, token_type: 'Bearer', expires_in: expiresInSeconds, scope: [...granted].join(' ') };
}

function refuseClient(waitSeconds: number | undefined): OauthError {
  return waitSeconds === undefined
    ? new OauthError(401, 'invalid_client', 'there is no such client with this secret')
    : new OauthError(429, 'slow_down', 'too many wrong secrets for this client', waitSeconds);
}

function asOauthError(error: FastifyError): OauthError | undefined {
  if (error instanceof OauthError) return error;
  const { statusCode = 500 } = error;
  if (statusCode >= 500) return undefined;
  return new OauthError(statusCode, 'invalid_request', 'the body must be application/x-www-form-urlencoded and small');
}

function sendError({ headers }: FastifyRequest, reply: FastifyReply, refusal: OauthError): void {
  const { status, error, message, retryAfterSeconds } = refusal;
  if (status === 401 && headers.authorization !== undefined) reply.header('www-authenticate', 'Basic realm="hub"');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  void reply.code(status).send({ error, error_description: message });
}

/** As a client would register itself (RFC 7591); a person's log-in needs no secret but PKCE. */
function describeClient({ id, name, redirectUris, scopes, origins }: RegisteredApp) {
  const canLogIn = redirectUris.length > 0;
  return {
    client_id: id,
    client_name: name,
    redirect_uris: redirectUris,
    post_logout_redirect_uris: redirectUris,
    grant_types: canLogIn ? ['authorization_code', 'refresh_token'] : [],
    response_types: canLogIn ? ['code'] : [],
    token_endpoint_auth_method: 'none',
    scope: [...scopes].join(' '),
    allowed_origins: origins,
  };
}
