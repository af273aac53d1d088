import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../base/clock.ts';
import type { LoginSeal, SessionKind } from '../ports/web-session-store.ts';
import { readProvenCookie, withStatus } from './authorize-request.ts';
import { csrfTokenOf } from './csrf-token.ts';
import { holderMarkOf } from './holder-mark.ts';
import type { IssuerClient } from './issuer-client.ts';
import { IssuerRefusal, IssuerSilent } from './issuer-failure.ts';
import { sealLogin } from './login-state.ts';
import type { FindPublicAddress } from './public-address.ts';
import { RETURN_PATH } from './return-path.ts';
import type { SessionCookies } from './session-cookies.ts';
import { isSessionKind, sessionKinds } from './session-kind.ts';
import type { Sessions } from './sessions.ts';

export interface SessionRoutesOptions {
  readonly findAddress: FindPublicAddress;
  readonly issuers: ReadonlyMap<SessionKind, IssuerClient>;
  readonly seal: LoginSeal;
  readonly cookies: SessionCookies;
  readonly sessions: Sessions;
  readonly clock: Clock;
}

/** Adds `GET /session/<kind>`, by which a page learns who is logged in, and `POST /session/<kind>/keluar`. */
export async function serveSession(app: FastifyInstance, options: SessionRoutesOptions): Promise<void> {
  app.get<{ Params: { kind: string } }>('/session/:kind', async (request, reply) => {
    const { kind } = request.params;
    if (!isSessionKind(kind)) return reply.callNotFound();
    keepPrivate(reply);
    return describe(request, kind, options);
  });
  await app.register(async (scope) => {
    // It needs no body; a page may send an empty one of any type.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1024 }, (_request, _body, done) => done(null));
    scope.post<{ Params: { kind: string } }>('/session/:kind/keluar', async (request, reply) => {
      const { kind } = request.params;
      if (!isSessionKind(kind)) return reply.callNotFound();
      keepPrivate(reply);
      return { to: await end(request, reply, kind, options) };
    });
  });
}

function keepPrivate(reply: FastifyReply): void {
  reply.headers({
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
}

async function describe(request: FastifyRequest, kind: SessionKind, options: SessionRoutesOptions) {
  const { headers } = request;
  if (!options.issuers.has(kind) || options.findAddress(request) === undefined)
    return { loggedIn: false, isSetUp: false };
  const site = headers['sec-fetch-site'];
  // Typed into the address bar it is none.
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  const cookie = isOwn ? options.cookies.find(headers.cookie, kind) : undefined;
  const session = cookie && (await options.sessions.find(cookie, kind));
  if (!cookie || !session) return { loggedIn: false };
  const { name, roles, opd, acr } = session.holder;
  const idleMs = Math.min(session.idleEndsMs, session.endsMs) - options.clock.now();
  return {
    loggedIn: true,
    csrf: csrfTokenOf(cookie),
    who: holderMarkOf(session.holder),
    name: name ?? null,
    roles,
    opd: opd ?? null,
    acr,
    expiresAt: new Date(session.endsMs).toISOString(),
    idleSeconds: Math.max(0, Math.floor(idleMs / 1000)),
  };
}

/** Ends the session here at once, if it has not ended before, and says where the browser goes to end it at the issuer too. */
async function end(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: SessionKind,
  { findAddress, issuers, seal, cookies, sessions, clock }: SessionRoutesOptions,
): Promise<string> {
  const { start } = sessionKinds[kind];
  const cookie = proven(request, cookies, kind);
  if (cookie === undefined) return start;
  await sessions.end(cookie);
  reply.header('set-cookie', cookies.drop(kind));
  // One that has ended by itself may still be open at the issuer, where the next person would be taken for him.
  const backAt = `${findAddress(request) ?? ''}${RETURN_PATH}`;
  const state = sealLogin(seal, { kind, what: 'keluar', returnPath: start }, clock.now());
  try {
    return (await issuers.get(kind)?.end(backAt, state)) ?? start;
  } catch (error) {
    // He is logged out here, which is what he asked for.
    if (error instanceof IssuerSilent || error instanceof IssuerRefusal) return start;
    throw error;
  }
}

function proven(request: FastifyRequest, cookies: SessionCookies, kind: SessionKind): string | undefined {
  try {
    return readProvenCookie(request, cookies, kind);
  } catch (error) {
    throw withStatus(error);
  }
}
