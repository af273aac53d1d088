import type { CompiledStream } from '../../connector/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** So many runs in a row have not succeeded. */
const MISSED_RUNS = 12;
/** A restart of the source or of the hub is no news. */
const LEAST_MS = 30 * MINUTE_MS;
/** A run that takes its time, beside the pause between two. */
const GRACE_MS = 2 * HOUR_MS;

/**
 * How long a stream may be without a success: twelve of its intervals, half an hour at least, and no more than one interval
 * and two hours, so that a daily one that misses its night is told in the morning.
 */
export function decideStaleAfterMs({ everyMs, sweepAt }: Pick<CompiledStream, 'everyMs' | 'sweepAt'>) {
  const intervalMs = everyMs ?? (sweepAt === undefined ? undefined : DAY_MS);
  if (intervalMs === undefined) return undefined;
  return Math.max(LEAST_MS, Math.min(intervalMs * MISSED_RUNS, intervalMs + GRACE_MS));
}
