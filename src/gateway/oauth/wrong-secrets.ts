import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';

/** Counts wrong secrets for each name that is tried, whether or not there is such an application. */
export interface WrongSecrets {
  /** Counts one more; gives the seconds to wait when there have been too many. */
  count(clientId: string): number | undefined;
}

const PER_MINUTE = 10;
const MINUTE_MS = 60_000;
const MAX_NAMES = 1000;

/** Creates the counter; it bounds noise, not guessing, which 256 random bits make vain. */
export function createWrongSecrets(clock: Clock): WrongSecrets {
  const minutes = new LRUCache<string, { sinceMs: number; wrong: number }>({ max: MAX_NAMES });
  return {
    count: (clientId) => {
      const nowMs = clock.now();
      const known = minutes.get(clientId);
      if (!known || nowMs - known.sinceMs >= MINUTE_MS) {
        minutes.set(clientId, { sinceMs: nowMs, wrong: 1 });
        return undefined;
      }
      known.wrong++;
      return known.wrong > PER_MINUTE ? Math.ceil((known.sinceMs + MINUTE_MS - nowMs) / 1000) : undefined;
    },
  };
}
