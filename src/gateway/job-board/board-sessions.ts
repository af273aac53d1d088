import { randomBytes } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';

/** Who has shown that he is an operator, for the time in which a browser asks for the parts of a page. */
export interface BoardSessions {
  /** Begins one that ends with the token, but after an hour at the latest; gives the cookie. */
  begin(tokenExpiresMs: number): string;
  /** Whether the cookies of a request name one that has not ended. */
  isOpen(cookies: string | undefined): boolean;
}

const NAME = 'hub_jobs';
const MAX_MS = 3_600_000;
/** There are few operators; whoever opens more closes the oldest. */
const MAX_SESSIONS = 50;

/**
 * Creates sessions in memory: a browser cannot put a token into the addresses and headers of a page's parts. The cookie is no
 * token, opens nothing but the board, is out of reach for scripts and is not sent on the way from another site.
 */
export function createBoardSessions(clock: Clock): BoardSessions {
  const endsMs = new Map<string, number>();
  return {
    begin: (tokenExpiresMs) => {
      const nowMs = clock.now();
      const endMs = Math.min(tokenExpiresMs, nowMs + MAX_MS);
      for (const [id, end] of endsMs) if (end <= nowMs || endsMs.size >= MAX_SESSIONS) endsMs.delete(id);
      const id = randomBytes(32).toString('base64url');
      endsMs.set(id, endMs);
      const seconds = Math.floor((endMs - nowMs) / 1000);
      return `${NAME}=${id}; Path=/jobs; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`;
    },
    isOpen: (cookies = '') => {
      const id = cookies
        .split(';')
        .map((cookie) => cookie.trim().split('='))
        .find(([name]) => name === NAME)?.[1];
      return id !== undefined && (endsMs.get(id) ?? 0) > clock.now();
    },
  };
}
