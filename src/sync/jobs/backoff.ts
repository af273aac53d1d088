import type { JobsTiming } from './jobs-timing.ts';

/**
 * How long to wait after the so-manieth failed attempt: doubled each time up to a limit, and between half and all of that
 * by chance, so that what failed together does not come back together. A system that named a time is not asked before it.
 */
export function decideBackoffMs(
  attempt: number,
  { backoffMs, maxBackoffMs }: Pick<JobsTiming, 'backoffMs' | 'maxBackoffMs'>,
  retryAfterMs = 0,
  random: () => number = Math.random,
): number {
  const longest = Math.min(maxBackoffMs, backoffMs * 2 ** (attempt - 1));
  return Math.round(retryAfterMs + longest / 2 + (random() * longest) / 2);
}
