import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import { isAway } from './is-away.ts';

/** Tells the log how the backend fares, however many queues complain at once. */
export interface OutageNote {
  failed(error: unknown): void;
  answered(): void;
  /** From now on nothing is told: the connections are being closed. */
  end(): void;
}

/** Faults of another kind than an outage are written at most so often. */
const INTERVAL_MS = 10_000;

/** Writes one line when the backend goes away and one when it is back. */
export function createOutageNote(log: Log, backend: string, clock: Clock): OutageNote {
  let isDown = false;
  let isOver = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    failed: (error) => {
      if (isOver) return;
      if (isAway(error)) {
        if (!isDown) log.error('job queues do not answer', { backend, error });
        isDown = true;
        return;
      }
      if (clock.now() - lastMs < INTERVAL_MS) return;
      lastMs = clock.now();
      log.warn('job queue failed', { backend, error });
    },
    answered: () => {
      if (isDown && !isOver) log.info('job queues answer again', { backend });
      isDown = false;
    },
    end: () => {
      isOver = true;
    },
  };
}
