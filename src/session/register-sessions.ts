import type { FastifyInstance } from 'fastify';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { LoginSeal, SessionKind, WebSessionStore } from '../ports/web-session-store.ts';
import { authorizeRequest, isBySession } from './authorize-request.ts';
import { createIssuerClient, type IssuerSettings } from './issuer-client.ts';
import { createPublicAddress } from './public-address.ts';
import { serveLogin } from './serve-login.ts';
import { serveSession } from './serve-session.ts';
import { createSessionCookies } from './session-cookies.ts';
import { createSessions } from './sessions.ts';

export interface SessionOptions {
  /** Where people open the hub, without a path: `https://hub.jambikota.go.id`; undefined where only this machine does. */
  readonly publicUrl: string | undefined;
  /** The issuers that people log in at; of a kind without one there are no sessions. */
  readonly issuers: ReadonlyMap<SessionKind, IssuerSettings>;
  readonly store: WebSessionStore;
  readonly seal: LoginSeal;
  readonly clock: Clock;
  readonly log: Log;
}

/** Adds log-in sessions to a server, before its other routes: they stand for a token on the requests of the hub's own pages. */
export async function registerSessions(app: FastifyInstance, options: SessionOptions): Promise<void> {
  const { publicUrl, store, clock } = options;
  const issuers = new Map([...options.issuers].map(([kind, settings]) => [kind, createIssuerClient(settings, clock)]));
  const cookies = createSessionCookies(publicUrl?.startsWith('https:') ?? false);
  const sessions = createSessions({ store, issuers, clock });
  // Every request passes here; only those that name a session are looked at.
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.raw.headers['hub-session'] === undefined || !isBySession(request)) return done();
    authorizeRequest(request, cookies, sessions).then(() => done(), done);
  });
  const parts = { ...options, findAddress: createPublicAddress(publicUrl), issuers, cookies, sessions };
  serveLogin(app, parts);
  await serveSession(app, parts);
}
