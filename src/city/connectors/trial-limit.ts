import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';

/**
 * How many records come tells whether there is somebody with a number: enough for whoever mends a file, too few for whoever
 * goes through numbers. Counted in each process of the hub.
 */
const TRIALS = 30;
const WINDOW_MS = 3_600_000;

/** Counts trials for each person, so that nobody makes more than thirty within any hour. */
export interface TrialLimit {
  /** Takes one. @throws HubError TOO_MANY_REQUESTS, which says when the next is free. */
  take(actor: string): void;
}

/** Creates the limit; those who have not tried anything for an hour are forgotten. */
export function createTrialLimit(clock: Clock): TrialLimit {
  const times = new Map<string, readonly number[]>();
  return {
    take: (actor) => {
      const nowMs = clock.now();
      for (const [one, made] of times) if ((made.at(-1) ?? 0) + WINDOW_MS <= nowMs) times.delete(one);
      const recent = (times.get(actor) ?? []).filter((ms) => ms + WINDOW_MS > nowMs);
      const [oldest = nowMs] = recent;
      if (recent.length >= TRIALS)
        throw new HubError('TOO_MANY_REQUESTS', `Systems can be tried ${TRIALS} times an hour.`, {
          retryAfterSeconds: Math.ceil((oldest + WINDOW_MS - nowMs) / 1000),
          retryable: true,
        });
      times.set(actor, [...recent, nowMs]);
    },
  };
}
