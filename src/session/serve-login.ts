import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import type { Log } from '../base/log.ts';
import type { LoginSeal, SessionKind } from '../ports/web-session-store.ts';
import type { IssuerClient } from './issuer-client.ts';
import { IssuerRefusal, IssuerSilent } from './issuer-failure.ts';
import { type LoginState, openLogin, sealLogin, secretsOf } from './login-state.ts';
import { sendMessage } from './message-page.ts';
import { messages } from './messages.ts';
import type { FindPublicAddress } from './public-address.ts';
import { RETURN_PATH, readReturnPath } from './return-path.ts';
import { drawCookie, LOGIN_SECONDS, type SessionCookies } from './session-cookies.ts';
import { isSessionKind } from './session-kind.ts';
import type { Sessions } from './sessions.ts';

export interface LoginRoutesOptions {
  readonly findAddress: FindPublicAddress;
  readonly issuers: ReadonlyMap<SessionKind, IssuerClient>;
  readonly seal: LoginSeal;
  readonly cookies: SessionCookies;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly log: Log;
}

type Query = Readonly<Record<string, unknown>>;

/** Says that somebody has been led to the public address already: behind a proxy that names another host he would be for ever. */
const LED = 'alamat';
const ASSURANCES = ['low', 'substantial', 'high'];
const MAX_SPENT = 10_000;

/** Adds `GET /session/<kind>/masuk`, where a log-in begins, and `GET /session/kembali`, where it ends. */
export function serveLogin(app: FastifyInstance, options: LoginRoutesOptions): void {
  // A code works once, and an issuer takes back what it gave for one that comes again, as when somebody reloads.
  const spent = new LRUCache<string, true>({ max: MAX_SPENT, ttl: LOGIN_SECONDS * 1000 });
  app.get<{ Params: { kind: string }; Querystring: Query }>('/session/:kind/masuk', async (request, reply) => {
    const { kind } = request.params;
    return isSessionKind(kind) ? await begin(request, reply, kind, options) : reply.callNotFound();
  });
  app.get<{ Querystring: Query }>(RETURN_PATH, async (request, reply) => {
    const { state } = request.query;
    const login = typeof state === 'string' ? openLogin(options.seal, state, options.clock.now()) : undefined;
    if (login === undefined || typeof state !== 'string') return sendMessage(reply, 400, messages.tooLate);
    const key = createHash('sha256').update(state).digest('base64');
    if (login.isLate && login.what === 'masuk')
      return sendMessage(reply, 400, { ...messages.tooLate, retry: beginPath(login.kind, login.returnPath) });
    if (login.what === 'keluar' || spent.has(key)) return sendBack(request, reply, login, options);
    const isDone = await finish(request, reply, login, state, options);
    if (isDone) spent.set(key, true);
    return isDone ? sendBack(request, reply, login, options) : reply;
  });
}

async function begin(
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
  kind: SessionKind,
  { findAddress, issuers, seal, cookies, clock, log }: LoginRoutesOptions,
) {
  const { query, headers } = request;
  const returnPath = readReturnPath(query.kembali);
  const acr = ASSURANCES.find((level) => level === query.acr);
  const own = beginPath(kind, returnPath, acr);
  const issuer = issuers.get(kind);
  const address = findAddress(request);
  if (!issuer || address === undefined) return sendMessage(reply, 503, messages.notSetUp);
  if (headers.host !== new URL(address).host && query[LED] === undefined)
    return reply.header('cache-control', 'no-store').redirect(`${address}${own}&${LED}=1`, 302);
  // Of all tabs the same; what it has begun elsewhere goes on.
  const cookie = cookies.findLogin(headers.cookie) ?? drawCookie();
  const state = sealLogin(seal, { kind, what: 'masuk', returnPath }, clock.now());
  try {
    const backAt = `${address}${RETURN_PATH}`;
    const to = await issuer.begin(backAt, state, secretsOf(cookie, state), acr);
    const told = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    return await reply.headers(told).header('set-cookie', cookies.keepLogin(cookie)).redirect(to, 302);
  } catch (error) {
    return sendFailure(reply, error, kind, own, log);
  }
}

/** Whether the log-in has ended well, or the person wants none; otherwise a page has been sent. */
async function finish(
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
  { kind, returnPath }: LoginState,
  state: string,
  { findAddress, issuers, cookies, sessions, log }: LoginRoutesOptions,
): Promise<boolean> {
  const { query, headers, url } = request;
  const address = findAddress(request);
  const cookie = cookies.findLogin(headers.cookie);
  const issuer = issuers.get(kind);
  const retry = beginPath(kind, returnPath);
  if (cookie === undefined || !issuer || address === undefined) {
    sendMessage(reply, 400, { ...messages.tooLate, retry });
    return false;
  }
  if (query.error === 'access_denied') return true;
  try {
    const backAt = new URL(RETURN_PATH, address);
    backAt.search = url.slice(url.indexOf('?'));
    const login = await issuer.exchange(backAt, state, secretsOf(cookie, state));
    const begun = await sessions.begin(kind, login, cookies.find(headers.cookie, kind));
    reply.header('set-cookie', cookies.keep(kind, begun));
    return true;
  } catch (error) {
    sendFailure(reply, error, kind, retry, log);
    return false;
  }
}

function beginPath(kind: SessionKind, returnPath: string, acr?: string): string {
  return `/session/${kind}/masuk?${new URLSearchParams({ kembali: returnPath, ...(acr && { acr }) })}`;
}

/** With the whole address, so that whatever stands in the path can only be one of this hub's. */
function sendBack(
  request: FastifyRequest,
  reply: FastifyReply,
  { returnPath }: LoginState,
  { findAddress }: LoginRoutesOptions,
) {
  const told = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return reply.headers(told).redirect(`${findAddress(request) ?? ''}${returnPath}`, 303);
}

function sendFailure(reply: FastifyReply, error: unknown, kind: SessionKind, retry: string, log: Log): FastifyReply {
  if (error instanceof IssuerSilent) {
    log.warn('issuer cannot be asked for a log-in', { kind });
    return sendMessage(reply.header('retry-after', '5'), 503, { ...messages.issuerSilent, retry });
  }
  if (error instanceof HubError && error.retryable) {
    log.error('session not kept', { kind, error });
    return sendMessage(reply.header('retry-after', '5'), 503, { ...messages.issuerSilent, retry });
  }
  if (!(error instanceof IssuerRefusal)) throw error;
  log.warn('issuer refused a log-in', { kind, code: error.code });
  return sendMessage(reply, 502, { ...messages.refused, code: error.code, retry });
}
