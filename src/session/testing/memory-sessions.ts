import type { WebSession, WebSessionStore } from '../../ports/web-session-store.ts';

/** A store of sessions in memory, that counts how often it is asked. */
export interface MemorySessions extends WebSessionStore {
  readonly kept: Map<string, WebSession>;
  readonly asked: { find: number; touch: number };
}

/** Creates one that keeps what has ended, as the database does until it is swept. */
export function createMemorySessions(): MemorySessions {
  const kept = new Map<string, WebSession>();
  const asked = { find: 0, touch: 0 };
  const change = (cookie: string, changed: Partial<WebSession>): WebSession | undefined => {
    const session = kept.get(cookie);
    if (session) kept.set(cookie, { ...session, ...changed });
    return kept.get(cookie);
  };
  return {
    kept,
    asked,
    add: async (cookie, session, replaced) => {
      kept.set(cookie, session);
      if (replaced !== undefined) kept.delete(replaced);
    },
    find: async (cookie) => {
      asked.find++;
      return kept.get(cookie);
    },
    touch: async (cookie, idleEndsMs) => {
      asked.touch++;
      change(cookie, { idleEndsMs });
    },
    renew: async (cookie, renew) => {
      const now = kept.get(cookie);
      const renewed = now && (await renew(now));
      return renewed ? change(cookie, renewed) : now;
    },
    remove: async (cookie) => void kept.delete(cookie),
    sweep: async () => 0,
  };
}
