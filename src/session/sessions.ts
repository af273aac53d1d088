import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.ts';
import type { RenewedLogin, SessionKind, WebSession, WebSessionStore } from '../ports/web-session-store.ts';
import type { IssuerClient } from './issuer-client.ts';
import { createTokenRenewal } from './renew-tokens.ts';
import { drawCookie } from './session-cookies.ts';
import { sessionExpired } from './session-expired.ts';
import { sessionKinds } from './session-kind.ts';

/** The log-in sessions of the hub's pages, by their cookies. */
export interface Sessions {
  /** Begins one with what the issuer gave, in place of another, and gives its cookie. */
  begin(kind: SessionKind, login: RenewedLogin, replaced: string | undefined): Promise<string>;
  /** Looks without using it: a page that looks again and again keeps no session alive. */
  find(cookie: string, kind: SessionKind): Promise<WebSession | undefined>;
  /** Uses it: gives a token that is good for a minute, or as long as the issuer's silence lets it be. @throws HubError */
  use(cookie: string, kind: SessionKind): Promise<string>;
  end(cookie: string): Promise<void>;
}

export interface SessionsOptions {
  readonly store: WebSessionStore;
  readonly issuers: ReadonlyMap<SessionKind, Pick<IssuerClient, 'refresh'>>;
  readonly clock: Clock;
}

/** So long another hub's log-out may go unseen here. */
const REMEMBER_MS = 3000;
const MAX_REMEMBERED = 5000;
/** So much of the limit without use may be lost, for one write a minute. */
const TOUCH_MS = 60_000;

interface Remembered {
  readonly session: WebSession;
  readonly sinceMs: number;
}

/** Creates the sessions of this process; the store is what all hubs on a database share. */
export function createSessions({ store, issuers, clock }: SessionsOptions): Sessions {
  const remembered = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED });
  // What was read before a session changed or ended is not remembered after it.
  let changes = 0;
  const forget = (cookie: string): void => {
    changes++;
    remembered.delete(cookie);
  };

  const find: Sessions['find'] = async (cookie, kind) => {
    const known = remembered.get(cookie);
    const isFresh = known && clock.now() - known.sinceMs < REMEMBER_MS;
    const before = changes;
    const session = isFresh ? known.session : await store.find(cookie);
    if (!session || session.kind !== kind || clock.now() >= Math.min(session.endsMs, session.idleEndsMs))
      return undefined;
    if (!isFresh && before === changes) remembered.set(cookie, { session, sinceMs: clock.now() });
    return session;
  };

  const touch = async (cookie: string, { kind, idleEndsMs }: WebSession): Promise<void> => {
    const endsMs = clock.now() + sessionKinds[kind].idleMs;
    if (endsMs - idleEndsMs < TOUCH_MS) return;
    await store.touch(cookie, endsMs);
    forget(cookie);
  };

  const end: Sessions['end'] = async (cookie) => {
    await store.remove(cookie);
    forget(cookie);
  };
  const renewal = createTokenRenewal({ store, issuers, clock, end, forget });

  return {
    find,
    end,
    begin: async (kind, login, replaced) => {
      const { lifeMs, idleMs } = sessionKinds[kind];
      const cookie = drawCookie();
      const nowMs = clock.now();
      await store.add(cookie, { kind, ...login, endsMs: nowMs + lifeMs, idleEndsMs: nowMs + idleMs }, replaced);
      if (replaced !== undefined) forget(replaced);
      return cookie;
    },
    use: async (cookie, kind) => {
      const session = await find(cookie, kind);
      if (!session) throw sessionExpired();
      const token = await renewal.findToken(cookie, session);
      await touch(cookie, session);
      return token;
    },
  };
}
