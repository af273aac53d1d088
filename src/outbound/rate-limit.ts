import { type Clock, systemClock } from '../base/clock.ts';
import { CallFailure } from './call-failure.ts';

/** Counts calls so that never more than allowed fall within any sixty seconds. */
export interface RateLimit {
  /** Takes one call. @throws CallFailure quota, which says when the next is free. */
  take(): void;
}

const WINDOW_MS = 60_000;

/** Creates the limit of a source that allows so many calls a minute. */
export function createRateLimit(perMinute: number, clock: Clock = systemClock): RateLimit {
  // When each of the last calls was made, in a ring: the oldest decides.
  const times = new Float64Array(perMinute).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return {
    take: () => {
      const nowMs = clock.now();
      const freeMs = (times[next] ?? 0) + WINDOW_MS;
      if (freeMs > nowMs) {
        throw new CallFailure('quota', 'it is asked as often as it allows already', {
          retryAfterSeconds: Math.ceil((freeMs - nowMs) / 1000),
        });
      }
      times[next] = nowMs;
      next = (next + 1) % perMinute;
    },
  };
}
