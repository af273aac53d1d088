import type { FastifyRequest } from 'fastify';
import { HubError } from '../base/hub-error.ts';
import type { SessionKind } from '../ports/web-session-store.ts';
import { isCsrfToken } from './csrf-token.ts';
import type { SessionCookies } from './session-cookies.ts';
import { sessionExpired } from './session-expired.ts';
import { isSessionKind } from './session-kind.ts';
import type { Sessions } from './sessions.ts';

/** Where pages may come with a session instead of a token. */
const ROUTES: ReadonlySet<string> = new Set([
  'POST /graphql',
  'POST /attachments',
  'POST /levy-photos',
  'GET /export/:file',
  'POST /export/:file',
]);

/** Whether a request names a session that is to stand for its token; whoever brings a token comes as that. */
export function isBySession({ method, headers, routeOptions }: FastifyRequest): boolean {
  return headers.authorization === undefined && ROUTES.has(`${method} ${routeOptions.url}`);
}

/**
 * Puts the token of a session on a request, so that everything behind sees a request like any other.
 * @throws HubError SESSION_EXPIRED, CSRF_REFUSED or BAD_REQUEST, with the HTTP status
 */
export async function authorizeRequest(
  request: FastifyRequest,
  cookies: SessionCookies,
  sessions: Pick<Sessions, 'use'>,
): Promise<void> {
  try {
    const kind = request.headers['hub-session'];
    if (!isSessionKind(kind)) throw unknownKind();
    const cookie = readProvenCookie(request, cookies, kind);
    if (cookie === undefined) throw sessionExpired();
    request.raw.headers.authorization = `Bearer ${await sessions.use(cookie, kind)}`;
  } catch (error) {
    throw withStatus(error);
  }
}

/**
 * Gives the cookie of a session, where the request has one and proves that a page of the hub has sent it.
 * @throws HubError CSRF_REFUSED
 */
export function readProvenCookie(
  { headers }: FastifyRequest,
  cookies: SessionCookies,
  kind: SessionKind,
): string | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw csrfRefused();
  const cookie = cookies.find(headers.cookie, kind);
  if (cookie !== undefined && !isCsrfToken(headers['hub-csrf'], cookie)) throw csrfRefused();
  return cookie;
}

const STATUS: Readonly<Record<string, number>> = {
  SESSION_EXPIRED: 401,
  CSRF_REFUSED: 401,
  BAD_REQUEST: 400,
  LOGIN_UNAVAILABLE: 503,
};

/** The error with the HTTP status that its code has here. */
export function withStatus(error: unknown): unknown {
  if (!(error instanceof HubError)) return error;
  return Object.assign(error, { statusCode: STATUS[error.code] ?? 500 });
}

function csrfRefused(): HubError {
  return new HubError('CSRF_REFUSED', 'Nothing proves that a page of the hub has sent this.', {
    fix: 'Send as hub-csrf what GET /session/<kind> answers now, from a page of the hub itself.',
  });
}

function unknownKind(): HubError {
  return new HubError('BAD_REQUEST', 'There is no such kind of session.', {
    fix: 'Send hub-session: warga, or hub-session: kantor.',
  });
}
