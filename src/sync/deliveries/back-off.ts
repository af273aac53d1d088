const FIRST_MS = 2_000;
/** A system that is back is not left waiting longer. */
const MAX_MS = 10 * 60_000;
/** What a system asks for beyond it is not believed. */
const MAX_ASKED_MS = 3_600_000;

/**
 * How long to wait after so many attempts: twice as long each time, to ten minutes, and longer where the system asks for
 * it. `random` (0 to 1) spreads those who failed together, so that they do not come back together.
 */
export function decideDelayMs(attempts: number, random: number, retryAfterSeconds = 0): number {
  const steps = Math.min(Math.max(0, attempts - 1), 20);
  const ownMs = Math.min(MAX_MS, FIRST_MS * 2 ** steps) * (0.5 + random / 2);
  return Math.round(Math.max(ownMs, Math.min(MAX_ASKED_MS, retryAfterSeconds * 1000)));
}
